//! Where reading can start again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Dialect, TargetField};

/// A place between two records. A reader resumed here, with the same intake and the bytes of the upload from `byte_offset`
/// on, gives exactly the lines that would have followed.
///
/// It holds no content of the upload and can be stored as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Checkpoint {
    /// Bytes of the upload, as it was sent, that are done with.
    pub byte_offset: u64,
    /// Line breaks among them: the next record starts on physical line `line_breaks + 1`.
    pub line_breaks: u64,
    /// Records given so far, good or bad. Zero at the end makes the upload an empty one.
    pub records: u64,
    /// What the start of the upload decided; none until it has been read.
    pub layout: Option<Layout>,
}

/// What the start of an upload decides for all of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// How the text is written.
    pub dialect: Dialect,
    /// Columns each CSV record has.
    pub width: usize,
    /// The column of each mapped field, from 0.
    pub positions: BTreeMap<TargetField, usize>,
}
