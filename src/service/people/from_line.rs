//! A line of an upload as the profile of a person.

use crate::ingest::PersonLine;

use super::profile::{Address, Profile};

impl From<PersonLine> for Profile {
    fn from(line: PersonLine) -> Self {
        Self::of_line(&line)
    }
}

impl Profile {
    /// What a line says of the person; its mandate and what it asks are not part of it.
    pub fn of_line(line: &PersonLine) -> Self {
        Self {
            given_name: line.given_name.clone(),
            family_name: line.family_name.clone(),
            full_name: line.full_name.clone(),
            email: line.email.clone(),
            phone: line.phone.clone(),
            birth_date: line.birth_date.clone(),
            address: Address {
                street: line.street.clone(),
                postal_code: line.postal_code.clone(),
                city: line.city.clone(),
                country: line.country.clone(),
            },
            language: line.language.clone(),
            external_reference: line.external_reference.clone(),
            identifiers: line.identifiers.iter().map(|own| (own.name.to_string(), own.value.clone())).collect(),
        }
    }
}
