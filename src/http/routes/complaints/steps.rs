//! `POST /v1/complaints/{complaint_id}/steps`.

use actix_web::{HttpResponse, post};
use entity::id::ComplaintId;

use super::wire::{Complaint, NewComplaintStep};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::etag::{IfMatch, IfMatchHeader};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::complaints;

/// Record a step of a complaint
///
/// Completing and lodging it, what the authority tells, what the organisation does, the decision. Before each step everybody's
/// power is looked at (M-9): whoever may not take part any more is left out, and the rest goes on. `possible_steps` of the complaint
/// names what can happen now.
#[utoipa::path(
    tag = "complaints", operation_id = "add_complaint_step", security(("oauth2" = ["complaints:write"])),
    params(("complaint_id" = ComplaintId, Path, description = "The complaint"), IdempotencyHeader, IfMatchHeader),
    request_body = NewComplaintStep,
    responses((status = 200, description = "The complaint as it stands now", body = Complaint))
)]
#[post("/v1/complaints/{complaint_id}/steps")]
pub async fn add_complaint_step(
    caller: ForOrganisation<scope::ComplaintsWrite>,
    id: PathId<ComplaintId>,
    key: Key,
    expected: IfMatch,
    context: InTime,
    body: Body<NewComplaintStep>,
) -> Result<HttpResponse, ApiError> {
    let (call, organisation) = (key.call(caller.actor, body.digest), caller.organisation);
    let step = body.value.read()?;
    Ok(respond(complaints::take_step(&context, call, organisation, id.0, expected.0, step, Complaint::of).await?))
}
