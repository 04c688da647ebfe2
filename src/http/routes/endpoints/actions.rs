//! `POST /v1/webhook-endpoints/{endpoint_id}:rotate`, `:test`, `:challenge` and `:replay`.

use actix_web::{HttpResponse, post};
use entity::id::{DeliveryId, EndpointId};
use jiff::SignedDuration;

use super::wire::{Endpoint, Replay, TestMessage};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::http::routes::controllers::keys_wire::{RotatedSecret, SecretRotation, SecretValidity};
use crate::http::routes::controllers::proof_wire::WebhookProof;
use crate::service::endpoints;

/// Rotate the secret of a webhook endpoint
///
/// The fresh secret is shown this once. Until the overlap is over, messages carry a signature by each.
#[utoipa::path(
    tag = "events", operation_id = "rotate_webhook_endpoint", security(("oauth2" = ["webhooks:manage"])),
    params(("endpoint_id" = EndpointId, Path, description = "Its id"), IdempotencyHeader),
    request_body = SecretRotation,
    responses((status = 200, description = "The fresh secret", body = RotatedSecret))
)]
#[post("/v1/webhook-endpoints/{endpoint_id}:rotate")]
pub async fn rotate_webhook_endpoint(
    caller: ForOrganisation<scope::WebhooksManage>,
    id: PathId<EndpointId>,
    key: Key,
    context: InTime,
    body: Body<SecretRotation>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let overlap = SignedDuration::from_hours(i64::from(body.value.overlap_hours));
    let now = context.clock.now();
    let answer =
        endpoints::rotate(&context, call, caller.organisation, id.0, overlap, move |entry, secrets| RotatedSecret {
            webhook_secret: entry.fresh_secret.as_ref().map(|secret| secret.expose().clone()).unwrap_or_default(),
            secrets: secrets.ends(now).into_iter().map(|valid_until| SecretValidity { valid_until }).collect(),
        });
    Ok(respond(answer.await?))
}

/// Send a test message to a webhook endpoint
///
/// Its kind is `endpoint.test` and it means nothing.
#[utoipa::path(
    tag = "events", operation_id = "test_webhook_endpoint", security(("oauth2" = ["webhooks:manage"])),
    params(("endpoint_id" = EndpointId, Path, description = "Its id"), IdempotencyHeader),
    responses((status = 202, description = "It will be sent", body = TestMessage))
)]
#[post("/v1/webhook-endpoints/{endpoint_id}:test")]
pub async fn test_webhook_endpoint(
    caller: ForOrganisation<scope::WebhooksManage>,
    id: PathId<EndpointId>,
    key: Key,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, [0; 32]);
    let view = |delivery_id: DeliveryId| TestMessage { delivery_id };
    Ok(respond(endpoints::test(&context, call, caller.organisation, id.0, view).await?))
}

/// Challenge a webhook endpoint again
///
/// The message `receiver.challenge` is sent to it at once; what waits for it is sent when the value in it comes back. Until then
/// nothing is sent, even if it had been proven before. For an endpoint that has just come up, or failed its challenges.
#[utoipa::path(
    tag = "events", operation_id = "challenge_webhook_endpoint", security(("oauth2" = ["webhooks:manage"])),
    params(("endpoint_id" = EndpointId, Path, description = "Its id"), IdempotencyHeader),
    responses((status = 202, description = "It will be asked", body = WebhookProof))
)]
#[post("/v1/webhook-endpoints/{endpoint_id}:challenge")]
pub async fn challenge_webhook_endpoint(
    caller: ForOrganisation<scope::WebhooksManage>,
    id: PathId<EndpointId>,
    key: Key,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, [0; 32]);
    let view = |entry: &endpoints::Entry| WebhookProof::from(&entry.receiver.proof);
    Ok(respond(endpoints::challenge(&context, call, caller.organisation, id.0, view).await?))
}

/// Tell a webhook endpoint again what has happened
///
/// Each event that it wants comes in a new message; the id of the event is in the message.
#[utoipa::path(
    tag = "events", operation_id = "replay_webhook_endpoint", security(("oauth2" = ["webhooks:manage"])),
    params(("endpoint_id" = EndpointId, Path, description = "Its id"), IdempotencyHeader),
    request_body = Replay,
    responses((status = 202, description = "The events will be sent", body = Endpoint))
)]
#[post("/v1/webhook-endpoints/{endpoint_id}:replay")]
pub async fn replay_webhook_endpoint(
    caller: ForOrganisation<scope::WebhooksManage>,
    id: PathId<EndpointId>,
    key: Key,
    context: InTime,
    body: Body<Replay>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let view = |entry: &endpoints::Entry| Endpoint::from(entry);
    Ok(respond(endpoints::replay(&context, call, caller.organisation, id.0, body.value.since, view).await?))
}
