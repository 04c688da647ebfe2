//! `POST /v1/controllers/{controller_id}/webhook:challenge`.

use actix_web::{HttpResponse, post};
use entity::id::ControllerId;

use super::proof_wire::WebhookProof;
use crate::http::caller::DirectoryKeeper;
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::directory;

/// Challenge a controller's webhook again
///
/// The message `receiver.challenge` is sent to it at once; what waits for it is sent when the value in it comes back. Until then
/// nothing is sent, even if it had been proven before. For a receiver that has just come up, or failed its challenges.
#[utoipa::path(
    tag = "controllers", operation_id = "challenge_controller_webhook",
    security(("oauth2" = ["directory:manage"]), ("oauth2" = ["directory:write"])),
    params(("controller_id" = ControllerId, Path, description = "The controller"), IdempotencyHeader),
    responses((status = 202, description = "It will be asked", body = WebhookProof))
)]
#[post("/v1/controllers/{controller_id}/webhook:challenge")]
pub async fn challenge_controller_webhook(
    caller: DirectoryKeeper,
    id: PathId<ControllerId>,
    key: Key,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, [0; 32]);
    let answer = directory::challenge(&context, call, id.0, |receiver| WebhookProof::from(&receiver.proof));
    Ok(respond(answer.await?))
}
