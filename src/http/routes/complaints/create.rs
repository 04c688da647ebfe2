//! `POST /v1/complaints`.

use actix_web::{HttpResponse, post};

use super::wire::{Complaint, NewComplaint};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::problem::ApiError;
use crate::service::complaints;

/// Prepare a complaint
///
/// From requests to one controller it collects, for everybody whose mandate has a power to complain, what happened and what is
/// alleged, and tells what is missing (C-3). Whoever cannot take part is left out by the name of a rule, and the rest goes on.
#[utoipa::path(
    tag = "complaints", operation_id = "create_complaint", security(("oauth2" = ["complaints:write"])),
    params(IdempotencyHeader), request_body = NewComplaint,
    responses(
        (status = 201, description = "The draft", body = Complaint),
        (status = 404, description = "An id is not one of your requests")
    )
)]
#[post("/v1/complaints")]
pub async fn create_complaint(
    caller: ForOrganisation<scope::ComplaintsWrite>,
    key: Key,
    context: InTime,
    body: Body<NewComplaint>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let new = body.value.read(context.clock.now())?;
    Ok(respond(complaints::prepare(&context, call, caller.organisation, new, Complaint::of).await?))
}
