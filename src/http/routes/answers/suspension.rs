//! Accepting or contesting a suspension.

use actix_web::{HttpResponse, post};
use entity::id::RequestId;

use super::wire::SuspensionChoice;
use crate::domain::request::Event;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::http::routes::requests::wire::Request;
use crate::service::answers::change;
use crate::store;

/// Accept that the clock stands still (S-4)
#[utoipa::path(
    tag = "requests", operation_id = "accept_suspension", security(("oauth2" = ["requests:write"])),
    params(("request_id" = RequestId, Path, description = "The request"), IdempotencyHeader),
    request_body = SuspensionChoice,
    responses((status = 200, description = "The request as it stands now", body = Request))
)]
#[post("/v1/requests/{request_id}:accept-suspension")]
pub async fn accept_suspension(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<RequestId>,
    key: Key,
    context: InTime,
    body: Body<SuspensionChoice>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let now = context.clock.now();
    let view = move |row: &store::Request| Request::of(row, now);
    let event = Event::AcceptSuspension { question: body.value.question };
    Ok(respond(change(&context, call, caller.organisation, id.0, event, view).await?))
}

/// Contest that the clock stands still (S-4, S-7)
///
/// The controller is told.
#[utoipa::path(
    tag = "requests", operation_id = "contest_suspension", security(("oauth2" = ["requests:write"])),
    params(("request_id" = RequestId, Path, description = "The request"), IdempotencyHeader),
    request_body = SuspensionChoice,
    responses((status = 200, description = "The request as it stands now", body = Request))
)]
#[post("/v1/requests/{request_id}:contest-suspension")]
pub async fn contest_suspension(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<RequestId>,
    key: Key,
    context: InTime,
    body: Body<SuspensionChoice>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let now = context.clock.now();
    let view = move |row: &store::Request| Request::of(row, now);
    let event = Event::ContestSuspension { question: body.value.question };
    Ok(respond(change(&context, call, caller.organisation, id.0, event, view).await?))
}
