//! A log in memory.

use std::convert::Infallible;

use entity::id::{AuditEntryId, OrganisationId};
use jiff::Timestamp;
use uuid::Uuid;

use super::{LAYOUT, ORIGIN};
use crate::crypto::note;
use crate::crypto::signing_key::SigningKey;
use crate::ledger::check::{Head, Log, Source};
use crate::ledger::tile::{Edge, Tile, TileId, Tiles};
use crate::ledger::{Checkpoint, Entry, Hash, Place};

/// Numbers that look random and are the same each time.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }

    pub fn index(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap()
    }
}

#[derive(Clone)]
pub struct Memory {
    pub entries: Vec<Entry>,
    pub tiles: Tiles,
    pub heads: Vec<Head>,
    pub log: Log,
}

impl Source for Memory {
    type Error = Infallible;

    async fn entries(&self, after: Place, limit: u64) -> Result<Vec<Entry>, Infallible> {
        let mut entries: Vec<Entry> = self.entries.iter().filter(|entry| entry.place() > after).cloned().collect();
        entries.sort_by_key(Entry::place);
        entries.truncate(usize::try_from(limit).unwrap());
        Ok(entries)
    }

    async fn tiles(&self, level: u32, from: u64, limit: u64) -> Result<Vec<Tile>, Infallible> {
        let range = TileId { level, number: from }..TileId { level: level + 1, number: 0 };
        Ok(self.tiles.range(range).take(usize::try_from(limit).unwrap()).map(|(_, tile)| tile.clone()).collect())
    }

    async fn tile_count(&self) -> Result<u64, Infallible> {
        Ok(self.tiles.len() as u64)
    }

    async fn heads(&self, after: Option<u64>, limit: u64) -> Result<Vec<Head>, Infallible> {
        let mut heads: Vec<Head> =
            self.heads.iter().filter(|head| after.is_none_or(|after| head.size > after)).cloned().collect();
        heads.sort_by_key(|head| head.size);
        heads.truncate(usize::try_from(limit).unwrap());
        Ok(heads)
    }
}

pub fn entry(chance: &mut Chance, number: u64) -> Entry {
    let actions = ["create", "change", "read", "disclose", "transfer", "delete"];
    Entry {
        organisation: OrganisationId(Uuid::from_u128(1)),
        // Room between transactions, and several entries in one.
        tx_no: i64::try_from(10 + number / 3 * 10).unwrap(),
        id: AuditEntryId(Uuid::from_u128((u128::from(number) << 64) | u128::from(chance.below(u64::MAX)))),
        actor: format!("cli_{}", chance.below(5)),
        action: actions[chance.index(actions.len())].into(),
        subject: format!("sub_{}", chance.below(100)),
        record_count: i64::try_from(chance.below(9)).unwrap(),
        records_digest: (chance.below(2) == 0).then(|| vec![7; 32]),
        recipient: (chance.below(3) == 0).then(|| format!("ctl_{}", chance.below(9))),
        trace_id: (chance.below(4) > 0).then(|| format!("{:016x}", chance.below(u64::MAX))),
        at: Timestamp::from_microsecond(1_790_000_000_000_000 + i64::try_from(number).unwrap()).unwrap(),
    }
}

fn head(key: &SigningKey, size: u64, root: Hash) -> Head {
    let at = Timestamp::from_second(1_790_000_000).unwrap();
    let text = Checkpoint { origin: ORIGIN.into(), size, root, at }.text();
    Head { size, note: note::sign(ORIGIN, &text, key).unwrap() }
}

/// A log of entries, with a checkpoint at some sizes and at the end.
pub fn log_of(key: &SigningKey, entries: Vec<Entry>, at: &[u64]) -> Memory {
    let mut edge = Edge::new(LAYOUT, 0, Tiles::new()).unwrap();
    let mut heads = Vec::new();
    for entry in &entries {
        edge.push(entry.hash(), entry.place());
        if at.contains(&edge.size()) || edge.size() == entries.len() as u64 {
            heads.push(head(key, edge.size(), edge.root()));
        }
    }
    let last = entries.last().map_or(Place::START, Entry::place);
    let log = Log { organisation: OrganisationId(Uuid::from_u128(1)), size: edge.size(), last, cut: 0 };
    let tiles = edge.into_changed().into_iter().map(|tile| (tile.id, tile)).collect();
    Memory { entries, tiles, heads, log }
}
