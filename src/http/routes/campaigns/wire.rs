//! JSON of campaigns.

use entity::id::{CampaignId, ControllerId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::domain::ask::Ask;
use crate::domain::campaign::{CampaignState, Policy, PolicyChange};
use crate::domain::right::Right;
use crate::service::campaigns;

/// A new campaign.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "Access to platform data 2027", "purpose": "Members want to see how their work is scored",
    "ask": { "right": "access", "copy": true }, "controllers": ["ctl_0193d2b4a1c07e3f8b6a5d4c3b2a1908"], "language": "fr",
}))]
pub struct NewCampaign {
    /// What its owner calls it.
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub name: String,
    /// Its true purpose; kept, because a campaign must have a legitimate one (B-5).
    #[validate(length(min = 1, max = 2000))]
    #[schema(min_length = 1, max_length = 2000)]
    pub purpose: String,
    /// What is asked of every controller. A rectification may leave the values to each person.
    pub ask: Ask,
    /// Who is asked, in the directory as the organisation sees it.
    #[validate(length(min = 1, max = 1000))]
    #[schema(min_items = 1, max_items = 1000)]
    pub controllers: Vec<ControllerId>,
    /// Language of its letters, BCP 47.
    #[validate(length(min = 2, max = 35))]
    #[schema(min_length = 2, max_length = 35, example = "fr")]
    pub language: String,
    /// How its requests are sent. Each part has a default.
    #[serde(default)]
    pub policy: Policy,
    /// `active` when absent; `draft` to write it first.
    pub state: Option<CampaignState>,
}

impl From<NewCampaign> for campaigns::NewCampaign {
    fn from(new: NewCampaign) -> Self {
        Self {
            name: new.name,
            purpose: new.purpose,
            ask: new.ask,
            controllers: new.controllers,
            language: new.language,
            policy: new.policy,
            state: new.state.unwrap_or(CampaignState::Active),
        }
    }
}

/// A change of a campaign; an absent field stays as it is. What is asked cannot be changed: make another campaign.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "state": "paused" }))]
pub struct CampaignChange {
    /// New name.
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub name: Option<String>,
    /// New words for its purpose.
    #[validate(length(min = 1, max = 2000))]
    #[schema(min_length = 1, max_length = 2000)]
    pub purpose: Option<String>,
    /// Parts of the policy that change, for what is filed from now on; reminders of deadlines also for requests that are open.
    /// What is not named stays.
    pub policy: Option<PolicyChange>,
    /// New controllers, for what is filed from now on.
    #[validate(length(min = 1, max = 1000))]
    #[schema(min_items = 1, max_items = 1000)]
    pub controllers: Option<Vec<ControllerId>>,
    /// New state. A draft is opened, an open one pauses and resumes; what is closed stays closed.
    pub state: Option<CampaignState>,
}

impl From<CampaignChange> for campaigns::Change {
    fn from(change: CampaignChange) -> Self {
        Self {
            name: change.name,
            purpose: change.purpose,
            policy: change.policy,
            controllers: change.controllers,
            state: change.state,
        }
    }
}

/// A campaign.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Campaign {
    /// Its id.
    pub id: CampaignId,
    /// What its owner calls it.
    pub name: String,
    /// Its true purpose.
    pub purpose: String,
    /// The right that is exercised.
    pub right: Right,
    /// What is asked of every controller.
    pub ask: Ask,
    /// Who is asked.
    pub controllers: Vec<ControllerId>,
    /// Language of its letters, BCP 47.
    pub language: String,
    /// How its requests are sent.
    pub policy: Policy,
    /// Where it stands.
    pub state: CampaignState,
    /// Grows with every change; also in the `ETag`.
    pub version: i32,
    /// When it was made.
    pub created_at: Timestamp,
    /// Last change.
    pub updated_at: Timestamp,
}

impl From<&campaigns::OpenCampaign> for Campaign {
    fn from(open: &campaigns::OpenCampaign) -> Self {
        let row = &open.campaign;
        Self {
            id: row.id,
            name: row.name.clone(),
            purpose: row.purpose.clone(),
            right: row.right,
            ask: open.ask.clone(),
            controllers: row.controllers.clone(),
            language: row.language.clone(),
            policy: row.policy.clone(),
            state: row.state,
            version: row.version,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}
