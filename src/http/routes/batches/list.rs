//! Listing batches.

use actix_web::{HttpRequest, HttpResponse, get};
use entity::id::{BatchId, CampaignId};
use serde::Deserialize;
use utoipa::IntoParams;

use super::wire::Batch;
use crate::domain::batch::BatchState;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::in_time::InTime;
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::problem::ApiError;
use crate::service::Failure;

/// Which batches, and which page of them.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct BatchesQuery {
    /// Only those of this campaign.
    pub campaign_id: Option<CampaignId>,
    /// Only those in this state.
    #[param(inline)]
    pub state: Option<BatchState>,
    /// Most elements to return, 1 to 200; 50 when absent.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u32>,
    /// The `next_cursor` of the page before. Opaque; do not build or keep it.
    pub cursor: Option<String>,
}

/// Batches of the organisation
#[utoipa::path(
    tag = "campaigns", operation_id = "list_batches", security(("oauth2" = ["requests:read"])),
    params(BatchesQuery),
    responses((status = 200, description = "A page, oldest first", body = Page<Batch>))
)]
#[get("/v1/batches")]
pub async fn list_batches(
    caller: ForOrganisation<scope::RequestsRead>,
    request: HttpRequest,
    query: Query<BatchesQuery>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let BatchesQuery { campaign_id, state, limit, cursor } = query.0;
    let page = PageQuery { limit, cursor };
    let (limit, after) = (page.limit()?, page.cursor::<BatchId>()?);
    let tenant = context.db.tenant(caller.organisation);
    let rows = tenant.batches(campaign_id, state, after, limit + 1).await.map_err(Failure::from)?;
    let now = context.clock.now();
    let (rows, next) = cut(rows, limit, |row| row.id.to_string());
    Ok(HttpResponse::Ok().json(Page::new(&request, rows.iter().map(|row| Batch::of(row, now)).collect(), next)))
}
