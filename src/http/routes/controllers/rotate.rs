//! `POST /v1/controllers/{controller_id}/webhook:rotate`.

use actix_web::{HttpResponse, post};
use entity::id::ControllerId;
use jiff::SignedDuration;

use super::keys_wire::{RotatedSecret, SecretRotation, SecretValidity};
use crate::http::caller::DirectoryKeeper;
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::directory;

/// Rotate the secret of a controller's webhook
///
/// The fresh secret is shown this once. Until the overlap is over, messages carry a signature by each.
#[utoipa::path(
    tag = "controllers", operation_id = "rotate_controller_webhook",
    security(("oauth2" = ["directory:manage"]), ("oauth2" = ["directory:write"])),
    params(("controller_id" = ControllerId, Path, description = "The controller"), IdempotencyHeader),
    request_body = SecretRotation,
    responses((status = 200, description = "The fresh secret", body = RotatedSecret))
)]
#[post("/v1/controllers/{controller_id}/webhook:rotate")]
pub async fn rotate_controller_webhook(
    caller: DirectoryKeeper,
    id: PathId<ControllerId>,
    key: Key,
    context: InTime,
    body: Body<SecretRotation>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let overlap = SignedDuration::from_hours(i64::from(body.value.overlap_hours));
    let now = context.clock.now();
    let answer = directory::rotate_secret(&context, call, id.0, overlap, move |entry, secrets| RotatedSecret {
        webhook_secret: entry.fresh_secret.as_ref().map(|secret| secret.expose().clone()).unwrap_or_default(),
        secrets: secrets.ends(now).into_iter().map(|valid_until| SecretValidity { valid_until }).collect(),
    });
    Ok(respond(answer.await?))
}
