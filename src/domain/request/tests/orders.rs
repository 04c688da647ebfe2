//! Requests under the law of the United Kingdom and of Switzerland (U-1 to U-6, J-CH).

use super::*;
use crate::domain::deadline::{Choices, OpenPoint, QuestionKind, Regime, WhichDate};
use crate::domain::event::EventKind;
use crate::domain::finding::{Finding, FindingCode};

fn codes(findings: &[Finding]) -> Vec<FindingCode> {
    findings.iter().map(|finding| finding.code).collect()
}

fn regime(story: &Story) -> Regime {
    story.standing.deadline.as_ref().unwrap().regime
}

fn rests_on(story: &Story) -> Vec<&str> {
    story.standing.deadline.as_ref().unwrap().rests_on.iter().map(|point| point.rule.as_str()).collect()
}

/// VE07: the month begins when the controller knows who asks (U-2).
#[test]
fn in_the_united_kingdom_the_month_begins_with_the_proof_of_identity() {
    let mut story = Story::received("GB-ENG", "2026-03-02");
    assert_eq!((regime(&story), story.due()), (Regime::UkRequest, Some("2026-04-02".into())));
    story.controller("2026-03-04", Event::IdentityQuestion { defects: vec![] });
    assert_eq!((story.state(), story.due()), ("received/suspended/none".into(), None));
    story.organisation("2026-03-20", Event::InformationSupplied { kind: None });
    assert_eq!(story.due(), Some("2026-04-20".into()));
    assert_eq!(story.standing.findings(), [], "no promptness is asked for");
}

/// U-2: the same with a fee that is due; U-5: reminders count from the stricter reading.
#[test]
fn in_the_united_kingdom_a_fee_that_is_due_holds_up_the_month_until_it_is_paid() {
    let mut story = Story::received("GB-ENG", "2026-03-02");
    story.controller(
        "2026-03-04",
        Event::FeeDemand { defects: vec![FindingCode::FeeDemanded, FindingCode::FeeWithoutReasons] },
    );
    assert_eq!(story.due(), Some("2026-04-02".into()), "a fee that is not shown to be due stops nothing");
    story.controller("2026-03-05", Event::FeeDemand { defects: vec![] });
    let told = [EventKind::RequestFeeDemanded, EventKind::RequestSuspended, EventKind::DeadlineComputed];
    assert_eq!((story.last().events.as_slice(), story.due()), (&told[..], None));
    let words = story.try_by(Author::Organisation, "2026-03-06", &Event::InformationSupplied { kind: None });
    assert!(words.is_err(), "words do not pay a fee");
    story.organisation("2026-03-23", Event::InformationSupplied { kind: Some(QuestionKind::Fee) });
    assert_eq!(story.due(), Some("2026-04-23".into()));
    assert_eq!(rests_on(&story), ["D-11", "U-5"]);
    let remind_by = story.standing.deadline.as_ref().unwrap().remind_by();
    assert_eq!(remind_by.unwrap().to_string(), "2026-04-02", "S-5: the earlier date, as if the fee did not count");

    let mut elsewhere = Story::received("FR", "2026-03-02");
    elsewhere.controller("2026-03-05", Event::FeeDemand { defects: vec![] });
    assert_eq!(elsewhere.due(), Some("2026-04-02".into()));
}

/// U-6.
#[test]
fn a_complaint_to_the_controller_is_to_be_acknowledged_within_thirty_days() {
    let mut story = Story::received("GB-ENG", "2026-07-01");
    story.sweep("2026-08-04");
    assert_eq!(codes(&story.standing.findings()), [FindingCode::SilentFirstDeadline]);
    story.organisation("2026-08-05", Event::ComplainToController {});
    assert_eq!(story.last().events, [EventKind::RequestComplainedToController]);
    assert_eq!(story.standing.facts.controller_complaint.unwrap().acknowledge_by.to_string(), "2026-09-04");
    let twice = story.try_by(Author::Organisation, "2026-08-06", &Event::ComplainToController {});
    assert!(matches!(twice, Err(Refused::IllegalTransition { .. })));
    let midnight = at("2026-09-04T23:00:00Z");
    assert_eq!(story.standing.next_due(), Some(midnight));
    let early = story.try_by(Author::System, "2026-09-04", &Event::ComplaintUnacknowledged {});
    assert_eq!(early, Err(Refused::DeadlineNotPassed { until: midnight }));

    let mut in_time = story.clone();
    in_time.controller("2026-09-04", Event::ComplaintAcknowledged {});
    in_time.sweep("2026-12-01");
    assert_eq!(codes(&in_time.standing.findings()), [FindingCode::SilentFirstDeadline]);

    story.sweep("2026-09-05");
    assert_eq!(story.last().events, [EventKind::DeadlineComplaintPassed, EventKind::FindingRecorded]);
    assert_eq!(codes(&story.last().findings), [FindingCode::ComplaintNotAcknowledged]);
    story.controller("2026-09-07", Event::ComplaintAcknowledged {});
    assert_eq!(story.last().findings[0].facts.days_late, Some(3), "it is late and not missing any more");

    let refused =
        Story::received("FR", "2026-07-01").try_by(Author::Organisation, "2026-08-05", &Event::ComplainToController {});
    assert!(matches!(refused, Err(Refused::IllegalTransition { .. })), "no other law has such a complaint");
}

/// J-CH: 30 days whatever day they end on; the controller says when it takes longer, and needs no reasons.
#[test]
fn in_switzerland_the_controller_says_when_it_takes_longer() {
    let mut story = Story::received("CH-ZH", "2026-05-20");
    assert_eq!((regime(&story), story.due()), (Regime::ChAccess, Some("2026-06-19".into())));
    assert_eq!(rests_on(&story), ["D-11"]);
    story.controller("2026-06-10", Event::ExtensionNotice { months: 1, reasoned: false, ground_valid: true });
    assert_eq!((story.state(), story.due()), ("received/extended/none".into(), Some("2026-07-19".into())));
    assert_eq!((story.standing.findings(), rests_on(&story)), (vec![], vec!["D-11", "J-CH"]));

    let mut refused = Story::received("CH-ZH", "2026-05-20");
    let defects = vec![FindingCode::NoReasons, FindingCode::NoComplaintInformation, FindingCode::NoCourtInformation];
    refused.controller("2026-06-10", Event::Refusal { defects });
    let found = codes(&refused.standing.findings());
    assert_eq!(found, [FindingCode::NoReasons], "Swiss law does not ask to name remedies");
    let article = found[0].article(refused.standing.legal_order());
    assert_eq!(article, Some("FADP Art. 26(4)"));

    let mut asked = Story::received("CH-ZH", "2026-05-20");
    asked.controller("2026-05-22", Event::IdentityQuestion { defects: vec![] });
    asked.organisation("2026-05-26", Event::InformationSupplied { kind: None });
    assert_eq!(asked.due(), Some("2026-06-23".into()));
    assert_eq!(rests_on(&asked), ["D-11", "S-3", "S-4", "J-CH"]);
}

/// S-4 and S-5: what a campaign chose is kept with its requests and with their dates.
#[test]
fn choices_of_a_campaign_are_kept_with_the_dates() {
    let choices =
        Choices { prompt_working_days: 2, reminders_from: WhichDate::Later, complaints_after: WhichDate::Earlier };
    let mut story = Story::ready("FR");
    story.standing = story.standing.clone().with_choices(choices);
    story.system("2026-06-01", Event::Dispatch { permit: permit(Act::Dispatch) });
    story.system("2026-06-01", receipt(ReceiptKind::DeliveryConfirmation, "2026-06-01"));
    let mut by_default = Story::received("FR", "2026-06-01");
    assert_eq!(rests_on(&by_default), Vec::<&str>::new(), "checked rules alone");
    for asked in [&mut story, &mut by_default] {
        asked.controller("2026-06-04", Event::IdentityQuestion { defects: vec![] });
    }
    assert_eq!(codes(&story.standing.findings()), [FindingCode::QuestionNotPrompt]);
    assert_eq!((story.due(), by_default.due()), (Some("2026-07-01".into()), None));
    assert_eq!(rests_on(&by_default), ["S-4", "S-6"]);
    for asked in [&mut story, &mut by_default] {
        asked.organisation("2026-06-14", Event::InformationSupplied { kind: None });
        asked.organisation("2026-06-15", Event::AcceptSuspension { question: None });
    }
    let dates = |story: &Story| {
        let deadline = story.standing.deadline.clone().unwrap();
        assert_eq!(story.standing.facts.changes.last().unwrap().basis.clone().unwrap().choices, deadline.choices);
        [deadline.final_deadline, deadline.remind_by(), deadline.complain_after].map(|date| date.unwrap().to_string())
    };
    assert_eq!(dates(&story), ["2026-07-13", "2026-07-13", "2026-07-01"]);
    assert_eq!(dates(&by_default), ["2026-07-13", "2026-07-01", "2026-07-13"]);
    let s5 = OpenPoint { rule: "S-5".to_owned(), mark: crate::domain::deadline::Mark::Choice };
    assert!(story.standing.deadline.as_ref().unwrap().rests_on.contains(&s5));
}
