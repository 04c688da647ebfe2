//! Answers: when one may come, and what it makes of the request.

use jiff::Timestamp;

use super::{Answer, AnswerKind, Facts, Lifecycle, Outcome, Refused, RequestStanding};
use crate::domain::finding::FindingCode;

impl AnswerKind {
    /// What came of the request by such an answer. A full answer is taken at its word until it is judged.
    pub(super) const fn outcome(self) -> Outcome {
        match self {
            Self::Full => Outcome::Satisfied,
            Self::Partial => Outcome::PartlySatisfied,
            Self::NoData => Outcome::NoData,
            Self::Refused => Outcome::Refused,
            Self::CannotIdentify => Outcome::NotIdentified,
            Self::Redirected => Outcome::None,
        }
    }

    /// Whether such an answer can take the place of an earlier one that nobody has found wanting.
    ///
    /// It can if it gives more: anything after a redirection or a failed identification, a full or partial answer or "no data"
    /// after a refusal, a full answer or a further part after a part.
    const fn improves_on(self, earlier: Self) -> bool {
        match earlier {
            Self::Full | Self::NoData => false,
            Self::Partial => matches!(self, Self::Full | Self::Partial),
            Self::Refused => matches!(self, Self::Full | Self::Partial | Self::NoData),
            Self::CannotIdentify => !matches!(self, Self::CannotIdentify),
            Self::Redirected => !matches!(self, Self::Redirected),
        }
    }
}

/// Whether an answer of this kind may come now.
pub fn check(facts: &Facts, lifecycle: Lifecycle, kind: AnswerKind) -> Result<(), Refused> {
    let earlier = match (lifecycle, facts.last_answer()) {
        (Lifecycle::Answered | Lifecycle::Closed, Some(earlier)) => earlier,
        _ => return Ok(()),
    };
    if kind.improves_on(earlier.kind) || facts.is_found_wanting() { Ok(()) } else { Err(Refused::AlreadyAnswered) }
}

/// Records an answer.
pub fn record(standing: &mut RequestStanding, kind: AnswerKind, defects: &[FindingCode], at: Timestamp) {
    let on = standing.place.date_of(at);
    let sealed = standing.state.lifecycle == Lifecycle::Withdrawn;
    standing.facts.answers.push(Answer { kind, at, on, defects: defects.to_vec(), sealed, superseded: false });
    if !sealed {
        standing.state.lifecycle = Lifecycle::Answered;
        standing.state.outcome = kind.outcome();
    }
}
