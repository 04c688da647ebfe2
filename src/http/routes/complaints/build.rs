//! `POST /v1/complaints/{complaint_id}:build`.

use actix_web::{HttpResponse, post};
use entity::id::ComplaintId;

use super::wire::Complaint;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::complaints::files;

/// Have the files of a complaint made
///
/// A worker makes them, person by person: main text, register of evidence, three annexes for each person, the same facts as JSON,
/// and a signed list of all of it, with and without the confidential parts (C-5 to C-7). Follow `files` of the complaint, or wait for
/// the event `complaint.files_ready`.
#[utoipa::path(
    tag = "complaints", operation_id = "build_complaint_files", security(("oauth2" = ["complaints:write"])),
    params(("complaint_id" = ComplaintId, Path, description = "The complaint"), IdempotencyHeader),
    responses((status = 202, description = "They wait for a worker", body = Complaint))
)]
#[post("/v1/complaints/{complaint_id}:build")]
pub async fn build_complaint_files(
    caller: ForOrganisation<scope::ComplaintsWrite>,
    id: PathId<ComplaintId>,
    key: Key,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, [0; 32]);
    Ok(respond(files::queue(&context, call, caller.organisation, id.0, Complaint::of).await?))
}
