//! Words that people write in cells: yes, no, and the names of rights.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::domain::right::Right;

/// A word reduced to what matters when headings and answers are compared: small letters without accents, and digits.
pub(super) fn fold(raw: &str) -> String {
    let mut folded = String::with_capacity(raw.len());
    for c in raw.nfkd().flat_map(char::to_lowercase) {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'ς' => folded.push('σ'),
            c if c.is_alphanumeric() && !is_combining_mark(c) => folded.push(c),
            _ => {}
        }
    }
    folded
}

const YES: &[&str] = &[
    "oui",
    "o",
    "yes",
    "y",
    "true",
    "vrai",
    "1",
    "x",
    "ja",
    "j",
    "wahr",
    "si",
    "s",
    "verdadero",
    "vero",
    "waar",
    "tak",
    "t",
    "prawda",
    "sim",
    "ναι",
    "on",
];
const NO: &[&str] = &[
    "non", "n", "no", "false", "faux", "0", "nein", "falsch", "falso", "nee", "onwaar", "nie", "falsz", "nao", "nej",
    "οχι", "off",
];

/// What a yes or a no means, in any of the languages spoken here.
pub(super) fn yes_or_no(raw: &str) -> Option<bool> {
    let word = fold(raw);
    if YES.contains(&word.as_str()) {
        Some(true)
    } else if NO.contains(&word.as_str()) {
        Some(false)
    } else {
        None
    }
}

const RIGHTS: &[(Right, &[&str])] = &[
    (Right::Access, &["acces", "auskunft", "acceso", "accesso", "inzage", "dostep"]),
    (
        Right::Rectification,
        &["rectification", "berichtigung", "rectificacion", "rettifica", "rectificatie", "sprostowanie"],
    ),
    (
        Right::Erasure,
        &["effacement", "suppression", "loschung", "supresion", "cancellazione", "wissing", "usuniecie", "deletion"],
    ),
    (Right::Restriction, &["limitation", "einschrankung", "limitacion", "limitazione", "beperking", "ograniczenie"]),
    (
        Right::Portability,
        &["portabilite", "ubertragbarkeit", "portabilidad", "portabilita", "overdraagbaarheid", "przenoszenie"],
    ),
    (Right::Objection, &["opposition", "widerspruch", "oposicion", "opposizione", "bezwaar", "sprzeciw"]),
    (Right::AutomatedDecision, &["decisionautomatisee"]),
];

/// The right a word means: its name here (`access`), its article (`15`), or its name in another language.
pub(super) fn right(raw: &str) -> Option<Right> {
    if let Ok(right) = raw.parse() {
        return Some(right);
    }
    let word = fold(raw);
    let article = word.trim_start_matches("article").trim_start_matches("artikel").trim_start_matches("art");
    let known = |right: &Right| fold(right.as_str()) == word || right.article() == article;
    Right::ALL
        .iter()
        .copied()
        .find(known)
        .or_else(|| RIGHTS.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(right, _)| *right))
}

#[cfg(test)]
mod tests {
    use super::{NO, RIGHTS, Right, YES, fold, right, yes_or_no};

    #[test]
    fn words_are_compared_without_accents_and_signs() {
        assert_eq!(fold("N° adhérent"), "nadherent");
        assert_eq!(fold("Mandat valable jusqu’au"), "mandatvalablejusquau");
        assert_eq!(fold("  Straße_Nr. "), "strassenr");
        assert_eq!(fold("Ulica / Łódź"), "ulicalodz");
        for word in YES.iter().chain(NO).chain(RIGHTS.iter().flat_map(|(_, words)| *words)) {
            assert_eq!(fold(word), *word, "the tables hold folded words");
        }
    }

    #[test]
    fn yes_and_no_in_many_languages() {
        for word in ["oui", "OUI", "Ja", "yes", "1", "sí", "sì", "tak", "x"] {
            assert_eq!(yes_or_no(word), Some(true), "{word}");
        }
        for word in ["non", "Nein", "no", "0", "nie", "Nee"] {
            assert_eq!(yes_or_no(word), Some(false), "{word}");
        }
        assert_eq!(yes_or_no("peut-être"), None);
    }

    #[test]
    fn rights_by_name_article_and_language() {
        assert_eq!(right("access"), Some(Right::Access));
        assert_eq!(right("Art. 17"), Some(Right::Erasure));
        assert_eq!(right("22"), Some(Right::AutomatedDecision));
        assert_eq!(right("automated decision"), Some(Right::AutomatedDecision));
        assert_eq!(right("Löschung"), Some(Right::Erasure));
        assert_eq!(right("Accès"), Some(Right::Access));
        assert_eq!(right("19"), None);
    }
}
