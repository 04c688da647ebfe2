//! Listing campaigns.

use actix_web::{HttpRequest, HttpResponse, get};
use entity::id::CampaignId;
use serde::Deserialize;
use utoipa::IntoParams;

use super::wire::Campaign;
use crate::domain::campaign::CampaignState;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::in_time::InTime;
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::problem::ApiError;
use crate::service::campaigns;

/// Which campaigns, and which page of them.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CampaignsQuery {
    /// Only those in this state.
    #[param(inline)]
    pub state: Option<CampaignState>,
    /// Most elements to return, 1 to 200; 50 when absent.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u32>,
    /// The `next_cursor` of the page before. Opaque; do not build or keep it.
    pub cursor: Option<String>,
}

/// Campaigns of the organisation
#[utoipa::path(
    tag = "campaigns", operation_id = "list_campaigns", security(("oauth2" = ["requests:read"])),
    params(CampaignsQuery),
    responses((status = 200, description = "A page, oldest first", body = Page<Campaign>))
)]
#[get("/v1/campaigns")]
pub async fn list_campaigns(
    caller: ForOrganisation<scope::RequestsRead>,
    request: HttpRequest,
    query: Query<CampaignsQuery>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let CampaignsQuery { state, limit, cursor } = query.0;
    let page = PageQuery { limit, cursor };
    let (limit, after) = (page.limit()?, page.cursor::<CampaignId>()?);
    let rows = campaigns::list(&context, caller.organisation, state, after, limit + 1).await?;
    let (rows, next) = cut(rows, limit, |row| row.campaign.id.to_string());
    Ok(HttpResponse::Ok().json(Page::new(&request, rows.iter().map(Campaign::from).collect(), next)))
}
