//! `GET /v1/webhook-endpoints`.

use actix_web::{HttpRequest, HttpResponse, get};
use entity::id::EndpointId;

use super::wire::Endpoint;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::in_time::InTime;
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::problem::ApiError;
use crate::service::endpoints;

/// Webhook endpoints
#[utoipa::path(
    tag = "events", operation_id = "list_webhook_endpoints", security(("oauth2" = ["webhooks:manage"])),
    params(PageQuery),
    responses((status = 200, description = "A page, oldest first", body = Page<Endpoint>))
)]
#[get("/v1/webhook-endpoints")]
pub async fn list_webhook_endpoints(
    caller: ForOrganisation<scope::WebhooksManage>,
    request: HttpRequest,
    query: Query<PageQuery>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let (limit, after) = (query.0.limit()?, query.0.cursor::<EndpointId>()?);
    let rows = endpoints::list(&context, caller.organisation, after, limit + 1).await?;
    let (rows, next) = cut(rows, limit, |row| row.endpoint.id.to_string());
    Ok(HttpResponse::Ok().json(Page::new(&request, rows.iter().map(Endpoint::from).collect(), next)))
}
