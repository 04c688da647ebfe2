//! Reading campaigns, with what they ask.

use entity::id::{CampaignId, OrganisationId};

use crate::domain::campaign::CampaignState;
use crate::domain::code::Code;
use crate::service::{Context, Outcome};
use crate::store::{Campaign, Tx};

use super::{OpenCampaign, opened_ask};

/// One campaign.
///
/// # Errors
/// `not_found`.
pub async fn read(context: &Context, organisation: OrganisationId, id: CampaignId) -> Outcome<OpenCampaign> {
    let campaign = context.db.tenant(organisation).campaign(id).await?.ok_or(Code::NotFound)?;
    let keys = context.keys.of_organisation(&context.db, organisation).await?;
    Ok(OpenCampaign { ask: opened_ask(&keys, &campaign)?, campaign })
}

/// Campaigns in the order of their ids, of one state when one is named.
///
/// # Errors
/// What is stored cannot be read.
pub async fn list(
    context: &Context,
    organisation: OrganisationId,
    state: Option<CampaignState>,
    after: Option<CampaignId>,
    limit: u64,
) -> Outcome<Vec<OpenCampaign>> {
    let campaigns = context.db.tenant(organisation).campaigns(state, after, limit).await?;
    let keys = context.keys.of_organisation(&context.db, organisation).await?;
    let open = |campaign: Campaign| Ok(OpenCampaign { ask: opened_ask(&keys, &campaign)?, campaign });
    campaigns.into_iter().map(open).collect()
}

/// One that was read in a transaction.
pub(super) async fn opened(context: &Context, tx: &Tx, campaign: Campaign) -> Outcome<OpenCampaign> {
    let keys = context.keys.of_organisation_in(tx, campaign.organisation).await?;
    Ok(OpenCampaign { ask: opened_ask(&keys, &campaign)?, campaign })
}
