//! Infringement points told in words.

use fluent_bundle::FluentArgs;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Words;
use crate::domain::finding::{Finding, FindingCode, FindingFacts};

/// An infringement point with what it rests on, told in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExplainedFinding {
    /// What was infringed.
    pub code: FindingCode,
    /// When, as a local date at the controller's place.
    pub on: Date,
    /// Its dates and numbers.
    pub facts: FindingFacts,
    /// The rule of the legal specification.
    pub rule: String,
    /// The provision infringed, as it is cited in that language.
    pub article: String,
    /// How grave it is, to choose what to complain about: 5, the right is denied or ignored; 4, the heart of the answer is
    /// missing; 3, a duty of form or time was broken and can be proven by dates; 2, information or conduct that supports
    /// other points; 1, worth noting only.
    #[schema(minimum = 1, maximum = 5)]
    pub severity: u8,
    /// A few words.
    pub title: String,
    /// One or two sentences with its dates and numbers.
    pub text: String,
}

impl Words {
    /// Tells a finding, with the provision of the law that holds for the controller, as the domain writes it.
    pub fn finding(&self, finding: &Finding, provision: &str) -> ExplainedFinding {
        let Finding { code, on, facts } = *finding;
        let message = format!("finding-{code}");
        ExplainedFinding {
            code,
            on,
            facts,
            rule: code.rule().to_owned(),
            article: self.citations(provision),
            severity: code.severity(),
            title: self.attribute(&message, "title", &FluentArgs::new()),
            text: self.sentence(&message, &told(finding)),
        }
    }
}

/// The variables of the message. What a finding does not know is `none`.
pub(super) fn told(finding: &Finding) -> FluentArgs<'static> {
    let facts = finding.facts;
    let mut told = FluentArgs::new();
    told.set("on", finding.on.to_string());
    told.set("due", facts.due.map_or_else(|| "none".to_owned(), |due| due.to_string()));
    match facts.days_late {
        Some(days) => told.set("days_late", days),
        None => told.set("days_late", "none"),
    }
    match facts.months {
        Some(months) => told.set("months", months),
        None => told.set("months", "none"),
    }
    told
}
