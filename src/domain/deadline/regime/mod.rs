//! Which period is computed: one row of a table for each, with its length, its start, its extension and its source.
//!
//! The engine knows no regime by name. What differs between them (whether the end moves to a working day, what may extend the
//! period, what stops it, where and for which complaints it holds) are columns of the table.

mod reach;
mod row;
mod table;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use reach::{Gate, PROCEDURE_APPLIES_FROM, Reach, views_between};
pub use row::{Extending, Row, Stops};

text_enum! {
    /// Which period is computed, under which law.
    pub enum Regime {
        /// A request under Articles 15 to 22 GDPR: one month, two more at most (D-1, E-1).
        GdprRequest = "gdpr_request",
        /// News of a complaint from the supervisory authority: three months (C-10).
        SaInformation = "sa_information",
        /// A cross-border complaint is declared inadmissible: two weeks (C-21).
        SaInadmissible = "sa_inadmissible",
        /// A cross-border complaint goes to the presumed lead authority: six weeks (C-22).
        SaTransmit = "sa_transmit",
        /// The presumed lead authority confirms its competence: six weeks (C-23).
        SaCompetence = "sa_competence",
        /// The complainant objects to an early resolution: four weeks (C-24).
        SaObjection = "sa_objection",
        /// Without objection the receiving authority records the resolution: two weeks (C-24).
        SaResolution = "sa_resolution",
        /// Without objection the lead authority submits a draft decision: four weeks (C-24).
        SaResolutionDraft = "sa_resolution_draft",
        /// The lead authority submits a draft decision: 15 months, 12 more once (C-25).
        SaDraftDecision = "sa_draft_decision",
        /// Simple cooperation: 12 months, two more for domestic proceedings (C-26).
        SaSimpleCooperation = "sa_simple_cooperation",
        /// A request under the law of the United Kingdom: one month, two more at most (U-1 to U-5).
        UkRequest = "uk_request",
        /// A controller in the United Kingdom acknowledges a complaint made to it: 30 days (U-6).
        UkComplaint = "uk_complaint",
        /// A request under the law of Switzerland: 30 days, and longer as the controller announces (J-CH).
        ChAccess = "ch_access",
        /// A business in California confirms a request: 10 business days (J-CA).
        CcpaConfirmation = "ccpa_confirmation",
        /// A business in California answers a request: 45 days, 45 more at most (J-CA).
        Ccpa = "ccpa",
        /// Full access under the law of Brazil: 15 days (J-BR).
        Lgpd = "lgpd",
        /// A breach is notified to the supervisory authority: 72 hours (P-7).
        Breach72h = "breach_72h",
        /// The court in the Netherlands is asked after the answer of a private controller: six weeks (N-NL).
        NlPetition = "nl_petition",
    }
}

text_enum! {
    /// What a period is counted in.
    pub enum Unit {
        /// Hours, from the moment on (P-7).
        Hours = "hours",
        /// Days, holidays among them.
        Days = "days",
        /// Days except Saturdays, Sundays and public holidays.
        WorkingDays = "working_days",
        /// Weeks, to the same day of the week (D-4).
        Weeks = "weeks",
        /// Months, to the same number of the day, or the last of the month (D-4, D-5).
        Months = "months",
    }
}

/// A length of time as laws state it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Term {
    /// How many.
    pub count: u16,
    /// Of what.
    pub unit: Unit,
}

impl Term {
    pub(super) const fn of(count: u16, unit: Unit) -> Self {
        Self { count, unit }
    }

    /// This term and so many more of its unit.
    pub const fn longer_by(self, more: u16) -> Self {
        Self { count: self.count.saturating_add(more), unit: self.unit }
    }
}

text_enum! {
    /// How sure a rule is.
    pub enum Mark {
        /// Checked in the text of the act, the judgment or the official guidance.
        Text = "text",
        /// Checked in a source that reports or quotes it.
        Reported = "reported",
        /// Known but not verified: have a lawyer confirm it.
        Unverified = "unverified",
        /// The law is silent: a decision of this product.
        Choice = "choice",
    }
}

impl Mark {
    /// Whether the rule was checked, in its text or in a source that quotes it.
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Text | Self::Reported)
    }
}

text_enum! {
    /// What sets a period going.
    pub enum Start {
        /// The request reached the controller.
        RequestReceived = "request_received",
        /// The complaint was lodged with the authority.
        ComplaintLodged = "complaint_lodged",
        /// The presumed lead authority received the complaint.
        ComplaintTransmitted = "complaint_transmitted",
        /// The complainant was told that the infringement has ended.
        ResolutionTold = "resolution_told",
        /// The time to object ran out without an objection.
        ObjectionTimeOver = "objection_time_over",
        /// The competence of the lead authority was confirmed.
        CompetenceConfirmed = "competence_confirmed",
        /// The controller became aware of the breach.
        BreachKnown = "breach_known",
        /// The controller answered.
        ControllerAnswered = "controller_answered",
        /// A complaint about it reached the controller itself.
        ControllerComplaint = "controller_complaint",
    }
}

/// Where a rule is written, and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The rule of the legal specification.
    pub rule: &'static str,
    /// The provision behind it; none where the choice is this product's own.
    pub article: Option<&'static str>,
    /// How sure it is.
    pub mark: Mark,
}

impl Source {
    pub(in crate::domain) const fn new(rule: &'static str, article: &'static str, mark: Mark) -> Self {
        Self { rule, article: Some(article), mark }
    }

    pub(in crate::domain) const fn unverified(rule: &'static str) -> Self {
        Self { rule, article: None, mark: Mark::Unverified }
    }

    pub(in crate::domain::deadline) const fn choice(rule: &'static str) -> Self {
        Self { rule, article: None, mark: Mark::Choice }
    }
}

impl Regime {
    /// That of requests under the GDPR, which is meant where none is named.
    pub const fn of_requests() -> Self {
        Self::GdprRequest
    }

    /// Whether it is that of requests under the GDPR.
    pub fn is_of_requests(&self) -> bool {
        *self == Self::GdprRequest
    }

    /// Its row of the table.
    pub const fn row(self) -> &'static Row {
        &table::ROWS[self as usize]
    }
}

#[cfg(test)]
mod tests;
