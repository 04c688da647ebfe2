//! `GET` and `PUT /v1/controllers/{controller_id}/callback-keys`.

use actix_web::{HttpResponse, get, put};
use entity::id::ControllerId;

use super::keys_wire::{CallbackKeyList, CallbackKeySet};
use crate::http::caller::DirectoryKeeper;
use crate::http::etag::{IfMatch, IfMatchHeader, etag};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::directory;

/// The keys that verify a controller's callbacks
///
/// For whoever keeps the entry. Shared secrets are listed without their text.
#[utoipa::path(
    tag = "controllers", operation_id = "get_callback_keys",
    security(("oauth2" = ["directory:manage"]), ("oauth2" = ["directory:write"])),
    params(("controller_id" = ControllerId, Path, description = "The controller")),
    responses((status = 200, description = "The keys", body = CallbackKeyList, headers(("ETag" = String, description = "Version of the controller"))))
)]
#[get("/v1/controllers/{controller_id}/callback-keys")]
pub async fn get_callback_keys(
    caller: DirectoryKeeper,
    id: PathId<ControllerId>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let (controller, keys) = directory::callback_keys(&context, &caller.actor, id.0).await?;
    Ok(HttpResponse::Ok().insert_header(("etag", etag(controller.version))).json(CallbackKeyList::of(&keys, None)))
}

/// Set the keys that verify a controller's callbacks
///
/// Public keys that the controller gave, or a shared secret that is made here and shown this once. Several keys may be valid at
/// one time, so that the controller can change over.
#[utoipa::path(
    tag = "controllers", operation_id = "set_callback_keys",
    security(("oauth2" = ["directory:manage"]), ("oauth2" = ["directory:write"])),
    params(("controller_id" = ControllerId, Path, description = "The controller"), IfMatchHeader),
    request_body = CallbackKeySet,
    responses((status = 200, description = "The keys as they are now", body = CallbackKeyList, headers(("ETag" = String, description = "Version of the controller"))))
)]
#[put("/v1/controllers/{controller_id}/callback-keys")]
pub async fn set_callback_keys(
    caller: DirectoryKeeper,
    id: PathId<ControllerId>,
    expected: IfMatch,
    repeatable: Repeatable,
    context: InTime,
    body: Body<CallbackKeySet>,
) -> Result<HttpResponse, ApiError> {
    let call = repeatable.call(caller.actor);
    let (controller, keys, fresh) =
        directory::set_callback_keys(&context, call, id.0, expected.0, body.value.into()).await?;
    let shown = fresh.map(|secret| secret.into_exposed());
    Ok(HttpResponse::Ok().insert_header(("etag", etag(controller.version))).json(CallbackKeyList::of(&keys, shown)))
}
