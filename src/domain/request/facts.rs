//! What has happened to a request, as far as the rules need it. From these facts its dates, clock and findings follow.
//!
//! Stored as JSON beside the request. Every field has a default and new fields must too, so that what was stored long ago can
//! still be read.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Approached, Author, ControllerComplaint, Event, QuestionReminded, WithdrawReason};
use crate::domain::deadline::{
    Case, Choices, Deadline, ExtensionNotice, QuestionKind, Receipt, Suspension, SuspensionDecision, Term, best_receipt,
};
use crate::domain::finding::FindingCode;
use crate::domain::place::Place;
use crate::domain::right::Right;

/// Most facts of one kind that a request keeps. More than this is no correspondence any more.
pub const MAX_OF_A_KIND: usize = 50;

/// Most items that an assessment can name.
pub const MAX_ITEMS: usize = 50;

text_enum! {
    /// What kind of answer came.
    pub enum AnswerKind {
        /// Everything.
        Full = "full",
        /// A part; the rest is refused.
        Partial = "partial",
        /// Nothing is held on the person.
        NoData = "no_data",
        /// Refused.
        Refused = "refused",
        /// The person cannot be identified.
        CannotIdentify = "cannot_identify",
        /// Another controller is named.
        Redirected = "redirected",
    }
}

text_enum! {
    /// Why the legal dates changed.
    pub enum ChangeCause {
        /// The request was received.
        Receipt = "receipt",
        /// A better proof of receipt came (D-12).
        BetterReceipt = "better_receipt",
        /// The controller asked back.
        Question = "question",
        /// The controller got what it asked for.
        InformationSupplied = "information_supplied",
        /// The organisation accepted or contested a suspension.
        SuspensionDecision = "suspension_decision",
        /// The controller announced an extension.
        Extension = "extension",
        /// The controller could not identify the person.
        CannotIdentify = "cannot_identify",
        /// A newer calendar of holidays or newer rules came into force (D-15).
        NewEdition = "new_edition",
    }
}

/// The facts of a request.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Facts {
    /// When it left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<Timestamp>,
    /// Every proof of receipt, in the order in which they came (D-12).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub receipts: Vec<Receipt>,
    /// Everything the controller asked back.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
    /// Every extension notice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub extensions: Vec<Extension>,
    /// Local days on which a fee was demanded, with what is wrong with each demand.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fees: Vec<FeeFact>,
    /// Every answer; the last one counts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
    /// When the controller was reminded.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reminders: Vec<Timestamp>,
    /// Every judgment of an answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assessments: Vec<Assessment>,
    /// What was told of dates that came (S-5).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub approached: Vec<Approached>,
    /// What was told of questions that wait (S-6).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions_reminded: Vec<QuestionReminded>,
    /// The complaint that was made to the controller itself (U-6).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub controller_complaint: Option<ControllerComplaint>,
    /// When the passing of the first deadline was noticed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_passed_at: Option<Timestamp>,
    /// When the passing of the final deadline was noticed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub final_passed_at: Option<Timestamp>,
    /// How it was withdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawal: Option<Withdrawal>,
    /// When a person gave it up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub abandoned_at: Option<Timestamp>,
    /// Every change of the legal dates, with its cause (D-15).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<DeadlineChange>,
}

/// Something the controller asked back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Question {
    /// The time it takes from the clock, if it counts.
    pub suspension: Suspension,
    /// What is wrong with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub defects: Vec<FindingCode>,
}

/// An announced extension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Extension {
    /// The notice.
    pub notice: ExtensionNotice,
    /// Its grounds cannot be grounds, or are contested (E-7).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ground_invalid: bool,
}

/// A fee that was demanded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FeeFact {
    /// Local day of the demand.
    pub on: Date,
    /// What is wrong with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub defects: Vec<FindingCode>,
}

/// An answer of the controller.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Answer {
    /// What kind.
    pub kind: AnswerKind,
    /// When it came.
    pub at: Timestamp,
    /// Its local day at the controller's place.
    pub on: Date,
    /// What is wrong with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub defects: Vec<FindingCode>,
    /// It came after the request was withdrawn and stays sealed (M-9).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sealed: bool,
    /// The person could not be identified, information was supplied since, and the controller must answer anew.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub superseded: bool,
}

impl Answer {
    /// Whether it is an answer to the request as it stands.
    pub const fn counts(&self) -> bool {
        !self.sealed && !self.superseded
    }
}

/// A judgment of the last answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Assessment {
    /// When.
    pub at: Timestamp,
    /// Whether everything asked for was given.
    pub satisfied: bool,
    /// The words of the items that were not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unsatisfied: Vec<String>,
}

/// How a request was withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Withdrawal {
    /// Why.
    pub reason: WithdrawReason,
    /// When.
    pub at: Timestamp,
}

/// A change of the legal dates, with what they rested on before and after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DeadlineChange {
    /// When it was caused.
    pub at: Timestamp,
    /// By what.
    pub cause: ChangeCause,
    /// By whom.
    pub author: Author,
    /// The first deadline after it; none while the clock stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_deadline: Option<Date>,
    /// The final deadline after it; none while the clock stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub final_deadline: Option<Date>,
    /// What the dates rest on after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<DeadlineBasis>,
    /// What held before it; none when the dates were computed for the first time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<DatesBefore>,
}

/// What legal dates rest on: the versions and the inputs (D-15).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DeadlineBasis {
    /// Version of the rules.
    pub rule_version: String,
    /// Version of the calendar; `none` where only weekends are known.
    pub calendar_version: String,
    /// Local date of receipt.
    pub receipt_date: Date,
    /// By how much the period was validly extended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extended_by: Option<Term>,
    /// How many suspended days are in the dates.
    #[serde(default)]
    pub suspended_days: u32,
    /// What the law leaves open and the organisation has decided; the defaults where absent.
    #[serde(default, skip_serializing_if = "Choices::are_default")]
    pub choices: Choices,
    /// The final deadline in the reading that ends soonest (H-6); none while the clock stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest: Option<Date>,
}

/// Legal dates that do not hold any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DatesBefore {
    /// The first deadline; none while the clock stood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_deadline: Option<Date>,
    /// The final deadline; none while the clock stood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub final_deadline: Option<Date>,
    /// What they rested on.
    pub basis: DeadlineBasis,
}

impl DeadlineBasis {
    /// What a deadline rests on.
    pub(super) fn of(deadline: &Deadline) -> Self {
        Self {
            rule_version: deadline.rule_version.clone(),
            calendar_version: deadline.calendar_version.clone(),
            receipt_date: deadline.receipt_date,
            extended_by: deadline.extended_by,
            suspended_days: deadline.suspended_days,
            choices: deadline.choices,
            earliest: deadline.earliest,
        }
    }
}

impl Facts {
    /// Whether nothing has happened yet.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The case from which the legal dates are computed; none before receipt.
    pub fn case(&self, place: Place, right: Right, choices: Choices) -> Option<Case> {
        Some(Case {
            extensions: self.extensions.iter().map(|extension| extension.notice).collect(),
            suspensions: self.questions.iter().map(|question| question.suspension).collect(),
            choices,
            ..Case::of_request(place, right, best_receipt(&self.receipts, place)?)
        })
    }

    /// The first answer that counts: it stops the clock.
    pub fn first_answer(&self) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.counts())
    }

    /// The last answer that counts: it is the present one.
    pub fn last_answer(&self) -> Option<&Answer> {
        self.answers.iter().rev().find(|answer| answer.counts())
    }

    /// Whether the last judgment found the last answer wanting.
    pub fn is_found_wanting(&self) -> bool {
        let answered_at = self.last_answer().map(|answer| answer.at);
        self.assessments.last().is_some_and(|last| !last.satisfied && answered_at.is_some_and(|at| at <= last.at))
    }

    /// Whether the controller still waits for something: of one kind, or for any information, which a fee is not.
    pub fn has_open_question(&self, kind: Option<QuestionKind>) -> bool {
        self.questions.iter().any(|question| is_open(&question.suspension, kind))
    }

    /// Notes that the controller has what it asked for.
    pub(super) fn supply(&mut self, kind: Option<QuestionKind>, on: Date) {
        for question in self.questions.iter_mut().filter(|question| is_open(&question.suspension, kind)) {
            question.suspension.supplied_on = Some(on);
        }
    }

    /// Decides on one question or on all. False when there is none of that number.
    pub(super) fn decide(&mut self, question: Option<u16>, decision: SuspensionDecision) -> bool {
        let chosen = match question {
            None => self.questions.as_mut_slice(),
            Some(number) => {
                let number = usize::from(number);
                self.questions.get_mut(number..=number).unwrap_or_default()
            }
        };
        for question in &mut *chosen {
            question.suspension.decision = Some(decision);
        }
        !chosen.is_empty()
    }

    /// Whether one more fact of the kind that an event brings can be kept.
    pub(super) fn has_room_for(&self, event: &Event) -> bool {
        let kept = match event {
            Event::Receipt { .. } => self.receipts.len(),
            Event::Reminder { .. } => self.reminders.len(),
            Event::IdentityQuestion { .. } | Event::ScopeQuestion { .. } => self.questions.len(),
            Event::ExtensionNotice { .. } => self.extensions.len(),
            Event::FeeDemand { .. } => self.fees.len().max(self.questions.len()),
            Event::Refusal { .. }
            | Event::FullAnswer { .. }
            | Event::PartialAnswer { .. }
            | Event::NoData {}
            | Event::CannotIdentify { .. }
            | Event::Redirection {} => self.answers.len(),
            Event::Assessment { .. } => self.assessments.len(),
            Event::AcceptSuspension { .. } | Event::ContestSuspension { .. } => self.changes.len() / 4,
            _ => 0,
        };
        kept < MAX_OF_A_KIND
    }

    /// The first local day on which the controller is known to have said anything about the request.
    pub(super) fn first_word_on(&self) -> Option<Date> {
        let asked = self.questions.iter().map(|question| question.suspension.asked_on);
        let notified = self.extensions.iter().map(|extension| extension.notice.notified_on);
        let answered = self.answers.iter().map(|answer| answer.on);
        asked.chain(notified).chain(answered).min()
    }
}

fn is_open(suspension: &Suspension, kind: Option<QuestionKind>) -> bool {
    // That a fee was paid has to be said: words to a question do not pay it (U-2).
    let is_meant = kind.map_or(suspension.kind != QuestionKind::Fee, |kind| suspension.kind == kind);
    suspension.supplied_on.is_none() && is_meant
}
