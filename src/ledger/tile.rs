//! The nodes that are kept: each leaf's hash and that of every 256th part, every 65,536th and so on, 256 in a row, a *tile*. All
//! other nodes follow from one tile, so that a proof reads one or two tiles of each level and an entry costs 32 bytes and an eighth
//! of a byte. The layout is that of C2SP's tlog-tiles.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::entry::Place;
use super::hash::Hash;
use super::tree::{self, Node};

/// How many nodes a tile holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// Levels of the tree that a tile spans: it holds 2^`height` nodes.
    pub height: u32,
}

/// Which tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TileId {
    /// 0 for that of leaves; each next one has a node for each full tile of the one below.
    pub level: u32,
    /// Which one of its level, from the left.
    pub number: u64,
}

/// A tile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// Which one.
    pub id: TileId,
    /// Its nodes so far.
    pub hashes: Vec<Hash>,
    /// For leaves: where the first of them stands among the entries, by which an entry is found in the log.
    pub first: Option<Place>,
}

impl Layout {
    /// That of what is stored.
    pub const STORED: Self = Self { height: 8 };

    /// Nodes of a full tile.
    pub const fn width(self) -> u64 {
        1 << self.height
    }

    /// Nodes that a level has in a tree of `size` leaves.
    pub const fn nodes(self, level: u32, size: u64) -> u64 {
        match size.checked_shr(self.height * level) {
            Some(nodes) => nodes,
            None => 0,
        }
    }

    /// The tile that holds a leaf.
    pub const fn of_leaf(self, index: u64) -> TileId {
        TileId { level: 0, number: index >> self.height }
    }

    /// Nodes that a tile has in a tree of `size` leaves.
    pub const fn filled(self, id: TileId, size: u64) -> u64 {
        let rest = self.nodes(id.level, size).saturating_sub(id.number << self.height);
        if rest < self.width() { rest } else { self.width() }
    }

    /// How many tiles there are in a tree of `size` leaves.
    pub fn tiles(self, size: u64) -> u64 {
        (0..)
            .map(|level| self.nodes(level, size))
            .take_while(|nodes| *nodes > 0)
            .map(|n| n.div_ceil(self.width()))
            .sum()
    }

    /// In which tile a node is, and from which of its nodes it follows.
    fn locate(self, node: Node) -> (TileId, Range<usize>) {
        let (level, above) = (node.height / self.height, node.height % self.height);
        let first = node.number << above;
        let at = usize::try_from(first & (self.width() - 1)).unwrap_or(usize::MAX);
        (TileId { level, number: first >> self.height }, at..at + (1 << above))
    }

    /// The tiles from which the hashes of some parts follow.
    pub fn needed<'a>(self, parts: impl IntoIterator<Item = &'a Range<u64>>) -> BTreeSet<TileId> {
        parts.into_iter().flat_map(tree::complete_parts).map(|node| self.locate(node).0).collect()
    }

    /// The tiles that are not full in a tree of `size` leaves: all that is needed to go on.
    pub fn open(self, size: u64) -> BTreeSet<TileId> {
        let is_open = |(_, nodes): &(u32, u64)| nodes & (self.width() - 1) != 0;
        (0..)
            .map(|level| (level, self.nodes(level, size)))
            .take_while(|(_, nodes)| *nodes > 0)
            .filter(is_open)
            .map(|(level, nodes)| TileId { level, number: nodes >> self.height })
            .collect()
    }
}

/// Some tiles, by which one they are.
pub type Tiles = BTreeMap<TileId, Tile>;

/// The hash of a part by the tiles that it needs; none when one of them is missing or too short.
pub fn part(layout: Layout, tiles: &Tiles, part: &Range<u64>) -> Option<Hash> {
    let node = |node: Node| {
        let (id, nodes) = layout.locate(node);
        Some(tree::root_of(tiles.get(&id)?.hashes.get(nodes)?.to_vec()))
    };
    let hashes: Vec<Hash> = tree::complete_parts(part).into_iter().map(node).collect::<Option<_>>()?;
    Some(tree::join(hashes.into_iter()))
}

/// The right edge of the tree, where it grows.
#[derive(Debug, Clone)]
pub struct Edge {
    layout: Layout,
    size: u64,
    open: Tiles,
    full: Vec<Tile>,
    changed: BTreeSet<TileId>,
}

impl Edge {
    /// The edge of a tree by its open tiles; none when they are not as full as they must be.
    pub fn new(layout: Layout, size: u64, open: Tiles) -> Option<Self> {
        let is_whole =
            |id: &TileId| open.get(id).is_some_and(|tile| tile.hashes.len() as u64 == layout.filled(*id, size));
        let expected = layout.open(size);
        let fits = expected.iter().all(is_whole) && open.len() == expected.len();
        fits.then(|| Self { layout, size, open, full: Vec::new(), changed: BTreeSet::new() })
    }

    /// How many leaves there are.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Adds a leaf.
    pub fn push(&mut self, leaf: Hash, place: Place) {
        let mut id = self.layout.of_leaf(self.size);
        let (mut hash, mut first) = (leaf, Some(place));
        self.size += 1;
        loop {
            let tile = self.open.entry(id).or_insert(Tile { id, hashes: Vec::new(), first });
            tile.hashes.push(hash);
            self.changed.insert(id);
            if (tile.hashes.len() as u64) < self.layout.width() {
                return;
            }
            hash = tree::root_of(tile.hashes.clone());
            self.full.extend(self.open.remove(&id));
            self.changed.remove(&id);
            id = TileId { level: id.level + 1, number: id.number >> self.layout.height };
            first = None;
        }
    }

    /// The root.
    pub fn root(&self) -> Hash {
        // Each complete part of the edge lies in an open tile: those of full ones are nodes of the level above.
        part(self.layout, &self.open, &(0..self.size)).unwrap_or_else(Hash::of_nothing)
    }

    /// The tiles that are new or have grown.
    pub fn into_changed(self) -> Vec<Tile> {
        let Self { mut open, full, changed, .. } = self;
        let grown = changed.iter().filter_map(|id| open.remove(id)).collect::<Vec<_>>();
        full.into_iter().chain(grown).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use uuid::Uuid;

    use super::*;
    use crate::ledger::tree::Growth;

    fn leaf(number: u64) -> (Hash, Place) {
        (Hash::of_leaf(&number.to_be_bytes()), Place { tx_no: 1, id: Uuid::from_u128(number.into()) })
    }

    /// Grows in pieces of any length, each with nothing but what the tiles hold.
    fn grown(layout: Layout, pieces: &[u64]) -> (u64, Tiles) {
        let (mut size, mut kept, mut growth) = (0, Tiles::new(), Growth::default());
        for piece in pieces {
            let open = layout.open(size).into_iter().map(|id| (id, kept[&id].clone())).collect();
            let mut edge = Edge::new(layout, size, open).unwrap();
            for number in size..size + piece {
                let (hash, place) = leaf(number);
                edge.push(hash, place);
                growth.push(hash, |_, _| Ok::<_, Infallible>(())).unwrap();
            }
            assert_eq!(edge.root(), growth.root());
            size = edge.size();
            for tile in edge.into_changed() {
                kept.insert(tile.id, tile);
            }
            assert_eq!(kept.len() as u64, layout.tiles(size));
        }
        (size, kept)
    }

    #[test]
    fn a_tree_grows_in_pieces_to_the_same_tiles_and_every_part_follows_from_those_it_names() {
        let layout = Layout { height: 2 };
        let (size, tiles) = grown(layout, &[1, 3, 0, 1, 17, 64, 5, 80]);
        assert_eq!((size, &tiles), (171, &grown(layout, &[171]).1));
        for (id, tile) in &tiles {
            assert_eq!(tile.hashes.len() as u64, layout.filled(*id, size));
            let first = (id.level == 0).then(|| leaf(id.number << 2).1);
            assert_eq!(tile.first, first);
        }
        let leaves: Vec<Hash> = (0..size).map(|number| leaf(number).0).collect();
        for index in 0..size {
            for parts in [tree::inclusion(index, size), tree::consistency(index, size)] {
                let needed = layout.needed(&parts);
                let some: Tiles = needed.iter().map(|id| (*id, tiles[id].clone())).collect();
                for of in &parts {
                    let mut growth = Growth::default();
                    for at in of.clone() {
                        let leaf = leaves[usize::try_from(at).unwrap()];
                        growth.push(leaf, |_, _| Ok::<_, Infallible>(())).unwrap();
                    }
                    assert_eq!(part(layout, &some, of), Some(growth.root()), "{of:?} of {size}");
                }
            }
        }
    }

    #[test]
    fn a_proof_in_a_million_reads_few_tiles() {
        let size = 1_000_000;
        for index in (0..size).step_by(4_999) {
            assert!(Layout::STORED.needed(&tree::inclusion(index, size)).len() <= 6, "{index}");
            assert!(Layout::STORED.needed(&tree::consistency(index, size)).len() <= 6, "{index}");
        }
    }

    #[test]
    fn an_edge_is_not_taken_from_tiles_that_are_not_its_own() {
        let layout = Layout { height: 2 };
        let (size, tiles) = grown(layout, &[21]);
        let open: Tiles = layout.open(size).into_iter().map(|id| (id, tiles[&id].clone())).collect();
        assert!(Edge::new(layout, size, open.clone()).is_some());
        assert!(Edge::new(layout, size + 1, open.clone()).is_none());
        assert!(Edge::new(layout, size, tiles).is_none());
        assert!(Edge::new(layout, size, Tiles::new()).is_none());
    }
}
