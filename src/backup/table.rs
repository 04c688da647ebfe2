//! What a table is to a backup: its name, its columns and what kinds of values they hold, the same on either database.

use serde::{Deserialize, Serialize};

/// The kinds of values that columns hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 16 bytes of a UUID.
    Id,
    /// UTF-8.
    Text,
    /// Bytes.
    Bytes,
    /// An instant: microseconds since 2000-01-01 UTC in 8 bytes, as PostgreSQL counts.
    At,
    /// A day: days since 2000-01-01 in 4 bytes.
    Day,
    /// A whole number in 8 bytes, however wide the column is.
    Number,
    /// One byte, 0 or 1.
    Flag,
}

impl Kind {
    /// How long a value is, where all are equally long.
    pub const fn length(self) -> Option<usize> {
        match self {
            Self::Id => Some(16),
            Self::At | Self::Number => Some(8),
            Self::Day => Some(4),
            Self::Flag => Some(1),
            Self::Text | Self::Bytes => None,
        }
    }
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
}

/// A table, or the columns of it that are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns, in the order in which rows hold them.
    pub columns: Vec<Column>,
}

impl Table {
    /// The place of a column in a row.
    pub fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|own| own.name == column)
    }
}
