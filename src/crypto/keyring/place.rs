//! The places of sealed values: every column that holds some, and under which key. Nothing can be sealed or opened elsewhere,
//! since a [`Binding`] is made here alone. How the rows are found stands in the store, which has a line for each place.

use aws_lc_rs::digest::{Context, SHA256};
use uuid::Uuid;

use super::Binding;

/// Which key seals a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Under {
    /// The master key: secrets of the instance, and the keys of organisations.
    Master,
    /// The key of its organisation: what is of no one person, and the keys of people.
    Organisation,
    /// The key of the person it is about, so that it goes when that key is destroyed.
    Person,
    /// That of the person it is about, or of the organisation where it is about none.
    PersonIfAny,
}

/// A column that holds sealed values.
#[derive(Debug, PartialEq, Eq)]
pub struct Place {
    /// Its table.
    pub table: &'static str,
    /// Its name.
    pub column: &'static str,
    /// Which key seals there.
    pub under: Under,
}

macro_rules! places {
    ($( $(#[doc = $doc:expr])+ $name:ident = $table:literal, $column:literal, $under:ident; )+) => {
        $( $(#[doc = $doc])+ pub const $name: Place = Place { table: $table, column: $column, under: Under::$under }; )+

        impl Place {
            /// All places, each once.
            pub const ALL: &[&Place] = &[$( &$name ),+];
        }
    };
}

places! {
    /// The key of an organisation.
    ORGANISATION_KEY = "organisation", "wrapped_key", Master;
    /// The key that seals addresses of mandates.
    ADDRESS_KEY = "instance", "address_key", Master;
    /// The private half of a key that signs.
    SIGNING_SEED = "signing_key", "sealed", Master;
    /// The secrets that sign messages to a receiver.
    RECEIVER_SECRETS = "receiver", "secrets", Master;
    /// The secrets and keys with which a controller signs callbacks.
    CALLBACK_KEYS = "controller", "callback_keys", Master;
    /// The answer of a call, for its repetition.
    KEPT_ANSWER = "idempotency_key", "sealed_body", Master;
    /// The key of a person.
    SUBJECT_KEY = "subject_key", "wrapped", Organisation;
    /// A part of an upload of people.
    UPLOAD_PART = "upload_part", "sealed", Organisation;
    /// What a campaign asks of everybody.
    CAMPAIGN_ASK = "campaign", "ask", Organisation;
    /// The words that the mandates of a batch have in common.
    BATCH_WORDS = "batch", "words", Organisation;
    /// What a complaint says.
    COMPLAINT = "complaint", "content", Organisation;
    /// What an entry in the history of a complaint says.
    COMPLAINT_ENTRY = "complaint_entry", "content", Organisation;
    /// A part of a file of a complaint.
    COMPLAINT_FILE_PART = "complaint_file_part", "sealed", PersonIfAny;
    /// Names, contacts and identifiers of a person.
    PROFILE = "data_subject", "profile", Person;
    /// Scope and purpose of a mandate.
    MANDATE_WORDS = "mandate", "words", Person;
    /// What one person asks.
    ASK = "request", "ask", Person;
    /// What a controller answered.
    ANSWER = "response", "content", Person;
    /// What a controller's file is called.
    FILE_NAME = "attachment", "file_name", Person;
    /// A part of a controller's file.
    ATTACHMENT_PART = "attachment_part", "sealed", Person;
    /// What a controller is told that asked back.
    SUPPLY = "supply", "content", Person;
}

/// In addresses, and in no column: a token that tells which mandate one asks about.
pub const STATUS_TOKEN: Place = Place { table: "mandate", column: "status_token", under: Under::Master };

impl Place {
    /// Where a value of an organisation stands.
    pub const fn of(&self, organisation: Uuid, row: Uuid) -> Binding {
        Binding { table: self.table, column: self.column, organisation, row }
    }

    /// Where a value of the instance itself stands.
    pub const fn alone(&self, row: Uuid) -> Binding {
        self.of(Uuid::nil(), row)
    }
}

/// The id that stands for one part of what is kept in parts: the number is in it, so that parts cannot change places.
pub fn part_row(whole: Uuid, number: i32) -> Uuid {
    Uuid::from_u128(whole.as_u128() ^ u128::from(number.unsigned_abs()))
}

/// The id that stands for the kept answer of one call: the first half of a digest of who called and of the call's key.
pub fn answer_row(caller: Uuid, key: &[u8]) -> Uuid {
    let mut digest = Context::new(&SHA256);
    digest.update(caller.as_bytes());
    digest.update(key);
    let mut id = [0u8; 16];
    id.copy_from_slice(&digest.finish().as_ref()[..16]);
    Uuid::from_bytes(id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn each_column_is_one_place() {
        let names: HashSet<_> = Place::ALL.iter().map(|place| (place.table, place.column)).collect();
        assert_eq!(names.len(), Place::ALL.len());
        assert!(!names.contains(&(STATUS_TOKEN.table, STATUS_TOKEN.column)), "a token is in no column");
    }

    #[test]
    fn the_inventory_for_operators_is_the_same_list() {
        let page = include_str!("../../../docs/SECURITY.md");
        for place in Place::ALL {
            let key = match place.under {
                Under::Master => "master",
                Under::Organisation => "organisation",
                Under::Person => "person",
                Under::PersonIfAny => "person if any",
            };
            let line = format!("| `{}.{}` | {key} | ", place.table, place.column);
            assert!(page.contains(&line), "docs/SECURITY.md lacks the line that begins with {line}");
        }
    }

    #[test]
    fn parts_and_answers_have_ids_of_their_own() {
        let (one, two) = (Uuid::from_u128(1 << 64), Uuid::from_u128(2 << 64));
        let parts: HashSet<_> = (0..100).flat_map(|number| [part_row(one, number), part_row(two, number)]).collect();
        assert_eq!(parts.len(), 200);
        assert_ne!(answer_row(one, &[1; 32]), answer_row(one, &[2; 32]));
        assert_ne!(answer_row(one, &[1; 32]), answer_row(two, &[1; 32]));
        assert_eq!(answer_row(one, &[1; 32]), answer_row(one, &[1; 32]));
    }
}
