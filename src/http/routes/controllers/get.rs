//! `GET /v1/controllers/{controller_id}`.

use actix_web::{HttpResponse, get};
use entity::id::ControllerId;

use super::wire::Controller;
use crate::http::caller::{ForAny, scope};
use crate::http::etag::etag;
use crate::http::in_time::InTime;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::directory;

/// One controller
///
/// In whatever state: a redirected entry names the one that took its place.
#[utoipa::path(
    tag = "controllers", operation_id = "get_controller", security(("oauth2" = ["directory:read"])),
    params(("controller_id" = ControllerId, Path, description = "Its id")),
    responses((status = 200, description = "The entry", body = Controller, headers(("ETag" = String, description = "Its version"))))
)]
#[get("/v1/controllers/{controller_id}")]
pub async fn get_controller(
    caller: ForAny<scope::DirectoryRead>,
    id: PathId<ControllerId>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let entry = directory::get(&context, &caller.actor, id.0).await?;
    let viewer = directory::viewer(&caller.actor)?;
    Ok(HttpResponse::Ok().insert_header(("etag", etag(entry.controller.version))).json(Controller::of(&entry, viewer)))
}
