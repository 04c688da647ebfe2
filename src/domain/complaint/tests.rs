//! The life of a complaint, told as stories, and what holds for every step from every state.

use jiff::Timestamp;
use jiff::civil::Date;

use super::*;
use crate::domain::calendar::Calendars;
use crate::domain::finding::{Finding, FindingCode};
use crate::domain::mandate::MandateRefusal;
use crate::domain::request::Lifecycle;
use crate::domain::right::Right;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// A complaint lodged in France on a day.
fn lodged(on: &str, cross_border: bool) -> Standing {
    let mut standing = Standing::draft();
    (standing.place, standing.cross_border) = (Some("FR".parse().unwrap()), cross_border);
    let complete = standing.after(&ComplaintMove::Complete {}, day(on), day(on)).unwrap().standing;
    complete.after(&ComplaintMove::Lodge { channel: LodgingChannel::Form }, day(on), day(on)).unwrap().standing
}

fn step(standing: &Standing, step: &ComplaintMove, on: &str) -> Standing {
    standing.after(step, day(on), day(on)).unwrap().standing
}

fn due(standing: &Standing, kind: ClockKind) -> Option<Date> {
    clocks(standing, &Calendars::bundled()).into_iter().find(|clock| clock.kind == kind).map(|clock| clock.due)
}

#[test]
fn three_months_without_news_make_an_authority_silent_and_news_end_it() {
    let calendars = Calendars::bundled();
    let mut standing = lodged("2026-03-02", false);
    assert_eq!(due(&standing, ClockKind::Information), Some(day("2026-06-02")));
    let passes = at("2026-06-02T22:00:00Z");
    assert_eq!(standing.next_due(&calendars), Some(passes));
    assert_eq!(standing.tell(&calendars, at("2026-06-02T21:59:59Z")), [], "never early");
    let told = standing.tell(&calendars, passes);
    let expected =
        Alert { clock: ClockKind::Information, due: day("2026-06-02"), kind: AlertKind::Passed, days_left: 0 };
    assert_eq!((told.as_slice(), standing.silent), ([expected].as_slice(), true));
    assert_eq!(standing.tell(&calendars, at("2026-07-01T00:00:00Z")), [], "once, whatever the clock says");
    assert_eq!(standing.next_due(&calendars), None);
    assert_eq!(standing.days_of_silence(at("2026-07-01T12:00:00Z")), Some(121));

    let heard = step(&standing, &ComplaintMove::News {}, "2026-07-02");
    assert!(!heard.silent);
    assert_eq!(due(&heard, ClockKind::Information), Some(day("2026-10-02")), "counted from the last news");
    assert_eq!(heard.days_of_silence(at("2026-07-04T12:00:00Z")), Some(2));
}

#[test]
fn the_periods_of_the_procedural_regulation_hold_from_their_day_on_and_across_borders_only() {
    for (on, cross_border, expected) in
        [("2027-04-01", true, None), ("2027-04-02", true, Some("2027-04-16")), ("2027-04-02", false, None)]
    {
        let standing = lodged(on, cross_border);
        assert_eq!(due(&standing, ClockKind::Inadmissibility), expected.map(day), "{on} {cross_border}");
    }
    // Decision periods hold for complaints lodged after that day only (C-20).
    let story = |on: &str| {
        let sent = step(&lodged(on, true), &ComplaintMove::Transmit {}, "2027-05-03");
        step(&sent, &ComplaintMove::ConfirmLead { simple_cooperation: false }, "2027-05-31")
    };
    assert_eq!(due(&story("2027-04-02"), ClockKind::DraftDecision), None);
    assert_eq!(due(&story("2027-04-03"), ClockKind::DraftDecision), Some(day("2028-08-31")));
    let extended = step(&story("2027-04-03"), &ComplaintMove::ExtendDecision { months: 12 }, "2028-07-01");
    assert_eq!(due(&extended, ClockKind::DraftDecision), Some(day("2029-08-31")));
    assert_eq!(
        extended.after(&ComplaintMove::ExtendDecision { months: 1 }, day("2029-01-01"), day("2029-01-01")),
        Err(StepRefused::Unsound),
        "once"
    );
}

#[test]
fn the_organisations_own_periods_are_told_of_early_and_each_once() {
    let calendars = Calendars::bundled();
    let mut standing = step(&lodged("2027-05-03", true), &ComplaintMove::Acknowledge { reference: None }, "2027-05-05");
    standing = step(&standing, &ComplaintMove::OfferEarlyResolution {}, "2027-06-01");
    assert_eq!(due(&standing, ClockKind::Objection), Some(day("2027-06-29")));
    assert_eq!(due(&standing, ClockKind::Resolution), Some(day("2027-07-13")));
    let mut days = Vec::new();
    let mut now = at("2027-06-01T10:00:00Z");
    while let Some(next) = standing.next_due(&calendars).filter(|next| *next < at("2027-07-01T00:00:00Z")) {
        now = now.max(next);
        for alert in standing.tell(&calendars, now) {
            assert_eq!(standing.tell(&calendars, now), []);
            days.push((alert.clock, alert.kind, alert.days_left));
        }
    }
    let objection = |kind, days| (ClockKind::Objection, kind, days);
    let expected = [
        objection(AlertKind::Approaching, 14),
        objection(AlertKind::Approaching, 7),
        objection(AlertKind::Approaching, 2),
        objection(AlertKind::Approaching, 0),
        objection(AlertKind::Passed, 0),
    ];
    assert_eq!(days, expected);
}

#[test]
fn after_a_standstill_one_alert_stands_for_several() {
    let calendars = Calendars::bundled();
    let mut standing = step(&lodged("2026-03-02", false), &ComplaintMove::Admit {}, "2026-03-10");
    standing = step(&standing, &ComplaintMove::RequestViews { until: day("2026-04-10") }, "2026-03-12");
    let told = standing.tell(&calendars, at("2026-04-05T08:00:00Z"));
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].clock, told[0].kind, told[0].days_left), (ClockKind::Views, AlertKind::Approaching, 5));
    assert_eq!(standing.next_due(&calendars), Some(at("2026-04-07T22:00:00Z")), "two days before is next");
}

#[test]
fn a_decision_ends_the_clocks_and_opens_the_way_to_court() {
    let standing = step(&lodged("2026-03-02", false), &ComplaintMove::Investigate {}, "2026-04-01");
    let decision = Decision {
        outcome: DecisionOutcome::Upheld,
        points: vec![PointOutcome { code: FindingCode::SilentFirstDeadline, outcome: DecisionOutcome::Upheld }],
        measures: vec![Measure::OrderToComplyWithRequests, Measure::Fine],
        fine: Some(Fine { cents: 2_000_000, currency: "EUR".into() }),
        publication_url: Some("https://example.org/decisions/12".into()),
        challenge_until: Some(day("2026-11-30")),
    };
    let decided = step(&standing, &ComplaintMove::Decide { decision: decision.clone() }, "2026-09-30");
    let running = clocks(&decided, &Calendars::bundled());
    assert_eq!(running.iter().map(|clock| clock.kind).collect::<Vec<_>>(), [ClockKind::Challenge]);
    assert_eq!((running[0].due, running[0].whose), (day("2026-11-30"), Whose::Organisation));
    assert_eq!(decided.outcome(), Some(DecisionOutcome::Upheld));
    assert_eq!(step(&decided, &ComplaintMove::Challenge {}, "2026-10-20").state, ComplaintState::Challenged);

    let unsound = Decision { measures: vec![Measure::Reprimand], ..decision.clone() };
    let tried = standing.after(&ComplaintMove::Decide { decision: unsound }, day("2026-09-30"), day("2026-09-30"));
    assert_eq!(tried, Err(StepRefused::Unsound), "a fine that is no measure");
    let early = Decision { challenge_until: Some(day("2026-09-29")), ..decision };
    let tried = standing.after(&ComplaintMove::Decide { decision: early }, day("2026-09-30"), day("2026-09-30"));
    assert_eq!(tried, Err(StepRefused::ImpossibleDate));
}

#[test]
fn nothing_happens_before_the_lodging_or_in_the_future() {
    let standing = lodged("2026-03-02", false);
    let acknowledge = ComplaintMove::Acknowledge { reference: Some("SAI-2026-01".into()) };
    for (on, today) in [("2026-03-01", "2026-04-01"), ("2026-04-02", "2026-04-01")] {
        assert_eq!(standing.after(&acknowledge, day(on), day(today)), Err(StepRefused::ImpossibleDate));
    }
    let unreadable = ComplaintMove::Acknowledge { reference: Some("a\nb".into()) };
    assert_eq!(standing.after(&unreadable, day("2026-03-02"), day("2026-03-02")), Err(StepRefused::Unsound));
}

#[test]
fn what_is_lodged_with_a_client_is_lodged_on_the_day_on_which_it_can_be_read() {
    let complete = Standing { state: ComplaintState::Complete, ..Standing::draft() };
    let lodge = |channel, on: &str| complete.after(&ComplaintMove::Lodge { channel }, day(on), day("2026-03-02"));
    assert!(lodge(LodgingChannel::Post, "2026-03-01").is_ok(), "entered a day later");
    assert_eq!(lodge(LodgingChannel::Api, "2026-03-01"), Err(StepRefused::ImpossibleDate));
    let mut standing = lodge(LodgingChannel::Api, "2026-03-02").unwrap().standing;
    let (first, later) = (at("2026-03-03T08:00:00Z"), at("2026-03-04T08:00:00Z"));
    assert_eq!((standing.read_by_authority(first), standing.read_by_authority(later)), (true, false));
    assert_eq!(standing.lodging.unwrap().read_at, Some(first), "the first look stays the proof");
    assert!(!Standing::draft().read_by_authority(first), "nobody reads a draft");
}

#[test]
fn each_step_is_the_authoritys_or_the_organisations_and_only_its_own_are_said_to_the_other() {
    for kind in StepKind::ALL {
        assert!(!(kind.is_news() && kind.is_said_to_authority()), "{kind}");
        assert!(!(kind.is_before_lodging() && (kind.is_news() || kind.is_said_to_authority())), "{kind}");
    }
}

#[test]
fn every_step_from_every_state_is_decided_and_nothing_leads_back_behind_the_lodging() {
    let mut possible = 0;
    for state in ComplaintState::ALL {
        for kind in StepKind::ALL {
            let Some(next) = kind.leads_from(*state) else { continue };
            possible += 1;
            assert!(state.is_unlodged() || !next.is_unlodged(), "{kind} from {state}");
            assert!(!state.is_over(), "{state} stays as it is");
        }
        let ends = StepKind::Close.leads_from(*state).is_some();
        assert_eq!(ends, !state.is_over(), "{state} can be closed");
    }
    assert!(possible > 60);
}

#[test]
fn people_are_left_out_by_the_name_of_a_rule() {
    let found = [Finding::new(FindingCode::SilentFirstDeadline, day("2026-05-01"))];
    let request = |lifecycle, was_sent, findings| Admission { right: Right::Access, lifecycle, was_sent, findings };
    let silent = request(Lifecycle::Received, true, &found);
    let fine = request(Lifecycle::Answered, true, &[]);
    let unsent = request(Lifecycle::Ready, false, &found);
    assert_eq!(admit(Ok(()), &[fine.clone(), silent.clone(), unsent.clone()]), Ok(vec![1]));
    assert_eq!(admit(Ok(()), &[fine]), Err(LeftOut::NothingAlleged));
    assert_eq!(admit(Ok(()), &[unsent]), Err(LeftOut::RequestNotMade));
    assert_eq!(admit(Ok(()), &[]), Err(LeftOut::RequestNotMade));
    for (refusal, expected) in [
        (MandateRefusal::Missing, LeftOut::PowerMissing),
        (MandateRefusal::ActNotCovered, LeftOut::PowerMissing),
        (MandateRefusal::Expired, LeftOut::PowerExpired),
        (MandateRefusal::Revoked, LeftOut::PowerRevoked),
        (MandateRefusal::ControllerNotCovered, LeftOut::ControllerNotCovered),
        (MandateRefusal::DisclosureMissing, LeftOut::DisclosureMissing),
    ] {
        assert_eq!(admit(Err(refusal.into()), std::slice::from_ref(&silent)), Err(expected));
        assert!(expected.rule().contains('-'));
    }
}

#[test]
fn the_five_things_of_the_regulation_are_each_asked_for() {
    for slot in Slot::ALL {
        assert!(Missing::ALL.iter().any(|missing| missing.slot() == Some(*slot)), "{slot}");
    }
}
