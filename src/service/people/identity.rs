//! What a controller is told of a person: chosen elements and no more (B-7).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::profile::Profile;
use crate::crypto::Personal;
use crate::domain::controller::{IdentityElement, IdentityNeed};

/// By what a controller can recognise the person.
#[derive(Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Identity {
    /// Full name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Date of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<Date>,
    /// Postal address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// The number under which the controller keeps the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_number: Option<String>,
}

impl Identity {
    /// These elements of a profile, as far as they are known.
    pub fn of(profile: &Profile, elements: impl IntoIterator<Item = IdentityElement>) -> Self {
        let text = |value: &Option<Personal<String>>| value.as_ref().map(|value| value.expose().clone());
        let mut identity = Self::default();
        for element in elements {
            match element {
                IdentityElement::Name => identity.name = profile.display_name().map(Personal::into_exposed),
                IdentityElement::Email => identity.email = text(&profile.email),
                IdentityElement::BirthDate => {
                    identity.birth_date = profile.birth_date.as_ref().map(|date| *date.expose());
                }
                IdentityElement::Phone => identity.phone = text(&profile.phone),
                IdentityElement::CustomerNumber => {
                    identity.customer_number = text(&profile.identifiers.get("customer_number").cloned());
                }
                IdentityElement::Address => {
                    let address = &profile.address;
                    let parts = [&address.street, &address.postal_code, &address.city, &address.country];
                    let lines: Vec<String> = parts.into_iter().filter_map(text).collect();
                    identity.address = (!lines.is_empty()).then(|| lines.join("\n"));
                }
                // What it is stands in words only.
                IdentityElement::Other => {}
            }
        }
        identity
    }

    /// What a controller needs and no more (B-7); name and e-mail address when it has not said.
    pub fn needed(profile: &Profile, needs: &[IdentityNeed]) -> Self {
        Self::of(profile, IdentityNeed::elements(needs))
    }

    /// Whether nothing is told.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
