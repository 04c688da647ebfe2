//! How the rows of each sealed column are found: a line for each [`Place`].

use uuid::Uuid;

use super::KeyValue;
use crate::crypto::keyring::{Binding, Place, place};

/// What a column of a key holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeyKind {
    Id,
    Number,
    Bytes,
}

use KeyKind::{Bytes, Id, Number};

/// How ids of a row follow from its key: the organisation's, nil for none, and the one that is bound to what is sealed.
type Ids = fn(&[KeyValue]) -> Option<(Uuid, Uuid)>;

/// A column that holds sealed values, and how its rows are found.
#[derive(Debug)]
pub struct SealedColumn {
    /// Which it is, and under which key.
    pub place: &'static Place,
    /// The primary key.
    pub(super) key: &'static [(&'static str, KeyKind)],
    ids: Ids,
    /// The column that says whose row it is; none for rows of the instance.
    pub(super) organisation: Option<&'static str>,
    /// Gives the person under whose key a row `t` is; none where no person is.
    pub(super) person: Option<&'static str>,
    /// Rows of one page: few of those that are large.
    pub page: u64,
}

const SMALL: u64 = 500;
const LARGE: u64 = 8;

/// A row of an organisation with an id of its own.
const OWN: &[(&str, KeyKind)] = &[("organisation_id", Id), ("id", Id)];

/// The person that a request is for.
macro_rules! of_request {
    ($request:literal) => {
        Some(concat!(
            "(SELECT r.data_subject_id FROM request r WHERE r.organisation_id = t.organisation_id AND r.id = ",
            $request,
            ")"
        ))
    };
}

const FILE_PERSON: &str =
    "(SELECT f.data_subject_id FROM complaint_file f WHERE f.organisation_id = t.organisation_id AND f.id = t.file_id)";

const fn instance(place: &'static Place, key: &'static [(&'static str, KeyKind)], ids: Ids) -> SealedColumn {
    SealedColumn { place, key, ids, organisation: None, person: None, page: SMALL }
}

const fn tenant(place: &'static Place, person: Option<&'static str>) -> SealedColumn {
    SealedColumn { place, key: OWN, ids: of_row, organisation: Some("organisation_id"), person, page: SMALL }
}

const fn parts(
    place: &'static Place,
    key: &'static [(&'static str, KeyKind)],
    person: Option<&'static str>,
) -> SealedColumn {
    SealedColumn { place, key, ids: of_part, organisation: Some("organisation_id"), person, page: LARGE }
}

impl SealedColumn {
    /// All columns with sealed values, in the order in which a change of a key goes through them.
    pub const ALL: &[Self] = &[
        instance(&place::ADDRESS_KEY, &[("id", Number)], of_instance),
        instance(&place::SIGNING_SEED, &[("id", Id)], of_shared_row),
        SealedColumn { organisation: Some("id"), ..instance(&place::ORGANISATION_KEY, &[("id", Id)], of_organisation) },
        instance(&place::RECEIVER_SECRETS, &[("id", Id)], of_shared_row),
        instance(&place::CALLBACK_KEYS, &[("id", Id)], of_shared_row),
        instance(&place::KEPT_ANSWER, &[("caller_id", Id), ("key_hash", Bytes)], of_answer),
        SealedColumn { key: &[("organisation_id", Id), ("data_subject_id", Id)], ..tenant(&place::SUBJECT_KEY, None) },
        parts(&place::UPLOAD_PART, &[("organisation_id", Id), ("batch_id", Id), ("part_no", Number)], None),
        tenant(&place::CAMPAIGN_ASK, None),
        tenant(&place::BATCH_WORDS, None),
        tenant(&place::COMPLAINT, None),
        tenant(&place::COMPLAINT_ENTRY, None),
        parts(
            &place::COMPLAINT_FILE_PART,
            &[("organisation_id", Id), ("file_id", Id), ("part_no", Number)],
            Some(FILE_PERSON),
        ),
        tenant(&place::PROFILE, Some("t.id")),
        tenant(&place::MANDATE_WORDS, Some("t.data_subject_id")),
        tenant(&place::ASK, Some("t.data_subject_id")),
        tenant(&place::ANSWER, of_request!("t.request_id")),
        tenant(&place::FILE_NAME, of_request!("t.request_id")),
        parts(
            &place::ATTACHMENT_PART,
            &[("organisation_id", Id), ("attachment_id", Id), ("part_no", Number)],
            of_request!(
                "(SELECT a.request_id FROM attachment a \
                 WHERE a.organisation_id = t.organisation_id AND a.id = t.attachment_id)"
            ),
        ),
        tenant(&place::SUPPLY, of_request!("t.request_id")),
    ];

    /// Where the value of the row with this key stands; none for what is no key of this column.
    pub(super) fn binding(&self, key: &[KeyValue]) -> Option<(Uuid, Binding)> {
        (self.ids)(key).map(|(organisation, row)| (organisation, self.place.of(organisation, row)))
    }
}

fn of_row(key: &[KeyValue]) -> Option<(Uuid, Uuid)> {
    match key {
        [KeyValue::Id(organisation), KeyValue::Id(row)] => Some((*organisation, *row)),
        _ => None,
    }
}

fn of_part(key: &[KeyValue]) -> Option<(Uuid, Uuid)> {
    match key {
        [KeyValue::Id(organisation), KeyValue::Id(whole), KeyValue::Number(number)] => {
            Some((*organisation, place::part_row(*whole, *number)))
        }
        _ => None,
    }
}

fn of_shared_row(key: &[KeyValue]) -> Option<(Uuid, Uuid)> {
    match key {
        [KeyValue::Id(row)] => Some((Uuid::nil(), *row)),
        _ => None,
    }
}

fn of_organisation(key: &[KeyValue]) -> Option<(Uuid, Uuid)> {
    match key {
        [KeyValue::Id(organisation)] => Some((*organisation, *organisation)),
        _ => None,
    }
}

fn of_instance(key: &[KeyValue]) -> Option<(Uuid, Uuid)> {
    matches!(key, [KeyValue::Number(_)]).then_some((Uuid::nil(), Uuid::nil()))
}

fn of_answer(key: &[KeyValue]) -> Option<(Uuid, Uuid)> {
    match key {
        [KeyValue::Id(caller), KeyValue::Bytes(key)] => Some((Uuid::nil(), place::answer_row(*caller, key))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_has_its_line() {
        let lines: Vec<&Place> = SealedColumn::ALL.iter().map(|column| column.place).collect();
        for place in Place::ALL {
            assert_eq!(lines.iter().filter(|line| *line == place).count(), 1, "{}.{}", place.table, place.column);
        }
        assert_eq!(lines.len(), Place::ALL.len());
    }
}
