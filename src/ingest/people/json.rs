//! The JSON form of a person, as NDJSON uploads and single filings have it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;
use utoipa::ToSchema;

use super::draft::{Draft, Rules};
use super::person::PersonLine;
use super::{LineProblem, Part, TargetField, dates, field, limits};
use crate::domain::code::Code;
use crate::ingest::json::named_by_callers;

/// One person with the mandate and what is asked. Every field may be left out but a name. Has no `Debug`: its values are
/// personal.
#[derive(Deserialize, ToSchema, Default)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "external_reference": "A001762", "given_name": "Noël", "family_name": "Pereira", "email": "noel.pereira@example.org",
    "birth_date": "2004-05-12", "country": "FR", "language": "fr", "identifiers": { "customer_number": "4400369829" },
    "mandate": { "signed_on": "2026-10-17", "valid_until": "2027-10-17", "complaint": true, "rights": ["access"] },
}))]
pub struct PersonJson {
    /// The organisation's own number of the person.
    #[schema(max_length = 100)]
    pub external_reference: Option<String>,
    /// First names. One of the three names is needed.
    #[schema(max_length = 200)]
    pub given_name: Option<String>,
    /// Family name.
    #[schema(max_length = 200)]
    pub family_name: Option<String>,
    /// The name in one piece, where it is not parted.
    #[schema(max_length = 200)]
    pub full_name: Option<String>,
    /// E-mail address.
    #[schema(max_length = 254, format = "email")]
    pub email: Option<String>,
    /// Telephone number, kept as given.
    #[schema(max_length = 40)]
    pub phone: Option<String>,
    /// Date of birth, `YYYY-MM-DD`.
    #[schema(format = "date")]
    pub birth_date: Option<String>,
    /// Street and number.
    #[schema(max_length = 300)]
    pub street: Option<String>,
    /// Postal code.
    #[schema(max_length = 20)]
    pub postal_code: Option<String>,
    /// Town.
    #[schema(max_length = 100)]
    pub city: Option<String>,
    /// Country of residence, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Language, BCP 47.
    pub language: Option<String>,
    /// Numbers by which controllers know the person, by name (`a-z`, `0-9`, `_`): `customer_number`.
    #[serde(default, deserialize_with = "named_by_callers")]
    pub identifiers: BTreeMap<String, String>,
    /// The mandate.
    pub mandate: Option<MandateJson>,
    /// What is asked beyond the campaign.
    pub ask: Option<AskJson>,
    /// Ids or slugs of the only controllers this person is for; all of the campaign when empty.
    #[schema(max_items = 200)]
    #[serde(default)]
    pub controllers: Vec<String>,
}

/// The mandate of one person.
#[derive(Deserialize, ToSchema, Default)]
#[serde(deny_unknown_fields)]
pub struct MandateJson {
    /// Day it was signed, `YYYY-MM-DD`.
    #[schema(format = "date")]
    pub signed_on: Option<String>,
    /// First day, `YYYY-MM-DD`; the day it was signed when left out.
    #[schema(format = "date")]
    pub valid_from: Option<String>,
    /// Last day, `YYYY-MM-DD`.
    #[schema(format = "date")]
    pub valid_until: Option<String>,
    /// Whether it allows complaints to an authority in the person's name (Article 80(1)).
    pub complaint: Option<bool>,
    /// Rights it covers: `access`, `rectification`, `erasure`, `restriction`, `portability`, `objection`, `automated_decision`.
    #[serde(default)]
    pub rights: Vec<String>,
}

/// What one person asks beyond the campaign.
#[derive(Deserialize, ToSchema, Default)]
#[serde(deny_unknown_fields)]
pub struct AskJson {
    /// What is to be corrected (Article 16).
    #[schema(max_items = 9)]
    #[serde(default)]
    pub rectifications: Vec<RectificationJson>,
    /// Grounds that lie in the person's situation (Article 21(1)).
    #[schema(max_length = 4000)]
    pub objection_grounds: Option<String>,
}

/// One correction.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RectificationJson {
    /// The name of the datum.
    #[schema(max_length = 100)]
    pub field: String,
    /// What the controller has; left out where something is missing and must be completed.
    #[schema(max_length = 1000)]
    pub wrong: Option<String>,
    /// What it must be.
    #[schema(max_length = 1000)]
    pub right: String,
}

/// Checks a person given as JSON, as a line of an upload is checked.
///
/// # Errors
///
/// Everything that is wrong with it.
pub fn check_person(person: &PersonJson, line_no: u64, today: Date) -> Result<PersonLine, Vec<LineProblem>> {
    let rules = Rules { today, dates: dates::Reading::Iso };
    let mut draft = Draft::new(&rules, line_no);
    fill(&mut draft, person);
    draft.finish()
}

/// Moves every value of a person into a draft.
pub(super) fn fill(draft: &mut Draft<'_>, person: &PersonJson) {
    let nothing = (MandateJson::default(), AskJson::default());
    let mandate = person.mandate.as_ref().unwrap_or(&nothing.0);
    let ask = person.ask.as_ref().unwrap_or(&nothing.1);
    for (field, value) in [
        (TargetField::ExternalReference, &person.external_reference),
        (TargetField::GivenName, &person.given_name),
        (TargetField::FamilyName, &person.family_name),
        (TargetField::FullName, &person.full_name),
        (TargetField::Email, &person.email),
        (TargetField::Phone, &person.phone),
        (TargetField::BirthDate, &person.birth_date),
        (TargetField::Street, &person.street),
        (TargetField::PostalCode, &person.postal_code),
        (TargetField::City, &person.city),
        (TargetField::Country, &person.country),
        (TargetField::Language, &person.language),
        (TargetField::MandateSignedOn, &mandate.signed_on),
        (TargetField::MandateValidFrom, &mandate.valid_from),
        (TargetField::MandateValidUntil, &mandate.valid_until),
        (TargetField::ObjectionGrounds, &ask.objection_grounds),
    ] {
        if let Some(value) = value {
            draft.set(&field, value);
        }
    }
    if let Some(complaint) = mandate.complaint {
        draft.set(&TargetField::MandateComplaint, if complaint { "yes" } else { "no" });
    }
    for (name, value) in &person.identifiers {
        let field = TargetField::Identifier(name.as_str().into());
        if field::is_identifier_name(name) {
            draft.set(&field, value);
        } else {
            draft.refuse(Code::ValueInvalid, &field);
        }
    }
    for right in &mandate.rights {
        draft.set(&TargetField::MandateRights, right);
    }
    for controller in &person.controllers {
        draft.set(&TargetField::Controllers, controller);
    }
    for (number, asked) in (1..).zip(&ask.rectifications) {
        if number > limits::RECTIFICATIONS {
            draft.refuse(Code::ValueTooLong, &TargetField::Rectification(number, Part::Field));
            break;
        }
        draft.set(&TargetField::Rectification(number, Part::Field), &asked.field);
        draft.set(&TargetField::Rectification(number, Part::Wrong), asked.wrong.as_deref().unwrap_or_default());
        draft.set(&TargetField::Rectification(number, Part::Right), &asked.right);
        draft.rectification(number);
    }
}
