//! The country of an address, from its last line.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::country_names::NAMES;
use super::fold::fold;

/// A country, and a subdivision of it where the name says so (`Scotland`, `La Réunion`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// ISO 3166-1, upper case.
    pub country: &'static str,
    /// ISO 3166-2.
    pub subdivision: Option<&'static str>,
}

/// Folded name to place. Names are few and known when the program is built; the table is made on first use.
static BY_NAME: LazyLock<HashMap<String, Place>> = LazyLock::new(|| {
    NAMES
        .iter()
        .flat_map(|(code, names)| {
            let (country, subdivision) = match code.split_once('-') {
                Some((country, _)) => (country, Some(*code)),
                None => (*code, None),
            };
            names.split('|').map(move |name| (fold(name), Place { country, subdivision }))
        })
        .collect()
});

/// The place that a line names: the whole line, or what follows its last comma (`Dublin 2, Ireland`).
///
/// `None` when the line names no country, or could name two.
pub(super) fn of_line(line: &str) -> Option<Place> {
    let known = |text: &str| {
        let folded = fold(text);
        BY_NAME.get(&folded).or_else(|| BY_NAME.get(folded.strip_prefix("the ")?)).copied()
    };
    known(line).or_else(|| known(line.rsplit_once(',')?.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_stands_for_two_places() {
        let mut seen: HashMap<String, &str> = HashMap::new();
        for (code, names) in NAMES {
            for name in names.split('|') {
                let other = seen.insert(fold(name), code);
                assert!(other.is_none_or(|other| other == *code), "{name} is both {other:?} and {code}");
            }
        }
    }

    #[test]
    fn every_code_is_a_place_with_its_own_days_and_stands_once() {
        let mut seen = std::collections::HashSet::new();
        for (code, _) in NAMES {
            assert!(seen.insert(code), "{code} stands twice");
            assert!(code.parse::<crate::domain::place::Place>().is_ok(), "{code}");
        }
    }

    #[test]
    fn names_in_several_languages_and_forms() {
        for (line, country) in [
            ("Deutschland", "DE"),
            ("GERMANY", "DE"),
            ("Allemagne", "DE"),
            ("The Netherlands", "NL"),
            ("Österreich", "AT"),
            ("Oesterreich", "AT"),
            ("Ελλάδα", "GR"),
            ("България", "BG"),
            ("U.S.A.", "US"),
            ("Dublin 2, Ireland", "IE"),
            ("the Czech Republic", "CZ"),
            ("Hong Kong", "HK"),
        ] {
            assert_eq!(of_line(line), Some(Place { country, subdivision: None }), "{line}");
        }
        assert_eq!(of_line("Scotland"), Some(Place { country: "GB", subdivision: Some("GB-SCT") }));
        assert_eq!(of_line("La Réunion"), Some(Place { country: "FR", subdivision: Some("FR-974") }));
    }

    #[test]
    fn nothing_is_guessed() {
        // Each of these names nothing, or more than one place; `DE` may be Delaware and `CA` California.
        for line in [
            "",
            ",",
            "13627 Berlin",
            "Georgia",
            "Korea",
            "Congo",
            "DE",
            "CA",
            "New Germany",
            "Europe",
            "Niederlande-Straße 1",
        ] {
            assert_eq!(of_line(line), None, "{line}");
        }
    }
}
