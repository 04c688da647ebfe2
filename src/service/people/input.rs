//! A person as callers write it, checked as a line of an upload is checked.

use jiff::civil::Date;

use crate::crypto::Personal;
use crate::domain::code::Code;
use crate::domain::problem::{FieldProblem, Problem};
use crate::ingest::{LineProblem, PersonJson, check_person};
use crate::service::failure::Outcome;

use super::profile::Profile;

/// The profile of a person as given.
///
/// # Errors
/// `invalid_field` with everything that is wrong with it.
pub(super) fn checked(person: &PersonJson, today: Date) -> Outcome<Profile> {
    let line = check_person(person, 1, today).map_err(|problems| refusal(&problems))?;
    Ok(Profile::from(line))
}

fn refusal(problems: &[LineProblem]) -> Problem {
    let field = |problem: &LineProblem| FieldProblem {
        pointer: problem.field.map(|name| format!("/{}", name.replace('.', "/"))).unwrap_or_default(),
        code: problem.code,
        message: format!("{}. {}", problem.code.title(), problem.code.remedy()),
    };
    Problem { code: Code::InvalidField, detail: None, fields: problems.iter().map(field).collect() }
}

/// A profile as callers write it, to show it or to change some of it.
pub fn written(profile: &Profile) -> PersonJson {
    let text = |value: &Option<Personal<String>>| value.as_ref().map(|value| value.expose().clone());
    PersonJson {
        external_reference: text(&profile.external_reference),
        given_name: text(&profile.given_name),
        family_name: text(&profile.family_name),
        full_name: text(&profile.full_name),
        email: text(&profile.email),
        phone: text(&profile.phone),
        birth_date: profile.birth_date.as_ref().map(|date| date.expose().to_string()),
        street: text(&profile.address.street),
        postal_code: text(&profile.address.postal_code),
        city: text(&profile.address.city),
        country: text(&profile.address.country),
        language: profile.language.clone(),
        identifiers: profile.identifiers.iter().map(|(name, own)| (name.clone(), own.expose().clone())).collect(),
        ..PersonJson::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::failure::Failure;

    fn ada() -> PersonJson {
        PersonJson {
            given_name: Some("Ada".to_owned()),
            email: Some("ada@example.org".to_owned()),
            birth_date: Some("1985-12-10".to_owned()),
            country: Some("FR".to_owned()),
            identifiers: [("customer_number".to_owned(), "K-1".to_owned())].into(),
            ..PersonJson::default()
        }
    }

    #[test]
    fn what_is_written_and_checked_again_stays_the_same() {
        let today = jiff::civil::date(2027, 1, 1);
        let profile = checked(&ada(), today).expect("a person");
        assert_eq!(checked(&written(&profile), today).expect("the same person"), profile);
    }

    #[test]
    fn a_refusal_names_fields_and_no_value() {
        let wrong = PersonJson { email: Some("secret at example".to_owned()), ..ada() };
        let Err(Failure::Refused(problem)) = checked(&wrong, jiff::civil::date(2027, 1, 1)) else {
            panic!("it is refused")
        };
        assert_eq!(problem.fields[0].pointer, "/email");
        assert_eq!(problem.fields[0].code, Code::EmailInvalid);
        assert!(!format!("{problem:?}").contains("secret"));
    }
}
