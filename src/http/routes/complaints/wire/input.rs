//! What callers send to prepare and change a complaint.

use entity::id::RequestId;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use super::{ComplaintPlaces, Passage, Signatory};
use crate::domain::complaint::ComplaintForm;
use crate::domain::finding::FindingCode;
use crate::http::problem::ApiError;
use crate::http::routes::requests::wire::{BulkFilter, invalid_field};
use crate::service::complaints::{self, Choice, Content, ContentChange};
use crate::service::requests::Selection;

/// Most requests that are named one by one; more are meant by a filter.
const MAX_IDS: usize = 20_000;

/// A complaint to be prepared from requests to one controller. Name them by `request_ids`, or by `filter` with `except`.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "filter": { "campaign_id": "cmp_0193d2b4a1c07e3f8b6a5d4c3b2a1908", "controller_id": "ctl_0193d2b4a1c07e3f8b6a5d4c3b2a1908",
                "overdue": true },
    "findings": ["silent_first_deadline"], "authority_id": "fr-cnil", "language": "fr",
    "description": [{ "text": "Presque tous les membres sont restés sans réponse." }]
}))]
pub struct NewComplaint {
    /// These requests.
    #[validate(length(min = 1, max = 20_000))]
    #[schema(min_items = 1, max_items = 20000)]
    pub request_ids: Option<Vec<RequestId>>,
    /// All requests that the filter means.
    pub filter: Option<BulkFilter>,
    /// But not these.
    #[serde(default)]
    #[validate(length(max = 2000))]
    #[schema(max_items = 2000)]
    pub except: Vec<RequestId>,
    /// Only requests with one of these findings.
    #[serde(default)]
    #[validate(length(max = 100))]
    #[schema(max_items = 100)]
    pub findings: Vec<FindingCode>,
    /// Only requests with a finding at least this severe, 1 to 5.
    #[validate(range(min = 1, max = 5))]
    #[schema(minimum = 1, maximum = 5)]
    pub min_severity: Option<u8>,
    /// Only requests that reached the controller on or after this day, at its place.
    #[schema(value_type = Option<String>, format = Date)]
    pub received_from: Option<Date>,
    /// Only requests that reached the controller on or before this day.
    #[schema(value_type = Option<String>, format = Date)]
    pub received_until: Option<Date>,
    /// `collective` when absent.
    pub form: Option<ComplaintForm>,
    /// Language of its files, BCP 47; one of those that texts are kept in.
    #[schema(example = "fr")]
    pub language: crate::wording::Language,
    /// Which authority is to receive it: an id of `GET /v1/supervisory-authorities`. Can be chosen later.
    #[validate(length(min = 2, max = 60))]
    #[schema(min_length = 2, max_length = 60, example = "fr-cnil")]
    pub authority_id: Option<String>,
    /// Whether the processing is cross-border (C-20); by the places of authority and controller when absent.
    pub cross_border: Option<bool>,
    /// What happened, in the organisation's words.
    #[serde(default)]
    #[validate(length(max = 50), nested)]
    #[schema(max_items = 50)]
    pub description: Vec<Passage>,
    /// What is asked of the authority; what can always be asked when empty.
    #[serde(default)]
    #[validate(length(max = 50), nested)]
    #[schema(max_items = 50)]
    pub remedies: Vec<Passage>,
    /// Who signs.
    #[validate(nested)]
    pub signatory: Option<Signatory>,
    /// Where things took place.
    #[serde(default)]
    pub places: ComplaintPlaces,
}

impl NewComplaint {
    /// What is meant.
    pub fn read(self, now: Timestamp) -> Result<complaints::NewComplaint, ApiError> {
        let selection = match (self.request_ids, self.filter) {
            (Some(mut ids), None) if ids.len() <= MAX_IDS => {
                ids.sort_unstable();
                ids.dedup();
                ids.retain(|id| !self.except.contains(id));
                Selection::Ids(ids)
            }
            (None, Some(filter)) => Selection::Filter(Box::new(filter.read(self.except, now)?)),
            _ => {
                let message = "Name the requests by `request_ids` or by `filter`, one of the two.";
                return Err(invalid_field("/request_ids", message));
            }
        };
        let choice = Choice {
            selection,
            findings: self.findings,
            min_severity: self.min_severity.unwrap_or(0),
            received_from: self.received_from,
            received_until: self.received_until,
        };
        let content = Content {
            description: self.description.into_iter().map(Into::into).collect(),
            remedies: self.remedies.into_iter().map(Into::into).collect(),
            signatory: self.signatory.map(Into::into),
            places: self.places.into(),
        };
        Ok(complaints::NewComplaint {
            choice,
            form: self.form.unwrap_or(ComplaintForm::Collective),
            language: self.language.as_str().to_owned(),
            authority: self.authority_id,
            cross_border: self.cross_border,
            content,
        })
    }
}

/// A change of a complaint that is not lodged; an absent field stays as it is, one that is given replaces the one before.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "authority_id": "fr-cnil" }))]
pub struct ComplaintChange {
    /// Another language of its files.
    pub language: Option<crate::wording::Language>,
    /// Another authority.
    #[validate(length(min = 2, max = 60))]
    #[schema(min_length = 2, max_length = 60)]
    pub authority_id: Option<String>,
    /// Whether the processing is cross-border; by the places of authority and controller when absent.
    pub cross_border: Option<bool>,
    /// What happened, in the organisation's words.
    #[validate(length(max = 50), nested)]
    #[schema(max_items = 50)]
    pub description: Option<Vec<Passage>>,
    /// What is asked of the authority.
    #[validate(length(max = 50), nested)]
    #[schema(max_items = 50)]
    pub remedies: Option<Vec<Passage>>,
    /// Who signs.
    #[validate(nested)]
    pub signatory: Option<Signatory>,
    /// Where things took place.
    pub places: Option<ComplaintPlaces>,
}

impl From<ComplaintChange> for complaints::Change {
    fn from(change: ComplaintChange) -> Self {
        let passages = |list: Vec<Passage>| list.into_iter().map(Into::into).collect();
        Self {
            language: change.language.map(|language| language.as_str().to_owned()),
            authority: change.authority_id,
            cross_border: change.cross_border,
            content: ContentChange {
                description: change.description.map(passages),
                remedies: change.remedies.map(passages),
                signatory: change.signatory.map(Into::into),
                places: change.places.map(Into::into),
            },
        }
    }
}
