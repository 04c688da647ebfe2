//! `PATCH` and `DELETE /v1/webhook-endpoints/{endpoint_id}`.

use actix_web::{HttpResponse, delete, patch};
use entity::id::EndpointId;

use super::wire::{Endpoint, EndpointChange};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::etag::{IfMatch, IfMatchHeader, etag};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::endpoints;

/// Change a webhook endpoint
///
/// One that is switched on again goes on with the events where it stopped.
#[utoipa::path(
    tag = "events", operation_id = "update_webhook_endpoint", security(("oauth2" = ["webhooks:manage"])),
    params(("endpoint_id" = EndpointId, Path, description = "Its id"), IfMatchHeader),
    request_body = EndpointChange,
    responses((status = 200, description = "The endpoint as it is now", body = Endpoint, headers(("ETag" = String, description = "Its version"))))
)]
#[patch("/v1/webhook-endpoints/{endpoint_id}")]
pub async fn update_webhook_endpoint(
    caller: ForOrganisation<scope::WebhooksManage>,
    id: PathId<EndpointId>,
    expected: IfMatch,
    repeatable: Repeatable,
    context: InTime,
    body: Body<EndpointChange>,
) -> Result<HttpResponse, ApiError> {
    let call = repeatable.call(caller.actor);
    let entry = endpoints::change(&context, call, caller.organisation, id.0, expected.0, body.value.into()).await?;
    Ok(HttpResponse::Ok().insert_header(("etag", etag(entry.endpoint.version))).json(Endpoint::from(&entry)))
}

/// Remove a webhook endpoint
///
/// What waits for it is given up; the events stay in the feed.
#[utoipa::path(
    tag = "events", operation_id = "delete_webhook_endpoint", security(("oauth2" = ["webhooks:manage"])),
    params(("endpoint_id" = EndpointId, Path, description = "Its id")),
    responses((status = 204, description = "It is removed"))
)]
#[delete("/v1/webhook-endpoints/{endpoint_id}")]
pub async fn delete_webhook_endpoint(
    caller: ForOrganisation<scope::WebhooksManage>,
    id: PathId<EndpointId>,
    repeatable: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    endpoints::remove(&context, repeatable.call(caller.actor), caller.organisation, id.0).await?;
    Ok(HttpResponse::NoContent().finish())
}
