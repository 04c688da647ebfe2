//! Whether a stored mandate covers an act on a request at a moment (M-9).

use jiff::Timestamp;

use crate::domain::mandate::{Act, MandateRefusal, Permit};
use crate::domain::problem::Problem;
use crate::domain::right::Right;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{Controller, MandateRecord, Request, Tx, Viewer};

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

/// Checks one act on a request at this moment, by what is stored.
///
/// # Errors
/// The codes of mandates.
pub(in crate::service) async fn permit_now(context: &Context, tx: &Tx, request: &Request, act: Act) -> Outcome<Permit> {
    let mandate = tx.tenant(request.organisation).mandate(request.mandate_id).await?;
    let mandate = mandate.ok_or_else(|| Problem::from(MandateRefusal::Missing))?;
    let controller = tx.controller(request.controller_id, Viewer::Service).await?;
    let controller = controller.ok_or(Failure::Defect("a request to a controller that is not there"))?;
    Ok(permit(&mandate, act, request.standing.right, &controller, context.clock.now()).map_err(Problem::from)?)
}
