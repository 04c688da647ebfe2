//! What a response must be to be taken in at all.

use jiff::SignedDuration;

use super::{Response, Withheld};
use crate::domain::code::Code;
use crate::domain::problem::FieldProblem;

/// Longest text for a person, in characters.
pub const MAX_MESSAGE_CHARS: usize = 20_000;
/// Longest name or contact, in characters.
const MAX_NAME_CHARS: usize = 500;
/// Most entries of one list.
pub const MAX_ENTRIES: usize = 100;
/// The longest extension that is taken in. What is longer than the law allows is a finding; this is a slip.
pub const MAX_EXTENSION_MONTHS_SAID: u8 = 12;

/// After so long a file that no answer names is deleted. Files come minutes before their answer; a week lets a controller mend
/// an answer that was refused, and is longer than the 72 hours in which repeating the upload gives the same id again. Longer,
/// a person's data would lie there for nothing (P-5).
pub const UNNAMED_FILE_DISUSE: SignedDuration = SignedDuration::from_hours(7 * 24);

impl Response {
    /// Checks the bounds of every field. What the law misses in it is another question, see [`Response::defects`].
    ///
    /// # Errors
    /// Every field that is out of its bounds.
    pub fn check(&self) -> Result<(), Vec<FieldProblem>> {
        let mut found = Found::default();
        match self {
            Self::Full { provided, message, .. } => {
                found.list("/provided", provided);
                found.text("/message", message);
            }
            Self::Partial { provided, withheld, message, .. } => {
                found.list("/provided", provided);
                found.list("/withheld", withheld);
                for (index, part) in withheld.iter().take(MAX_ENTRIES).enumerate() {
                    found.withheld(index, part);
                }
                found.text("/message", message);
            }
            Self::Refused { reasons, message, .. } => {
                found.text("/reasons", reasons);
                found.text("/message", message);
            }
            Self::NoData { message } | Self::Acknowledgement { message, .. } => found.text("/message", message),
            Self::CannotIdentify { demonstration, asks_for, message } => {
                found.text("/demonstration", demonstration);
                found.list("/asks_for", asks_for);
                found.text("/message", message);
            }
            Self::Redirected { to_name, to_contact, message } => {
                found.needed("/to_name", to_name, MAX_NAME_CHARS);
                if let Some(contact) = to_contact {
                    found.needed("/to_contact", contact, MAX_NAME_CHARS);
                }
                found.text("/message", message);
            }
            Self::FeeDemand { amount, currency, reasons, message, .. } => {
                found.hold(is_amount(amount), "/amount", "is a decimal number such as 12.50");
                found.hold(is_currency(currency), "/currency", "is three letters of ISO 4217");
                found.text("/reasons", reasons);
                found.text("/message", message);
            }
            Self::Extension { months, grounds, reasons, message } => {
                let in_bounds = (1..=MAX_EXTENSION_MONTHS_SAID).contains(months);
                found.hold(in_bounds, "/months", "is a number from 1 to 12");
                found.list("/grounds", grounds);
                found.text("/reasons", reasons);
                found.text("/message", message);
            }
            Self::IdentityQuestion { asks_for, doubts, message } => {
                found.hold(!asks_for.is_empty(), "/asks_for", "names at least one thing");
                found.list("/asks_for", asks_for);
                found.text("/doubts", doubts);
                found.text("/message", message);
            }
            Self::ScopeQuestion { question, .. } => found.needed("/question", question, MAX_MESSAGE_CHARS),
            Self::Other { message } => found.needed("/message", message, MAX_MESSAGE_CHARS),
        }
        if found.0.is_empty() { Ok(()) } else { Err(found.0) }
    }
}

#[derive(Default)]
struct Found(Vec<FieldProblem>);

impl Found {
    fn hold(&mut self, holds: bool, pointer: &str, otherwise: &str) {
        if !holds {
            let (pointer, message) = (pointer.to_owned(), otherwise.to_owned());
            self.0.push(FieldProblem { pointer, code: Code::InvalidField, message });
        }
    }

    fn list<T>(&mut self, pointer: &str, entries: &[T]) {
        self.hold(entries.len() <= MAX_ENTRIES, pointer, "has at most 100 entries");
    }

    fn text(&mut self, pointer: &str, text: &Option<String>) {
        let fits = text.as_ref().is_none_or(|text| text.chars().nth(MAX_MESSAGE_CHARS).is_none());
        self.hold(fits, pointer, "has at most 20000 characters");
    }

    fn needed(&mut self, pointer: &str, text: &str, max_chars: usize) {
        let fits = !text.trim().is_empty() && text.chars().nth(max_chars).is_none();
        self.hold(fits, pointer, "is empty or too long");
    }

    fn withheld(&mut self, index: usize, part: &Withheld) {
        self.needed(&format!("/withheld/{index}/what"), &part.what, MAX_NAME_CHARS);
        self.text(&format!("/withheld/{index}/reasons"), &part.reasons);
    }
}

fn is_amount(text: &str) -> bool {
    let digits =
        |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        None => digits(text, 9),
        Some((whole, cents)) => digits(whole, 9) && digits(cents, 2),
    }
}

fn is_currency(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}
