//! Who may take part in a complaint (M-1 to M-9, C-2, C-4). Asked when it is prepared, when it is lodged and at each later step:
//! whoever cannot take part any more is left out by the name of a rule, and the rest goes on.

use crate::domain::finding::Finding;
use crate::domain::mandate::MandateRefusal;
use crate::domain::request::Lifecycle;
use crate::domain::right::Right;

text_enum! {
    /// Why a person is not, or no longer, part of a complaint.
    pub enum LeftOut {
        /// There is no mandate with a power to complain (M-1).
        PowerMissing = "power_missing",
        /// The first day of that power has not come (M-9).
        PowerNotYetValid = "power_not_yet_valid",
        /// Its last day has passed (M-9).
        PowerExpired = "power_expired",
        /// The person took it back (M-11).
        PowerRevoked = "power_revoked",
        /// It does not cover this controller (M-6).
        ControllerNotCovered = "controller_not_covered",
        /// The person has not agreed that acting reveals the organisation (P-3).
        DisclosureMissing = "disclosure_missing",
        /// The right needs a request, and none has reached the controller before (C-4).
        RequestNotMade = "request_not_made",
        /// Nothing that happened to the person is alleged to be an infringement (C-2).
        NothingAlleged = "nothing_alleged",
        /// The person's data were erased.
        Erased = "erased",
    }
}

impl LeftOut {
    /// The rule of the legal specification.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::PowerMissing => "M-1",
            Self::PowerNotYetValid | Self::PowerExpired => "M-9",
            Self::PowerRevoked => "M-11",
            Self::ControllerNotCovered => "M-6",
            Self::DisclosureMissing => "P-3",
            Self::RequestNotMade => "C-4",
            Self::NothingAlleged => "C-2",
            Self::Erased => "P-8",
        }
    }
}

impl From<MandateRefusal> for LeftOut {
    fn from(refusal: MandateRefusal) -> Self {
        match refusal {
            MandateRefusal::Missing | MandateRefusal::RightNotCovered | MandateRefusal::ActNotCovered => {
                Self::PowerMissing
            }
            MandateRefusal::NotYetValid => Self::PowerNotYetValid,
            MandateRefusal::Expired => Self::PowerExpired,
            MandateRefusal::Revoked => Self::PowerRevoked,
            MandateRefusal::ControllerNotCovered => Self::ControllerNotCovered,
            MandateRefusal::DisclosureMissing => Self::DisclosureMissing,
        }
    }
}

/// What is known of one request of a person, as far as taking part in a complaint depends on it.
#[derive(Debug, Clone)]
pub struct Admission<'a> {
    /// The right that was exercised.
    pub right: Right,
    /// How far the request came.
    pub lifecycle: Lifecycle,
    /// Whether it ever left for the controller.
    pub was_sent: bool,
    /// What it shows.
    pub findings: &'a [Finding],
}

impl Admission<'_> {
    /// Whether the request had been made before the complaint, which a complaint about such a right needs (C-4). All rights that
    /// requests are made for are of that kind.
    const fn is_made(&self) -> bool {
        self.was_sent && !matches!(self.lifecycle, Lifecycle::Draft | Lifecycle::Ready)
    }
}

/// Which requests of one person go into the complaint, by their place in the list.
///
/// # Errors
/// Why the person is left out: first of all the power, then the requests.
pub fn admit(power: Result<(), LeftOut>, requests: &[Admission<'_>]) -> Result<Vec<usize>, LeftOut> {
    power?;
    let made: Vec<usize> = (0..requests.len()).filter(|index| requests[*index].is_made()).collect();
    if made.is_empty() {
        return Err(LeftOut::RequestNotMade);
    }
    let alleged: Vec<usize> = made.into_iter().filter(|index| !requests[*index].findings.is_empty()).collect();
    if alleged.is_empty() { Err(LeftOut::NothingAlleged) } else { Ok(alleged) }
}
