//! What callers send.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};
use utoipa::ToSchema;
use validator::Validate;

use crate::crypto::Personal;
use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::ingest::PersonJson;
use crate::ingest::json::named_by_callers;
use crate::service::people::SearchBy;

/// A new data subject. Every field may be left out but a name; the form is that of a line of an upload.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDataSubject {
    /// The organisation's own number of the person.
    #[schema(max_length = 100, example = "A001762")]
    pub external_reference: Option<String>,
    /// First names. One of the three names is needed.
    #[schema(max_length = 200, example = "Noël")]
    pub given_name: Option<String>,
    /// Family name.
    #[schema(max_length = 200, example = "Pereira")]
    pub family_name: Option<String>,
    /// The name in one piece, where it is not parted.
    #[schema(max_length = 200)]
    pub full_name: Option<String>,
    /// E-mail address.
    #[schema(max_length = 254, format = Email, example = "noel.pereira@example.org")]
    pub email: Option<String>,
    /// Telephone number, kept as given.
    #[schema(max_length = 40, example = "+33 6 30 12 34 56")]
    pub phone: Option<String>,
    /// Date of birth, `YYYY-MM-DD`.
    #[schema(format = Date, example = "2004-05-12")]
    pub birth_date: Option<String>,
    /// Street and number.
    #[schema(max_length = 300)]
    pub street: Option<String>,
    /// Postal code.
    #[schema(max_length = 20)]
    pub postal_code: Option<String>,
    /// Town.
    #[schema(max_length = 100, example = "Lyon")]
    pub city: Option<String>,
    /// Country of residence, ISO 3166-1 alpha-2.
    #[schema(pattern = "^[A-Z]{2}$", example = "FR")]
    pub country: Option<String>,
    /// Language, BCP 47.
    #[schema(max_length = 35, example = "fr")]
    pub language: Option<String>,
    /// Numbers by which controllers know the person, by name (`a-z`, `0-9`, `_`): `customer_number`.
    #[serde(default, deserialize_with = "named_by_callers")]
    #[schema(example = json!({"customer_number": "4400369829"}))]
    pub identifiers: BTreeMap<String, String>,
}

impl From<NewDataSubject> for PersonJson {
    fn from(new: NewDataSubject) -> Self {
        Self {
            external_reference: new.external_reference,
            given_name: new.given_name,
            family_name: new.family_name,
            full_name: new.full_name,
            email: new.email,
            phone: new.phone,
            birth_date: new.birth_date,
            street: new.street,
            postal_code: new.postal_code,
            city: new.city,
            country: new.country,
            language: new.language,
            identifiers: new.identifiers,
            ..Self::default()
        }
    }
}

/// A change of a data subject: an absent field stays as it is, `null` removes it.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DataSubjectChange {
    /// The organisation's own number of the person.
    #[serde(default, deserialize_with = "told")]
    #[schema(value_type = Option<String>, max_length = 100, example = "A001762")]
    pub external_reference: Option<Option<String>>,
    /// First names. One of the three names is needed.
    #[serde(default, deserialize_with = "told")]
    #[schema(value_type = Option<String>, max_length = 200, example = "Noël")]
    pub given_name: Option<Option<String>>,
    /// Family name.
    #[serde(default, deserialize_with = "told")]
    #[schema(value_type = Option<String>, max_length = 200, example = "Pereira")]
    pub family_name: Option<Option<String>>,
    /// The name in one piece, where it is not parted.
    #[serde(default, deserialize_with = "told")]
    #[schema(value_type = Option<String>, max_length = 200)]
    pub full_name: Option<Option<String>>,
    /// E-mail address.
    #[serde(default, deserialize_with = "told")]
    #[schema(value_type = Option<String>, max_length = 254, format = Email, example = "noel.pereira@example.org")]
    pub email: Option<Option<String>>,
    /// Telephone number, kept as given.
    #[serde(default, deserialize_with = "told")]
    #[schema(value_type = Option<String>, max_length = 40, example = "+33 6 30 12 34 56")]
    pub phone: Option<Option<String>>,
    /// Date of birth, `YYYY-MM-DD`.
    #[serde(default, deserialize_with = "told")]
    #[schema(value_type = Option<String>, format = Date, example = "2004-05-12")]
    pub birth_date: Option<Option<String>>,
    /// Street and number.
    #[serde(default, deserialize_with = "told")]
    #[schema(value_type = Option<String>, max_length = 300)]
    pub street: Option<Option<String>>,
    /// Postal code.
    #[serde(default, deserialize_with = "told")]
    #[schema(value_type = Option<String>, max_length = 20)]
    pub postal_code: Option<Option<String>>,
    /// Town.
    #[serde(default, deserialize_with = "told")]
    #[schema(value_type = Option<String>, max_length = 100, example = "Lyon")]
    pub city: Option<Option<String>>,
    /// Country of residence, ISO 3166-1 alpha-2.
    #[serde(default, deserialize_with = "told")]
    #[schema(value_type = Option<String>, pattern = "^[A-Z]{2}$", example = "FR")]
    pub country: Option<Option<String>>,
    /// Language, BCP 47.
    #[serde(default, deserialize_with = "told")]
    #[schema(value_type = Option<String>, max_length = 35, example = "fr")]
    pub language: Option<Option<String>>,
    /// Numbers by which controllers know the person, by name (`a-z`, `0-9`, `_`): `customer_number`. Replaces them all.
    #[serde(default, deserialize_with = "told_by_name")]
    #[schema(value_type = Option<BTreeMap<String, String>>)]
    pub identifiers: Option<Option<BTreeMap<String, String>>>,
}

/// Tells `null` apart from a field that is absent.
fn told<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}

fn told_by_name<'de, D>(deserializer: D) -> Result<Option<Option<BTreeMap<String, String>>>, D::Error>
where
    D: Deserializer<'de>,
{
    #[derive(Deserialize)]
    struct Named(#[serde(deserialize_with = "named_by_callers")] BTreeMap<String, String>);
    told::<D, Named>(deserializer).map(|told| told.map(|named| named.map(|Named(map)| map)))
}

impl DataSubjectChange {
    /// Makes the change.
    pub fn apply(self, person: &mut PersonJson) {
        let put = |field: &mut Option<String>, told: Option<Option<String>>| {
            if let Some(value) = told {
                *field = value;
            }
        };
        put(&mut person.external_reference, self.external_reference);
        put(&mut person.given_name, self.given_name);
        put(&mut person.family_name, self.family_name);
        put(&mut person.full_name, self.full_name);
        put(&mut person.email, self.email);
        put(&mut person.phone, self.phone);
        put(&mut person.birth_date, self.birth_date);
        put(&mut person.street, self.street);
        put(&mut person.postal_code, self.postal_code);
        put(&mut person.city, self.city);
        put(&mut person.country, self.country);
        put(&mut person.language, self.language);
        if let Some(identifiers) = self.identifiers {
            person.identifiers = identifiers.unwrap_or_default();
        }
    }
}

/// What to search for: exactly one of the three.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"email": "noel.pereira@example.org"}))]
pub struct DataSubjectSearch {
    /// An e-mail address.
    #[schema(max_length = 254)]
    #[validate(length(max = 254))]
    pub email: Option<String>,
    /// A phone number.
    #[schema(max_length = 40)]
    #[validate(length(max = 40))]
    pub phone: Option<String>,
    /// The country in which a phone number without one is read, ISO 3166-1 alpha-2.
    #[schema(pattern = "^[A-Z]{2}$")]
    #[validate(length(max = 2))]
    pub country: Option<String>,
    /// The organisation's own number of the person.
    #[schema(max_length = 100)]
    #[validate(length(max = 100))]
    pub external_reference: Option<String>,
}

impl DataSubjectSearch {
    /// The one thing it names.
    ///
    /// # Errors
    /// `invalid_field` when it names none or several.
    pub fn into_one(self) -> Result<SearchBy, Problem> {
        match (self.email, self.phone, self.external_reference, self.country) {
            (Some(address), None, None, None) => Ok(SearchBy::Email(Personal::new(address))),
            (None, Some(number), None, country) => Ok(SearchBy::Phone(Personal::new(number), country)),
            (None, None, Some(own), None) => Ok(SearchBy::ExternalReference(Personal::new(own))),
            _ => {
                let message = "Name exactly one of `email`, `phone` (with its `country`) and `external_reference`.";
                Err(Problem::field("", Code::InvalidField, message))
            }
        }
    }
}
