//! JSON of complaints.

mod input;
mod output;
mod step;

pub use input::{ComplaintChange, NewComplaint};
pub use output::{Complaint, ComplaintPerson, ComplaintPoint, ComplaintStep};
pub use step::{NewComplaintStep, PeopleOutcome};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::domain::place::Place;
use crate::service::complaints;

/// A text of the organisation.
#[derive(Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "text": "Nearly every member who asked was left without an answer.", "confidential": "names a witness"
}))]
pub struct Passage {
    /// The text; a line break begins a new paragraph.
    #[validate(length(min = 1, max = 10_000))]
    #[schema(min_length = 1, max_length = 10000)]
    pub text: String,
    /// Why it is confidential, where it is: it then stands in the full version alone, and the other says why it does not (C-6).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 500))]
    #[schema(min_length = 1, max_length = 500)]
    pub confidential: Option<String>,
}

/// Who signs for the organisation.
#[derive(Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Signatory {
    /// Name.
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub name: String,
    /// Office: president, board, counsel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub role: Option<String>,
    /// Where it is signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub town: Option<String>,
}

/// Where things took place, as far as the choice of the authority depends on it (C-1). For many people: where most of them do.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ComplaintPlaces {
    /// Where the people live.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub residence: Option<Place>,
    /// Where they work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work: Option<Place>,
    /// Where the infringement took place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub infringement: Option<Place>,
}

impl From<Passage> for complaints::Passage {
    fn from(passage: Passage) -> Self {
        Self { text: passage.text, confidential: passage.confidential }
    }
}

impl From<&complaints::Passage> for Passage {
    fn from(passage: &complaints::Passage) -> Self {
        Self { text: passage.text.clone(), confidential: passage.confidential.clone() }
    }
}

impl From<Signatory> for complaints::Signatory {
    fn from(one: Signatory) -> Self {
        Self { name: one.name, role: one.role, town: one.town }
    }
}

impl From<&complaints::Signatory> for Signatory {
    fn from(one: &complaints::Signatory) -> Self {
        Self { name: one.name.clone(), role: one.role.clone(), town: one.town.clone() }
    }
}

impl From<ComplaintPlaces> for complaints::Places {
    fn from(places: ComplaintPlaces) -> Self {
        Self { residence: places.residence, work: places.work, infringement: places.infringement }
    }
}

impl From<complaints::Places> for ComplaintPlaces {
    fn from(places: complaints::Places) -> Self {
        Self { residence: places.residence, work: places.work, infringement: places.infringement }
    }
}
