//! The wording of deadlines in English. The only file of this module that holds sentences, so that other languages can stand
//! beside it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Deadline, NotCounted, QuestionKind, ReceiptKind, Step};
use crate::domain::calendar::{DayOff, Skipped};
use crate::domain::finding::FindingCode;

/// A deadline told in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Explanation {
    /// One sentence.
    pub short: String,
    /// Every step, with the rule and the provision behind it.
    pub steps: Vec<ExplainedStep>,
}

/// One step told in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExplainedStep {
    /// One sentence.
    pub text: String,
    /// The rule of the legal specification.
    pub rule: String,
    /// The provision behind it; absent where the choice is this product's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
}

/// Tells a deadline in words.
pub fn explain(deadline: &Deadline) -> Explanation {
    let step = |step: &Step| ExplainedStep {
        text: sentence(step),
        rule: step.rule().to_owned(),
        article: step.article().map(str::to_owned),
    };
    Explanation { short: short(deadline), steps: deadline.steps.iter().map(step).collect() }
}

fn short(deadline: &Deadline) -> String {
    let received = day(deadline.receipt_date);
    if let Some(since) = deadline.suspended_since {
        return format!(
            "Received on {received}; the clock has stood since {}, because the controller waits for information.",
            day(since)
        );
    }
    let Some(due) = deadline.final_deadline else { return format!("Received on {received}; no date can be given.") };
    let mut text = format!(
        "Received on {received}; an answer is due by {}, {} after receipt",
        weekday_and_day(due),
        months(1 + deadline.extension_months)
    );
    if deadline.is_extended() {
        text.push_str(" under a valid extension");
    }
    if deadline.suspended_days > 0 {
        text.push_str(&format!(", with {} of suspension", days(deadline.suspended_days)));
    }
    if deadline.nominal.is_some_and(|nominal| nominal != due) {
        text.push_str(", moved to the next working day");
    }
    match deadline.earliest {
        Some(earliest) if earliest != due => text.push_str(&format!(" (possibly already {})", day(earliest))),
        _ => {}
    }
    text.push('.');
    text
}

fn sentence(step: &Step) -> String {
    match step {
        Step::Received { date, proof, place } => format!(
            "The request reached the controller ({place}) on {}, as shown by {}; that day is not counted.",
            weekday_and_day(*date),
            proof_words(*proof)
        ),
        Step::MonthsAdded { from, months: count, to, clamped: false } => {
            format!("{} from {} ends on {}.", capital(&months(*count)), day(*from), weekday_and_day(*to))
        }
        Step::MonthsAdded { from, months: count, to, clamped: true } => format!(
            "{} from {} ends on {}, the last day of that month, because it has no day {}.",
            capital(&months(*count)),
            day(*from),
            weekday_and_day(*to),
            from.day()
        ),
        Step::SuspensionCounted { kind, asked_on, supplied_on } => format!(
            "The controller asked {} on {} and had its answer on {}; the time between does not count.",
            question(*kind),
            day(*asked_on),
            day(*supplied_on)
        ),
        Step::SuspensionNotCounted { kind, asked_on, why } => format!(
            "The controller asked {} on {}; this does not stop the clock, because {}.",
            question(*kind),
            day(*asked_on),
            match why {
                NotCounted::NotPrompt => "it did not ask promptly",
                NotCounted::Contested => "the suspension is contested",
            }
        ),
        Step::DaysAdded { from, days: count, to } => {
            format!("{} of suspension after {} end on {}.", capital(&days(*count)), day(*from), weekday_and_day(*to))
        }
        Step::Rolled { from, to, over } => format!(
            "{} is not a working day ({}), so the period ends on the next one, {}.",
            capital(&weekday_and_day(*from)),
            over.iter().map(off).collect::<Vec<_>>().join("; "),
            weekday_and_day(*to)
        ),
        Step::WorkingDay { date } => {
            format!("{} is a working day, so the period ends then.", capital(&weekday_and_day(*date)))
        }
        Step::ExtensionCounted { notified_on, months: count } => format!(
            "On {} the controller announced an extension by {}, in time and with reasons; the period runs from receipt.",
            day(*notified_on),
            further(*count)
        ),
        Step::ExtensionNotCounted { notified_on, defect } => format!(
            "The extension announced on {} has no effect, because {}.",
            day(*notified_on),
            match defect {
                FindingCode::ExtensionLate => "it came after the first deadline",
                FindingCode::ExtensionWithoutReasons => "it gives no reasons",
                FindingCode::ExtensionRepeated => "the period can be extended only once",
                _ => "it is not valid",
            }
        ),
        Step::Suspended { since, kind } => format!(
            "On {} the controller asked {} and still waits; until it has its answer there is no deadline.",
            day(*since),
            question(*kind)
        ),
        Step::InDoubt { earliest, latest, region_unknown } => format!(
            "The end is {} at the earliest and {} at the latest, because {}; the later date is used before anyone is called late.",
            day(*earliest),
            day(*latest),
            if *region_unknown {
                "the holidays depend on the region, which is unknown"
            } else {
                "a holiday is in doubt"
            }
        ),
        Step::NoCalendar { place } => format!(
            "No calendar of public holidays is kept for {place} yet: only weekends were taken into account, and the true date may be later."
        ),
        Step::Expires { due, at, zone } => {
            format!("The period runs out at midnight at the end of {} ({zone}), which is {at}.", day(*due))
        }
    }
}

fn proof_words(proof: ReceiptKind) -> &'static str {
    match proof {
        ReceiptKind::ControllerAcknowledgement => "the controller's acknowledgement",
        ReceiptKind::RegisteredDelivery => "registered delivery",
        ReceiptKind::DeliveryConfirmation => "a confirmation of delivery",
        ReceiptKind::ControllerStatement => "what the controller said or did later",
        ReceiptKind::Presumption => "a presumption from its dispatch",
    }
}

fn question(kind: QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Identity => "for proof of identity",
        QuestionKind::Scope => "what is meant",
    }
}

fn off(day_off: &Skipped) -> String {
    let why = match (day_off.why, &day_off.holiday) {
        (DayOff::Saturday, _) => "a Saturday",
        (DayOff::Sunday, _) => "a Sunday",
        (DayOff::Holiday, Some(name)) => name,
        (DayOff::Holiday, None) => "a public holiday",
    };
    let doubt = if day_off.uncertain { ", in doubt" } else { "" };
    format!("{}: {why}{doubt}", day(day_off.date))
}

fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

fn weekday_and_day(date: Date) -> String {
    date.strftime("%A %-d %B %Y").to_string()
}

fn months(count: u8) -> String {
    counted(u32::from(count), "month")
}

fn further(count: u8) -> String {
    if count == 1 { "one further month".to_owned() } else { format!("{} further months", number(u32::from(count))) }
}

fn days(count: u32) -> String {
    counted(count, "day")
}

fn counted(count: u32, unit: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} {unit}{plural}", number(count))
}

fn number(count: u32) -> String {
    match count {
        1 => "one".to_owned(),
        2 => "two".to_owned(),
        3 => "three".to_owned(),
        _ => count.to_string(),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
