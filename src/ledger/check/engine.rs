//! The one way through a log.

use std::collections::VecDeque;
use std::convert::Infallible;

use jiff::Timestamp;

use super::diagnosis::Diagnosis;
use super::heads::{Heads, Trust};
use super::report::{Break, Fault, Report};
use super::source::{Head, Log, Source};
use crate::crypto::signing_key::Jwk;
use crate::ledger::tile::{Layout, Tile, TileId};
use crate::ledger::tree::{Growth, Node};
use crate::ledger::{Checkpoint, Entry, Hash, Place};

/// Entries read at a time.
pub(super) const PAGE: u64 = 2_048;

/// Holds a log to its checkpoints, of which those cut off must have been signed at `oldest` or before. Keys of the service have signed under the log's name. Holds it to a checkpoint that was kept elsewhere, too.
/// `progress` is told now and then how many entries are done.
///
/// # Errors
/// Those of the source.
pub async fn check<S: Source>(
    source: &S,
    layout: Layout,
    log: &Log,
    keys: &[Jwk],
    elsewhere: Option<Head>,
    oldest: Timestamp,
    progress: impl FnMut(u64) + Send,
) -> Result<Report, S::Error> {
    let trust = Trust { owner: log.organisation, keys };
    let heads = Heads::new(source, trust, elsewhere.clone());
    let diagnosis = Diagnosis { source, layout, last: log.last, trust, elsewhere };
    let walk = Walk {
        source,
        layout,
        log,
        diagnosis,
        heads,
        due: None,
        growth: Growth::default(),
        entries: Entries { page: VecDeque::new(), last: Place::START, is_over: false },
        leaves: VecDeque::new(),
        upper: Vec::new(),
        met: 0,
        good_until: 0,
        good_at: None,
        oldest,
        room: Vec::new(),
    };
    walk.run(progress).await
}

/// The entries, a page at a time.
struct Entries {
    page: VecDeque<Entry>,
    last: Place,
    is_over: bool,
}

impl Entries {
    async fn next<S: Source>(&mut self, source: &S) -> Result<Option<Entry>, S::Error> {
        if self.page.is_empty() && !self.is_over {
            self.page = source.entries(self.last, PAGE).await?.into();
            self.is_over = (self.page.len() as u64) < PAGE;
        }
        let next = self.page.pop_front();
        if let Some(entry) = &next {
            self.last = entry.place();
        }
        Ok(next)
    }
}

/// A checkpoint that is due at a size.
type Due = Option<(u64, Result<Checkpoint, Fault>)>;

struct Walk<'a, S: Source> {
    source: &'a S,
    layout: Layout,
    log: &'a Log,
    diagnosis: Diagnosis<'a, S>,
    heads: Heads<'a, S>,
    due: Due,
    growth: Growth,
    entries: Entries,
    leaves: VecDeque<Tile>,
    /// For each level above the leaves the tile that is compared with.
    upper: Vec<Option<Tile>>,
    met: u64,
    /// Up to where a signed root was met.
    good_until: u64,
    /// When the checkpoint of that size was signed.
    good_at: Option<Timestamp>,
    /// What was signed later is not cut off.
    oldest: Timestamp,
    room: Vec<u8>,
}

impl<S: Source> Walk<'_, S> {
    async fn run(mut self, mut progress: impl FnMut(u64) + Send) -> Result<Report, S::Error> {
        self.due = self.heads.next().await?;
        let mut index = 0;
        while index < self.log.size {
            let mut broken = self.meet_heads(index).await?;
            if broken.is_none() && index == self.log.cut {
                broken = self.meet_cut();
            }
            if broken.is_none() {
                broken = self.step(index).await?;
            }
            if broken.is_some() {
                return Ok(self.report(broken, 0));
            }
            index += 1;
            if index % PAGE == 0 {
                progress(index);
            }
            index = self.stride(index);
        }
        progress(self.log.size);
        let mut broken = self.meet_heads(self.log.size).await?;
        if broken.is_none() && self.log.cut >= self.log.size {
            broken = self.meet_cut();
        }
        if broken.is_none() {
            broken = self.end().await?;
        }
        let mut waiting = 0;
        while broken.is_none() && self.entries.next(self.source).await?.is_some() {
            waiting += 1;
        }
        Ok(self.report(broken, waiting))
    }

    fn report(&self, broken: Option<Break>, waiting: u64) -> Report {
        let entries = broken.map_or(self.growth.size(), |broken| broken.index);
        Report { entries, cut: self.log.cut.min(entries), checkpoints: self.met, waiting, broken }
    }

    /// Holds the tree to the checkpoints of its present size.
    async fn meet_heads(&mut self, size: u64) -> Result<Option<Break>, S::Error> {
        while let Some((_, head)) = self.due.take_if(|(due, _)| *due <= size) {
            let fault = match head {
                Err(fault) => Some((size, fault)),
                Ok(head) if head.root != self.growth.root() => Some((self.good_until, Fault::Forged { until: size })),
                Ok(head) => {
                    self.good_at = Some(head.at);
                    None
                }
            };
            if let Some((index, fault)) = fault {
                return Ok(Some(Break { index, entry: None, fault }));
            }
            self.met += 1;
            self.good_until = size;
            self.due = self.heads.next().await?;
        }
        Ok(None)
    }

    /// What must hold where the entries begin that are still there: what was signed last ends here, and is old enough.
    fn meet_cut(&self) -> Option<Break> {
        let cut = self.log.cut;
        let fault = match self.good_at {
            _ if cut == 0 => return None,
            Some(signed) if self.good_until == cut && signed <= self.oldest => return None,
            Some(signed) if self.good_until == cut => Fault::CutTooEarly { signed },
            _ => Fault::CutUnsigned,
        };
        Some(Break { index: 0, entry: None, fault })
    }

    /// Takes the leaf of an entry that is cut off.
    async fn step_over(&mut self, index: u64, kept: Option<Hash>) -> Result<Option<Break>, S::Error> {
        let leaf = Node { height: 0, number: index };
        match kept {
            Some(kept) => self.grow(kept).await,
            None => Ok(Some(Break { index, entry: None, fault: Fault::NodeMissing(leaf) })),
        }
    }

    /// Takes the entry of an index, and holds the kept leaf and the nodes that are complete now to it.
    async fn step(&mut self, index: u64) -> Result<Option<Break>, S::Error> {
        let offset = index & (self.layout.width() - 1);
        if offset == 0
            && let Some(broken) = self.next_leaves(index).await?
        {
            return Ok(Some(broken));
        }
        let tile = self.leaves.front();
        let kept = tile.and_then(|tile| tile.hashes.get(usize::try_from(offset).unwrap_or(usize::MAX)).copied());
        if index < self.log.cut {
            return self.step_over(index, kept).await;
        }
        let before = self.entries.last;
        let entry = self.entries.next(self.source).await?;
        let hash = entry.as_ref().map(|entry| entry.hash_in(&mut self.room));
        let tile = self.leaves.front();
        let (Some(entry), Some(hash)) = (&entry, hash.filter(|hash| kept == Some(*hash))) else {
            return Ok(Some(self.diagnosis.of_leaf(index, before, entry.as_ref(), kept).await?));
        };
        if offset == 0 && tile.is_none_or(|tile| tile.first != Some(entry.place())) {
            let fault = Fault::NodeChanged(Node { height: 0, number: index });
            return Ok(Some(Break { index, entry: Some(entry.id), fault }));
        }
        self.grow(hash).await
    }

    /// Takes the entries at hand that are as their kept leaves say, up to where more than a leaf is to be met. Gives the index of the
    /// next one, which [`Self::step`] takes: it knows what to say of one that does not fit.
    fn stride(&mut self, mut index: u64) -> u64 {
        let width = self.layout.width();
        let whole = (index | (width - 1)).min(self.due.as_ref().map_or(u64::MAX, |(due, _)| *due)).min(self.log.size);
        let Some(tile) = self.leaves.front().filter(|_| !index.is_multiple_of(width) && index >= self.log.cut) else {
            return index;
        };
        let from = usize::try_from(index % width).unwrap_or(usize::MAX);
        for kept in tile.hashes.get(from..).unwrap_or_default() {
            let Some(entry) = self.entries.page.front().filter(|_| index < whole) else { break };
            if entry.hash_in(&mut self.room) != *kept {
                break;
            }
            let Ok(()) = self.growth.push(*kept, |_, _| Ok::<_, Infallible>(()));
            self.entries.last = entry.place();
            self.entries.page.pop_front();
            index += 1;
        }
        index
    }

    /// Lets the tree grow by a leaf, and holds the nodes to it that are complete now.
    async fn grow(&mut self, hash: Hash) -> Result<Option<Break>, S::Error> {
        let mut completed = Vec::new();
        let height = self.layout.height;
        let note = |node: Node, hash| {
            if node.height.is_multiple_of(height) {
                completed.push((node, hash));
            }
            Ok::<_, Infallible>(())
        };
        let Ok(()) = self.growth.push(hash, note);
        for (node, hash) in completed {
            if let Some(broken) = self.meet_node(node, hash).await? {
                return Ok(Some(broken));
            }
        }
        Ok(None)
    }

    /// Has the tile of an index at the front, and looks that it is not too long.
    async fn next_leaves(&mut self, index: u64) -> Result<Option<Break>, S::Error> {
        let id = self.layout.of_leaf(index);
        self.leaves.pop_front();
        if self.leaves.is_empty() {
            let ahead = (PAGE >> self.layout.height).max(1);
            self.leaves = self.source.tiles(0, id.number, ahead).await?.into();
        }
        if self.leaves.front().is_some_and(|tile| tile.id != id) {
            // It is missing; the next ones are looked for when they are due.
            self.leaves.clear();
        }
        Ok(self.leaves.front().and_then(|tile| self.too_long(tile, index)))
    }

    fn too_long(&self, tile: &Tile, index: u64) -> Option<Break> {
        let is_longer = tile.hashes.len() as u64 > self.layout.filled(tile.id, self.log.size);
        is_longer.then_some(Break { index, entry: None, fault: Fault::NodeInserted })
    }

    /// Holds a kept node above the leaves to what follows from the entries.
    async fn meet_node(&mut self, node: Node, hash: Hash) -> Result<Option<Break>, S::Error> {
        let level = node.height / self.layout.height;
        let id = TileId { level, number: node.number >> self.layout.height };
        let at = usize::try_from(level - 1).unwrap_or(usize::MAX);
        if self.upper.len() <= at {
            self.upper.resize(at + 1, None);
        }
        if self.upper[at].as_ref().is_none_or(|tile| tile.id != id) {
            let found = self.source.tiles(level, id.number, 1).await?.pop();
            self.upper[at] = found.filter(|tile| tile.id == id);
        }
        let tile = self.upper[at].as_ref();
        if let Some(broken) = tile.and_then(|tile| self.too_long(tile, node.first_leaf())) {
            return Ok(Some(broken));
        }
        let offset = usize::try_from(node.number & (self.layout.width() - 1)).unwrap_or(usize::MAX);
        match tile.and_then(|tile| tile.hashes.get(offset)) {
            Some(kept) if *kept == hash => Ok(None),
            kept => Ok(Some(self.diagnosis.of_node(node, hash, kept.copied()).await?)),
        }
    }

    /// What must hold when all entries have been gone through.
    async fn end(&mut self) -> Result<Option<Break>, S::Error> {
        let (size, last) = (self.log.size, self.entries.last);
        let fault = match &self.due {
            Some((signed, Ok(_))) => Some(Fault::Shrunk { signed: *signed }),
            Some((_, Err(fault))) => Some(*fault),
            None if self.good_until < size => Some(Fault::CheckpointMissing),
            None if last != self.log.last && self.log.cut < size => Some(Fault::LastChanged),
            None if self.source.tile_count().await? != self.layout.tiles(size) => Some(Fault::NodeInserted),
            None => None,
        };
        Ok(fault.map(|fault| Break { index: size, entry: None, fault }))
    }
}
