//! Who gets which fields: one list for each kind of recipient, and nothing that is not on it (Z-9, B-7).
//!
//! The lists are texts beside this file, `lists/controller.txt` and so on, so that an auditor reads the same text from which answers,
//! pages, letters, messages and files are made: `GET /v1/field-lists` tells it. Whatever is made for a recipient goes through
//! [`Recipient::given`], which drops what the list does not name.

mod list;
mod sieve;

use std::sync::LazyLock;

use serde::Serialize;

pub use list::{FieldList, Part, PartKind};
pub use sieve::Kept;

text_enum! {
    /// For whom something is made.
    pub enum Recipient {
        /// The supervisory authority with which a complaint was lodged.
        Authority = "authority",
        /// The controller: of requests what is addressed to it, of complaints the version without confidential parts (C-6).
        Controller = "controller",
        /// The person, on their own page.
        Individual = "individual",
        /// The organisation's lawyer.
        Lawyer = "lawyer",
        /// Whoever counts.
        Statistics = "statistics",
    }
}

/// The lists, in the order of [`Recipient::ALL`]. A test reads each.
static LISTS: LazyLock<[FieldList; 5]> = LazyLock::new(|| {
    [
        FieldList::read(include_str!("lists/authority.txt")),
        FieldList::read(include_str!("lists/controller.txt")),
        FieldList::read(include_str!("lists/individual.txt")),
        FieldList::read(include_str!("lists/lawyer.txt")),
        FieldList::read(include_str!("lists/statistics.txt")),
    ]
});

/// Something is made for a recipient that has no list for it, or it is no JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotListed;

impl std::fmt::Display for NotListed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("there is no field list for it")
    }
}

impl std::error::Error for NotListed {}

impl Recipient {
    /// Everything that the recipient gets.
    pub fn list(self) -> &'static FieldList {
        let place = Self::ALL.iter().position(|one| *one == self).unwrap_or_default();
        &LISTS[place]
    }

    /// What is left for the recipient of something that is made for it: the fields of the list of that part.
    ///
    /// # Errors
    /// [`NotListed`].
    pub fn given<T: Serialize + ?Sized>(self, part: &str, value: &T) -> Result<Kept, NotListed> {
        let json = serde_json::to_vec(value).map_err(|_| NotListed)?;
        self.given_json(part, &json)
    }

    /// The same of something that is JSON already.
    ///
    /// # Errors
    /// [`NotListed`].
    pub fn given_json(self, part: &str, json: &[u8]) -> Result<Kept, NotListed> {
        let part = self.list().part(part).ok_or(NotListed)?;
        sieve::kept(&part.allowed, json).map_err(|_| NotListed)
    }

    /// Whether the recipient gets a field of a part.
    pub fn gets(self, part: &str, field: &str) -> bool {
        self.list().part(part).is_some_and(|part| part.allowed.allows(field))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::json;

    use super::*;

    #[test]
    fn each_list_says_what_it_is_for_and_names_each_field_once() {
        for recipient in Recipient::ALL {
            let list = recipient.list();
            assert!(!list.purpose.is_empty() && !list.parts.is_empty(), "{recipient}");
            let names: BTreeSet<&str> = list.parts.iter().map(|part| part.name.as_str()).collect();
            assert_eq!(names.len(), list.parts.len(), "{recipient}");
            for part in &list.parts {
                assert!(!part.purpose.is_empty(), "{recipient}: {}", part.name);
                let fields: BTreeSet<&String> = part.fields.iter().collect();
                assert_eq!(fields.len(), part.fields.len(), "{recipient}: {}", part.name);
                assert!(part.fields.is_sorted(), "{recipient}: {}", part.name);
            }
        }
    }

    #[test]
    fn what_is_not_on_the_list_is_dropped_at_any_depth() {
        let whole = json!({
            "request_id": "req_1", "birth_name": "leak",
            "content": { "identity": { "name": "A", "religion": "leak" }, "supplied": [{ "text": "t", "by": "leak" }], "key": "leak" },
        });
        let kept = Recipient::Controller.given("get_inbox_request", &whole).unwrap();
        let kept = serde_json::to_string(&kept).unwrap();
        assert!(!kept.contains("leak"), "{kept}");
        assert!(kept.contains("\"name\":\"A\"") && kept.contains("\"text\":\"t\""), "{kept}");
        // A whole that stands where a single value is listed is no single value.
        let hidden = json!({ "request_id": { "name": "leak" }, "content": "leak" });
        let kept = Recipient::Controller.given("get_inbox_request", &hidden).unwrap();
        assert!(!serde_json::to_string(&kept).unwrap().contains("leak"));
    }

    #[test]
    fn what_has_no_list_is_not_given_at_all() {
        assert_eq!(Recipient::Statistics.given("get_inbox_request", &json!({})).err(), Some(NotListed));
        assert!(!Recipient::Lawyer.gets("get_inbox_request", "request_id"));
    }
}
