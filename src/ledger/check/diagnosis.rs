//! What was done to a log, once something in it does not fit: whether the entry or the node is the right one follows from what was
//! signed, and what became of the right one from the rest of the log.

use super::engine::PAGE;
use super::heads::{Heads, Trust};
use super::report::{Break, Fault};
use super::source::{Head, Source};
use crate::ledger::tile::{self, Layout, Tiles};
use crate::ledger::tree::{self, Node};
use crate::ledger::{Checkpoint, Entry, Hash, Place};

pub(super) struct Diagnosis<'a, S: Source> {
    pub source: &'a S,
    pub layout: Layout,
    /// Where the last entry of the log stands.
    pub last: Place,
    pub trust: Trust<'a>,
    pub elsewhere: Option<Head>,
}

impl<S: Source> Diagnosis<'_, S> {
    /// An entry that is not that of its leaf. `before` is where the one before it stands.
    pub async fn of_leaf(
        &self,
        index: u64,
        before: Place,
        entry: Option<&Entry>,
        kept: Option<Hash>,
    ) -> Result<Break, S::Error> {
        let leaf = Node { height: 0, number: index };
        // What came after the last entry of the log waits to be taken into it, and is at nobody's place.
        let entry = entry.filter(|entry| entry.place() <= self.last);
        let fault = match (entry, kept) {
            (None, _) => Fault::EntryMissing,
            (Some(_), None) => Fault::NodeMissing(leaf),
            (Some(entry), Some(kept)) => {
                if self.is_signed(leaf, entry.hash()).await? {
                    Fault::NodeChanged(leaf)
                } else {
                    self.trace(index, before, entry.hash(), kept).await?
                }
            }
        };
        // What stands at the place of a missing entry is another one.
        let named = entry.filter(|_| fault != Fault::EntryMissing).map(|entry| entry.id);
        Ok(Break { index, entry: named, fault })
    }

    /// A node above the leaves that does not follow from the entries, though each of them fits its leaf.
    pub async fn of_node(&self, node: Node, computed: Hash, kept: Option<Hash>) -> Result<Break, S::Error> {
        let until = (node.number + 1) << node.height;
        let fault = match kept {
            None => Fault::NodeMissing(node),
            Some(_) if self.is_signed(node, computed).await? => Fault::NodeChanged(node),
            Some(kept) if self.is_signed(node, kept).await? => Fault::Forged { until },
            Some(_) => Fault::NodeChanged(node),
        };
        Ok(Break { index: node.first_leaf(), entry: None, fault })
    }

    /// Whether a node with this hash leads to the root of the last checkpoint that is to be believed.
    async fn is_signed(&self, node: Node, hash: Hash) -> Result<bool, S::Error> {
        let own = node.first_leaf()..(node.number + 1) << node.height;
        let Some(head) = self.last_head().await?.filter(|head| head.size >= own.end) else { return Ok(false) };
        let mut path = tree::inclusion(own.start, head.size);
        path.retain(|part| part.end <= own.start || part.start >= own.end);
        let mut tiles = Tiles::new();
        for id in self.layout.needed(&path) {
            let found = self.source.tiles(id.level, id.number, 1).await?;
            tiles.extend(found.into_iter().map(|tile| (tile.id, tile)));
        }
        let mut root = hash;
        for part in path {
            let Some(beside) = tile::part(self.layout, &tiles, &part) else { return Ok(false) };
            let is_left = part.start < own.start;
            root = if is_left { Hash::of_node(&beside, &root) } else { Hash::of_node(&root, &beside) };
        }
        Ok(root == head.root)
    }

    async fn last_head(&self) -> Result<Option<Checkpoint>, S::Error> {
        let mut heads = Heads::new(self.source, self.trust, self.elsewhere.clone());
        let mut last = None;
        while let Some((_, head)) = heads.next().await? {
            last = head.ok().or(last);
        }
        Ok(last)
    }

    /// What became of the entry whose leaf is kept, and where the one at its place is from.
    async fn trace(&self, index: u64, before: Place, found: Hash, kept: Hash) -> Result<Fault, S::Error> {
        let (mut is_elsewhere, mut copies, mut after, mut room) = (false, 0, before, Vec::new());
        loop {
            let page = self.source.entries(after, PAGE).await?;
            for entry in &page {
                let hash = entry.hash_in(&mut room);
                is_elsewhere |= hash == kept;
                copies += u32::from(hash == found);
            }
            match page.last() {
                Some(last) if page.len() as u64 == PAGE => after = last.place(),
                _ => break,
            }
        }
        let is_due_later = self.is_leaf_after(index, found).await?;
        Ok(match (is_due_later, is_elsewhere) {
            (true, true) if copies == 1 => Fault::OrderChanged,
            (true, false) => Fault::EntryMissing,
            (_, true) => Fault::EntryInserted,
            (false, false) => Fault::EntryChanged,
        })
    }

    async fn is_leaf_after(&self, index: u64, leaf: Hash) -> Result<bool, S::Error> {
        let first = self.layout.of_leaf(index).number;
        let mut from = first;
        loop {
            let page = self.source.tiles(0, from, PAGE >> self.layout.height.min(8)).await?;
            let Some(last) = page.last().map(|tile| tile.id.number) else { return Ok(false) };
            let skip = |number| if number == first { index - (first << self.layout.height) + 1 } else { 0 };
            for tile in &page {
                let skipped = usize::try_from(skip(tile.id.number)).unwrap_or(usize::MAX);
                if tile.hashes.iter().skip(skipped).any(|hash| *hash == leaf) {
                    return Ok(true);
                }
            }
            from = last + 1;
        }
    }
}
