//! A deadline told in words: one sentence, and step by step.

use fluent_bundle::FluentArgs;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::{Language, Words, names};
use crate::domain::calendar::Skipped;
use crate::domain::deadline::{Deadline, Mark, Regime, Start, Step};

/// A deadline told in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Explanation {
    /// In which language.
    pub language: Language,
    /// One sentence.
    pub short: String,
    /// Every step, with the rule and the provision behind it.
    pub steps: Vec<ExplainedStep>,
}

/// One step told in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExplainedStep {
    /// What was done, in full sentences.
    pub text: String,
    /// The rule of the legal specification.
    pub rule: String,
    /// The provision behind it, as it is cited in that language; absent where the choice is this product's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// How sure the rule is.
    pub mark: Mark,
}

impl Words {
    /// Tells a deadline.
    pub fn deadline(&self, deadline: &Deadline) -> Explanation {
        let steps = deadline.steps.iter().map(|step| self.step(step, deadline.regime)).collect();
        Explanation { language: self.language(), short: self.short(deadline), steps }
    }

    fn short(&self, deadline: &Deadline) -> String {
        let mut facts = FluentArgs::new();
        facts.set("received", deadline.receipt_date.to_string());
        if let Some(since) = deadline.suspended_since {
            facts.set("since", since.to_string());
            return self.sentence("short-suspended", &facts);
        }
        let Some(due) = deadline.final_deadline else { return self.sentence("short-none", &facts) };
        let row = deadline.regime.row();
        let term = row.term.longer_by(deadline.extended_by.map_or(0, |by| by.count));
        facts.set("due", due.to_string());
        facts.set("count", term.count);
        facts.set("unit", term.unit.as_str());
        facts.set("extended", word(deadline.is_extended()));
        facts.set("moved", word(deadline.nominal.is_some_and(|nominal| nominal != due)));
        let earlier = deadline.earliest.filter(|earliest| *earliest != due);
        facts.set("in_doubt", word(earlier.is_some()));
        facts.set("earliest", earlier.unwrap_or(due).to_string());
        // An answer is due, or something else, which has a name for each regime.
        if row.start == Start::RequestReceived && deadline.regime != Regime::CcpaConfirmation {
            facts.set("suspended_days", deadline.suspended_days);
            return self.sentence("short-due", &facts);
        }
        facts.set("regime", deadline.regime.as_str());
        self.sentence("short-act", &facts)
    }

    /// Tells a step of a regime.
    pub(super) fn step(&self, step: &Step, regime: Regime) -> ExplainedStep {
        let (name, facts) = self.told(step);
        let source = step.source(regime);
        ExplainedStep {
            text: self.sentence(&format!("step-{name}"), &facts),
            rule: source.rule.to_owned(),
            article: source.article.map(|article| self.citations(article)),
            mark: source.mark,
        }
    }

    /// The word of a step, and its fields as the variables of its message: numbers as numbers, everything else as the text
    /// that the API shows, `yes` or `no` for what holds or does not, and the days passed over as a list.
    pub(super) fn told(&self, step: &Step) -> (String, FluentArgs<'static>) {
        let mut name = String::new();
        let mut facts = FluentArgs::new();
        if let Step::Rolled { over, .. } = step {
            facts.set("over", self.days_off(over));
        }
        let Ok(Value::Object(fields)) = serde_json::to_value(step) else { return (name, facts) };
        for (field, value) in fields {
            match value {
                Value::String(text) if field == "step" => name = text,
                Value::String(text) => facts.set(field, text),
                Value::Bool(holds) => facts.set(field, word(holds)),
                Value::Number(number) => facts.set(field, number.as_i64().unwrap_or_default()),
                Value::Null => facts.set(field, "none"),
                Value::Array(_) | Value::Object(_) => {}
            }
        }
        (name, facts)
    }

    fn days_off(&self, days: &[Skipped]) -> String {
        let add = |before: String, day: String| {
            let mut facts = FluentArgs::new();
            facts.set("before", before);
            facts.set("day", day);
            self.sentence("days-off", &facts)
        };
        days.iter().map(|day| self.day_off(day)).reduce(add).unwrap_or_default()
    }

    fn day_off(&self, day: &Skipped) -> String {
        let mut facts = FluentArgs::new();
        let name = names::holiday(*self, day);
        facts.set("date", day.date.to_string());
        facts.set("named", word(name.is_some()));
        facts.set("name", name.unwrap_or_default());
        facts.set("why", day.why.as_str());
        facts.set("uncertain", word(day.uncertain));
        self.sentence("day-off", &facts)
    }
}

/// How a truth is handed to a message.
pub(super) const fn word(holds: bool) -> &'static str {
    if holds { "yes" } else { "no" }
}
