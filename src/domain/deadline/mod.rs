//! The clock of a request (rules D-1 to D-15, E-1 to E-10, S-1 to S-7).
//!
//! A [`Case`] is what is known: the place, the receipt, extension notices and suspensions. [`compute`] gives the [`Deadline`]:
//! the legal dates, in both readings where a holiday or region is in doubt, with and without suspension, with the versions of
//! the rules and calendars used and every step taken. Nothing else goes in, so a stored case explains its result for ever
//! (D-15).
//!
//! The arithmetic: `nominal = receipt date + months (clamped to the end of the month) + suspended days`, then once forward to a
//! working day (D-10).

mod choices;
mod compute;
mod edition;
mod open;
mod period;
mod receipt;
pub mod regime;
mod step;
mod steps;
mod waits;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::calendar::{CalendarError, Coverage};
use super::finding::Finding;
use super::legal_order::LegalOrder;
use super::place::Place;
use super::right::Right;

pub use choices::{Choices, MAX_PROMPT_WORKING_DAYS, WhichDate};
pub use compute::compute;
pub use edition::Edition;
pub use open::{OPEN_CHOICES, OpenChoice, OpenPoint};
pub use receipt::{Receipt, ReceiptKind, best as best_receipt};
pub use regime::{Mark, Regime, Source, Start, Term, Unit};
pub use step::{NotCounted, Step};

/// Version of the rules of this module. It changes whenever the same case could give another result.
pub const RULE_VERSION: &str = "2026.3";

text_enum! {
    /// What a controller asks back.
    pub enum QuestionKind {
        /// Who the person is (S-1).
        Identity = "identity",
        /// What is meant, where it processes much data (S-2).
        Scope = "scope",
        /// A fee that is due under the law of the United Kingdom (U-2). Elsewhere it stops nothing.
        Fee = "fee",
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

/// What is known, from which the legal dates follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Case {
    /// Which period is computed.
    pub regime: Regime,
    /// Where the act is due.
    pub place: Place,
    /// Which right is exercised, where a request is.
    pub right: Right,
    /// Local day of what sets the period going, not counted itself (D-3).
    pub started_on: Date,
    /// The moment of it; periods in hours need it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started_at: Option<Timestamp>,
    /// How the receipt of a request is proven, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<ReceiptKind>,
    /// When the complaint was lodged, where that decides which rules hold (C-20).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lodged_on: Option<Date>,
    /// Extension notices, in the order in which they came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extensions: Vec<ExtensionNotice>,
    /// Suspensions, in any order; they may overlap and count once (S-3).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suspensions: Vec<Suspension>,
    /// What the law leaves open and the organisation has decided.
    #[serde(default, skip_serializing_if = "Choices::are_default")]
    pub choices: Choices,
}

impl Case {
    /// A period that something set going on a local day, and nothing has stopped or extended since.
    pub fn new(regime: Regime, place: Place, started_on: Date) -> Self {
        Self {
            regime,
            place,
            right: Right::Access,
            started_on,
            started_at: None,
            proof: None,
            lodged_on: None,
            extensions: Vec::new(),
            suspensions: Vec::new(),
            choices: Choices::default(),
        }
    }

    /// A request that reached its controller, under the law of the place where that must act.
    pub fn of_request(place: Place, right: Right, receipt: &Receipt) -> Self {
        let regime = LegalOrder::of_requests_at(place).regime_of_requests();
        let new = Self::new(regime, place, receipt.local_date(place));
        Self { right, proof: Some(receipt.kind), ..new }
    }
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
    /// Which period it is.
    #[serde(default = "Regime::of_requests", skip_serializing_if = "Regime::is_of_requests")]
    pub regime: Regime,
    /// Version of the rules applied.
    pub rule_version: String,
    /// Version of the calendar applied; `none` where only weekends are known.
    pub calendar_version: String,
    /// How far the calendar could be relied on.
    pub coverage: Coverage,
    /// Local date of what set the period going, for a request its receipt; not counted itself (D-3, H-7).
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
    /// The day on which a stricter reading of the law ends, where it is earlier: reminders count from it (U-5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strict_reading: Option<Date>,
    /// By how much the period was validly extended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extended_by: Option<Term>,
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
    /// The date after which a complaint about silence rests on no suspension that could still count (S-5). Absent when there was
    /// no suspension, so that the final deadline is that date, and while one that is not contested is unfinished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complain_after: Option<Date>,
    /// What the law leaves open and the organisation has decided; the defaults where absent.
    #[serde(default, skip_serializing_if = "Choices::are_default")]
    pub choices: Choices,
    /// The open points that these dates rest on; none when they rest on checked rules alone.
    #[serde(default)]
    pub rests_on: Vec<OpenPoint>,
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
        self.extended_by.is_some()
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

fn is_zero_u32(number: &u32) -> bool {
    *number == 0
}

/// Why a case has no legal dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DeadlineError {
    /// A day that matters is outside the years of the calendar, or of time.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// A question or notice is dated before what sets the period going.
    #[error("nothing can be asked or announced about a request before it is received")]
    BeforeReceipt,
    /// An answer to a question is dated before the question.
    #[error("a question cannot be answered before it is asked")]
    AnswerBeforeQuestion,
    /// An extension by no months.
    #[error("an extension is by at least one month")]
    EmptyExtension,
    /// The period cannot be extended, or not twice.
    #[error("this period cannot be extended so")]
    NotExtendable,
    /// The extension is longer than the law allows.
    #[error("this period can be extended by {most} months at most")]
    ExtensionTooLong {
        /// The longest extension, in months.
        most: u16,
    },
    /// A suspension was named that this law does not know.
    #[error("nothing of the kind stops this period")]
    NothingStops,
    /// Hours were to be counted, and only a day was given.
    #[error("a period in hours is counted from a moment, not from a day")]
    MomentNeeded,
    /// Something is dated before the complaint was lodged.
    #[error("nothing can follow from a complaint before it is lodged")]
    BeforeLodging,
    /// The rules do not hold for a complaint lodged so early (C-20).
    #[error("these rules hold for complaints lodged on or after {from}")]
    NotInForce {
        /// The first day of lodging for which they hold.
        from: Date,
    },
    /// The law of this period is not that of the place.
    #[error("this law does not hold at that place")]
    OtherLaw,
}

#[cfg(test)]
mod tests;
