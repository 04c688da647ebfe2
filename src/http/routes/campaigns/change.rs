//! Changing a campaign.

use actix_web::{HttpResponse, patch};
use entity::id::CampaignId;

use super::wire::{Campaign, CampaignChange};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::etag::{IfMatch, IfMatchHeader, etag};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::campaigns;

/// Change a campaign
///
/// Its name, purpose, policy, controllers or state, for what is filed from now on. Changed reminders also hold for requests that
/// are open: what was told of a deadline already is not told anew.
#[utoipa::path(
    tag = "campaigns", operation_id = "update_campaign", security(("oauth2" = ["requests:write"])),
    params(("campaign_id" = CampaignId, Path, description = "Its id"), IfMatchHeader),
    request_body = CampaignChange,
    responses(
        (status = 200, description = "The campaign as it is now", body = Campaign, headers(("ETag" = String, description = "Its version"))),
        (status = 409, description = "The campaign cannot take this state")
    )
)]
#[patch("/v1/campaigns/{campaign_id}")]
pub async fn update_campaign(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<CampaignId>,
    expected: IfMatch,
    repeatable: Repeatable,
    context: InTime,
    body: Body<CampaignChange>,
) -> Result<HttpResponse, ApiError> {
    let call = repeatable.call(caller.actor);
    let open = campaigns::change(&context, call, caller.organisation, id.0, expected.0, body.value.into()).await?;
    Ok(HttpResponse::Ok().insert_header(("etag", etag(open.campaign.version))).json(Campaign::from(&open)))
}
