//! One of everything that is told.

use crate::domain::calendar::{Calendars, DayOff, Skipped};
use crate::domain::deadline::{
    Case, Deadline, ExtensionNotice, NotCounted, QuestionKind, Receipt, ReceiptKind, Step, Suspension, compute,
};
use crate::domain::finding::{Finding, FindingCode, FindingFacts};
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

/// A step of every kind, with every word of its fields. The match makes a new kind an error until it is here.
pub fn steps() -> Vec<Step> {
    let all = every_step();
    for step in &all {
        match step {
            Step::Received { .. }
            | Step::MonthsAdded { .. }
            | Step::SuspensionCounted { .. }
            | Step::SuspensionNotCounted { .. }
            | Step::DaysAdded { .. }
            | Step::Rolled { .. }
            | Step::WorkingDay { .. }
            | Step::ExtensionCounted { .. }
            | Step::ExtensionNotCounted { .. }
            | Step::Suspended { .. }
            | Step::InDoubt { .. }
            | Step::NoCalendar { .. }
            | Step::Expires { .. } => {}
        }
    }
    all
}

fn every_step() -> Vec<Step> {
    let (from, to) = (date("2026-01-31"), date("2026-03-01"));
    let mut steps = Vec::new();
    for proof in ReceiptKind::ALL {
        steps.push(Step::Received { date: from, proof: *proof, place: place("DE-BY") });
    }
    for (months, clamped) in [(1, true), (1, false), (2, false), (3, true), (5, false)] {
        steps.push(Step::MonthsAdded { from, months, to, clamped });
    }
    for kind in QuestionKind::ALL {
        steps.push(Step::SuspensionCounted { kind: *kind, asked_on: from, supplied_on: to });
        steps.push(Step::Suspended { since: from, kind: *kind });
        for why in NotCounted::ALL {
            steps.push(Step::SuspensionNotCounted { kind: *kind, asked_on: from, why: *why });
        }
    }
    for days in [1, 2, 5, 22] {
        steps.push(Step::DaysAdded { from, days, to });
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
    for months in [1, 2] {
        steps.push(Step::ExtensionCounted { notified_on: from, months });
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
    steps.push(Step::Expires { due: to, at: place("FR").end_of(to).unwrap(), zone: "Europe/Paris".to_owned() });
    steps
}

/// A request received on a day at a place.
pub fn case(at: &str, received: &str) -> Case {
    let place = place(at);
    let receipt = Receipt::on(ReceiptKind::RegisteredDelivery, date(received), place).unwrap();
    Case { place, receipt, extensions: Vec::new(), suspensions: Vec::new() }
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
    .iter()
    .map(|case| compute(case, &Calendars::bundled()).unwrap())
    .collect()
}
