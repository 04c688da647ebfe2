//! `PATCH /v1/controllers/{controller_id}`.

use actix_web::{HttpResponse, patch};
use entity::id::ControllerId;

use super::wire::{Controller, ControllerChange};
use crate::http::caller::DirectoryKeeper;
use crate::http::etag::{IfMatch, IfMatchHeader, etag};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::directory;

/// Change a controller
///
/// For whoever keeps the entry. A webhook that is added gets a secret, shown in this answer alone; one that is taken away is
/// switched off, and what still waits for it becomes tasks.
#[utoipa::path(
    tag = "controllers", operation_id = "update_controller",
    security(("oauth2" = ["directory:manage"]), ("oauth2" = ["directory:write"])),
    params(("controller_id" = ControllerId, Path, description = "Its id"), IfMatchHeader),
    request_body = ControllerChange,
    responses((status = 200, description = "The entry as it is now", body = Controller, headers(("ETag" = String, description = "Its version"))))
)]
#[patch("/v1/controllers/{controller_id}")]
pub async fn update_controller(
    caller: DirectoryKeeper,
    id: PathId<ControllerId>,
    expected: IfMatch,
    repeatable: Repeatable,
    context: InTime,
    body: Body<ControllerChange>,
) -> Result<HttpResponse, ApiError> {
    let call = repeatable.call(caller.actor);
    let entry = directory::change(&context, call, id.0, expected.0, body.value.into()).await?;
    let viewer = directory::viewer(&caller.actor)?;
    Ok(HttpResponse::Ok().insert_header(("etag", etag(entry.controller.version))).json(Controller::of(&entry, viewer)))
}
