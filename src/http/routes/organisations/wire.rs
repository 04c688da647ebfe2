//! JSON of organisations and their clients.

use entity::id::OrganisationId;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::domain::eligibility::Eligibility;
use crate::domain::organisation::{OrganisationKind, OrganisationState};
use crate::domain::retention::Retention;
use crate::service::organisations::Profile;
use crate::store;

/// A new organisation.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewOrganisation {
    /// Legal name, shown to controllers.
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200, example = "Union of Platform Workers")]
    pub name: String,
    /// Country of establishment, ISO 3166-1 alpha-2.
    #[validate(regex(path = *COUNTRY))]
    #[schema(pattern = "^[A-Z]{2}$", example = "FR")]
    pub country: String,
    /// Language of its own correspondence, BCP 47.
    #[validate(length(min = 2, max = 35))]
    #[schema(min_length = 2, max_length = 35, example = "fr")]
    pub language: String,
    /// Public contact address, a role mailbox.
    #[validate(email, length(max = 254))]
    #[schema(format = Email, max_length = 254, example = "rights@union.example.org")]
    pub contact_email: Option<String>,
    /// Public web address.
    #[validate(url, length(max = 500))]
    #[schema(format = Uri, max_length = 500, example = "https://union.example.org")]
    pub website: Option<String>,
    /// What it is for.
    #[serde(default = "live")]
    #[schema(default = "live")]
    pub kind: OrganisationKind,
}

const fn live() -> OrganisationKind {
    OrganisationKind::Live
}

/// The profile of an organisation.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganisationProfile {
    /// Legal name, shown to controllers.
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200, example = "Union of Platform Workers")]
    pub name: String,
    /// Country of establishment, ISO 3166-1 alpha-2.
    #[validate(regex(path = *COUNTRY))]
    #[schema(pattern = "^[A-Z]{2}$", example = "FR")]
    pub country: String,
    /// Language of its own correspondence, BCP 47.
    #[validate(length(min = 2, max = 35))]
    #[schema(min_length = 2, max_length = 35, example = "fr")]
    pub language: String,
    /// Public contact address, a role mailbox.
    #[validate(email, length(max = 254))]
    #[schema(format = Email, max_length = 254, example = "rights@union.example.org")]
    pub contact_email: Option<String>,
    /// Public web address.
    #[validate(url, length(max = 500))]
    #[schema(format = Uri, max_length = 500, example = "https://union.example.org")]
    pub website: Option<String>,
}

static COUNTRY: std::sync::LazyLock<regex::Regex> =
    std::sync::LazyLock::new(|| regex::Regex::new("^[A-Z]{2}$").expect("a valid pattern"));

impl From<NewOrganisation> for Profile {
    fn from(new: NewOrganisation) -> Self {
        Self {
            name: new.name,
            country: new.country,
            language: new.language,
            contact_email: new.contact_email,
            website: new.website,
        }
    }
}

impl From<OrganisationProfile> for Profile {
    fn from(new: OrganisationProfile) -> Self {
        Self {
            name: new.name,
            country: new.country,
            language: new.language,
            contact_email: new.contact_email,
            website: new.website,
        }
    }
}

/// A change of an organisation; an absent field stays as it is.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganisationChange {
    /// New profile.
    #[validate(nested)]
    pub profile: Option<OrganisationProfile>,
    /// Evidence for the four tests of Article 80(1) (M-2); replaces what stood there.
    pub eligibility: Option<Eligibility>,
    /// How long it keeps what; replaces what stood there (P-9).
    pub retention: Option<Retention>,
    /// Suspension or its end. A suspended organisation's clients are refused, and nothing of its is filed or sent until it is active
    /// again; deadlines, answers of controllers and what people see go on.
    pub state: Option<OrganisationState>,
}

/// An organisation.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Legal name.
    pub name: String,
    /// Country of establishment, ISO 3166-1 alpha-2.
    pub country: String,
    /// Language of its own correspondence, BCP 47.
    pub language: String,
    /// Public contact address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_email: Option<String>,
    /// Public web address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// What it is for.
    pub kind: OrganisationKind,
    /// Whether it may act.
    pub state: OrganisationState,
    /// Evidence for the four tests of Article 80(1).
    pub eligibility: Eligibility,
    /// How long it keeps what of people (P-9).
    pub retention: Retention,
    /// Whether it may lodge complaints: all four tests are passed (M-2, M-5).
    pub may_complain: bool,
    /// Grows with every change; also in the `ETag`.
    pub version: i32,
    /// When it was registered.
    pub created_at: Timestamp,
    /// Last change.
    pub updated_at: Timestamp,
}

impl Organisation {
    /// The record as it is shown on a day, on which its evidence counts or not.
    pub fn of(row: &store::Organisation, today: Date) -> Self {
        Self {
            id: row.id,
            name: row.name.clone(),
            country: row.country.clone(),
            language: row.language.clone(),
            contact_email: row.contact_email.clone(),
            website: row.website.clone(),
            kind: row.kind(),
            state: row.state,
            may_complain: row.eligibility.may_complain(today).is_ok(),
            eligibility: row.eligibility.clone(),
            retention: row.retention,
            version: row.version,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}
