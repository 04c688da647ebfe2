//! `GET /v1/complaints/{complaint_id}`.

use actix_web::{HttpResponse, get};
use entity::id::ComplaintId;

use super::wire::Complaint;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::etag::etag;
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::complaints;

/// One complaint
#[utoipa::path(
    tag = "complaints", operation_id = "get_complaint", security(("oauth2" = ["complaints:read"])),
    params(("complaint_id" = ComplaintId, Path, description = "Its id")),
    responses((
        status = 200, description = "The complaint, with its clocks and what it lacks", body = Complaint,
        headers(("ETag" = String, description = "Its version"))
    ))
)]
#[get("/v1/complaints/{complaint_id}")]
pub async fn get_complaint(
    caller: ForOrganisation<scope::ComplaintsRead>,
    id: PathId<ComplaintId>,
    frame: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let call = frame.call(caller.actor);
    let (row, content) = complaints::read(&context, call, caller.organisation, id.0).await?;
    Ok(HttpResponse::Ok().insert_header(("etag", etag(row.version))).json(Complaint::of(&context, &row, &content)))
}
