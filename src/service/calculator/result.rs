//! What the calculator answers.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::calculator::CaseId;
use crate::domain::calendar::Coverage;
use crate::domain::deadline::{Deadline, LegalDates, OpenPoint, Regime, Term};
use crate::domain::finding::Finding;
use crate::domain::legal_order::provision_in;
use crate::wording::{ExplainedFinding, Explanation, Words};

/// The legal dates of a case.
///
/// Where a holiday or a region is in doubt, each date is the last of the possible ones (H-6). While the controller waits for
/// information it may wait for, there is no deadline (S-6): the dates are null, and `suspended_since` says since when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CaseResult {
    /// The id that was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<CaseId>,
    /// Which period it is.
    pub regime: Regime,
    /// Local date of what set the period going, for a request its receipt (H-7).
    pub receipt_date: Date,
    /// End of the period before weekends and holidays.
    pub nominal: Option<Date>,
    /// Last day to answer, to announce an extension and to refuse (D-14).
    pub first_deadline: Option<Date>,
    /// Last day of the period as validly extended, otherwise the first deadline.
    pub final_deadline: Option<Date>,
    /// The final deadline in the reading that ends soonest (H-6).
    pub earliest: Option<Date>,
    /// The final deadline in the reading that ends last; the same as `final_deadline`.
    pub latest: Option<Date>,
    /// The instant from which it is overdue (D-11, H-8).
    pub overdue_from: Option<Timestamp>,
    /// The day that reminders should count from: the earliest that could be meant (S-5, H-6, U-5).
    pub remind_by: Option<Date>,
    /// By how much the period was validly extended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extended_by: Option<Term>,
    /// How many suspended days are in the dates (S-3).
    pub suspended_days: u32,
    /// The day since which the clock stands, while it does (S-6).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suspended_since: Option<Date>,
    /// The dates as if no suspension counted (S-5). Absent when there was none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without_suspension: Option<LegalDates>,
    /// The dates as if every finished suspension counted that can, contested ones too (S-5).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with_suspension: Option<LegalDates>,
    /// The date after which a complaint about silence rests on no suspension that could still count (S-5).
    pub complain_after: Option<Date>,
    /// Infringement points in the extension and the questions themselves.
    pub findings: Vec<ExplainedFinding>,
    /// The rules behind the dates that the texts of the law do not settle: each is a choice of this product, or should be
    /// confirmed by a lawyer.
    pub rests_on: Vec<OpenPoint>,
    /// Version of the rules applied.
    pub rule_version: String,
    /// Version of the calendar applied; `none` where only weekends are known.
    pub calendar_version: String,
    /// How far the calendar could be relied on.
    pub coverage: Coverage,
    /// How the dates were reached, in words.
    pub explanation: Explanation,
}

impl CaseResult {
    pub(super) fn of(id: Option<CaseId>, deadline: Deadline, words: Words) -> Self {
        let told = |finding: &Finding| words.finding(finding, provision_in(deadline.regime, finding.code));
        let findings = deadline.findings.iter().map(told).collect();
        Self {
            id,
            regime: deadline.regime,
            receipt_date: deadline.receipt_date,
            nominal: deadline.nominal,
            first_deadline: deadline.first_deadline,
            final_deadline: deadline.final_deadline,
            earliest: deadline.earliest,
            latest: deadline.latest,
            overdue_from: deadline.overdue_from,
            remind_by: deadline.remind_by(),
            extended_by: deadline.extended_by,
            suspended_days: deadline.suspended_days,
            suspended_since: deadline.suspended_since,
            without_suspension: deadline.without_suspension,
            with_suspension: deadline.with_suspension,
            complain_after: deadline.complain_after.or(deadline.final_deadline).filter(|_| !deadline.is_suspended()),
            rests_on: deadline.rests_on.clone(),
            coverage: deadline.coverage,
            explanation: words.deadline(&deadline),
            findings,
            rule_version: deadline.rule_version,
            calendar_version: deadline.calendar_version,
        }
    }
}
