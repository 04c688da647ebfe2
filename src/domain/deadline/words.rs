//! The wording of deadlines in English. The only file of this module that holds sentences, so that other languages can stand
//! beside it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Deadline, NotCounted, QuestionKind, ReceiptKind, Regime, Start, Step, Term, Unit};
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
        rule: step.source(deadline.regime).rule.to_owned(),
        article: step.source(deadline.regime).article.map(str::to_owned),
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
    let row = deadline.regime.row();
    let term = row.term.longer_by(deadline.extended_by.map_or(0, |by| by.count));
    let mut text = match deadline.regime {
        Regime::GdprRequest | Regime::UkRequest => format!(
            "Received on {received}; an answer is due by {}, {} after receipt",
            weekday_and_day(due),
            length(term)
        ),
        other => format!("{} by {}, {} after {received}", act(other), weekday_and_day(due), length(term)),
    };
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
        Step::Received { date, proof: Some(proof), place } => format!(
            "The request reached the controller ({place}) on {}, as shown by {}; that day is not counted.",
            weekday_and_day(*date),
            proof_words(*proof)
        ),
        Step::Received { date, proof: None, place } => format!(
            "The request reached the controller ({place}) on {}; that day is not counted.",
            weekday_and_day(*date)
        ),
        Step::Started { event, date, place } => {
            format!("On {} {} ({place}); that day is not counted.", weekday_and_day(*date), began(*event))
        }
        Step::LodgingAssumed { from } => format!(
            "These rules hold for complaints lodged on or after {}; that this one was lodged then is assumed.",
            day(*from)
        ),
        Step::StartMoved { kind, to } => format!(
            "The controller asked {} and had it on {}; the period begins only then.",
            question(*kind),
            weekday_and_day(*to)
        ),
        Step::Counted { from, count, unit, to, clamped } => {
            let term = capital(&length(Term { count: *count, unit: *unit }));
            let end = weekday_and_day(*to);
            match clamped {
                false => format!("{term} from {} ends on {end}.", day(*from)),
                true => format!(
                    "{term} from {} ends on {end}, the last day of that month, because it has no day {}.",
                    day(*from),
                    from.day()
                ),
            }
        }
        Step::SuspensionCounted { kind, asked_on, supplied_on, .. } => format!(
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
                NotCounted::AccessOnly => "under this law that is so for access alone",
                NotCounted::NeverStops => "under this law nothing stops the time",
            }
        ),
        Step::DaysAdded { from, days: count, to, overlap } => format!(
            "{} of suspension after {} end on {}{}.",
            capital(&days(*count)),
            day(*from),
            weekday_and_day(*to),
            if *overlap { "; days that lie in two suspensions count once" } else { "" }
        ),
        Step::Rolled { from, to, over } => format!(
            "{} is not a working day ({}), so the period ends on the next one, {}.",
            capital(&weekday_and_day(*from)),
            over.iter().map(off).collect::<Vec<_>>().join("; "),
            weekday_and_day(*to)
        ),
        Step::WorkingDay { date } => {
            format!("{} is a working day, so the period ends then.", capital(&weekday_and_day(*date)))
        }
        Step::NotRolled { date } => {
            format!("The period ends on {}, whatever day that is.", weekday_and_day(*date))
        }
        Step::ExtensionCounted { notified_on, count, unit, .. } => format!(
            "On {} an extension by {} was announced, which has effect; the period still runs from its beginning.",
            day(*notified_on),
            length(Term { count: *count, unit: *unit })
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
        Step::StrictReading { date } => format!(
            "In a stricter reading of the law the period ends on {} already: reminders count from then.",
            weekday_and_day(*date)
        ),
        Step::SilenceRejects { .. } => {
            "Without news by then, the authority's silence is a rejection, against which an action lies before the Conseil d'État."
                .to_owned()
        }
        Step::ExpiresAt { due, time, at, zone } => {
            format!("The period runs out at {time} on {} ({zone}), which is {at}.", day(*due))
        }
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
        QuestionKind::Fee => "for a fee",
    }
}

fn began(event: Start) -> &'static str {
    match event {
        Start::RequestReceived => "the request was received",
        Start::ComplaintLodged => "the complaint was lodged with the authority",
        Start::ComplaintTransmitted => "the presumed lead authority received the complaint",
        Start::ResolutionTold => "the complainant was told that the infringement has ended",
        Start::ObjectionTimeOver => "the time to object ran out without an objection",
        Start::CompetenceConfirmed => "the competence of the lead authority was confirmed",
        Start::BreachKnown => "the controller became aware of the breach",
        Start::ControllerAnswered => "the controller answered",
    }
}

fn act(regime: Regime) -> &'static str {
    match regime {
        Regime::GdprRequest | Regime::UkRequest => "The controller must answer",
        Regime::ChAccess | Regime::Lgpd => "The controller must give access",
        Regime::SaInformation => "The authority must tell of progress or outcome",
        Regime::SaInadmissible => "The authority may declare the complaint inadmissible",
        Regime::SaTransmit => "The authority must send the complaint to the presumed lead authority",
        Regime::SaCompetence => "The presumed lead authority must confirm its competence",
        Regime::SaObjection => "The complainant can object",
        Regime::SaResolution => "The authority must record the resolution",
        Regime::SaResolutionDraft | Regime::SaDraftDecision | Regime::SaSimpleCooperation => {
            "The lead authority must submit a draft decision"
        }
        Regime::CcpaConfirmation => "The business must confirm the request",
        Regime::Ccpa => "The business must answer",
        Regime::Breach72h => "The breach must be notified",
        Regime::NlPetition => "The court can be asked",
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

fn length(term: Term) -> String {
    let unit = match term.unit {
        Unit::Hours => "hour",
        Unit::Days => "day",
        Unit::WorkingDays => "working day",
        Unit::Weeks => "week",
        Unit::Months => "month",
    };
    counted(u32::from(term.count), unit)
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
