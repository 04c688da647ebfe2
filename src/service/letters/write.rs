//! Writing a letter from what was gathered, on a thread that may compute.

use crate::crypto::Personal;
use crate::domain::code::Code;
use crate::domain::letter::LetterFormat;
use crate::domain::problem::Problem;
use crate::letters::{self, Letter, PdfError};
use crate::service::computed::computed;
use crate::service::failure::{Failure, Outcome};
use crate::wording::Language;

use super::facts::Gathered;
use super::templates::invalid;

/// A letter in the form that was asked for.
#[derive(Debug)]
pub struct Written {
    /// In which language.
    pub language: Language,
    /// In which form.
    pub format: LetterFormat,
    /// The letter.
    pub content: Personal<Vec<u8>>,
}

/// Writes a letter in a form.
pub(super) async fn written(gathered: Gathered, format: LetterFormat) -> Outcome<Written> {
    computed(move || {
        let Gathered { kind, language, facts, template } = gathered;
        let letter = letters::write(kind, language, &facts, template.as_deref());
        let letter = letter.map_err(|problem| invalid(&[problem]))?;
        Ok(Written { language, format, content: in_form(&letter, format)? })
    })
    .await
}

/// A letter in a form.
pub(super) fn in_form(letter: &Letter, format: LetterFormat) -> Outcome<Personal<Vec<u8>>> {
    match format {
        LetterFormat::Html => Ok(letter.html().map(String::into_bytes)),
        LetterFormat::Text => Ok(letter.text().map(String::into_bytes)),
        LetterFormat::Pdf => letter.pdf().map_err(|error| match error {
            PdfError::Unprintable => Problem::new(Code::LetterUnprintable).into(),
            PdfError::Defect(_) => Failure::Defect("the sheet of a letter could not be set"),
        }),
    }
}
