//! What a backup says of itself, at its beginning and at its end. It is authenticated with the rest.

use entity::id::OrganisationId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What is in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contents {
    /// All rows but those of the keys file.
    Archive,
    /// Keys, and what must not come back.
    Keys,
}

/// The first frame.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// What is in the file.
    pub contents: Contents,
    /// Version of the program that wrote it.
    pub product: String,
    /// Steps of the schema that the database had taken, in their order.
    pub schema: Vec<String>,
    /// When the snapshot was taken.
    pub made_at: Timestamp,
    /// Which database it was: when it was first used, and when it was last restored. Files belong together only when both agree.
    pub origin: Origin,
}

/// Which database, and which course of its history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// When it was first used.
    pub created_at: Timestamp,
    /// When it was last restored from a backup, which began another course of its history.
    pub restored_at: Option<Timestamp>,
}

/// Rows of one table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableSum {
    /// Its name.
    pub name: String,
    /// How many.
    pub rows: u64,
    /// SHA-256 over the rows in the order of their keys, as hexadecimal digits.
    pub sha256: String,
}

/// How far the audit log of one organisation had come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogRoot {
    /// Whose; the nil id for that of shared data.
    pub organisation: OrganisationId,
    /// Entries in the log.
    pub size: u64,
    /// Root of its tree (RFC 6962), as hexadecimal digits.
    pub root: String,
}

/// The last frame.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tail {
    /// The tables, in the order of the file.
    pub tables: Vec<TableSum>,
    /// The audit logs; none in a keys file.
    pub logs: Vec<LogRoot>,
}

impl Tail {
    /// Rows of all tables.
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows).sum()
    }
}
