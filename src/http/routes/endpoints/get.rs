//! `GET /v1/webhook-endpoints/{endpoint_id}`.

use actix_web::{HttpResponse, get};
use entity::id::EndpointId;

use super::wire::Endpoint;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::etag::etag;
use crate::http::in_time::InTime;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::endpoints;

/// One webhook endpoint
#[utoipa::path(
    tag = "events", operation_id = "get_webhook_endpoint", security(("oauth2" = ["webhooks:manage"])),
    params(("endpoint_id" = EndpointId, Path, description = "Its id")),
    responses((status = 200, description = "The endpoint", body = Endpoint, headers(("ETag" = String, description = "Its version"))))
)]
#[get("/v1/webhook-endpoints/{endpoint_id}")]
pub async fn get_webhook_endpoint(
    caller: ForOrganisation<scope::WebhooksManage>,
    id: PathId<EndpointId>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let entry = endpoints::get(&context, caller.organisation, id.0).await?;
    Ok(HttpResponse::Ok().insert_header(("etag", etag(entry.endpoint.version))).json(Endpoint::from(&entry)))
}
