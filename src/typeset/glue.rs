//! Spaces at which no line may end: between an abbreviation and its number, and after a word of one letter in Polish. The words
//! of a document come as plain text; this is the typesetter's part of them.

use serde_json::Value;

/// The space that holds together.
const GLUE: char = '\u{a0}';

/// Words that belong to the number or letter after them, besides every abbreviation that ends with a stop.
const HELD: &[&str] = &[
    "§",
    "nº",
    "n.º",
    "no",
    "article",
    "articles",
    "paragraphe",
    "paragraphes",
    "point",
    "points",
    "artículo",
    "artículos",
    "apartado",
    "apartados",
    "letra",
    "letras",
    "articolo",
    "articoli",
    "paragrafo",
    "paragrafi",
    "lettera",
    "lettere",
    "artikel",
    "artikelen",
    "lid",
    "leden",
    "onder",
];

/// Longest abbreviation, in characters, with its stop.
const ABBREVIATION_MAX: usize = 8;

/// The data with its texts held together.
pub fn glued(language: &str, data: &Value) -> Value {
    match data {
        Value::String(text) => Value::String(glue(language, text)),
        Value::Array(items) => items.iter().map(|item| glued(language, item)).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.clone(), glued(language, value)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        other => other.clone(),
    }
}

fn glue(language: &str, text: &str) -> String {
    let mut glued = String::with_capacity(text.len() + 8);
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        glued.push_str(word);
        if let Some(next) = words.peek() {
            glued.push(if holds(language, word, next) { GLUE } else { ' ' });
        }
    }
    glued
}

fn holds(language: &str, word: &str, next: &str) -> bool {
    let bare = word.trim_start_matches(['(', '«', '„', '“', '‘', '[']);
    if language == "pl" && bare.chars().count() == 1 && bare.chars().all(char::is_alphabetic) {
        return true;
    }
    let is_number = next.starts_with(|first: char| first.is_ascii_digit());
    // `lit. c`, `point c)`: a letter that stands alone.
    let is_letter = next.starts_with(|first: char| first.is_ascii_lowercase())
        && !next.chars().nth(1).is_some_and(char::is_alphabetic);
    let is_abbreviation =
        bare.ends_with('.') && bare.chars().count() <= ABBREVIATION_MAX && bare.starts_with(char::is_alphabetic);
    (is_number || is_letter) && (is_abbreviation || HELD.contains(&bare.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_with_what_they_number() {
        for (language, text, held) in [
            ("de", "nach Art. 58 Abs. 2 Buchst. c DSGVO", "nach Art.~58 Abs.~2 Buchst.~c DSGVO"),
            ("de", "den 14. September 2026", "den 14. September 2026"),
            ("fr", "(article 58, paragraphe 2, point c), du RGPD)", "(article~58, paragraphe~2, point~c), du RGPD)"),
            ("en", "It ends. 3 people", "It ends.~3 people"),
            ("en", "That is the end of sentences. 3 people", "That is the end of sentences. 3 people"),
            ("nl", "artikel 58, lid 2, onder c), AVG", "artikel~58, lid~2, onder~c), AVG"),
            ("pl", "w drugim załączniku i z art. 12 ust. 3", "w~drugim załączniku i~z~art.~12 ust.~3"),
            ("es", "a la autoridad", "a la autoridad"),
            ("en", "  two  spaces ", "  two  spaces "),
        ] {
            assert_eq!(glue(language, text), held.replace('~', "\u{a0}"), "{language}");
        }
    }

    #[test]
    fn every_text_is_reached_and_nothing_else_changes() {
        let data = serde_json::json!({ "art. 1": ["art. 1", { "n": 1, "b": true, "z": null }] });
        let held = serde_json::json!({ "art. 1": ["art.\u{a0}1", { "n": 1, "b": true, "z": null }] });
        assert_eq!(glued("en", &data), held);
    }
}
