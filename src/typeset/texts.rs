//! The typesetter's part of the words of a document, which come as plain text.
//!
//! Spaces at which no line may end hold together: between an abbreviation and its number, and after a word of one letter in
//! Polish. That is done for every document. What is done on demand is to write letters that no font here has as their number.

use std::fmt::Write as _;

use serde_json::Value;

use super::fonts;

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

/// The data with its texts held together where no line may end.
pub fn held_together(language: &str, data: &Value) -> Value {
    changed(data, &|text| glue(language, text))
}

/// The data with every letter of its texts printable: for a document that must be made whatever is in it.
///
/// A letter that no font here has, of Chinese for example, or a picture, would keep the whole document from being made, since
/// an archivable file shows every letter; each is written as its number, `[U+738B]`. What is no letter at all (control
/// characters, marks that turn the direction of the following text) is left out.
pub fn printable(data: &Value) -> Value {
    changed(data, &settable)
}

fn changed(data: &Value, change: &dyn Fn(&str) -> String) -> Value {
    match data {
        Value::String(text) => Value::String(change(text)),
        Value::Array(items) => items.iter().map(|item| changed(item, change)).collect(),
        Value::Object(fields) => {
            let fields = fields.iter().map(|(name, value)| (name.clone(), changed(value, change)));
            Value::Object(fields.collect())
        }
        other => other.clone(),
    }
}

/// A text of letters that can be set.
fn settable(text: &str) -> String {
    let mut set = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            ' '..='~' | '\n' | '\t' => set.push(letter),
            // Hidden letters that shape or break words.
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' => set.push(letter),
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2061}'..='\u{206f}' | '\u{feff}' => {}
            _ if letter.is_control() => {}
            _ if fonts::have(letter) && !is_private(letter) => set.push(letter),
            _ => write!(set, "[U+{:04X}]", u32::from(letter)).expect("a text takes everything"),
        }
    }
    set
}

/// Letters that mean something by agreement only, which an archivable file must not hold.
fn is_private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
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
    fn every_letter_can_be_set_or_is_named() {
        for text in
            ["Zdzisława Łąka-Müller", "Γεώργιος", "Щербакова", "Nguyễn Thị Hạnh", "שלום", "محمد", "→ ✓", "a\u{301}"]
        {
            assert_eq!(settable(text), text);
        }
        assert_eq!(settable("王 😀 \u{e000}"), "[U+738B] [U+1F600] [U+E000]");
        assert_eq!(settable("a\u{feff}b\u{7}c\u{202e}d\te"), "abcd\te");
    }

    #[test]
    fn every_text_is_reached_and_nothing_else_changes() {
        let data = serde_json::json!({ "art. 1": ["art. 1", { "n": 1, "b": true, "z": null }] });
        let held = serde_json::json!({ "art. 1": ["art.\u{a0}1", { "n": 1, "b": true, "z": null }] });
        assert_eq!(held_together("en", &data), held);
    }
}
