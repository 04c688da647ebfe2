//! JSON of calendars.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// A calendar to import.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCalendar {
    /// Where it comes from; stands in the answer.
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200, example = "FR.txt")]
    pub name: String,
    /// The calendar, as in the files that come with the program.
    #[validate(length(min = 1, max = 100_000))]
    #[schema(min_length = 1, max_length = 100000)]
    pub text: String,
    /// Whether only to tell what would come of it.
    #[serde(default)]
    pub dry_run: bool,
}

/// What came of an import.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct CalendarImport {
    /// Where it came from.
    pub file: String,
    /// `added`, `unchanged` or `refused`.
    #[schema(example = "added", extensions(("x-extensible-enum" = json!(true))))]
    pub outcome: String,
    /// Its version, unless it is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// The version it takes the place of, when there was a calendar of the country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<String>,
    /// Why it is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}
