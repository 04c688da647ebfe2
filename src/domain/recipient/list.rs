//! The form of a field list.
//!
//! ```text
//! > For whom it is, and why these fields.
//!
//! [answer get_inbox_request]
//! > What the part is for.
//! request_id
//! content.identity.name
//! ```
//!
//! A field of an object stands after a full stop, the elements of an array share its name, and `*` is any name that somebody chose.

use std::collections::BTreeMap;

text_enum! {
    /// What kind of thing a part of a field list is about.
    pub enum PartKind {
        /// The answer of an operation of the API; its name is the operation's.
        Answer = "answer",
        /// What a mandate credential says.
        Credential = "credential",
        /// What files of complaints say of a person.
        File = "file",
        /// What letters about requests say.
        Letter = "letter",
        /// The body of a message to a webhook.
        Message = "message",
        /// A page for people.
        Page = "page",
    }
}

/// What one kind of recipient gets.
#[derive(Debug)]
pub struct FieldList {
    /// Why it gets that.
    pub purpose: String,
    /// By what it gets it.
    pub parts: Vec<Part>,
}

/// The fields of one answer, page, letter, message or file.
#[derive(Debug)]
pub struct Part {
    /// What kind of thing it is.
    pub kind: PartKind,
    /// Which one.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Its fields, in the order of the alphabet.
    pub fields: Vec<String>,
    /// The same as a tree.
    pub(super) allowed: Allowed,
}

/// Fields as a tree.
#[derive(Debug, Default)]
pub(super) struct Allowed {
    /// Whether a single value may stand here.
    pub(super) value: bool,
    below: BTreeMap<String, Allowed>,
}

impl Allowed {
    pub(super) fn below(&self, name: &str) -> Option<&Self> {
        self.below.get(name).or_else(|| self.below.get("*"))
    }

    pub(super) fn allows(&self, field: &str) -> bool {
        let found = field.split('.').try_fold(self, |node, name| node.below(name));
        found.is_some_and(|node| node.value)
    }

    fn add(&mut self, field: &str) {
        let place = field.split('.').fold(self, |node, name| node.below.entry(name.to_owned()).or_default());
        place.value = true;
    }
}

impl FieldList {
    /// The part of a name.
    pub fn part(&self, name: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.name == name)
    }

    /// Reads a list. A line that is not understood names no field.
    pub(super) fn read(text: &str) -> Self {
        let mut list = Self { purpose: String::new(), parts: Vec::new() };
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if let Some(heading) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                list.parts.extend(Part::of(heading));
                continue;
            }
            let part = list.parts.last_mut();
            match (line.strip_prefix("> "), part) {
                (Some(words), Some(part)) => say(&mut part.purpose, words),
                (Some(words), None) => say(&mut list.purpose, words),
                (None, Some(part)) => {
                    part.allowed.add(line);
                    part.fields.push(line.to_owned());
                }
                (None, None) => {}
            }
        }
        list
    }
}

impl Part {
    fn of(heading: &str) -> Option<Self> {
        let (kind, name) = heading.split_once(' ')?;
        Some(Self {
            kind: kind.parse().ok()?,
            name: name.to_owned(),
            purpose: String::new(),
            fields: Vec::new(),
            allowed: Allowed::default(),
        })
    }
}

fn say(text: &mut String, words: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(words);
}
