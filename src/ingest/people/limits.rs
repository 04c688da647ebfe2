//! Bounds of an upload. Every one has a test that reaches it.

/// What one record may be, and how much of the start is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one record in UTF-8 (or in the source's single-byte encoding), without its line ending.
    pub record_bytes: usize,
    /// Line breaks inside the quotation marks of one record. More of them means a quotation mark that was never closed.
    pub record_breaks: usize,
    /// Bytes of the start that decide the dialect; the heading must end within them.
    pub head_bytes: usize,
    /// Columns of a CSV record.
    pub columns: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { record_bytes: 64 * 1024, record_breaks: 100, head_bytes: 64 * 1024, columns: 512 }
    }
}

/// Longest values, in characters.
pub(super) mod chars {
    pub const NAME: usize = 200;
    pub const EMAIL: usize = 254;
    pub const PHONE: usize = 40;
    pub const REFERENCE: usize = 100;
    pub const STREET: usize = 300;
    pub const POSTAL_CODE: usize = 20;
    pub const CITY: usize = 100;
    pub const IDENTIFIER_NAME: usize = 50;
    pub const IDENTIFIER: usize = 100;
    pub const RECTIFIED_FIELD: usize = 100;
    pub const RECTIFIED_VALUE: usize = 1_000;
    pub const GROUNDS: usize = 4_000;
    pub const CONTROLLER: usize = 100;
}

/// Identifiers one person may have.
pub(super) const IDENTIFIERS: usize = 20;
/// Rectifications one line may ask.
pub(super) const RECTIFICATIONS: u8 = 9;
/// Controllers one line may name.
pub(super) const CONTROLLERS: usize = 200;
/// Columns a mapping may name.
pub(super) const MAPPED: usize = 64;
