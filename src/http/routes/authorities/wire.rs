//! JSON of the choice of an authority.

use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use crate::domain::authority::routing::{Establishment, Situation};
use crate::domain::place::Place;

/// What is known for choosing the authorities of a complaint.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "residence": "FR", "controller": { "place": "DE-BY", "sector": "private" } }))]
pub struct RoutingQuestion {
    /// Where the person lives; in Germany with the Land.
    pub residence: Option<Place>,
    /// Where the person works.
    pub work: Option<Place>,
    /// Where the infringement took place.
    pub infringement: Option<Place>,
    /// Where the controller has its main establishment, and what kind of body it is.
    pub controller: Option<Establishment>,
}

impl From<RoutingQuestion> for Situation {
    fn from(question: RoutingQuestion) -> Self {
        let RoutingQuestion { residence, work, infringement, controller } = question;
        Self { residence, work, infringement, controller }
    }
}
