//! One of everything that is told.

use crate::domain::calendar::{Calendars, DayOff, Skipped};
use crate::domain::deadline::{
    Case, Deadline, ExtensionNotice, NotCounted, QuestionKind, ReceiptKind, Regime, Start, Step, Suspension, Unit,
    compute,
};
use crate::domain::finding::{Finding, FindingCode, FindingFacts};
use crate::domain::legal_order::LegalOrder;
use crate::domain::place::Place;
use jiff::civil::Date;

pub fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub fn place(text: &str) -> Place {
    text.parse().unwrap()
}

pub fn skipped(english: &str, local: &str) -> Skipped {
    Skipped {
        date: date("2026-04-06"),
        why: DayOff::Holiday,
        holiday: Some(english.to_owned()),
        local_name: Some(local.to_owned()),
        uncertain: false,
    }
}

pub fn late(code: FindingCode, days: u32) -> Finding {
    let facts = FindingFacts { due: Some(date("2026-04-07")), days_late: Some(days), months: Some(3), message: None };
    Finding { code, on: date("2026-05-01"), facts }
}

/// The provision behind a point, in the first law that knows it.
pub fn provision_of(code: FindingCode) -> &'static str {
    LegalOrder::ALL.iter().find_map(|order| code.article(*order)).expect("each point is known to some law")
}

/// A step of every kind, with every word of its fields. The match makes a new kind an error until it is here.
pub fn steps() -> Vec<Step> {
    let all = every_step();
    for step in &all {
        match step {
            Step::Received { .. }
            | Step::Started { .. }
            | Step::LodgingAssumed { .. }
            | Step::StartMoved { .. }
            | Step::Counted { .. }
            | Step::SuspensionCounted { .. }
            | Step::SuspensionNotCounted { .. }
            | Step::DaysAdded { .. }
            | Step::Rolled { .. }
            | Step::WorkingDay { .. }
            | Step::NotRolled { .. }
            | Step::ExtensionCounted { .. }
            | Step::ExtensionNotCounted { .. }
            | Step::Suspended { .. }
            | Step::InDoubt { .. }
            | Step::NoCalendar { .. }
            | Step::StrictReading { .. }
            | Step::Expires { .. }
            | Step::ExpiresAt { .. }
            | Step::SilenceRejects { .. } => {}
        }
    }
    all
}

fn every_step() -> Vec<Step> {
    let (from, to) = (date("2026-01-31"), date("2026-03-01"));
    let mut steps = Vec::new();
    for proof in ReceiptKind::ALL.iter().copied().map(Some).chain([None]) {
        steps.push(Step::Received { date: from, proof, place: place("DE-BY") });
    }
    for event in Start::ALL.iter().filter(|event| **event != Start::RequestReceived) {
        steps.push(Step::Started { event: *event, date: from, place: place("IE") });
    }
    steps.push(Step::LodgingAssumed { from });
    for kind in [QuestionKind::Identity, QuestionKind::Fee] {
        steps.push(Step::StartMoved { kind, to });
    }
    for (count, clamped) in [(1, true), (1, false), (2, false), (3, true), (5, false), (15, false)] {
        steps.push(Step::Counted { from, count, unit: Unit::Months, to, clamped });
    }
    for (count, unit) in [
        (72, Unit::Hours),
        (30, Unit::Days),
        (45, Unit::Days),
        (10, Unit::WorkingDays),
        (2, Unit::Weeks),
        (6, Unit::Weeks),
    ] {
        steps.push(Step::Counted { from, count, unit, to, clamped: false });
    }
    for kind in QuestionKind::ALL {
        for both_days in [false, true] {
            steps.push(Step::SuspensionCounted { kind: *kind, asked_on: from, supplied_on: to, both_days });
        }
        steps.push(Step::Suspended { since: from, kind: *kind });
        for why in NotCounted::ALL {
            steps.push(Step::SuspensionNotCounted { kind: *kind, asked_on: from, why: *why });
        }
    }
    for days in [1, 2, 5, 22] {
        for overlap in [false, true] {
            steps.push(Step::DaysAdded { from, days, to, overlap });
        }
    }
    let sunday =
        Skipped { date: date("2026-04-05"), why: DayOff::Sunday, holiday: None, local_name: None, uncertain: false };
    let saturday = Skipped { date: date("2026-04-04"), why: DayOff::Saturday, ..sunday.clone() };
    let unnamed = Skipped { why: DayOff::Holiday, uncertain: true, ..sunday.clone() };
    steps.push(Step::Rolled {
        from,
        to,
        over: vec![saturday, sunday, skipped("Easter Monday", "Ostermontag"), unnamed],
    });
    steps.push(Step::WorkingDay { date: to });
    steps.push(Step::NotRolled { date: to });
    for (count, unit, by_notice) in
        [(1, Unit::Months, true), (2, Unit::Months, true), (45, Unit::Days, true), (12, Unit::Months, false)]
    {
        steps.push(Step::ExtensionCounted { notified_on: from, count, unit, by_notice });
    }
    for defect in [
        FindingCode::ExtensionLate,
        FindingCode::ExtensionWithoutReasons,
        FindingCode::ExtensionRepeated,
        FindingCode::ExtensionTooLong,
    ] {
        steps.push(Step::ExtensionNotCounted { notified_on: from, defect });
    }
    for region_unknown in [true, false] {
        steps.push(Step::InDoubt { earliest: from, latest: to, region_unknown });
    }
    steps.push(Step::NoCalendar { place: place("JP") });
    steps.push(Step::StrictReading { date: to });
    steps.push(Step::SilenceRejects { place: place("FR") });
    let (at, zone) = (place("FR").end_of(to).unwrap(), "Europe/Paris".to_owned());
    steps.push(Step::ExpiresAt { due: to, time: "11:00".to_owned(), at, zone });
    steps.push(Step::Expires { due: to, at: place("FR").end_of(to).unwrap(), zone: "Europe/Paris".to_owned() });
    steps
}

/// A request received on a day at a place.
pub fn case(at: &str, received: &str) -> Case {
    let proof = Some(ReceiptKind::RegisteredDelivery);
    Case { proof, ..Case::new(Regime::GdprRequest, place(at), date(received)) }
}

/// A case of a regime at a place where it exists.
fn of_regime(regime: Regime) -> Case {
    let at = ["FR", "NL", "GB-ENG", "CH-ZH", "US-CA", "BR"]
        .into_iter()
        .find(|at| regime.row().reach.holds_at(place(at)))
        .expect("each regime exists somewhere");
    let started_on = date("2027-07-15");
    Case { started_at: place(at).noon_of(started_on), ..Case::new(regime, place(at), started_on) }
}

/// The same with an extension by two months.
pub fn extended(mut case: Case, on: &str) -> Case {
    case.extensions.push(ExtensionNotice { notified_on: date(on), months: 2, reasoned: true });
    case
}

/// The same with a question that was answered, or waits.
pub fn suspended(mut case: Case, asked: &str, supplied: Option<&str>) -> Case {
    let supplied_on = supplied.map(date);
    case.suspensions.push(Suspension {
        kind: QuestionKind::Identity,
        asked_on: date(asked),
        supplied_on,
        decision: None,
    });
    case
}

/// Deadlines that show everything the one sentence can say.
pub fn deadlines() -> Vec<Deadline> {
    [
        case("FR", "2026-03-05"),
        case("FR", "2026-06-02"),
        case("DE", "2027-10-01"),
        case("JP", "2026-01-30"),
        extended(case("FR", "2026-01-31"), "2026-02-20"),
        extended(suspended(case("FR", "2026-01-31"), "2026-02-02", Some("2026-02-05")), "2026-02-20"),
        suspended(case("FR", "2026-01-31"), "2026-02-02", Some("2026-02-03")),
        suspended(case("FR", "2026-01-31"), "2026-02-02", Some("2026-02-12")),
        suspended(case("FR", "2026-01-31"), "2026-02-02", None),
    ]
    .into_iter()
    .chain(Regime::ALL.iter().map(|regime| of_regime(*regime)))
    .map(|case| compute(&case, &Calendars::bundled()).unwrap())
    .collect()
}
