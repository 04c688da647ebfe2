//! `GET /v1/deliveries`.

use actix_web::{HttpRequest, HttpResponse, get};
use entity::id::{BatchId, DeliveryId, RequestId};
use serde::Deserialize;
use utoipa::IntoParams;

use super::wire::Delivery;
use crate::domain::delivery::DeliveryState;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::problem::ApiError;
use crate::service::{Failure, audit};
use crate::store::DeliveryFilter;

/// Which deliveries.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DeliveryQuery {
    /// Most elements to return, 1 to 200; 50 when absent.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
    /// The `next_cursor` of the page before. Opaque; do not build or keep it.
    cursor: Option<String>,
    /// About this request, or carrying it.
    request_id: Option<RequestId>,
    /// Of this batch.
    batch_id: Option<BatchId>,
    /// In this state.
    state: Option<DeliveryState>,
}

/// Messages to controllers and endpoints
///
/// The look is recorded.
#[utoipa::path(
    tag = "deliveries", operation_id = "list_deliveries", security(("oauth2" = ["requests:read"])),
    params(DeliveryQuery),
    responses((status = 200, description = "A page, oldest first", body = Page<Delivery>))
)]
#[get("/v1/deliveries")]
pub async fn list_deliveries(
    caller: ForOrganisation<scope::RequestsRead>,
    request: HttpRequest,
    query: Query<DeliveryQuery>,
    frame: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let DeliveryQuery { limit, cursor, request_id, batch_id, state } = query.0;
    let page = PageQuery { limit, cursor };
    let (limit, after) = (page.limit()?, page.cursor::<DeliveryId>()?);
    let filter = DeliveryFilter { request: request_id, batch: batch_id, state };
    let tenant = context.db.tenant(caller.organisation);
    let rows = tenant.deliveries(filter, after, limit + 1).await.map_err(Failure::from)?;
    let (rows, next) = cut(rows, limit, |row| row.id.to_string());
    let (call, ids) = (frame.call(caller.actor), rows.iter().map(|row| row.id.0));
    audit::look_through(&context, &call, caller.organisation, "delivery", ids).await?;
    Ok(HttpResponse::Ok().json(Page::new(&request, rows.into_iter().map(Delivery::from).collect(), next)))
}
