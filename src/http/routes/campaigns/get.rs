//! Reading a campaign.

use actix_web::{HttpResponse, get};
use entity::id::CampaignId;

use super::wire::Campaign;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::etag::etag;
use crate::http::in_time::InTime;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::campaigns;

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
    let open = campaigns::read(&context, caller.organisation, id.0).await?;
    Ok(HttpResponse::Ok().insert_header(("etag", etag(open.campaign.version))).json(Campaign::from(&open)))
}
