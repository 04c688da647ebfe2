//! Making a batch.

use actix_web::{HttpResponse, post};
use entity::id::CampaignId;

use super::wire::{Batch, NewBatch};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::batches;

/// Make a batch
///
/// It says how an upload of people is read and what is to be done with it. Upload the content next.
#[utoipa::path(
    tag = "campaigns", operation_id = "create_batch", security(("oauth2" = ["requests:write"])),
    params(("campaign_id" = CampaignId, Path, description = "The campaign to file into"), IdempotencyHeader),
    request_body = NewBatch,
    responses((status = 201, description = "The batch, waiting for its content", body = Batch))
)]
#[post("/v1/campaigns/{campaign_id}/batches")]
pub async fn create_batch(
    caller: ForOrganisation<scope::RequestsWrite>,
    campaign: PathId<CampaignId>,
    key: Key,
    context: InTime,
    body: Body<NewBatch>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let now = context.clock.now();
    let view = move |row: &crate::store::Batch| Batch::of(row, now);
    let answer = batches::create(&context, call, caller.organisation, campaign.0, body.value.into(), view).await?;
    Ok(respond(answer))
}
