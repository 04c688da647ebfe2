//! Completes what is known of a person by what a later line says. A line that is silent takes nothing away.

use crate::service::people::Profile;

/// The completed profile; none when the line says nothing new.
pub(super) fn merge(known: &Profile, line: &Profile) -> Option<Profile> {
    let mut merged = known.clone();
    fill(&mut merged.given_name, &line.given_name);
    fill(&mut merged.family_name, &line.family_name);
    fill(&mut merged.full_name, &line.full_name);
    fill(&mut merged.email, &line.email);
    fill(&mut merged.phone, &line.phone);
    fill(&mut merged.birth_date, &line.birth_date);
    fill(&mut merged.address.street, &line.address.street);
    fill(&mut merged.address.postal_code, &line.address.postal_code);
    fill(&mut merged.address.city, &line.address.city);
    fill(&mut merged.address.country, &line.address.country);
    fill(&mut merged.language, &line.language);
    fill(&mut merged.external_reference, &line.external_reference);
    for (name, value) in &line.identifiers {
        merged.identifiers.insert(name.clone(), value.clone());
    }
    (merged != *known).then_some(merged)
}

fn fill<T: Clone>(known: &mut Option<T>, line: &Option<T>) {
    if line.is_some() {
        known.clone_from(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::Personal;

    #[test]
    fn a_line_adds_and_corrects_but_takes_nothing_away() {
        let text = |text: &str| Some(Personal::new(text.to_owned()));
        let known = Profile { family_name: text("Pereira"), email: text("a@example.org"), ..Profile::default() };
        let mut line = Profile { family_name: text("Pereira"), ..Profile::default() };
        assert!(merge(&known, &line).is_none());
        line.email = text("b@example.org");
        line.identifiers.insert("customer_number".into(), Personal::new("7".into()));
        let merged = merge(&known, &line).expect("a change");
        assert_eq!(merged.email, text("b@example.org"));
        assert_eq!(merged.family_name, text("Pereira"));
        assert_eq!(merged.identifiers.len(), 1);
    }
}
