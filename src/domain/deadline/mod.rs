//! The clock of a request (rules D-1 to D-15, E-1 to E-10, S-1 to S-7).
//!
//! A [`Case`] is what is known: the place, the receipt, extension notices and suspensions. [`compute`] gives the [`Deadline`]:
//! the legal dates, in both readings where a holiday or region is in doubt, with and without suspension, with the versions of
//! the rules and calendars used and every step taken. Nothing else goes in, so a stored case explains its result for ever
//! (D-15).
//!
//! The arithmetic: `nominal = receipt date + months (clamped to the end of the month) + suspended days`, then once forward to a
//! working day (D-10).

mod compute;
mod edition;
mod period;
mod receipt;
mod step;
mod words;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::calendar::{CalendarError, Coverage};
use super::finding::Finding;
use super::place::Place;

pub use compute::compute;
pub use edition::Edition;
pub use receipt::{Receipt, ReceiptKind, best as best_receipt};
pub use step::{NotCounted, Step};
pub use words::{ExplainedStep, Explanation, explain};

/// Version of the rules of this module. It changes whenever the same case could give another result.
pub const RULE_VERSION: &str = "2026.1";

/// The longest extension that has effect (E-1), in months.
pub const MAX_EXTENSION_MONTHS: u8 = 2;

/// A question stops the clock by itself only if it was asked within this many working days of receipt (S-4).
pub const PROMPT_WORKING_DAYS: u32 = 5;

text_enum! {
    /// What a controller asks back.
    pub enum QuestionKind {
        /// Who the person is (S-1).
        Identity = "identity",
        /// What is meant, where it processes much data (S-2).
        Scope = "scope",
    }
}

text_enum! {
    /// What the organisation says to a suspension. Without a decision a prompt question is accepted and a late one is not (S-4).
    pub enum SuspensionDecision {
        /// It counts.
        Accepted = "accepted",
        /// It does not count.
        Contested = "contested",
    }
}

/// A time during which a controller waited for information.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Suspension {
    /// What was asked.
    pub kind: QuestionKind,
    /// Local day of the question.
    pub asked_on: Date,
    /// Local day on which the controller had its answer; none while it waits (S-6).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplied_on: Option<Date>,
    /// What the organisation says to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<SuspensionDecision>,
}

/// A notice that the period is extended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExtensionNotice {
    /// Local day of the notice.
    pub notified_on: Date,
    /// By how many months beyond the first.
    pub months: u8,
    /// Whether it gives reasons (E-2).
    pub reasoned: bool,
}

/// What is known about a request, from which its legal dates follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Case {
    /// Where the controller must act.
    pub place: Place,
    /// The proof of receipt that counts.
    pub receipt: Receipt,
    /// Extension notices, in the order in which they came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extensions: Vec<ExtensionNotice>,
    /// Suspensions, in any order; they may overlap and count once (S-3).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suspensions: Vec<Suspension>,
}

/// The two legal dates in one reading of the suspensions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LegalDates {
    /// Last day to answer, to announce an extension and to refuse (D-14).
    pub first_deadline: Date,
    /// Last day of the period as validly extended.
    pub final_deadline: Date,
}

/// The legal dates of a request.
///
/// Where a holiday or a region is in doubt, each date is the last of the possible ones, so that nobody is called late too
/// soon (H-6); `earliest` is the first of the possible ones. While the controller waits for information it may wait for,
/// there is no deadline at all (S-6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Deadline {
    /// Version of the rules applied.
    pub rule_version: String,
    /// Version of the calendar applied; `none` where only weekends are known.
    pub calendar_version: String,
    /// How far the calendar could be relied on.
    pub coverage: Coverage,
    /// Local date of receipt, not counted itself (D-3, H-7).
    pub receipt_date: Date,
    /// End of the period before weekends and holidays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nominal: Option<Date>,
    /// Last day to answer, to announce an extension and to refuse (D-14).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_deadline: Option<Date>,
    /// Last day of the period as validly extended, otherwise the first deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub final_deadline: Option<Date>,
    /// The final deadline in the reading that ends soonest (H-6).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest: Option<Date>,
    /// The final deadline in the reading that ends last; the same as `final_deadline`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest: Option<Date>,
    /// The instant at which the first deadline has passed (D-11).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_passes_at: Option<Timestamp>,
    /// The instant from which the request is overdue (D-11, H-8).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overdue_from: Option<Timestamp>,
    /// By how many months the period was validly extended.
    #[serde(default, skip_serializing_if = "is_zero_u8")]
    pub extension_months: u8,
    /// How many suspended days are in the dates (S-3).
    #[serde(default, skip_serializing_if = "is_zero_u32")]
    pub suspended_days: u32,
    /// The day since which the clock stands, while it does (S-6).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suspended_since: Option<Date>,
    /// The dates as if no suspension counted (S-5). Absent when there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without_suspension: Option<LegalDates>,
    /// The dates as if every finished suspension counted, contested ones too (S-5). Absent when there was none, and while one
    /// is unfinished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with_suspension: Option<LegalDates>,
    /// How the dates were reached, in order.
    pub steps: Vec<Step>,
    /// Infringement points in the extensions and questions themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
}

impl Deadline {
    /// Whether the clock stands because the controller may wait for information (S-6).
    pub const fn is_suspended(&self) -> bool {
        self.suspended_since.is_some()
    }

    /// Whether the period was validly extended.
    pub const fn is_extended(&self) -> bool {
        self.extension_months > 0
    }

    /// The date reminders count from: the earliest that could be meant (S-5, H-6).
    pub fn remind_by(&self) -> Option<Date> {
        let without = self.without_suspension.map(|dates| dates.final_deadline);
        self.earliest.into_iter().chain(without).min()
    }

    /// By how many days an answer on this local date came after the final deadline (D-1). Zero while there is none.
    pub fn days_late(&self, answered_on: Date) -> u32 {
        days_after(self.final_deadline, answered_on)
    }

    /// By how many days a refusal on this local date came after the first deadline, which no extension moves (E-10).
    pub fn refusal_days_late(&self, refused_on: Date) -> u32 {
        days_after(self.first_deadline, refused_on)
    }
}

fn days_after(due: Option<Date>, day: Date) -> u32 {
    due.and_then(|due| (day - due).get_days().try_into().ok()).unwrap_or(0)
}

fn is_zero_u8(number: &u8) -> bool {
    *number == 0
}

fn is_zero_u32(number: &u32) -> bool {
    *number == 0
}

/// Why a case has no legal dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DeadlineError {
    /// A day that matters is outside the years of the calendar, or of time.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// A question or notice is dated before the request was received.
    #[error("nothing can be asked or announced about a request before it is received")]
    BeforeReceipt,
    /// An answer to a question is dated before the question.
    #[error("a question cannot be answered before it is asked")]
    AnswerBeforeQuestion,
    /// An extension by no months.
    #[error("an extension is by at least one month")]
    EmptyExtension,
}

#[cfg(test)]
mod tests;
