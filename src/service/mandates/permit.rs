//! Whether a stored mandate covers an act on a request at a moment (M-9).

use jiff::Timestamp;

use crate::domain::mandate::{Act, MandateRefusal, Permit};
use crate::domain::right::Right;
use crate::store::{Controller, MandateRecord};

/// Checks one act on a right against a controller.
///
/// # Errors
/// Why not. What was found to have ended stays ended, whatever the clock says.
pub fn permit(
    record: &MandateRecord,
    act: Act,
    right: Right,
    controller: &Controller,
    at: Timestamp,
) -> Result<Permit, MandateRefusal> {
    if record.has_ended() && record.mandate.revoked_at.is_none() {
        return Err(MandateRefusal::Expired);
    }
    let categories: Vec<&str> = controller.categories.iter().map(|category| category.as_str()).collect();
    record.mandate.permits(act, right, controller.id.0, &categories, at)
}
