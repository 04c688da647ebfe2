//! Checks the values of one line and gathers what is wrong with them. CSV and NDJSON meet here.

use std::sync::Arc;

use jiff::civil::Date;
use validator::ValidateEmail;

use super::limits::{self, chars};
use super::person::{Identifier, PersonLine, RectificationLine};
use super::{LineProblem, Part, TargetField, country, dates, language, words};
use crate::crypto::Personal;
use crate::domain::code::Code;

/// What the checks need to know besides the value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rules {
    /// The day of the upload; nobody is born after it.
    pub today: Date,
    /// How dates are written.
    pub dates: dates::Reading,
}

/// A person in the making.
pub(super) struct Draft<'r> {
    rules: &'r Rules,
    person: PersonLine,
    rectifications: Vec<RectificationDraft>,
    problems: Vec<LineProblem>,
}

/// A correction in the making.
pub(super) struct RectificationDraft {
    number: u8,
    field: Option<Personal<String>>,
    wrong: Option<Personal<String>>,
    right: Option<Personal<String>>,
}

/// Whether a value may have several lines.
#[derive(Clone, Copy, PartialEq)]
enum Lines {
    One,
    Many,
}

impl<'r> Draft<'r> {
    /// An empty person.
    pub fn new(rules: &'r Rules, line_no: u64) -> Self {
        let person = PersonLine { line_no, ..PersonLine::default() };
        Self { rules, person, rectifications: Vec::new(), problems: Vec::new() }
    }

    /// What was found so far.
    pub fn problems(&self) -> &[LineProblem] {
        &self.problems
    }

    /// Takes a value; nothing when it is blank.
    pub fn set(&mut self, field: &TargetField, raw: &str) {
        let raw = trim(raw);
        if raw.is_empty() {
            return;
        }
        if let Err(code) = self.accept(field, raw) {
            self.refuse(code, field);
        }
    }

    /// Takes the value for lines that have none, if this is one.
    pub fn set_default(&mut self, field: &TargetField, raw: &str) {
        if !self.has(field) {
            self.set(field, raw);
        }
    }

    /// Records a problem of a field.
    pub fn refuse(&mut self, code: Code, field: &TargetField) {
        self.problems.push(LineProblem { line_no: self.person.line_no, code, field: Some(field.word()) });
    }

    fn accept(&mut self, field: &TargetField, raw: &str) -> Result<(), Code> {
        if let Some((slot, longest, lines)) = self.text_slot(field) {
            *slot = Some(text(raw, longest, lines)?);
            return Ok(());
        }
        match field {
            TargetField::Email => self.person.email = Some(email(raw)?),
            TargetField::Country => {
                let code = country::code(raw).ok_or(Code::CountryUnknown)?;
                self.person.country = Some(Personal::new(code.to_owned()));
            }
            TargetField::Language => {
                self.person.language = Some(language::canonical(raw).ok_or(Code::LanguageInvalid)?)
            }
            TargetField::BirthDate => {
                let date = dates::parse(raw, self.rules.dates)?;
                if date > self.rules.today {
                    return Err(Code::DateInFuture);
                }
                self.person.birth_date = Some(Personal::new(date));
            }
            TargetField::MandateSignedOn => self.person.mandate.signed_on = Some(dates::parse(raw, self.rules.dates)?),
            TargetField::MandateValidFrom => {
                self.person.mandate.valid_from = Some(dates::parse(raw, self.rules.dates)?)
            }
            TargetField::MandateValidUntil => {
                self.person.mandate.valid_until = Some(dates::parse(raw, self.rules.dates)?)
            }
            TargetField::MandateComplaint => {
                self.person.mandate.complaint = Some(words::yes_or_no(raw).ok_or(Code::WordUnknown)?);
            }
            TargetField::MandateRights => return self.accept_rights(raw),
            TargetField::Controllers => return self.accept_controllers(raw),
            TargetField::Identifier(name) => return self.accept_identifier(name, raw),
            TargetField::Rectification(number, part) => return self.accept_rectification(*number, *part, raw),
            // The rest are texts.
            _ => {}
        }
        Ok(())
    }

    /// Where a plain text goes, and what bounds it.
    fn text_slot(&mut self, field: &TargetField) -> Option<(&mut Option<Personal<String>>, usize, Lines)> {
        let person = &mut self.person;
        Some(match field {
            TargetField::ExternalReference => (&mut person.external_reference, chars::REFERENCE, Lines::One),
            TargetField::GivenName => (&mut person.given_name, chars::NAME, Lines::One),
            TargetField::FamilyName => (&mut person.family_name, chars::NAME, Lines::One),
            TargetField::FullName => (&mut person.full_name, chars::NAME, Lines::One),
            TargetField::Phone => (&mut person.phone, chars::PHONE, Lines::One),
            TargetField::Street => (&mut person.street, chars::STREET, Lines::Many),
            TargetField::PostalCode => (&mut person.postal_code, chars::POSTAL_CODE, Lines::One),
            TargetField::City => (&mut person.city, chars::CITY, Lines::One),
            TargetField::ObjectionGrounds => (&mut person.ask.objection_grounds, chars::GROUNDS, Lines::Many),
            _ => return None,
        })
    }

    fn has(&mut self, field: &TargetField) -> bool {
        if let Some((slot, ..)) = self.text_slot(field) {
            return slot.is_some();
        }
        let person = &self.person;
        match field {
            TargetField::Email => person.email.is_some(),
            TargetField::Country => person.country.is_some(),
            TargetField::Language => person.language.is_some(),
            TargetField::BirthDate => person.birth_date.is_some(),
            TargetField::MandateSignedOn => person.mandate.signed_on.is_some(),
            TargetField::MandateValidFrom => person.mandate.valid_from.is_some(),
            TargetField::MandateValidUntil => person.mandate.valid_until.is_some(),
            TargetField::MandateComplaint => person.mandate.complaint.is_some(),
            TargetField::MandateRights => !person.mandate.rights.is_empty(),
            TargetField::Controllers => !person.controllers.is_empty(),
            TargetField::Identifier(name) => person.identifiers.iter().any(|identifier| identifier.name == *name),
            TargetField::Rectification(number, part) => {
                let same = self.rectifications.iter().find(|draft| draft.number == *number);
                same.is_some_and(|draft| match part {
                    Part::Field => draft.field.is_some(),
                    Part::Wrong => draft.wrong.is_some(),
                    Part::Right => draft.right.is_some(),
                })
            }
            _ => false,
        }
    }

    fn accept_rights(&mut self, raw: &str) -> Result<(), Code> {
        for word in list(raw, &['|', ',', ';']) {
            let right = words::right(word).ok_or(Code::WordUnknown)?;
            if !self.person.mandate.rights.contains(&right) {
                self.person.mandate.rights.push(right);
            }
        }
        Ok(())
    }

    fn accept_controllers(&mut self, raw: &str) -> Result<(), Code> {
        for name in list(raw, &['|']) {
            let well_formed =
                name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'));
            if !well_formed {
                return Err(Code::ValueInvalid);
            }
            if name.len() > chars::CONTROLLER || self.person.controllers.len() == limits::CONTROLLERS {
                return Err(Code::ValueTooLong);
            }
            if !self.person.controllers.iter().any(|known| known == name) {
                self.person.controllers.push(name.to_owned());
            }
        }
        Ok(())
    }

    fn accept_identifier(&mut self, name: &Arc<str>, raw: &str) -> Result<(), Code> {
        if self.person.identifiers.len() == limits::IDENTIFIERS {
            return Err(Code::ValueTooLong);
        }
        let value = text(raw, chars::IDENTIFIER, Lines::One)?;
        self.person.identifiers.push(Identifier { name: Arc::clone(name), value });
        Ok(())
    }

    fn accept_rectification(&mut self, number: u8, part: Part, raw: &str) -> Result<(), Code> {
        let value = match part {
            Part::Field => text(raw, chars::RECTIFIED_FIELD, Lines::One)?,
            Part::Wrong | Part::Right => text(raw, chars::RECTIFIED_VALUE, Lines::Many)?,
        };
        let draft = self.rectification(number);
        let slot = match part {
            Part::Field => &mut draft.field,
            Part::Wrong => &mut draft.wrong,
            Part::Right => &mut draft.right,
        };
        *slot = Some(value);
        Ok(())
    }

    /// The rectification of a number, which from here on must be complete.
    pub fn rectification(&mut self, number: u8) -> &mut RectificationDraft {
        let at = self.rectifications.iter().position(|draft| draft.number == number).unwrap_or_else(|| {
            self.rectifications.push(RectificationDraft { number, field: None, wrong: None, right: None });
            self.rectifications.len() - 1
        });
        &mut self.rectifications[at]
    }

    /// Checks the line as a whole.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it.
    pub fn finish(mut self) -> Result<PersonLine, Vec<LineProblem>> {
        self.finish_rectifications();
        let person = &self.person;
        let named = person.given_name.is_some() || person.family_name.is_some() || person.full_name.is_some();
        let name_refused = self
            .problems
            .iter()
            .any(|problem| matches!(problem.field, Some("given_name" | "family_name" | "full_name")));
        if !named && !name_refused {
            self.refuse(Code::ValueMissing, &TargetField::FamilyName);
        }
        let mandate = &self.person.mandate;
        let begins = mandate.signed_on.max(mandate.valid_from);
        if mandate.valid_until.is_some_and(|end| begins.is_some_and(|begin| end < begin)) {
            self.refuse(Code::DatesReversed, &TargetField::MandateValidUntil);
        }
        if self.problems.is_empty() { Ok(self.person) } else { Err(self.problems) }
    }

    /// A correction needs the name of the datum and what it must be.
    fn finish_rectifications(&mut self) {
        let mut drafts = std::mem::take(&mut self.rectifications);
        drafts.sort_by_key(|draft| draft.number);
        for RectificationDraft { number, field, wrong, right } in drafts {
            match (field, right) {
                (Some(field), Some(right)) => {
                    self.person.ask.rectifications.push(RectificationLine { field, wrong, right })
                }
                (field, right) => {
                    for (part, missing) in [(Part::Field, field.is_none()), (Part::Right, right.is_none())] {
                        let target = TargetField::Rectification(number, part);
                        let refused = self.problems.iter().any(|problem| problem.field == Some(target.word()));
                        if missing && !refused {
                            self.refuse(Code::ValueMissing, &target);
                        }
                    }
                }
            }
        }
    }
}

/// Leaves out blanks at both ends, those without width too.
fn trim(raw: &str) -> &str {
    raw.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'))
}

fn list<'v>(raw: &'v str, separators: &'v [char]) -> impl Iterator<Item = &'v str> {
    raw.split(separators).map(trim).filter(|part| !part.is_empty())
}

/// A text without control characters; lines of a text that may have several end in a line feed.
fn text(raw: &str, longest: usize, lines: Lines) -> Result<Personal<String>, Code> {
    if raw.len() > longest && raw.chars().count() > longest {
        return Err(Code::ValueTooLong);
    }
    // Almost all texts have neither; control characters beyond ASCII start with this byte in UTF-8.
    if raw.bytes().any(|byte| byte < b' ' || byte == 0x7F || byte == 0xC2) {
        let accepted = |c: char| !c.is_control() || (lines == Lines::Many && matches!(c, '\n' | '\r' | '\t'));
        if !raw.chars().all(accepted) {
            return Err(Code::ValueInvalid);
        }
    }
    let value = if raw.contains('\r') { raw.replace("\r\n", "\n").replace('\r', "\n") } else { raw.to_owned() };
    Ok(Personal::new(value))
}

/// An address mail can be sent to: the form of HTML, and a domain with a point, since a mail server without one is a slip.
fn email(raw: &str) -> Result<Personal<String>, Code> {
    if raw.len() > chars::EMAIL {
        return Err(Code::ValueTooLong);
    }
    let (name, domain) = raw.rsplit_once('@').unwrap_or_default();
    if !domain.contains('.') || domain.starts_with('[') || !(is_plain_email(name, domain) || raw.validate_email()) {
        return Err(Code::EmailInvalid);
    }
    Ok(Personal::new(raw.to_owned()))
}

/// Whether an address is of the same form without looking further: nearly all are, and this is many times faster.
fn is_plain_email(name: &str, domain: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'+');
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    (1..=64).contains(&name.len()) && name.bytes().all(plain) && domain.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_plain_is_of_the_form_of_html(name in "[a-zA-Z0-9.+@-]{0,70}", domain in "[a-z0-9.-]{0,70}") {
            let address = format!("{name}@{domain}");
            prop_assert!(!is_plain_email(&name, &domain) || address.validate_email());
        }
    }

    #[test]
    fn addresses() {
        for good in
            ["ada@example.org", "a.b+c@ex-ample.co.uk", "o'neil@example.org", "jörg@example.org", "info@bücher.example"]
        {
            assert_eq!(email(good).is_ok(), good != "jörg@example.org", "{good}");
        }
        for bad in [
            "",
            "@",
            "ada",
            "ada@",
            "@example.org",
            "ada@example",
            "ada@-x.org",
            "ada@x..org",
            "a b@example.org",
            "ada@example.org.",
        ] {
            assert!(email(bad).is_err(), "{bad}");
        }
    }
}
