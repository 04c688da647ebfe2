//! Where a sealed value belongs.

use uuid::Uuid;

use super::SealError;

/// Where a sealed value stands, made by [`Place`](super::Place). It is authenticated with the value, so a value copied elsewhere
/// does not open there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Binding {
    /// Table of the row, at most 63 bytes.
    pub(in crate::crypto) table: &'static str,
    /// Column of the value, at most 63 bytes.
    pub(in crate::crypto) column: &'static str,
    /// Organisation the row belongs to; nil for rows of the instance.
    pub(in crate::crypto) organisation: Uuid,
    /// Id of the row.
    pub(in crate::crypto) row: Uuid,
}

/// Longest table or column name, which is also the limit of PostgreSQL.
const NAME_MAX: usize = 63;

/// Bytes of the longest binding: format, key version, two names with their lengths, two ids.
const ENCODED_MAX: usize = 2 + 2 * (1 + NAME_MAX) + 2 * 16;

/// A binding as the bytes that are authenticated, on the stack.
pub(super) struct EncodedBinding {
    bytes: [u8; ENCODED_MAX],
    len: usize,
}

impl Binding {
    /// Encodes the binding with the header of the sealed bytes. Names carry their length, so no two bindings encode alike.
    pub(super) fn encode(&self, format: u8, key_version: u8) -> Result<EncodedBinding, SealError> {
        if self.table.len() > NAME_MAX || self.column.len() > NAME_MAX {
            return Err(SealError::NameTooLong);
        }
        let mut encoded = EncodedBinding { bytes: [0; ENCODED_MAX], len: 0 };
        encoded.push(&[format, key_version]);
        for name in [self.table, self.column] {
            encoded.push(&[name.len() as u8]);
            encoded.push(name.as_bytes());
        }
        encoded.push(self.organisation.as_bytes());
        encoded.push(self.row.as_bytes());
        Ok(encoded)
    }
}

impl EncodedBinding {
    fn push(&mut self, part: &[u8]) {
        self.bytes[self.len..self.len + part.len()].copy_from_slice(part);
        self.len += part.len();
    }
}

impl AsRef<[u8]> for EncodedBinding {
    fn as_ref(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_border_between_table_and_column_is_part_of_the_encoding() {
        let binding = |table, column| Binding { table, column, organisation: Uuid::nil(), row: Uuid::nil() };
        let one = binding("subject", "name").encode(1, 1).unwrap();
        let other = binding("subjectn", "ame").encode(1, 1).unwrap();
        assert_ne!(one.as_ref(), other.as_ref());
        assert_eq!(one.as_ref().len(), 2 + 1 + 7 + 1 + 4 + 32);
    }

    #[test]
    fn the_longest_names_fit_and_longer_ones_are_refused() {
        const LONGEST: &str = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk";
        const TOO_LONG: &str = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl";
        let at = |table, column| Binding { table, column, organisation: Uuid::max(), row: Uuid::max() };
        assert_eq!(at(LONGEST, LONGEST).encode(1, 1).unwrap().as_ref().len(), ENCODED_MAX);
        assert!(matches!(at("t", TOO_LONG).encode(1, 1), Err(SealError::NameTooLong)));
    }
}
