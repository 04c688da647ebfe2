//! `POST /v1/controllers`.

use actix_web::{HttpResponse, post};

use super::wire::{Controller, NewController};
use crate::http::caller::DirectoryKeeper;
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::problem::ApiError;
use crate::service::directory;

/// Add a controller
///
/// An operator adds a shared entry, an organisation one of its own. With a webhook among its channels, the answer holds the
/// secret that signs what is sent there, this once.
#[utoipa::path(
    tag = "controllers", operation_id = "create_controller",
    security(("oauth2" = ["directory:manage"]), ("oauth2" = ["directory:write"])),
    params(IdempotencyHeader), request_body = NewController,
    responses((status = 201, description = "The entry", body = Controller))
)]
#[post("/v1/controllers")]
pub async fn create_controller(
    caller: DirectoryKeeper,
    key: Key,
    context: InTime,
    body: Body<NewController>,
) -> Result<HttpResponse, ApiError> {
    let viewer = directory::viewer(&caller.actor)?;
    let call = key.call(caller.actor, body.digest);
    let (profile, webhook) = body.value.split();
    let answer =
        directory::create(&context, call, profile, webhook, move |entry| Controller::of(entry, viewer)).await?;
    Ok(respond(answer))
}
