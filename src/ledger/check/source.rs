//! Where a log is read from: a database, or memory.

use std::future::Future;

use entity::id::OrganisationId;

use crate::ledger::tile::Tile;
use crate::ledger::{Entry, Place};

/// What is kept of a log beside its tiles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// Whose entries.
    pub organisation: OrganisationId,
    /// How many are in the log.
    pub size: u64,
    /// Where the last of them stands.
    pub last: Place,
    /// How many of the first ones are kept as leaves alone, their time being over.
    pub cut: u64,
}

/// A kept checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The size under which it is kept.
    pub size: u64,
    /// The signed note.
    pub note: String,
}

/// A log that can be read from the beginning.
pub trait Source {
    /// Why reading fails.
    type Error;

    /// Entries after a place, in their order; fewer than asked for only at the end.
    fn entries(&self, after: Place, limit: u64) -> impl Future<Output = Result<Vec<Entry>, Self::Error>> + Send;

    /// Tiles of a level from a number on, in their order.
    fn tiles(&self, level: u32, from: u64, limit: u64) -> impl Future<Output = Result<Vec<Tile>, Self::Error>> + Send;

    /// How many tiles there are.
    fn tile_count(&self) -> impl Future<Output = Result<u64, Self::Error>> + Send;

    /// Kept checkpoints of more than a size, in the order of their sizes.
    fn heads(&self, after: Option<u64>, limit: u64) -> impl Future<Output = Result<Vec<Head>, Self::Error>> + Send;
}
