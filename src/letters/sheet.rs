//! A letter with what stands around it: who writes to whom, when, about which request, under which mandate.

use jiff::civil::Date;
use serde::Serialize;

use super::facts::LetterFacts;
use super::markup::Body;
use super::pdf;
use crate::domain::letter::LetterKind;
use crate::wording::{Language, LetterLabel, Words};

/// A letter, ready to be laid out. Holds personal data, which its `Debug` does not show.
#[derive(Clone)]
pub struct Sheet {
    /// Its language.
    pub language: Language,
    /// The organisation, at the head and where it signs.
    pub sender: String,
    /// How the organisation is reached.
    pub contact: Vec<String>,
    /// Name and address of the controller, line by line.
    pub recipient: Vec<String>,
    /// The day, in words.
    pub date: String,
    /// What identifies request and mandate.
    pub details: Vec<Detail>,
    /// What `details` are, for those who hear it.
    pub details_title: String,
    /// The number of a page, `%1`, and that of the last, `%2`, in words.
    pub page: String,
    /// The number of the request, as it is named.
    pub reference: String,
    /// The address at which the mandate is verified.
    pub address: String,
    /// What something is, `%1`, and its value, `%2`, in a line of text.
    pub line: String,
    /// The letter itself.
    pub body: Body,
    /// The day.
    pub today: Date,
    /// What tells its file from others.
    pub ident: String,
}

/// A line of what identifies request and mandate.
#[derive(Clone, Serialize)]
pub struct Detail {
    /// What it is.
    pub label: String,
    /// Its value.
    pub value: String,
}

impl std::fmt::Debug for Sheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sheet({})", self.language)
    }
}

impl Sheet {
    /// Puts a letter on its sheet.
    pub(super) fn new(kind: LetterKind, facts: &LetterFacts, words: Words, body: Body) -> Self {
        let organisation = &facts.organisation;
        let label = |label| words.letter_word(label);
        let detail = |name, value: String| Detail { label: label(name), value };
        let recipient = std::iter::once(&facts.controller.name).chain(&facts.controller.address);
        Self {
            language: words.language(),
            sender: line(&organisation.name),
            contact: organisation.email.iter().chain(&organisation.website).map(|text| line(text)).collect(),
            recipient: recipient.map(|text| line(text)).collect(),
            date: words.day(facts.today),
            details: vec![
                detail(LetterLabel::Reference, line(&facts.request_id)),
                detail(LetterLabel::Mandate, words.mandate_of(&facts.mandate.id, facts.mandate.signed_on)),
                detail(LetterLabel::Verification, line(&facts.mandate.verification_url)),
            ],
            details_title: label(LetterLabel::Details),
            page: label(LetterLabel::Page),
            line: label(LetterLabel::Line),
            reference: line(&facts.request_id),
            address: facts.mandate.verification_url.clone(),
            body,
            today: facts.today,
            ident: pdf::ident(&facts.request_id, kind.as_str(), facts.today),
        }
    }
}

/// A text in one line, without controls.
fn line(text: &str) -> String {
    let text: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    text.trim().to_owned()
}
