//! The checkpoints of a log, in the order of their sizes, each held to its signature.

use std::collections::VecDeque;

use entity::id::OrganisationId;

use super::report::Fault;
use super::source::{Head, Source};
use crate::crypto::note;
use crate::crypto::signing_key::Jwk;
use crate::ledger::Checkpoint;

/// Checkpoints read at a time.
const PAGE: u64 = 500;

/// What checkpoints are believed by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trust<'a> {
    /// Whose log it is.
    pub owner: OrganisationId,
    /// The keys of the service.
    pub keys: &'a [Jwk],
}

impl Trust<'_> {
    /// What a kept checkpoint says.
    pub fn read(&self, head: &Head) -> Result<Checkpoint, Fault> {
        let size = head.size;
        let name = head.note.lines().next().unwrap_or_default();
        let text = note::verify(name, &head.note, self.keys).map_err(|why| Fault::CheckpointInvalid { size, why })?;
        let checkpoint = Checkpoint::read(text).ok_or(Fault::CheckpointMisplaced { size })?;
        let is_own = checkpoint.size == size && checkpoint.owner() == Some(self.owner);
        if is_own { Ok(checkpoint) } else { Err(Fault::CheckpointMisplaced { size }) }
    }
}

/// Goes through the checkpoints: those that are kept, and one that was kept elsewhere.
pub(super) struct Heads<'a, S: Source> {
    source: &'a S,
    trust: Trust<'a>,
    elsewhere: Option<Head>,
    page: VecDeque<Head>,
    after: Option<u64>,
    is_over: bool,
}

impl<'a, S: Source> Heads<'a, S> {
    pub fn new(source: &'a S, trust: Trust<'a>, elsewhere: Option<Head>) -> Self {
        Self { source, trust, elsewhere, page: VecDeque::new(), after: None, is_over: false }
    }

    /// The next checkpoint: its size, and what it says if it is to be believed.
    pub async fn next(&mut self) -> Result<Option<(u64, Result<Checkpoint, Fault>)>, S::Error> {
        if self.page.is_empty() && !self.is_over {
            self.page = self.source.heads(self.after, PAGE).await?.into();
            self.is_over = (self.page.len() as u64) < PAGE;
            self.after = self.page.back().map(|head| head.size);
        }
        let is_first = |head: &mut Head| self.page.front().is_none_or(|next| head.size <= next.size);
        let head = self.elsewhere.take_if(is_first).or_else(|| self.page.pop_front());
        Ok(head.map(|head| (head.size, self.trust.read(&head))))
    }
}
