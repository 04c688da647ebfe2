//! A complaint about the controller, made to the controller itself (U-6).

use actix_web::{HttpResponse, post};
use entity::id::RequestId;

use crate::domain::request::Event;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::http::routes::requests::wire::Request;
use crate::service::answers::change;
use crate::store;

/// Note that a complaint was made to the controller (U-6)
///
/// In the United Kingdom a controller must offer a way to complain to it and acknowledge a complaint within 30 days, and the
/// authority expects that way to be gone first. Nothing is sent by this: the complaint is made in the controller's own way. What
/// is not acknowledged in time becomes a finding. Refused where the law of the controller's place knows no such complaint.
#[utoipa::path(
    tag = "requests", operation_id = "complain_to_controller", security(("oauth2" = ["requests:write"])),
    params(("request_id" = RequestId, Path, description = "The request"), IdempotencyHeader),
    responses((status = 200, description = "The request as it stands now", body = Request))
)]
#[post("/v1/requests/{request_id}:complain-to-controller")]
pub async fn complain_to_controller(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<RequestId>,
    key: Key,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, [0; 32]);
    let now = context.clock.now();
    let view = move |row: &store::Request| Request::of(row, now);
    Ok(respond(change(&context, call, caller.organisation, id.0, Event::ComplainToController {}, view).await?))
}

/// Note that the controller acknowledged the complaint (U-6)
#[utoipa::path(
    tag = "requests", operation_id = "acknowledge_controller_complaint", security(("oauth2" = ["requests:write"])),
    params(("request_id" = RequestId, Path, description = "The request"), IdempotencyHeader),
    responses((status = 200, description = "The request as it stands now", body = Request))
)]
#[post("/v1/requests/{request_id}:acknowledge-complaint")]
pub async fn acknowledge_controller_complaint(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<RequestId>,
    key: Key,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, [0; 32]);
    let now = context.clock.now();
    let view = move |row: &store::Request| Request::of(row, now);
    Ok(respond(change(&context, call, caller.organisation, id.0, Event::ComplaintAcknowledged {}, view).await?))
}
