//! Health, readiness, metrics and the document itself.

use actix_web::{HttpResponse, get, web};
use metrics_exporter_prometheus::PrometheusHandle;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::list::RouteList;
use crate::domain::code::Code;
use crate::http::openapi;
use crate::http::problem::ApiError;
use crate::service::Context;

pub(super) fn configure(config: &mut RouteList) {
    config.service(health).service(ready).service(show_metrics).service(show_openapi);
}

/// The state of the process.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Health {
    /// Always `ok`.
    #[schema(example = "ok")]
    status: String,
}

fn ok() -> HttpResponse {
    HttpResponse::Ok().json(Health { status: "ok".to_owned() })
}

/// Whether the process runs
#[utoipa::path(tag = "service", operation_id = "get_health", security(()),
    responses((status = 200, description = "It runs", body = Health)))]
#[get("/health")]
pub async fn health() -> HttpResponse {
    ok()
}

/// Whether it can take calls
///
/// It can when its database answers.
#[utoipa::path(tag = "service", operation_id = "get_readiness", security(()),
    responses((status = 200, description = "It can take calls", body = Health), (status = 503, description = "It cannot, now")))]
#[get("/ready")]
pub async fn ready(context: web::Data<Context>) -> Result<HttpResponse, ApiError> {
    context.db.ping().await.map_err(|_| ApiError::new(Code::Unavailable))?;
    Ok(ok())
}

/// Measurements in Prometheus' text form
///
/// Counts and times by route and state. No id and no personal value stands in them.
#[utoipa::path(tag = "service", operation_id = "get_metrics", security(()),
    responses((status = 200, description = "Measurements", body = String, content_type = "text/plain")))]
#[get("/metrics")]
pub async fn show_metrics(handle: web::Data<PrometheusHandle>) -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(handle.render())
}

/// This document
#[utoipa::path(tag = "service", operation_id = "get_openapi", security(()),
    responses((status = 200, description = "The OpenAPI 3.1 document", body = serde_json::Value)))]
#[get("/openapi.json")]
pub async fn show_openapi() -> HttpResponse {
    HttpResponse::Ok().content_type("application/json").body(openapi::CHECKED_IN)
}
