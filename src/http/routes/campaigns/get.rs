//! Reading a campaign.

use actix_web::{HttpResponse, get};
use entity::id::CampaignId;

use super::wire::Campaign;
use crate::domain::code::Code;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::etag::etag;
use crate::http::in_time::InTime;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::Failure;

/// One campaign
#[utoipa::path(
    tag = "campaigns", operation_id = "get_campaign", security(("oauth2" = ["requests:read"])),
    params(("campaign_id" = CampaignId, Path, description = "Its id")),
    responses((status = 200, description = "The campaign", body = Campaign, headers(("ETag" = String, description = "Its version"))))
)]
#[get("/v1/campaigns/{campaign_id}")]
pub async fn get_campaign(
    caller: ForOrganisation<scope::RequestsRead>,
    id: PathId<CampaignId>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let found = context.db.tenant(caller.organisation).campaign(id.0).await.map_err(Failure::from)?;
    let row = found.ok_or_else(|| ApiError::new(Code::NotFound))?;
    Ok(HttpResponse::Ok().insert_header(("etag", etag(row.version))).json(Campaign::from(&row)))
}
