//! The open format as a table, and the one function that holds a record against it.
//!
//! The table says the same as the published JSON schemas (a test compares them where they are at hand), and adds bounds
//! on lengths and counts, since records come from outside. It names every fault at once, with its place.

use std::collections::HashSet;

use serde_json::{Map, Value};
use url::Url;

use super::refusal::{RecordProblem, RefusalReason as Reason};
use crate::domain::controller::contact;

/// Most faults that are told about one record.
const PROBLEMS_MAX: usize = 20;
/// Most items of a list.
const ITEMS_MAX: usize = 1_000;
/// Longest text of one line, in characters.
const LINE_MAX: usize = 2_048;
/// Longest text of several lines, in characters.
const TEXT_MAX: usize = 20_000;
/// Longest slug, in characters.
const SLUG_MAX: usize = 200;

/// One field of a record.
pub(super) struct Field {
    pub name: &'static str,
    pub required: bool,
    pub rule: Rule,
}

/// What the value of a field must be.
pub(super) enum Rule {
    /// A word of a closed list.
    Word(&'static [&'static str]),
    /// `true` or `false`.
    Bool,
    /// `true`; the field is left out otherwise.
    True,
    /// One line of any text.
    Line,
    /// Any text, of several lines.
    Text,
    /// Lower-case letters, digits and hyphens.
    Slug,
    /// One line of two characters or more, without a space around it.
    Name,
    /// An international phone number.
    Phone,
    /// An e-mail address, internationalised ones included.
    Email,
    /// An address of the web.
    WebAddress,
    /// Any absolute URI.
    Uri,
    /// A PGP fingerprint: twice five groups of four, two spaces in the middle.
    Fingerprint,
    /// A language code of two letters.
    Language,
    /// A list.
    List(&'static Rule),
    /// A list without repetition, of at least so many items.
    Set(usize, &'static Rule),
    /// An object with fields of its own.
    Object(&'static [Field]),
}

const fn required(name: &'static str, rule: Rule) -> Field {
    Field { name, required: true, rule }
}

const fn optional(name: &'static str, rule: Rule) -> Field {
    Field { name, required: false, rule }
}

/// The fields of a controller's record.
pub(super) const COMPANY: &[Field] = &[
    required("slug", Rule::Slug),
    required("relevant-countries", Rule::Set(1, &Rule::Word(COUNTRIES))),
    optional("categories", Rule::Set(0, &Rule::Word(CATEGORIES))),
    required("name", Rule::Name),
    optional("runs", Rule::Set(0, &Rule::Line)),
    required("address", Rule::Text),
    optional("phone", Rule::Phone),
    optional("fax", Rule::Phone),
    optional("email", Rule::Email),
    optional("webform", Rule::WebAddress),
    optional("pgp-fingerprint", Rule::Fingerprint),
    optional("pgp-url", Rule::WebAddress),
    optional("web", Rule::WebAddress),
    required("sources", Rule::Set(1, &Rule::Uri)),
    optional("required-elements", Rule::Set(0, &Rule::Object(REQUIRED_ELEMENT))),
    optional("request-language", Rule::Language),
    optional("custom-access-template", Rule::Line),
    optional("custom-erasure-template", Rule::Line),
    optional("custom-rectification-template", Rule::Line),
    optional("custom-objection-template", Rule::Line),
    optional("needs-id-document", Rule::Bool),
    optional("suggested-transport-medium", Rule::Word(&["fax", "letter", "email", "webform"])),
    optional("comments", Rule::List(&Rule::Text)),
    required("quality", Rule::Word(QUALITIES)),
    optional("facet-group", Rule::Word(&["church", "school"])),
    optional("nsfw", Rule::True),
];

const REQUIRED_ELEMENT: &[Field] = &[
    required("desc", Rule::Line),
    required("type", Rule::Word(&["input", "textarea", "email", "address", "name", "birthdate"])),
    optional("optional", Rule::Bool),
];

/// The fields of a record that is no longer used.
pub(super) const OBSOLETE: &[Field] = &[
    required("slug", Rule::Slug),
    required("name", Rule::Name),
    required("reason", Rule::Word(REASONS)),
    optional("redirect-to", Rule::Slug),
    required("sources", Rule::Set(1, &Rule::Uri)),
    required("quality", Rule::Word(&["obsolete"])),
];

const COUNTRIES: &[&str] = &[
    "all", "at", "be", "bg", "hr", "cy", "cz", "dk", "ee", "fi", "fr", "de", "gr", "hu", "ie", "it", "lv", "lt", "lu",
    "mt", "nl", "pl", "pt", "ro", "sk", "si", "es", "se", "gb", "no", "is", "li", "ch",
];

pub(super) const CATEGORIES: &[&str] = &[
    "addresses",
    "ads",
    "church",
    "collection agency",
    "commerce",
    "credit agency",
    "entertainment",
    "finance",
    "health",
    "insurance",
    "nonprofit",
    "political party",
    "public body",
    "school",
    "social media",
    "telecommunication",
    "travel",
    "utility",
];

pub(super) const QUALITIES: &[&str] = &["tested", "verified", "imported", "scraped"];

pub(super) const REASONS: &[&str] =
    &["company-acquired", "company-defunct", "company-merged", "duplicate", "gdpr-not-applicable", "out-of-scope"];

/// Holds a record against a table. An empty answer means that nothing is wrong.
pub(super) fn check(record: &Map<String, Value>, fields: &'static [Field]) -> Vec<RecordProblem> {
    let mut checker = Checker { problems: Vec::new() };
    checker.object("", record, fields);
    checker.problems.truncate(PROBLEMS_MAX);
    checker.problems
}

struct Checker {
    problems: Vec<RecordProblem>,
}

impl Checker {
    fn refuse(&mut self, pointer: &str, reason: Reason, detail: impl Into<String>) {
        if self.problems.len() < PROBLEMS_MAX {
            self.problems.push(RecordProblem::at(pointer, reason, detail));
        }
    }

    fn object(&mut self, pointer: &str, object: &Map<String, Value>, fields: &'static [Field]) {
        for field in fields {
            match object.get(field.name) {
                Some(value) => self.value(&format!("{pointer}/{}", field.name), value, &field.rule),
                None if field.required => {
                    self.refuse(&format!("{pointer}/{}", field.name), Reason::MissingField, "this field is required");
                }
                None => {}
            }
        }
        for name in object.keys().filter(|name| !fields.iter().any(|field| field.name == *name)) {
            let place = format!("{pointer}/{}", harmless_name(name));
            self.refuse(&place, Reason::UnknownField, "the format has no such field");
        }
    }

    fn value(&mut self, pointer: &str, value: &Value, rule: &'static Rule) {
        match rule {
            Rule::Bool if !value.is_boolean() => self.refuse(pointer, Reason::WrongType, "must be true or false"),
            Rule::Bool => {}
            Rule::True if value != &Value::Bool(true) => {
                self.refuse(pointer, Reason::WrongType, "must be true, or be left out");
            }
            Rule::True => {}
            Rule::List(_) | Rule::Set(..) if !value.is_array() => {
                self.refuse(pointer, Reason::WrongType, "must be a list");
            }
            Rule::List(item_rule) => self.list(pointer, value, item_rule),
            Rule::Set(min, item_rule) => self.set(pointer, value, *min, item_rule),
            Rule::Object(fields) => match value {
                Value::Object(object) => self.object(pointer, object, fields),
                _ => self.refuse(pointer, Reason::WrongType, "must be an object"),
            },
            _ => match value {
                Value::String(text) => {
                    if let Err((reason, detail)) = check_text(text, rule) {
                        self.refuse(pointer, reason, detail);
                    }
                }
                _ => self.refuse(pointer, Reason::WrongType, "must be a text"),
            },
        }
    }

    fn list(&mut self, pointer: &str, list: &Value, rule: &'static Rule) {
        let items = items_of(list);
        if items.len() > ITEMS_MAX {
            return self.refuse(pointer, Reason::TooManyItems, format!("must have {ITEMS_MAX} items or fewer"));
        }
        for (index, item) in items.iter().enumerate() {
            self.value(&format!("{pointer}/{index}"), item, rule);
        }
    }

    fn set(&mut self, pointer: &str, list: &Value, min: usize, rule: &'static Rule) {
        let items = items_of(list);
        if items.len() < min {
            self.refuse(pointer, Reason::TooFewItems, format!("must have at least {min}"));
        }
        let mut seen = HashSet::new();
        for (index, item) in items.iter().enumerate().take(ITEMS_MAX) {
            if !seen.insert(item.to_string()) {
                self.refuse(&format!("{pointer}/{index}"), Reason::RepeatedItem, "stands in the list already");
            }
        }
        self.list(pointer, list, rule);
    }
}

fn items_of(list: &Value) -> &[Value] {
    list.as_array().map_or(&[], Vec::as_slice)
}

fn check_text(text: &str, rule: &Rule) -> Result<(), (Reason, String)> {
    let max = match rule {
        Rule::Text => TEXT_MAX,
        Rule::Slug => SLUG_MAX,
        _ => LINE_MAX,
    };
    if text.chars().count() > max {
        return Err((Reason::TextTooLong, format!("must have {max} characters or fewer")));
    }
    let line_break = |c: char| matches!(rule, Rule::Text) && matches!(c, '\n' | '\r' | '\t');
    if text.chars().any(|c| c.is_control() && !line_break(c)) {
        return Err((Reason::ControlCharacter, "has characters that are not text".into()));
    }
    let (holds, reason, detail) = match rule {
        Rule::Word(words) => {
            let detail = format!("must be one of: {}", words.join(", "));
            return if words.contains(&text) { Ok(()) } else { Err((Reason::UnknownWord, detail)) };
        }
        Rule::Slug => (is_slug(text), Reason::MalformedSlug, "must be lower-case letters, digits and hyphens"),
        Rule::Name => {
            (is_name(text), Reason::MalformedName, "must have two characters or more and no space at either end")
        }
        Rule::Phone => {
            (contact::is_phone(text), Reason::MalformedPhone, "must be an international number such as +49 30 1234567")
        }
        Rule::Email => (contact::is_email(text), Reason::MalformedEmail, "must be an e-mail address"),
        Rule::WebAddress => (
            contact::web_address(text).is_some(),
            Reason::MalformedUrl,
            "must be a web address that begins with http or https",
        ),
        Rule::Uri => (Url::parse(text).is_ok(), Reason::MalformedUrl, "must be an absolute address"),
        Rule::Fingerprint => (
            is_fingerprint(text),
            Reason::MalformedFingerprint,
            "must be twice five groups of four digits 0-9 A-F, two spaces in the middle",
        ),
        Rule::Language => (
            text.len() == 2 && text.bytes().all(|b| b.is_ascii_lowercase()),
            Reason::MalformedLanguage,
            "must be a language code of two letters",
        ),
        Rule::Line | Rule::Text | Rule::Bool | Rule::True | Rule::List(_) | Rule::Set(..) | Rule::Object(_) => {
            return Ok(());
        }
    };
    if holds { Ok(()) } else { Err((reason, detail.into())) }
}

pub(super) fn is_slug(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn is_name(text: &str) -> bool {
    text.chars().nth(1).is_some() && text.trim() == text
}

fn is_fingerprint(text: &str) -> bool {
    let group =
        |group: &str| group.len() == 4 && group.bytes().all(|b| b.is_ascii_digit() || (b'A'..=b'F').contains(&b));
    let five = |half: &str| half.split(' ').count() == 5 && half.split(' ').all(group);
    text.split_once("  ").is_some_and(|(left, right)| five(left) && five(right))
}

/// The name of an unknown field as it may be repeated in a report: names of fields look like this, values seldom do.
fn harmless_name(name: &str) -> &str {
    let harmless = name.len() <= 40
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-' || b == b'_');
    if harmless { name } else { "?" }
}
