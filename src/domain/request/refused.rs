//! Why an event cannot happen to a request.

use jiff::Timestamp;

use super::{ClockState, Lifecycle};
use crate::domain::code::Code;
use crate::domain::deadline::DeadlineError;
use crate::domain::mandate::MandateRefusal;
use crate::domain::problem::Problem;

/// Why an event was refused. Nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The state does not allow it.
    #[error("`{event}` cannot happen to a request that is `{from}` with its clock `{clock}`")]
    IllegalTransition {
        /// The lifecycle it is in.
        from: Lifecycle,
        /// The clock it has.
        clock: ClockState,
        /// What was tried.
        event: &'static str,
    },
    /// It has an answer that nothing calls into question.
    #[error("the request has been answered already")]
    AlreadyAnswered,
    /// The instant has not come (D-11).
    #[error("the deadline has not passed: {until}")]
    DeadlineNotPassed {
        /// When it will.
        until: Timestamp,
    },
    /// A program may not decide this (S-6).
    #[error("only a person may decide this")]
    HumanDecisionNeeded,
    /// This author may not say this.
    #[error("this is not for this author to say")]
    AuthorNotAllowed,
    /// The permit is for another act or right (M-9).
    #[error("the mandate was checked for another act")]
    PermitForOtherAct,
    /// The mandate does not cover it (M-9).
    #[error(transparent)]
    Mandate(#[from] MandateRefusal),
    /// There is no way to reach the controller.
    #[error("there is no way to reach the controller")]
    NoChannel,
    /// The same request is open already (B-4).
    #[error("the same request is open already")]
    Duplicate,
    /// There is no question or notice of that number.
    #[error("there is no such question or notice")]
    NothingToDecide,
    /// A receipt dated before the dispatch or after the moment it is told.
    #[error("a request cannot be received before it is sent, nor in the future")]
    ImpossibleReceipt,
    /// The dates contradict each other or lie outside the calendars.
    #[error(transparent)]
    Dates(#[from] DeadlineError),
    /// More has happened than is kept of one request.
    #[error("too much has happened to this request already")]
    TooMuch,
}

impl Refused {
    /// The problem code of this refusal.
    pub const fn code(self) -> Code {
        match self {
            Self::IllegalTransition { .. } | Self::NothingToDecide => Code::IllegalTransition,
            Self::AlreadyAnswered => Code::AlreadyAnswered,
            Self::DeadlineNotPassed { .. } => Code::DeadlineNotPassed,
            Self::HumanDecisionNeeded => Code::HumanDecisionNeeded,
            Self::AuthorNotAllowed => Code::AuthorNotAllowed,
            Self::PermitForOtherAct => Code::MandateActNotCovered,
            Self::Mandate(refusal) => refusal.code(),
            Self::NoChannel => Code::ControllerWithoutChannel,
            Self::Duplicate => Code::DuplicateRequest,
            Self::ImpossibleReceipt => Code::ImpossibleDate,
            Self::Dates(DeadlineError::Calendar(_)) => Code::DateNotCovered,
            Self::Dates(_) => Code::ImpossibleDate,
            Self::TooMuch => Code::TooManyMessages,
        }
    }
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Self {
        Self::with_detail(refused.code(), refused.to_string())
    }
}
