//! What the law leaves open, or was not verified, and what was chosen: the one list of it.
//!
//! `docs/DEADLINES.md` shows the same table. Every date tells on which of these points it rests ([`rests_on`]); one that rests on
//! checked rules alone tells none.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::compute::Reading;
use super::regime::{Mark, Regime, Unit};
use super::{Case, Deadline, ReceiptKind, SuspensionDecision};
use crate::domain::finding::FindingCode;
use crate::domain::right::Right;

/// A point that the texts of the law do not settle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenChoice {
    /// The rule of the legal specification.
    pub rule: &'static str,
    /// How sure it is: a choice of this product, or known and not verified.
    pub mark: Mark,
    /// What is open.
    pub question: &'static str,
    /// What is done.
    pub chosen: &'static str,
    /// The part of a campaign's policy that decides otherwise, if any can.
    pub policy: Option<&'static str>,
}

const fn choice(rule: &'static str, question: &'static str, chosen: &'static str) -> OpenChoice {
    OpenChoice { rule, mark: Mark::Choice, question, chosen, policy: None }
}

const fn unverified(rule: &'static str, question: &'static str, chosen: &'static str) -> OpenChoice {
    OpenChoice { mark: Mark::Unverified, ..choice(rule, question, chosen) }
}

impl OpenChoice {
    const fn set_by(self, policy: &'static str) -> Self {
        Self { policy: Some(policy), ..self }
    }
}

/// Every open point behind a date, in the order of the rules.
pub const OPEN_CHOICES: &[OpenChoice] = &[
    choice(
        "D-11",
        "When does a period of another legal order run out?",
        "At local midnight that ends its last day, as in the Union",
    ),
    choice(
        "D-12",
        "What if nothing better than a later statement or the dispatch proves the receipt?",
        "It stands in until a better proof comes, which replaces it with a trace",
    ),
    choice("E-1", "A notice of more than two months", "Has effect for two, and a finding"),
    choice("E-2", "Notice of an extension on a first deadline that has moved to a working day", "In time"),
    choice("E-3", "From when does an extension run?", "From receipt, so that the 31st is not lost"),
    choice("E-5", "A late notice, or one without reasons", "No effect, and a finding"),
    choice(
        "S-3",
        "How long is a suspension?",
        "Whole days from the question to the answer, `received - asked`; days in two suspensions count once, and the explanation \
         says so",
    ),
    choice(
        "S-4",
        "When is a question prompt?",
        "Within five working days of receipt; a later one stops the clock only if the organisation accepts it",
    )
    .set_by("prompt_working_days"),
    choice(
        "S-5",
        "Which date counts where a suspension makes two?",
        "Both are computed and kept; reminders count from the earlier",
    )
    .set_by("reminders_from"),
    choice(
        "S-5",
        "Which of the two has to pass before a complaint about silence?",
        "The later, `complain_after`, except for suspensions that are contested",
    )
    .set_by("complaints_after"),
    choice("S-6", "The person has not replied", "No deadline, and `suspended_since`"),
    choice("H-5", "Municipal holidays (Italy, Portugal, Spain)", "Are left out"),
    choice(
        "H-6",
        "A holiday in doubt, an unknown region, or no calendar",
        "Both dates; nobody is called late before the later",
    ),
    choice("C-20", "A day of lodging that was not stated", "Taken to be late enough, and the explanation says so"),
    unverified(
        "P-7",
        "How long after a breach is known must it be notified?",
        "72 hours, through weekends and holidays",
    ),
    choice(
        "U-5",
        "\"Beginning with\" the day, in the United Kingdom",
        "The later day for breach, the earlier for reminders",
    ),
    unverified(
        "J-EEA",
        "Do the clock rules of the Union hold in Iceland, Liechtenstein and Norway?",
        "Yes, through the EEA",
    ),
    unverified(
        "J-CH",
        "What stops or extends the 30 days of Switzerland?",
        "Questions about identity stop them as in the Union; a notice in time adds 30 days for each month announced, and needs \
         no reasons",
    ),
    choice(
        "J-CH",
        "Until when are rights other than access and portability answered in Switzerland?",
        "Within the same 30 days",
    ),
];

/// An open point that a date rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OpenPoint {
    /// The rule of the legal specification.
    pub rule: String,
    /// How sure it is.
    pub mark: Mark,
}

/// The open points that the dates of a case rest on, each once, in the order of the list.
pub(super) fn rests_on(case: &Case, chosen: &Reading, deadline: &Deadline) -> Vec<OpenPoint> {
    let steps = deadline.steps.iter().map(|step| step.source(deadline.regime));
    let sources = steps.filter(|source| !source.mark.is_settled()).map(|source| (source.rule, source.mark));
    let mut met: Vec<(&str, Mark)> = sources.collect();
    met.extend(of_the_case(case, chosen, deadline).into_iter().map(|rule| (rule, Mark::Choice)));
    if matches!(case.place.country(), "IS" | "LI" | "NO") && case.regime == Regime::GdprRequest {
        met.push(("J-EEA", Mark::Unverified));
    }
    // A source may name several rules; the first is the one that is open.
    let is_met = |open: &OpenChoice| {
        met.iter().any(|(rule, mark)| rule.split(' ').next() == Some(open.rule) && *mark == open.mark)
    };
    let mut points: Vec<OpenPoint> = Vec::new();
    for open in OPEN_CHOICES.iter().filter(|open| is_met(open)) {
        let point = OpenPoint { rule: open.rule.to_owned(), mark: open.mark };
        if !points.contains(&point) {
            points.push(point);
        }
    }
    points
}

/// Choices that no step shows by its own source.
fn of_the_case(case: &Case, chosen: &Reading, deadline: &Deadline) -> Vec<&'static str> {
    let row = case.regime.row();
    let of_union = !matches!(case.regime, Regime::UkRequest | Regime::ChAccess | Regime::Ccpa);
    let in_force = || case.extensions.iter().zip(&chosen.defects).filter(|(_, defect)| has_effect(defect.as_ref()));
    let by_default = |one: &super::Suspension| one.decision.is_none() && row.stops == super::regime::Stops::Questions;
    let decided = |one: &super::Suspension| one.decision == Some(SuspensionDecision::Accepted);
    let mut met = Vec::new();
    for (rule, is_met) in [
        ("D-12", matches!(case.proof, Some(ReceiptKind::ControllerStatement | ReceiptKind::Presumption))),
        ("E-1", chosen.defects.iter().flatten().any(|defect| defect.code == FindingCode::ExtensionTooLong)),
        ("E-2", of_union && in_force().any(|(notice, _)| notice.notified_on > chosen.first.nominal)),
        ("E-3", of_union && deadline.is_extended() && row.term.unit == Unit::Months),
        ("S-4", case.suspensions.iter().any(by_default)),
        ("S-5", case.suspensions.iter().any(decided)),
        ("H-5", row.rolls && matches!(case.place.country(), "ES" | "IT" | "PT") && !deadline.is_suspended()),
        ("J-CH", case.regime == Regime::ChAccess && !matches!(case.right, Right::Access | Right::Portability)),
    ] {
        if is_met {
            met.push(rule);
        }
    }
    met
}

fn has_effect(defect: Option<&crate::domain::finding::Finding>) -> bool {
    defect.is_none_or(|finding| finding.code == FindingCode::ExtensionTooLong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_shows_every_open_choice() {
        let document = include_str!("../../../docs/DEADLINES.md");
        for open in OPEN_CHOICES {
            let policy = open.policy.map(|part| format!("`{part}`")).unwrap_or_default();
            let row = format!("| {} | {} | {} | {} | {policy} |", open.question, open.chosen, open.rule, open.mark);
            let row = row.replace("|  |", "| |");
            assert_eq!(document.matches(&row).count(), 1, "{row}");
        }
        let table = document.split("## Choices").nth(1).unwrap().split("\n## ").next().unwrap();
        let rows = table.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| ---")).count();
        assert_eq!(rows, OPEN_CHOICES.len() + 1, "the table has a head and nothing that is not in the list");
    }

    #[test]
    fn no_settled_rule_is_called_open() {
        for open in OPEN_CHOICES {
            assert!(!open.mark.is_settled(), "{}", open.rule);
        }
    }
}
