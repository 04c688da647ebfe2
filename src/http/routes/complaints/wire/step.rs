//! A step as it is sent.

use entity::id::ComplaintFileId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::crypto::Personal;
use crate::domain::complaint::{ComplaintMove, DecisionOutcome};
use crate::http::problem::ApiError;
use crate::http::routes::requests::wire::invalid_field;
use crate::service::complaints;

/// Something that happened to a complaint.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "on": "2026-11-26", "step": { "kind": "acknowledge", "reference": "2026-4711" }, "text": "By letter of the same day."
}))]
pub struct NewComplaintStep {
    /// The local day at the authority.
    #[schema(value_type = String, format = Date)]
    pub on: Date,
    /// What happened.
    pub step: ComplaintMove,
    /// What was said, in words. With `lodge`, `object` and `submit_views` it is said to the authority: one that is a client of this
    /// service reads it, and the file with it. With other steps it is a note of the organisation.
    #[validate(length(min = 1, max = 20_000))]
    #[schema(min_length = 1, max_length = 20000)]
    pub text: Option<String>,
    /// A file that was uploaded to the complaint before: proof of lodging, a letter of the authority.
    pub file_id: Option<ComplaintFileId>,
    /// What was decided for people by themselves; only with a decision.
    #[serde(default)]
    #[validate(length(max = 4))]
    #[schema(max_items = 4)]
    pub people: Vec<PeopleOutcome>,
}

/// What was decided for some people.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PeopleOutcome {
    /// What.
    pub outcome: DecisionOutcome,
    /// For whom, by the references in the files.
    #[schema(max_items = 20000, example = json!(["P-00001", "P-00007"]))]
    pub references: Vec<String>,
}

impl PeopleOutcome {
    /// What is meant, by the numbers of the people.
    pub fn read(all: &[Self]) -> Result<Vec<(DecisionOutcome, Vec<i32>)>, ApiError> {
        let number = |reference: &String| {
            let digits = reference.strip_prefix("P-").filter(|digits| (5..=6).contains(&digits.len()));
            let number = digits.and_then(|digits| digits.parse().ok()).filter(|number: &i32| *number > 0);
            number.ok_or_else(|| invalid_field("/people", "A reference is written as `P-00001`."))
        };
        let read = |one: &Self| Ok((one.outcome, one.references.iter().map(number).collect::<Result<_, _>>()?));
        all.iter().map(read).collect()
    }
}

impl NewComplaintStep {
    /// What is meant.
    pub fn read(self) -> Result<complaints::NewStep, ApiError> {
        let people = PeopleOutcome::read(&self.people)?;
        Ok(complaints::NewStep {
            step: self.step,
            on: Some(self.on),
            text: self.text.map(Personal::new),
            file: self.file_id,
            people,
        })
    }
}
