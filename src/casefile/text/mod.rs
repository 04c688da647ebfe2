//! The documents of the file, told in its language: facts of a view and phrases of `wording` become blocks.

mod annex;
mod main;
mod register;
#[cfg(test)]
mod tests;

use super::blocks::{Inline, Lines};
use super::facts::FileFacts;
use super::recipients::Field;
use super::view::{Shown, Text, Why};
use crate::wording::{Phrase, Words};

pub use annex::{Of, annexes};
pub use main::{Extent, main_text};
pub use register::{VOLUME_ENTRIES, volume};

/// The words for a page number, with marks that the template puts the numbers for.
fn page_of(words: Words) -> String {
    words.phrase(Phrase::Page, [("page", "%1".into()), ("pages", "%2".into())])
}

/// The mark of something that was taken out: what it was, and why.
fn mark(words: Words, field: Field, why: Why<'_>) -> Inline {
    let text = match why {
        Why::NotNeeded => words.phrase(Phrase::Withheld, [("what", field.as_str().into())]),
        Why::Confidential { reason } => words.phrase(Phrase::WithheldBecause, [("reason", reason.into())]),
    };
    Inline::Withheld { text }
}

/// A value as it is told, or its mark.
fn shown<T>(words: Words, value: Shown<'_, T>, tell: impl FnOnce(T) -> Lines) -> Lines {
    match value {
        Shown::Given(value) => tell(value),
        Shown::Withheld(field, why) => vec![mark(words, field, why)],
    }
}

/// The paragraphs of a passage, below their mark if they are confidential (C-6); or the mark of what was taken out.
fn paragraphs(words: Words, passage: Text<'_>) -> Lines {
    shown(words, passage, |given| {
        let reason = given
            .confidential
            .map(|reason| Inline::Mark { text: words.phrase(Phrase::Marked, [("reason", reason.into())]) });
        let lines = given.text.lines().map(str::trim).filter(|line| !line.is_empty());
        reason.into_iter().chain(lines.map(|line| Inline::Plain { text: line.to_owned() })).collect()
    })
}

/// A file with its hash.
fn file(file: &FileFacts) -> Lines {
    vec![Inline::Plain { text: file.name.clone() }, Inline::Code { text: file.sha256.clone() }]
}

/// A text with its first letter as a capital, where a list or a cell begins with it.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
