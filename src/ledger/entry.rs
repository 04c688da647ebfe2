//! An audit entry, and the text of it that is hashed.

use std::fmt::Write as _;

use entity::id::{AuditEntryId, OrganisationId};
use jiff::Timestamp;
use uuid::Uuid;

use super::hash::{Hash, LEAF};

/// Where an entry stands among those of its organisation: first by the transaction that wrote it, then by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Number of the transaction.
    pub tx_no: i64,
    /// Id of the entry.
    pub id: Uuid,
}

impl Place {
    /// Before every entry.
    pub const START: Self = Self { tx_no: 0, id: Uuid::nil() };
}

/// An audit entry as it is stored. Words are texts here, since what was tampered with must be hashed too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Whose data it is about; the nil id for shared data.
    pub organisation: OrganisationId,
    /// Number of the transaction that wrote it. Not part of the leaf: it says nothing but the order, which the index states.
    pub tx_no: i64,
    /// Its id.
    pub id: AuditEntryId,
    /// Who: prefixed id, or `system`.
    pub actor: String,
    /// What: word of `domain::audit::AuditAction`.
    pub action: String,
    /// Which record: prefixed id, or the kind of records for a group.
    pub subject: String,
    /// How many records it stands for.
    pub record_count: i64,
    /// SHA-256 over the ids of a group, 16 bytes each, in order.
    pub records_digest: Option<Vec<u8>>,
    /// To whom it was disclosed: prefixed id.
    pub recipient: Option<String>,
    /// The call it belongs to.
    pub trace_id: Option<String>,
    /// When, to the microsecond.
    pub at: Timestamp,
}

/// Version of the form of leaves. Another form gets another number, and old leaves keep theirs.
const VERSION: u32 = 1;

impl Entry {
    /// Where it stands.
    pub fn place(&self) -> Place {
        Place { tx_no: self.tx_no, id: self.id.0 }
    }

    /// The text that is hashed: one JSON object in the canonical form of RFC 8785, whose members stand in the order of their names.
    /// What is absent is left out. Nothing of it is destroyed with a person's key (Z-13): ids, words, numbers and instants.
    pub fn leaf(&self) -> String {
        let mut text = Vec::with_capacity(TYPICAL);
        self.write(&mut text);
        String::from_utf8(text).expect("texts are UTF-8")
    }

    /// The hash of its leaf.
    pub fn hash(&self) -> Hash {
        self.hash_in(&mut Vec::with_capacity(TYPICAL))
    }

    /// The same with room that is used again.
    pub(super) fn hash_in(&self, room: &mut Vec<u8>) -> Hash {
        room.clear();
        room.push(LEAF);
        self.write(room);
        Hash::of_prefixed(room)
    }

    fn write(&self, out: &mut Vec<u8>) {
        text(out, "{\"action\":", &self.action);
        text(out, ",\"actor\":", &self.actor);
        out.extend_from_slice(b",\"at\":\"");
        instant(out, self.at);
        out.extend_from_slice(b"\",\"count\":");
        number(out, self.record_count);
        if let Some(digest) = &self.records_digest {
            out.extend_from_slice(b",\"digest\":\"");
            hex(out, digest);
            out.push(b'"');
        }
        id(out, ",\"entry\":\"", AuditEntryId::PREFIX, self.id.0);
        id(out, ",\"organisation\":\"", OrganisationId::PREFIX, self.organisation.0);
        if let Some(recipient) = &self.recipient {
            text(out, ",\"recipient\":", recipient);
        }
        text(out, ",\"subject\":", &self.subject);
        if let Some(trace) = &self.trace_id {
            text(out, ",\"trace\":", trace);
        }
        out.extend_from_slice(b",\"v\":");
        number(out, i64::from(VERSION));
        out.push(b'}');
    }
}

/// Bytes that most leaves take.
const TYPICAL: usize = 384;

fn hex(out: &mut Vec<u8>, bytes: &[u8]) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let from = out.len();
    out.resize(from + 2 * bytes.len(), 0);
    for (pair, byte) in out[from..].chunks_exact_mut(2).zip(bytes) {
        pair.copy_from_slice(&[DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
    }
}

fn id(out: &mut Vec<u8>, name: &str, prefix: &str, id: Uuid) {
    out.extend_from_slice(name.as_bytes());
    out.extend_from_slice(prefix.as_bytes());
    out.push(b'_');
    hex(out, id.as_bytes());
    out.push(b'"');
}

fn number(out: &mut Vec<u8>, number: i64) {
    let mut digits = [0u8; 20];
    let (mut left, mut at) = (number.unsigned_abs(), digits.len());
    loop {
        at -= 1;
        digits[at] = b'0' + u8::try_from(left % 10).unwrap_or(0);
        left /= 10;
        if left == 0 {
            break;
        }
    }
    if number < 0 {
        out.push(b'-');
    }
    out.extend_from_slice(&digits[at..]);
}

/// RFC 3339 in UTC with six digits of a second, whatever they are.
fn instant(out: &mut Vec<u8>, at: Timestamp) {
    let utc = jiff::tz::Offset::UTC.to_datetime(at);
    let micros = utc.subsec_nanosecond() / 1_000;
    padded(out, i32::from(utc.year()), 4);
    for (before, value) in
        [(b'-', utc.month()), (b'-', utc.day()), (b'T', utc.hour()), (b':', utc.minute()), (b':', utc.second())]
    {
        out.push(before);
        padded(out, i32::from(value), 2);
    }
    out.push(b'.');
    padded(out, micros, 6);
    out.push(b'Z');
}

fn padded(out: &mut Vec<u8>, value: i32, digits: u32) {
    for place in (0..digits).rev() {
        let digit = value / 10_i32.pow(place) % 10;
        out.push(b'0' + u8::try_from(digit.unsigned_abs()).unwrap_or(0));
    }
}

/// A text as RFC 8785 writes it: what must be escaped is, in the shortest way, and nothing else.
fn text(out: &mut Vec<u8>, name: &str, value: &str) {
    out.extend_from_slice(name.as_bytes());
    out.push(b'"');
    // Without a way out in the middle, so that many bytes are looked at in one step.
    let is_special = |found: bool, byte: &u8| found | (*byte < b' ') | (*byte == b'"') | (*byte == b'\\');
    if !value.as_bytes().iter().fold(false, is_special) {
        out.extend_from_slice(value.as_bytes());
    } else {
        let mut escaped = String::with_capacity(value.len() + 8);
        for c in value.chars() {
            match c {
                '"' => escaped.push_str("\\\""),
                '\\' => escaped.push_str("\\\\"),
                '\u{8}' => escaped.push_str("\\b"),
                '\t' => escaped.push_str("\\t"),
                '\n' => escaped.push_str("\\n"),
                '\u{c}' => escaped.push_str("\\f"),
                '\r' => escaped.push_str("\\r"),
                c if c < ' ' => write!(escaped, "\\u{:04x}", u32::from(c)).expect("a text takes more"),
                c => escaped.push(c),
            }
        }
        out.extend_from_slice(escaped.as_bytes());
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        Entry {
            organisation: OrganisationId(Uuid::from_u128(0x0193_d2b4_a1c0_7e3f_8b6a_5d4c_3b2a_1908)),
            tx_no: 77,
            id: AuditEntryId(Uuid::from_u128(0x0193_d2b4_a1c0_7e3f_8b6a_5d4c_3b2a_1909)),
            actor: "system".into(),
            action: "read".into(),
            subject: "data_subject".into(),
            record_count: 120,
            records_digest: Some((0..32).collect()),
            recipient: Some("ctl_0193d2b4a1c07e3f8b6a5d4c3b2a1908".into()),
            trace_id: Some("t\"1\n\u{1}é".into()),
            at: "2026-11-26T09:05:03.000120Z".parse().unwrap(),
        }
    }

    /// The example of `docs/AUDIT.md`. It never changes: leaves are for ever.
    #[test]
    fn the_text_of_a_leaf_never_changes() {
        let expected = concat!(
            r#"{"action":"read","actor":"system","at":"2026-11-26T09:05:03.000120Z","count":120,"#,
            r#""digest":"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f","#,
            r#""entry":"aud_0193d2b4a1c07e3f8b6a5d4c3b2a1909","organisation":"org_0193d2b4a1c07e3f8b6a5d4c3b2a1908","#,
            r#""recipient":"ctl_0193d2b4a1c07e3f8b6a5d4c3b2a1908","subject":"data_subject","trace":"t\"1\n\u0001é","v":1}"#,
        );
        assert_eq!(entry().leaf(), expected);
        assert_eq!(entry().hash(), Hash::of_leaf(expected.as_bytes()));
        assert_eq!(entry().hash_in(&mut vec![9; 3]), entry().hash());
    }

    #[test]
    fn what_is_absent_is_left_out_and_the_transaction_is_not_told() {
        let bare = Entry { records_digest: None, recipient: None, trace_id: None, record_count: -5, ..entry() };
        let leaf: serde_json::Value = serde_json::from_str(&bare.leaf()).unwrap();
        let members: Vec<&String> = leaf.as_object().unwrap().keys().collect();
        assert_eq!(members, ["action", "actor", "at", "count", "entry", "organisation", "subject", "v"]);
        assert_eq!(leaf["count"], -5);
        assert_eq!(bare.hash(), Entry { tx_no: 1, ..bare.clone() }.hash());
    }

    #[test]
    fn texts_are_written_as_the_library_of_json_writes_them() {
        for value in ["", "plain", "a\"b\\c", "\u{0}\u{1f}\u{8}\u{c}\t\r\n", "é🦀\u{7f}\u{2028}"] {
            let mut out = Vec::new();
            text(&mut out, "", value);
            assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string(value).unwrap());
        }
        for value in [0, 7, -1, i64::MAX, i64::MIN] {
            let mut out = Vec::new();
            number(&mut out, value);
            assert_eq!(String::from_utf8(out).unwrap(), value.to_string());
        }
    }
}
