//! Contesting an extension.

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

/// Contest the grounds of the last extension (E-7)
///
/// The controller is told.
#[utoipa::path(
    tag = "requests", operation_id = "contest_extension", security(("oauth2" = ["requests:write"])),
    params(("request_id" = RequestId, Path, description = "The request"), IdempotencyHeader),
    responses((status = 200, description = "The request as it stands now", body = Request))
)]
#[post("/v1/requests/{request_id}:contest-extension")]
pub async fn contest_extension(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<RequestId>,
    key: Key,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, [0; 32]);
    let now = context.clock.now();
    let view = move |row: &store::Request| Request::of(row, now);
    let event = Event::ContestExtension {};
    Ok(respond(change(&context, call, caller.organisation, id.0, event, view).await?))
}
