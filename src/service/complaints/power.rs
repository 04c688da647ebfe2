//! Whether somebody's mandates let the organisation act on a complaint (M-9): asked when it is prepared, when it is lodged, and at
//! each later step.

use jiff::Timestamp;

use crate::domain::complaint::LeftOut;
use crate::domain::mandate::{Act, MandateRefusal};
use crate::domain::right::Right;
use crate::service::mandates::permit;
use crate::store::{Controller, MandateRecord};

/// An act on a complaint at a moment.
#[derive(Clone, Copy)]
pub(super) struct Power<'a> {
    pub act: Act,
    pub controller: &'a Controller,
    pub at: Timestamp,
}

impl Power<'_> {
    /// The mandate that covers the act.
    ///
    /// # Errors
    /// Why none does: of several reasons the one that comes closest to a power.
    pub fn of<'r>(&self, records: &'r [MandateRecord]) -> Result<&'r MandateRecord, MandateRefusal> {
        let mut closest = MandateRefusal::Missing;
        for record in records {
            // A power to complain does not depend on the right.
            match permit(record, self.act, Right::Access, self.controller, self.at) {
                Ok(_) => return Ok(record),
                Err(refusal) if closeness(refusal) > closeness(closest) => closest = refusal,
                Err(_) => {}
            }
        }
        Err(closest)
    }
}

const fn closeness(refusal: MandateRefusal) -> u8 {
    match refusal {
        MandateRefusal::Missing => 0,
        MandateRefusal::ActNotCovered | MandateRefusal::RightNotCovered => 1,
        MandateRefusal::Revoked => 2,
        MandateRefusal::Expired => 3,
        MandateRefusal::NotYetValid => 4,
        MandateRefusal::ControllerNotCovered => 5,
        MandateRefusal::DisclosureMissing => 6,
    }
}

/// The name under which a person without power is left out.
pub(super) fn refusal_of(refusal: MandateRefusal) -> LeftOut {
    refusal.into()
}
