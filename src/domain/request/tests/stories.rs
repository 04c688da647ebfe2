//! Stories of requests from the legal specification, told event by event.

use super::*;
use crate::domain::deadline::{QuestionKind, SuspensionDecision};
use crate::domain::event::EventKind;
use crate::domain::finding::FindingCode;

fn codes(findings: &[crate::domain::finding::Finding]) -> Vec<FindingCode> {
    findings.iter().map(|finding| finding.code).collect()
}

const REASONED: Event = Event::ExtensionNotice { months: 2, reasoned: true, ground_valid: true };

fn full() -> Event {
    Event::FullAnswer { defects: vec![] }
}

#[test]
fn the_short_way() {
    let mut story = Story { standing: RequestStanding::draft(Right::Access, "FR".parse().unwrap()), last: None };
    story.organisation("2026-03-02", Event::Prepare { permit: permit(Act::Prepare), duplicate: false });
    assert_eq!(story.standing, Story::ready("FR").standing, "bulk filing gives the same standing");
    story.system("2026-03-05", Event::Dispatch { permit: permit(Act::Dispatch) });
    assert_eq!((story.state(), story.standing.next_due()), ("sent/not_started/none".into(), None));
    story.system("2026-03-05", receipt(ReceiptKind::DeliveryConfirmation, "2026-03-05"));
    assert_eq!((story.state(), story.due()), ("received/running/none".into(), Some("2026-04-07".into())));
    assert_eq!(story.last().events, [EventKind::RequestReceived, EventKind::DeadlineComputed]);
    assert_eq!(story.standing.next_due(), Some(at("2026-03-23T23:00:00Z")), "a reminder two weeks before");
    story.controller("2026-03-30", full());
    assert_eq!(story.state(), "answered/stopped/satisfied");
    assert_eq!((story.last().days_late, story.standing.next_due()), (Some(0), None));
    story.by(Author::DataSubject, "2026-04-01", Event::Assessment { satisfied: true, unsatisfied: vec![] });
    assert_eq!(story.state(), "closed/stopped/satisfied");
    assert!(!story.standing.is_open());
}

#[test]
fn silence_and_then_a_late_answer() {
    let mut story = Story::received("FR", "2026-03-05");
    story.sweep("2026-04-07T21:59:59Z");
    assert_eq!(story.standing.state.flags, Flags::default(), "never early");
    assert_eq!(story.standing.next_due(), Some(at("2026-04-07T22:00:00Z")));
    story.sweep("2026-04-07T22:00:00Z");
    assert!(story.standing.state.flags.first_deadline_passed && story.standing.state.flags.final_deadline_passed);
    assert_eq!(codes(&story.standing.findings()), [FindingCode::SilentFirstDeadline], "one silence, one point");
    assert_eq!(story.standing.next_due(), None);

    story.controller("2026-04-20", full());
    assert_eq!(story.last().days_late, Some(13));
    assert_eq!(codes(&story.last().findings), [FindingCode::Late]);
    assert_eq!(story.last().findings[0].facts.days_late, Some(13));
    assert_eq!(codes(&story.last().retracted), [FindingCode::SilentFirstDeadline], "silence gives way to lateness");
    assert!(story.standing.state.flags.final_deadline_passed, "it has passed all the same");
}

#[test]
fn silence_after_an_extension() {
    let mut story = Story::received("FR", "2026-03-05");
    story.controller("2026-03-20", REASONED);
    assert_eq!(story.last().events, [EventKind::RequestExtended, EventKind::DeadlineComputed]);
    assert_eq!((story.state(), story.due()), ("received/extended/none".into(), Some("2026-06-05".into())));
    story.sweep("2026-04-20");
    assert_eq!(story.standing.state.flags, Flags::default(), "the first deadline binds no more");
    story.sweep("2026-06-06");
    assert_eq!(codes(&story.standing.findings()), [FindingCode::SilentFinalDeadline]);
    assert!(!story.standing.state.flags.first_deadline_passed);
}

#[test]
fn a_defective_extension_changes_nothing_but_the_findings() {
    let mut story = Story::received("FR", "2026-03-05");
    story.controller("2026-03-20", Event::ExtensionNotice { months: 2, reasoned: false, ground_valid: true });
    assert_eq!(story.last().events, [EventKind::RequestExtensionDefective, EventKind::FindingRecorded]);
    assert_eq!(codes(&story.last().findings), [FindingCode::ExtensionWithoutReasons]);
    assert_eq!((story.state(), story.due()), ("received/running/none".into(), Some("2026-04-07".into())));
    assert_eq!(story.last().change, None);
    story.sweep("2026-04-10");
    story.controller("2026-04-13", REASONED);
    assert_eq!(codes(&story.last().findings), [FindingCode::ExtensionLate]);
    assert!(story.standing.state.flags.first_deadline_passed);
}

#[test]
fn grounds_of_an_extension_can_be_contested() {
    let mut story = Story::received("FR", "2026-03-05");
    story.controller("2026-03-20", REASONED);
    story.organisation("2026-03-21", Event::ContestExtension {});
    assert_eq!(codes(&story.last().findings), [FindingCode::ExtensionGroundInvalid]);
    assert_eq!(story.due(), Some("2026-06-05".into()), "the dates stay, to be on the safe side");
    let refused = story.try_by(Author::System, "2026-03-22", &Event::ContestExtension {});
    assert_eq!(refused, Err(Refused::AuthorNotAllowed));
}

/// VE01, VE02 and S-4 to S-6, as events.
#[test]
fn a_question_stops_the_clock_until_it_is_answered_or_contested() {
    let mut story = Story::received("FR", "2026-06-01");
    story.controller("2026-06-03", Event::IdentityQuestion { defects: vec![] });
    assert_eq!((story.state(), story.due()), ("received/suspended/none".into(), None));
    let reminder = Some(at("2026-06-09T22:00:00Z"));
    assert_eq!(
        story.standing.next_due(),
        reminder,
        "S-6: while it waits there is no deadline, and the person is reminded"
    );
    let mut contested = story.clone();

    story.organisation("2026-06-13", Event::InformationSupplied { kind: Some(QuestionKind::Identity) });
    assert_eq!((story.state(), story.due()), ("received/running/none".into(), Some("2026-07-13".into())));
    assert_eq!(
        story.last().events,
        [EventKind::RequestInformationSupplied, EventKind::RequestResumed, EventKind::DeadlineComputed]
    );
    story.organisation("2026-06-14", Event::ContestSuspension { question: Some(0) });
    assert_eq!(story.due(), Some("2026-07-01".into()));
    assert_eq!(story.standing.facts.changes.len(), 4, "every change has its cause");

    contested.organisation("2026-06-04", Event::ContestSuspension { question: None });
    assert_eq!((contested.state(), contested.due()), ("received/running/none".into(), Some("2026-07-01".into())));
    contested.sweep("2026-07-02");
    assert!(contested.standing.state.flags.first_deadline_passed);
    contested.organisation("2026-07-02", Event::AcceptSuspension { question: None });
    assert_eq!(contested.state(), "received/suspended/none");
    assert_eq!(contested.standing.state.flags, Flags::default(), "the deadline that passed is none any more");
    assert_eq!(codes(&contested.last().retracted), [FindingCode::SilentFirstDeadline]);
}

#[test]
fn a_late_question_does_not_stop_the_clock() {
    let mut story = Story::received("BE", "2026-04-10");
    story.controller("2026-05-07", Event::ScopeQuestion { defects: vec![FindingCode::ScopeQuestionWithoutNeed] });
    assert_eq!((story.state(), story.due()), ("received/running/none".into(), Some("2026-05-11".into())));
    let mut found = codes(&story.last().findings);
    found.sort();
    assert_eq!(found, [FindingCode::QuestionNotPrompt, FindingCode::ScopeQuestionWithoutNeed]);
    assert_eq!(
        story.try_by(Author::Organisation, "2026-05-08", &Event::AcceptSuspension { question: Some(1) }),
        Err(Refused::NothingToDecide)
    );
    story.organisation("2026-05-08", Event::AcceptSuspension { question: Some(0) });
    assert_eq!(story.state(), "received/suspended/none");
    assert_eq!(story.standing.facts.questions[0].suspension.decision, Some(SuspensionDecision::Accepted));
}

/// D-12: a better proof replaces a weaker one, a weaker one changes nothing.
#[test]
fn better_proofs_of_receipt_move_the_dates_with_a_trace() {
    let mut story = Story::ready("FR");
    story.system("2026-03-02", Event::Dispatch { permit: permit(Act::Dispatch) });
    story.system("2026-03-10", receipt(ReceiptKind::Presumption, "2026-03-10"));
    assert_eq!(story.due(), Some("2026-04-10".into()));
    story.controller("2026-03-12", receipt(ReceiptKind::ControllerAcknowledgement, "2026-03-05"));
    assert_eq!(story.due(), Some("2026-04-07".into()));
    let change = story.last().change.clone().unwrap();
    assert_eq!((change.cause, change.author), (ChangeCause::BetterReceipt, Author::Controller));
    story.system("2026-03-13", receipt(ReceiptKind::DeliveryConfirmation, "2026-03-03"));
    assert_eq!((story.due(), story.last().change.clone()), (Some("2026-04-07".into()), None));
    assert_eq!(story.standing.facts.receipts.len(), 3, "kept as evidence");

    for impossible in ["2026-03-01", "2026-03-20"] {
        let refused = story.try_by(
            Author::Controller,
            "2026-03-14",
            &receipt(ReceiptKind::ControllerAcknowledgement, impossible),
        );
        assert_eq!(refused, Err(Refused::ImpossibleReceipt));
    }
}

#[test]
fn a_better_receipt_can_show_that_an_answer_was_in_time() {
    let mut story = Story::ready("FR");
    story.system("2026-03-02", Event::Dispatch { permit: permit(Act::Dispatch) });
    story.system("2026-03-05", receipt(ReceiptKind::Presumption, "2026-03-05"));
    story.sweep("2026-04-08");
    story.controller("2026-04-09", full());
    assert_eq!(codes(&story.last().findings), [FindingCode::Late]);
    story.organisation("2026-04-15", receipt(ReceiptKind::RegisteredDelivery, "2026-03-10"));
    assert_eq!(codes(&story.last().retracted), [FindingCode::Late]);
    assert_eq!((story.last().days_late, story.standing.state.flags), (Some(0), Flags::default()));
}

#[test]
fn whoever_speaks_about_a_request_has_it() {
    let mut story = Story::ready("FR");
    story.system("2026-03-02", Event::Dispatch { permit: permit(Act::Dispatch) });
    story.controller("2026-03-09", full());
    assert_eq!(story.state(), "answered/stopped/satisfied");
    assert_eq!(story.standing.facts.receipts[0].kind, ReceiptKind::ControllerStatement);
    let told = &story.last().events;
    assert_eq!(told[..], [EventKind::RequestReceived, EventKind::RequestAnswered, EventKind::DeadlineComputed]);

    let mut presumed = Story::ready("FR");
    presumed.system("2026-03-02", Event::Dispatch { permit: permit(Act::Dispatch) });
    presumed.system("2026-03-09", receipt(ReceiptKind::Presumption, "2026-03-09"));
    presumed.controller("2026-03-06", Event::IdentityQuestion { defects: vec![] });
    assert_eq!(presumed.standing.deadline.as_ref().unwrap().receipt_date.to_string(), "2026-03-06");
    presumed.controller("2026-03-12", receipt(ReceiptKind::ControllerAcknowledgement, "2026-03-08"));
    assert_eq!(
        presumed.standing.deadline.as_ref().unwrap().receipt_date.to_string(),
        "2026-03-06",
        "it cannot have asked about what it did not have"
    );

    let refused = Story::ready("FR").try_by(Author::Controller, "2026-03-09", &full());
    assert!(matches!(refused, Err(Refused::IllegalTransition { .. })), "no answer before dispatch");
    let mut early = Story::ready("FR");
    early.system("2026-03-02", Event::Dispatch { permit: permit(Act::Dispatch) });
    assert_eq!(early.try_by(Author::Organisation, "2026-03-01", &full()), Err(Refused::ImpossibleReceipt));
}

/// VH10: refused in time, with reasons, without mention of a court remedy.
#[test]
fn vh10_one_point_for_one_missing_sentence() {
    let mut story = Story::received("FR", "2026-03-05");
    story.controller("2026-03-20", Event::Refusal { defects: vec![FindingCode::NoCourtInformation] });
    assert_eq!(story.state(), "answered/stopped/refused");
    assert_eq!(codes(&story.last().findings), [FindingCode::NoCourtInformation]);
}

/// VH11: refused 70 days after receipt, during a valid extension.
#[test]
fn vh11_a_refusal_has_no_extension() {
    let mut story = Story::received("FR", "2026-03-05");
    story.controller("2026-03-20", REASONED);
    story.controller("2026-05-14", Event::Refusal { defects: vec![] });
    assert_eq!(story.state(), "answered/stopped/refused");
    assert_eq!(codes(&story.last().findings), [FindingCode::RefusalLate]);
    assert_eq!(story.last().findings[0].facts.days_late, Some(37));
}

/// VH12: sent again after the deadline passed unanswered.
#[test]
fn vh12_sending_again_is_a_reminder() {
    let mut story = Story::received("FR", "2026-03-05");
    story.sweep("2026-04-08");
    let before = story.standing.deadline.clone();
    let again = Event::Dispatch { permit: permit(Act::Dispatch) };
    assert!(matches!(story.try_by(Author::System, "2026-04-10", &again), Err(Refused::IllegalTransition { .. })));
    story.system("2026-04-10", Event::Reminder { permit: permit(Act::Message) });
    assert_eq!((story.state(), &story.standing.deadline), ("received/running/none".into(), &before));
    assert_eq!(story.last().events, [EventKind::RequestReminded]);
}

/// VH14: the mandate ends between dispatch and answer.
#[test]
fn vh14_an_answer_after_the_mandate_stays_sealed() {
    let mut story = Story::received("FR", "2026-03-05");
    story.system("2026-03-10", Event::Withdraw { reason: WithdrawReason::MandateExpired });
    assert_eq!(story.state(), "withdrawn/stopped/none");
    story.controller("2026-03-20", full());
    assert_eq!(story.state(), "withdrawn/stopped/none");
    assert_eq!((&story.last().events[..], story.last().days_late), (&[EventKind::RequestAnswerSealed][..], None));
    assert!(story.standing.facts.answers[0].sealed);
}

#[test]
fn an_answer_twice_is_refused_unless_it_gives_more() {
    let mut story = Story::received("FR", "2026-03-05");
    let refusal = Event::Refusal { defects: vec![FindingCode::NoReasons] };
    story.controller("2026-03-10", refusal.clone());
    assert_eq!(story.try_by(Author::Controller, "2026-03-11", &refusal), Err(Refused::AlreadyAnswered));
    story.controller("2026-05-10", Event::PartialAnswer { defects: vec![] });
    assert_eq!((story.state(), story.last().days_late), ("answered/stopped/partly_satisfied".into(), Some(0)));
    story.controller("2026-05-11", full());
    assert_eq!(story.state(), "answered/stopped/satisfied");
    assert_eq!(story.try_by(Author::Controller, "2026-05-12", &full()), Err(Refused::AlreadyAnswered));
    let wanting = Event::Assessment { satisfied: false, unsatisfied: vec!["source".into()] };
    story.by(Author::DataSubject, "2026-05-13", wanting);
    assert_eq!(story.state(), "answered/stopped/partly_satisfied");
    story.controller("2026-05-20", full());
    assert_eq!(story.state(), "answered/stopped/satisfied");
    assert_eq!(story.try_by(Author::Controller, "2026-05-21", &full()), Err(Refused::AlreadyAnswered));
}

/// a controller that cannot identify the person must answer once it can.
#[test]
fn who_could_not_be_identified_gets_an_answer_after_all() {
    let mut story = Story::received("FR", "2026-06-01");
    story.controller("2026-06-03", Event::CannotIdentify { defects: vec![] });
    assert_eq!(story.state(), "answered/stopped/not_identified");
    story.organisation("2026-06-13", Event::InformationSupplied { kind: None });
    assert_eq!((story.state(), story.due()), ("received/running/none".into(), Some("2026-07-13".into())));
    story.sweep("2026-07-14");
    assert_eq!(codes(&story.standing.findings()), [FindingCode::SilentFirstDeadline]);
    story.controller("2026-07-15", full());
    assert_eq!((story.state(), story.last().days_late), ("answered/stopped/satisfied".into(), Some(2)));

    let mut late = Story::received("FR", "2026-06-01");
    late.sweep("2026-07-02");
    late.controller("2026-07-10", Event::CannotIdentify { defects: vec![] });
    assert_eq!(late.last().days_late, Some(9));
    late.organisation("2026-07-12", Event::InformationSupplied { kind: None });
    assert_eq!(late.due(), Some("2026-07-01".into()), "nine days too late to stop the clock");
    assert!(codes(&late.standing.findings()).contains(&FindingCode::SilentFirstDeadline));
}

/// A letter that came in time is recorded after the sweep has run.
#[test]
fn an_answer_recorded_late_is_not_a_late_answer() {
    let mut story = Story::received("FR", "2026-03-05");
    story.sweep("2026-04-08");
    story.organisation("2026-04-03", full());
    assert_eq!((story.last().days_late, story.standing.state.flags), (Some(0), Flags::default()));
    assert_eq!(codes(&story.last().retracted), [FindingCode::SilentFirstDeadline]);
}

#[test]
fn only_people_give_up_and_nothing_moves_what_is_done() {
    let mut story = Story::received("FR", "2026-06-01");
    story.controller("2026-06-03", Event::ScopeQuestion { defects: vec![] });
    assert_eq!(story.try_by(Author::System, "2026-09-01", &Event::Abandon {}), Err(Refused::HumanDecisionNeeded));
    assert_eq!(story.try_by(Author::Controller, "2026-09-01", &Event::Abandon {}), Err(Refused::AuthorNotAllowed));
    story.organisation("2026-09-01", Event::Abandon {});
    assert_eq!(story.state(), "closed/stopped/abandoned");
    story.controller("2026-09-02", full());
    assert_eq!(story.state(), "answered/stopped/satisfied", "an answer that comes after all is not lost");
    story.organisation("2026-09-03", Event::Assessment { satisfied: true, unsatisfied: vec![] });
    assert!(story.try_by(Author::Controller, "2026-09-04", &full()).is_err());

    let mut sent = Story::received("FR", "2026-06-01");
    let undo = Event::Withdraw { reason: WithdrawReason::BatchUndone };
    assert!(matches!(sent.try_by(Author::Organisation, "2026-06-01", &undo), Err(Refused::IllegalTransition { .. })));
    Story::ready("FR").organisation("2026-06-01", undo);
}

#[test]
fn permits_are_for_one_act_and_one_right() {
    let draft = || RequestStanding::draft(Right::Erasure, "FR".parse().unwrap());
    let prepare = Event::Prepare { permit: permit(Act::Prepare), duplicate: false };
    let refused =
        |standing: &RequestStanding, event| apply(standing, &event, at("2026-03-02"), Author::Organisation).err();
    assert_eq!(refused(&draft(), prepare), Some(Refused::PermitForOtherAct), "it is for access");
    let ready = Story::ready("FR").standing;
    let wrong = Event::Dispatch { permit: permit(Act::Prepare) };
    assert_eq!(refused(&ready, wrong), Some(Refused::PermitForOtherAct));
    assert_eq!(
        RequestStanding::ready("FR".parse().unwrap(), permit(Act::OpenAnswer)).err(),
        Some(Refused::PermitForOtherAct)
    );
    let duplicate = Event::Prepare { permit: permit(Act::Prepare), duplicate: true };
    let access = RequestStanding::draft(Right::Access, "FR".parse().unwrap());
    assert_eq!(refused(&access, duplicate), Some(Refused::Duplicate));
}

#[test]
fn there_is_a_bound_on_what_can_happen() {
    let mut story = Story::received("FR", "2026-03-05");
    for _ in 0..MAX_OF_A_KIND {
        story.system("2026-03-06", Event::Reminder { permit: permit(Act::Message) });
    }
    let more = Event::Reminder { permit: permit(Act::Message) };
    assert_eq!(story.try_by(Author::System, "2026-03-06", &more), Err(Refused::TooMuch));
    story.controller("2026-03-07", full());
}

#[test]
fn dates_outside_the_calendars_are_refused() {
    let mut story = Story::ready("FR");
    story.system("2041-03-02", Event::Dispatch { permit: permit(Act::Dispatch) });
    let refused = story.try_by(Author::System, "2041-03-02", &receipt(ReceiptKind::DeliveryConfirmation, "2041-03-02"));
    assert_eq!(refused.unwrap_err().code(), crate::domain::code::Code::DateNotCovered);
    assert_eq!(story.state(), "sent/not_started/none", "nothing has changed");
}

/// A redirection, then "cannot identify", then the information: the controller must answer from here on, and its silence is
/// found once.
#[test]
fn nothing_said_before_the_identification_stops_the_clock() {
    let mut story = Story::received("FR", "2026-03-02");
    story.by(Author::Controller, "2026-03-03", Event::Redirection {});
    story.by(Author::Controller, "2026-03-09", Event::CannotIdentify { defects: vec![] });
    story.by(Author::Organisation, "2026-03-20", Event::InformationSupplied { kind: None });
    assert_eq!(story.standing.state.lifecycle, Lifecycle::Received);
    assert!(story.standing.facts.first_answer().is_none());
    let late = at("2026-06-01");
    let mut flagged = Vec::new();
    while let Some(event) = story.standing.due_event(late) {
        assert!(flagged.len() < 2, "the sweep ends");
        flagged.push(event.word());
        story.system("2026-06-01", event);
    }
    assert_eq!(flagged.len(), 2);
    assert!(story.standing.findings().iter().any(|finding| finding.code == FindingCode::SilentFirstDeadline));
}
