//! Withdrawing, giving up, reminding and releasing, one or many.

use actix_web::{HttpResponse, post};
use entity::id::RequestId;

use super::wire::{BulkCommand, Request};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::etag::{IfMatch, IfMatchHeader};
use crate::http::idempotency::{IdempotencyHeader, Key, Repeatable, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::requests::{self, BulkAction, BulkOutcome};

/// Withdraw a request
///
/// For the person who takes it back. What has not left stays; a controller that has it is told that it needs no answer.
#[utoipa::path(
    tag = "requests", operation_id = "withdraw_request", security(("oauth2" = ["requests:write"])),
    params(("request_id" = RequestId, Path, description = "The request"), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, description = "The request as it stands now", body = Request))
)]
#[post("/v1/requests/{request_id}:withdraw")]
pub async fn withdraw_request(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<RequestId>,
    key: Key,
    expected: IfMatch,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    act_on_one(caller, id, key, expected, context, BulkAction::Withdraw).await
}

/// Give up a request
///
/// A person's decision not to pursue it (S-6); nobody is told.
#[utoipa::path(
    tag = "requests", operation_id = "abandon_request", security(("oauth2" = ["requests:write"])),
    params(("request_id" = RequestId, Path, description = "The request"), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, description = "The request as it stands now", body = Request))
)]
#[post("/v1/requests/{request_id}:abandon")]
pub async fn abandon_request(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<RequestId>,
    key: Key,
    expected: IfMatch,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    act_on_one(caller, id, key, expected, context, BulkAction::Abandon).await
}

/// Remind the controller of a request
///
/// A message of its own by the channel of the request. It starts no new clock and needs the mandate at this moment.
#[utoipa::path(
    tag = "requests", operation_id = "remind_controller", security(("oauth2" = ["requests:write"])),
    params(("request_id" = RequestId, Path, description = "The request"), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, description = "The request as it stands now", body = Request))
)]
#[post("/v1/requests/{request_id}:remind")]
pub async fn remind_controller(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<RequestId>,
    key: Key,
    expected: IfMatch,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    act_on_one(caller, id, key, expected, context, BulkAction::Remind).await
}

/// Release a request that was held back
///
/// Its mandate did not cover it when it was to be sent (M-9), and a task said so. It goes under its own mandate, if that covers it
/// by now, else under the latest that the person signed and that covers it; recording such a mandate does the same by itself.
#[utoipa::path(
    tag = "requests", operation_id = "release_request", security(("oauth2" = ["requests:write"])),
    params(("request_id" = RequestId, Path, description = "The request"), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, description = "The request as it stands now", body = Request))
)]
#[post("/v1/requests/{request_id}:release")]
pub async fn release_request(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<RequestId>,
    key: Key,
    expected: IfMatch,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    act_on_one(caller, id, key, expected, context, BulkAction::Release).await
}

async fn act_on_one(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<RequestId>,
    key: Key,
    expected: IfMatch,
    context: InTime,
    action: BulkAction,
) -> Result<HttpResponse, ApiError> {
    let (call, now) = (key.call(caller.actor, [0; 32]), context.clock.now());
    let view = move |row: &crate::store::Request| Request::of(row, now);
    let organisation = caller.organisation;
    Ok(respond(requests::act_on_one(&context, call, organisation, action, id.0, expected.0, view).await?))
}

/// Preview an act on many requests
///
/// Tells how many it would be done to and which the rules would refuse. Changes nothing. The look is recorded.
#[utoipa::path(
    tag = "requests", operation_id = "preview_bulk_action", security(("oauth2" = ["requests:read"])),
    request_body = BulkCommand,
    responses(
        (status = 200, description = "What it would do", body = BulkOutcome),
        (status = 404, description = "An id is not one of your requests")
    )
)]
#[post("/v1/requests:preview")]
pub async fn preview_bulk_action(
    caller: ForOrganisation<scope::RequestsRead>,
    frame: Repeatable,
    context: InTime,
    body: Body<BulkCommand>,
) -> Result<HttpResponse, ApiError> {
    let (action, selection) = body.value.read(context.clock.now())?;
    let call = frame.call(caller.actor);
    Ok(HttpResponse::Ok().json(requests::preview(&context, &call, caller.organisation, action, selection).await?))
}

/// Act on many requests
///
/// By ids, or by a filter with exceptions; at most 2,000 in one call. What the rules refuse is told and harms no other.
#[utoipa::path(
    tag = "requests", operation_id = "run_bulk_action", security(("oauth2" = ["requests:write"])),
    params(IdempotencyHeader), request_body = BulkCommand,
    responses(
        (status = 200, description = "What was done", body = BulkOutcome),
        (status = 404, description = "An id is not one of your requests")
    )
)]
#[post("/v1/requests:act")]
pub async fn run_bulk_action(
    caller: ForOrganisation<scope::RequestsWrite>,
    key: Key,
    context: InTime,
    body: Body<BulkCommand>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let (action, selection) = body.value.read(context.clock.now())?;
    Ok(respond(requests::act(&context, call, caller.organisation, action, selection).await?))
}
