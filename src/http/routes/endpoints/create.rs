//! `POST /v1/webhook-endpoints`.

use actix_web::{HttpResponse, post};

use super::wire::{Endpoint, NewEndpoint};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::problem::ApiError;
use crate::service::endpoints;

/// Make a webhook endpoint
///
/// It is told what happens from now on, by signed messages (Standard Webhooks). The secret is shown this once.
#[utoipa::path(
    tag = "events", operation_id = "create_webhook_endpoint", security(("oauth2" = ["webhooks:manage"])),
    params(IdempotencyHeader), request_body = NewEndpoint,
    responses((status = 201, description = "The endpoint and its secret", body = Endpoint))
)]
#[post("/v1/webhook-endpoints")]
pub async fn create_webhook_endpoint(
    caller: ForOrganisation<scope::WebhooksManage>,
    key: Key,
    context: InTime,
    body: Body<NewEndpoint>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let view = |entry: &endpoints::Entry| Endpoint::from(entry);
    Ok(respond(endpoints::create(&context, call, caller.organisation, body.value.into(), view).await?))
}
