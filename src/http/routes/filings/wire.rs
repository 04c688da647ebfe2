//! JSON of a filing for one person.

use entity::id::{CampaignId, ControllerId, DataSubjectId, MandateId, RequestId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::domain::ask::PersonalAsk;
use crate::http::routes::batches::wire::LineNote;
use crate::http::routes::mandates::wire::MandateDefaults;
use crate::ingest::PersonJson;
use crate::service::filing;

/// A filing for one person: either `person` with a `mandate`, or `data_subject_id`.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "campaign_id": "cmp_0193d2b4a1c07e3f8b6a5d4c3b2a1908", "data_subject_id": "sub_0193d2b4a1c07e3f8b6a5d4c3b2a1908",
}))]
pub struct NewFiling {
    /// The campaign, which says what is asked.
    pub campaign_id: CampaignId,
    /// Only these of its controllers; all when empty.
    #[serde(default)]
    #[validate(length(max = 1000))]
    #[schema(max_items = 1000)]
    pub controllers: Vec<ControllerId>,
    /// The person, as a line of an upload would have it, with the dates of the mandate.
    pub person: Option<PersonJson>,
    /// What that mandate grants.
    pub mandate: Option<MandateDefaults>,
    /// A person who is known.
    pub data_subject_id: Option<DataSubjectId>,
    /// The mandate of the known person to rely on; any that covers the request when absent.
    pub mandate_id: Option<MandateId>,
    /// What the known person asks beyond the campaign.
    #[serde(default)]
    pub ask: PersonalAsk,
}

/// What was filed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Filing {
    /// The person.
    pub data_subject_id: DataSubjectId,
    /// The requests, in the order of controllers.
    pub requests: Vec<FiledRequest>,
    /// Controllers with whom nothing was filed, and why; and warnings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<LineNote>,
}

/// A request that was filed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct FiledRequest {
    /// Its id.
    pub request_id: RequestId,
    /// With whom.
    pub controller_id: ControllerId,
}

impl From<&filing::Filed> for Filing {
    fn from(filed: &filing::Filed) -> Self {
        let request = |one: &filing::FiledRequest| FiledRequest { request_id: one.id, controller_id: one.controller };
        Self {
            data_subject_id: filed.data_subject,
            requests: filed.requests.iter().map(request).collect(),
            problems: filed.notes.iter().cloned().map(LineNote::from).collect(),
        }
    }
}
