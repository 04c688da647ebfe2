//! `PATCH /v1/complaints/{complaint_id}`.

use actix_web::{HttpResponse, patch};
use entity::id::ComplaintId;

use super::wire::{Complaint, ComplaintChange};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::etag::{IfMatch, IfMatchHeader};
use crate::http::idempotency::{Repeatable, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::complaints;

/// Change a complaint
///
/// Only while it is a draft. Files that were made say something else then: build them anew.
#[utoipa::path(
    tag = "complaints", operation_id = "update_complaint", security(("oauth2" = ["complaints:write"])),
    params(("complaint_id" = ComplaintId, Path, description = "Its id"), IfMatchHeader),
    request_body = ComplaintChange,
    responses(
        (status = 200, description = "The complaint as it is now", body = Complaint),
        (status = 409, description = "It is no draft any more")
    )
)]
#[patch("/v1/complaints/{complaint_id}")]
pub async fn update_complaint(
    caller: ForOrganisation<scope::ComplaintsWrite>,
    id: PathId<ComplaintId>,
    expected: IfMatch,
    frame: Repeatable,
    context: InTime,
    body: Body<ComplaintChange>,
) -> Result<HttpResponse, ApiError> {
    let (call, change) = (frame.call(caller.actor), body.value.into());
    let organisation = caller.organisation;
    Ok(respond(complaints::change(&context, call, organisation, id.0, expected.0, change, Complaint::of).await?))
}
