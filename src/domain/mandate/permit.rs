//! Whether an act is covered at a moment (M-9).

use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{Timestamp, ToSpan};
use uuid::Uuid;

use super::{Act, AnswerRecipient, ComplaintAct, Mandate, MandateState};
use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::domain::right::Right;

/// Proof that a mandate covered an act. Only [`Mandate::permits`] makes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permit {
    act: Act,
    right: Right,
    at: Timestamp,
}

impl Permit {
    /// What was permitted.
    pub const fn act(&self) -> Act {
        self.act
    }

    /// For which right.
    pub const fn right(&self) -> Right {
        self.right
    }

    /// When it was checked.
    pub const fn at(&self) -> Timestamp {
        self.at
    }

    /// A permit without a mandate, for tests of what needs one.
    #[cfg(test)]
    pub(crate) const fn for_tests(act: Act, right: Right, at: Timestamp) -> Self {
        Self { act, right, at }
    }
}

/// Why an act is not covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MandateRefusal {
    /// There is no mandate at all. For callers that look one up.
    #[error("there is no mandate")]
    Missing,
    /// Its first day has not come.
    #[error("the mandate is not yet valid")]
    NotYetValid,
    /// Its last day has passed.
    #[error("the mandate has expired")]
    Expired,
    /// The person took it back.
    #[error("the mandate was revoked")]
    Revoked,
    /// It does not cover this right.
    #[error("the mandate does not cover this right")]
    RightNotCovered,
    /// It does not cover this controller.
    #[error("the mandate does not cover this controller")]
    ControllerNotCovered,
    /// It does not cover this act.
    #[error("the mandate does not cover this act")]
    ActNotCovered,
    /// The person has not agreed that sending reveals the organisation (P-3).
    #[error("the person has not agreed that the request reveals the organisation")]
    DisclosureMissing,
}

impl MandateRefusal {
    /// The problem code of this refusal.
    pub const fn code(self) -> Code {
        match self {
            Self::Missing => Code::MandateMissing,
            Self::NotYetValid => Code::MandateNotYetValid,
            Self::Expired => Code::MandateExpired,
            Self::Revoked => Code::MandateRevoked,
            Self::RightNotCovered => Code::MandateRightNotCovered,
            Self::ControllerNotCovered => Code::MandateControllerNotCovered,
            Self::ActNotCovered => Code::MandateActNotCovered,
            Self::DisclosureMissing => Code::MandateDisclosureMissing,
        }
    }
}

impl From<MandateRefusal> for Problem {
    fn from(refusal: MandateRefusal) -> Self {
        Self::with_detail(refusal.code(), refusal.to_string())
    }
}

impl Mandate {
    /// Where the mandate stands at a moment.
    ///
    /// A mandate states days without a place. It counts as in force only while it is so everywhere in the Union, from
    /// the Azores to Cyprus, so that nothing is ever done before its first day or after its last.
    pub fn state_at(&self, at: Timestamp) -> MandateState {
        if self.revoked_at.is_some_and(|revoked| revoked <= at) {
            MandateState::Revoked
        } else if date_at(at, -1) < self.valid_from {
            MandateState::NotYetValid
        } else if self.valid_until.is_some_and(|last| date_at(at, 3) > last) {
            MandateState::Expired
        } else {
            MandateState::Active
        }
    }

    /// The instant from which the mandate can be valid: its first day has begun everywhere in the Union.
    pub fn begins_at(&self) -> Option<Timestamp> {
        Offset::constant(-1).to_timestamp(self.valid_from.at(0, 0, 0, 0)).ok()
    }

    /// The instant from which the mandate counts as expired, if it has an end.
    pub fn expires_at(&self) -> Option<Timestamp> {
        let day_after = self.valid_until?.checked_add(1.day()).ok()?;
        Offset::constant(3).to_timestamp(day_after.at(0, 0, 0, 0)).ok()
    }

    /// Whether the mandate covers an act on a right against a controller at a moment (M-9).
    ///
    /// # Errors
    /// The first reason why not, time before content.
    pub fn permits<C: AsRef<str>>(
        &self,
        act: Act,
        right: Right,
        controller: Uuid,
        controller_categories: &[C],
        at: Timestamp,
    ) -> Result<Permit, MandateRefusal> {
        match self.state_at(at) {
            MandateState::Active => {}
            MandateState::NotYetValid => return Err(MandateRefusal::NotYetValid),
            MandateState::Expired => return Err(MandateRefusal::Expired),
            MandateState::Revoked => return Err(MandateRefusal::Revoked),
        }
        let controllers = match complaint_act(act) {
            None => {
                let power = self.powers.request.as_ref().ok_or(MandateRefusal::ActNotCovered)?;
                if !power.rights.contains(&right) {
                    return Err(MandateRefusal::RightNotCovered);
                }
                if act == Act::OpenAnswer && power.answer_recipient == AnswerRecipient::Person {
                    return Err(MandateRefusal::ActNotCovered);
                }
                &power.controllers
            }
            Some(needed) => {
                let power = self.powers.complaint.as_ref().ok_or(MandateRefusal::ActNotCovered)?;
                if !power.acts.contains(&needed) {
                    return Err(MandateRefusal::ActNotCovered);
                }
                &power.controllers
            }
        };
        if !controllers.covers(controller, controller_categories) {
            return Err(MandateRefusal::ControllerNotCovered);
        }
        if act != Act::OpenAnswer && !self.powers.disclosure_consent {
            return Err(MandateRefusal::DisclosureMissing);
        }
        Ok(Permit { act, right, at })
    }
}

/// The first day that has not ended everywhere on Earth at a moment: a mandate whose last day lies before it is over, whatever
/// the place it meant.
///
/// Acts under a mandate stop as soon as its last day has ended somewhere in the Union ([`Mandate::state_at`]), since doing
/// too little can be mended. Withdrawing its open requests cannot, so that waits for the end of the day at UTC-12, the last
/// place where it ends.
pub fn day_not_over_everywhere(at: Timestamp) -> Date {
    date_at(at, -12)
}

/// From when on a day has ended everywhere on Earth: the first instant at which [`day_not_over_everywhere`] is a later day.
pub fn over_everywhere_from(day: Date) -> Timestamp {
    let next = day.tomorrow().unwrap_or(Date::MAX).at(0, 0, 0, 0);
    Offset::constant(-12).to_timestamp(next).unwrap_or(Timestamp::MAX)
}

/// The part of a complaint power that an act needs; none for acts under a request power.
const fn complaint_act(act: Act) -> Option<ComplaintAct> {
    match act {
        Act::Prepare | Act::Dispatch | Act::Message | Act::OpenAnswer => None,
        Act::LodgeComplaint | Act::FollowComplaint => Some(ComplaintAct::Complaint),
        Act::SueAuthority => Some(ComplaintAct::ActionAgainstAuthority),
        Act::SueController => Some(ComplaintAct::ActionAgainstController),
        Act::ClaimCompensation => Some(ComplaintAct::Compensation),
    }
}

fn date_at(at: Timestamp, offset_hours: i8) -> Date {
    Offset::constant(offset_hours).to_datetime(at).date()
}
