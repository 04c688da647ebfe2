//! Letters about requests: a template of the house, or of the organisation, filled with the facts of one request.
//!
//! A template puts out text with a little markup ([`markup`]); from the blocks that this is read into come a page of HTML, plain
//! text, and a sheet to print. Templates of organisations are the work of others: they are read and checked before they are kept
//! ([`check`]), run in an engine that gives them nothing but the values of one letter and little time ([`engine`]), and what
//! they put out of a value can never become markup ([`quote`]).
//!
//! Which letter there is and when is said by `domain::letter`; nothing here knows a database or a call.

pub mod builtin;
mod check;
mod engine;
pub mod facts;
mod html;
mod markup;
mod nearest;
mod pdf;
mod problem;
mod quote;
pub mod sample;
mod sheet;
mod text;
mod values;
pub mod variables;

use crate::crypto::Personal;
use crate::domain::letter::{LetterKind, LetterRight};
use crate::wording::{Language, Words};

pub use check::{MAX_SOURCE_BYTES, Purpose, check};
pub use pdf::PdfError;
pub use problem::TemplateProblem;
pub use sheet::Sheet;

use facts::LetterFacts;

/// A written letter.
#[derive(Debug, Clone)]
pub struct Letter {
    sheet: Sheet,
}

/// Writes a letter with a template, or with that of the house.
///
/// # Errors
/// What the template does that it cannot. One that was checked has nothing wrong with it for any facts.
pub fn write(
    kind: LetterKind,
    language: Language,
    facts: &LetterFacts,
    template: Option<&str>,
) -> Result<Letter, TemplateProblem> {
    let words = Words::of(language);
    let source = template.unwrap_or_else(|| builtin::source(kind, LetterRight::of(&facts.ask), language));
    let text = engine::fill(language, source, values::of(kind, facts, words));
    let text = text.map_err(|error| check::fill_problem(&error, source))?;
    let body = markup::read(&text).map_err(|fault| TemplateProblem::of_all(fault.to_string()))?;
    Ok(Letter { sheet: Sheet::new(kind, facts, words, body) })
}

impl Letter {
    /// As a page of HTML that stands by itself.
    pub fn html(&self) -> Personal<String> {
        Personal::new(html::page(&self.sheet))
    }

    /// As plain text.
    pub fn text(&self) -> Personal<String> {
        Personal::new(text::page(&self.sheet))
    }

    /// As a PDF to print (PDF/A-2a, PDF/UA-1). Takes milliseconds of computing: it belongs on a thread that may block.
    ///
    /// # Errors
    /// [`PdfError`], when it holds characters that no font has.
    pub fn pdf(&self) -> Result<Personal<Vec<u8>>, PdfError> {
        Ok(Personal::new(pdf::page(&self.sheet)?.0))
    }
}

#[cfg(test)]
mod tests;
