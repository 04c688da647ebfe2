//! Making a campaign.

use actix_web::{HttpResponse, post};

use super::wire::{Campaign, NewCampaign};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::problem::ApiError;
use crate::service::campaigns;

/// Make a campaign
///
/// It says what is asked, of whom, and how it is followed; batches and single requests are then filed into it.
#[utoipa::path(
    tag = "campaigns", operation_id = "create_campaign", security(("oauth2" = ["requests:write"])),
    params(IdempotencyHeader), request_body = NewCampaign,
    responses((status = 201, description = "The campaign", body = Campaign))
)]
#[post("/v1/campaigns")]
pub async fn create_campaign(
    caller: ForOrganisation<scope::RequestsWrite>,
    key: Key,
    context: InTime,
    body: Body<NewCampaign>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let view = |open: &campaigns::OpenCampaign| Campaign::from(open);
    let answer = campaigns::create(&context, call, caller.organisation, body.value.into(), view).await?;
    Ok(respond(answer))
}
