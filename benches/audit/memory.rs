//! A log in memory.

use std::convert::Infallible;
use std::sync::Mutex;

use entity::id::OrganisationId;
use recourse::crypto::note;
use recourse::crypto::signing_key::SigningKey;
use recourse::ledger::check::{Head, Log, Source};
use recourse::ledger::tile::{Edge, Layout, Tile, TileId, Tiles};
use recourse::ledger::{Checkpoint, Entry, Place, origin};

/// The entries of a log, each of which is given out once, its tiles and its one checkpoint.
pub struct Memory {
    entries: Mutex<std::vec::IntoIter<Entry>>,
    tiles: Tiles,
    head: Head,
    log: Log,
}

impl Memory {
    /// A log of entries that are in their order.
    pub fn of(organisation: OrganisationId, entries: Vec<Entry>, key: &SigningKey) -> Self {
        let mut edge = Edge::new(Layout::STORED, 0, Tiles::new()).expect("an empty log");
        entries.iter().for_each(|entry| edge.push(entry.hash(), entry.place()));
        let (size, last) = (edge.size(), entries.last().map_or(Place::START, Entry::place));
        let origin = origin("https://recourse.example", organisation);
        let at = jiff::Timestamp::UNIX_EPOCH;
        let text = Checkpoint { origin: origin.clone(), size, root: edge.root(), at }.text();
        let head = Head { size, note: note::sign(&origin, &text, key).expect("a signature") };
        let tiles = edge.into_changed().into_iter().map(|tile| (tile.id, tile)).collect();
        Self { entries: Mutex::new(entries.into_iter()), tiles, head, log: Log { organisation, size, last, cut: 0 } }
    }

    pub fn log(&self) -> &Log {
        &self.log
    }
}

impl Source for Memory {
    type Error = Infallible;

    async fn entries(&self, _: Place, limit: u64) -> Result<Vec<Entry>, Infallible> {
        let limit = usize::try_from(limit).expect("a small number");
        Ok(self.entries.lock().expect("one reader").by_ref().take(limit).collect())
    }

    async fn tiles(&self, level: u32, from: u64, limit: u64) -> Result<Vec<Tile>, Infallible> {
        let range = TileId { level, number: from }..TileId { level: level + 1, number: 0 };
        let limit = usize::try_from(limit).expect("a small number");
        Ok(self.tiles.range(range).take(limit).map(|(_, tile)| tile.clone()).collect())
    }

    async fn tile_count(&self) -> Result<u64, Infallible> {
        Ok(self.tiles.len() as u64)
    }

    async fn heads(&self, after: Option<u64>, _: u64) -> Result<Vec<Head>, Infallible> {
        Ok(if after.is_none() { vec![self.head.clone()] } else { Vec::new() })
    }
}
