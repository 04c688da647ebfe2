//! A turn at a batch: chunks are decided one after the other, each while the one before it is written.
//!
//! Written does not mean durable yet: several chunks may share a commit. A chunk that shares a person with one that readers
//! do not see yet waits until they do.

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;

use tokio::task::JoinHandle;

use crate::crypto::blind::BlindIndex;
use crate::domain::audit::AuditAction;
use crate::domain::batch::{BatchMode, BatchState, Counts};
use crate::domain::event::EventKind;
use crate::service::filing::{Decided, Known, OpenBundles, Plan, decide};
use crate::service::{Call, Context, Failure, Outcome};
use crate::store::{Batch, ChunkMark, Durable, Lease, StoreError};

use super::chunks::Chunk;
use super::note::{event, maker};
use super::settings::Progress;
use super::upload::{PART_BYTES, PARTS_PER_DELETE};

/// How often a chunk is decided at most, when something comes in between each time.
const ATTEMPTS: u32 = 5;
/// People remembered while a batch is only validated, where nothing that is stored tells who stood on an earlier line.
const REMEMBERED: usize = 2_000_000;

/// What a turn carries from chunk to chunk.
pub(super) struct Turn<'a> {
    context: &'a Context,
    lease: Lease,
    batch: Arc<Batch>,
    plan: Arc<Plan>,
    /// Figures and bundles with room as they are once the chunk that is being written is there.
    counts: Counts,
    bundles: OpenBundles,
    /// Who stood on earlier lines, when a batch is only validated.
    seen: HashSet<BlindIndex>,
    writing: Option<Writing>,
    /// Chunks that are written and perhaps not durable yet, oldest first.
    ahead: VecDeque<Ahead>,
}

/// A chunk that is written and perhaps not durable yet.
struct Ahead {
    people: HashSet<BlindIndex>,
    durable: Durable,
}

/// A chunk on its way into the database.
struct Writing {
    chunk: Arc<Chunk>,
    people: HashSet<BlindIndex>,
    /// The figures without it.
    counts_before: Counts,
    written: JoinHandle<Outcome<Durable>>,
}

impl<'a> Turn<'a> {
    /// Begins where the batch stands.
    pub fn new(context: &'a Context, lease: Lease, batch: Arc<Batch>, plan: Arc<Plan>, bundles: OpenBundles) -> Self {
        let counts = batch.counts;
        Self {
            context,
            lease,
            batch,
            plan,
            counts,
            bundles,
            seen: HashSet::new(),
            writing: None,
            ahead: VecDeque::new(),
        }
    }

    /// Whether requests come of it.
    pub fn files(&self) -> bool {
        self.plan.mode == BatchMode::File
    }

    /// Decides a chunk while the one before it is written, then starts to write it. [`Turn::settle`] sees all of them through.
    pub async fn take(&mut self, chunk: Chunk) -> Outcome<()> {
        let chunk = Arc::new(chunk);
        let people = people(&chunk);
        self.forget_durable()?;
        // What an earlier line made of a person must be known when a later one is decided.
        if !self.files() || self.meets(&people) {
            self.settle().await?;
        }
        let ahead = self.decide(&chunk).await?;
        let as_expected = self.written().await?;
        let decided = if as_expected { ahead } else { self.decide(&chunk).await? };
        self.write(chunk, people, decided)
    }

    /// Waits until all that was taken is written and durable.
    pub async fn settle(&mut self) -> Outcome<()> {
        self.written().await?;
        self.durable().await
    }

    /// Waits until the chunk on its way is written; decides it again when something came in between. Tells whether all went as
    /// expected, so that what was decided meanwhile holds.
    async fn written(&mut self) -> Outcome<bool> {
        let mut as_expected = true;
        for attempt in 1.. {
            let Some(writing) = self.writing.take() else { break };
            match writing.written.await.map_err(|_| Failure::Defect("writing a chunk panicked"))? {
                Ok(durable) => {
                    if !self.files() && self.seen.len() < REMEMBERED {
                        self.seen.extend(&writing.people);
                    }
                    self.ahead.push_back(Ahead { people: writing.people, durable });
                }
                Err(Failure::Store(StoreError::Duplicate | StoreError::Stale)) if attempt < ATTEMPTS => {
                    tracing::debug!(batch = %self.batch.id, "a chunk is decided again");
                    as_expected = false;
                    // What came in between, of this batch or another, may be in the very transaction that is not committed yet.
                    self.context.db.commit_ahead().await?;
                    self.counts = writing.counts_before;
                    self.bundles.clear();
                    let decided = self.decide(&writing.chunk).await?;
                    self.write(writing.chunk, writing.people, decided)?;
                }
                Err(failure) => return Err(failure),
            }
        }
        Ok(as_expected)
    }

    async fn durable(&mut self) -> Outcome<()> {
        for ahead in std::mem::take(&mut self.ahead).into_iter().rev() {
            ahead.durable.wait().await?;
        }
        Ok(())
    }

    /// Lets go of chunks that are durable.
    fn forget_durable(&mut self) -> Outcome<()> {
        while let Some(first) = self.ahead.front_mut() {
            if !first.durable.look()? {
                break;
            }
            self.ahead.pop_front();
        }
        Ok(())
    }

    /// Whether one of these people stands in a chunk that readers may not see yet.
    fn meets(&self, people: &HashSet<BlindIndex>) -> bool {
        let writing = self.writing.iter().map(|writing| &writing.people);
        writing.chain(self.ahead.iter().map(|ahead| &ahead.people)).any(|others| !others.is_disjoint(people))
    }

    /// Starts to write a chunk.
    fn write(&mut self, chunk: Arc<Chunk>, people: HashSet<BlindIndex>, decided: Decided) -> Outcome<()> {
        let counts_before = self.counts;
        self.counts.add(&decided.counts);
        self.bundles.clone_from(&decided.open_bundles);
        let written = self.store(&chunk, decided)?;
        self.writing = Some(Writing { chunk, people, counts_before, written });
        Ok(())
    }

    async fn decide(&mut self, chunk: &Arc<Chunk>) -> Outcome<Decided> {
        let known = Known::read(&self.context.db, self.batch.organisation, &chunk.lines, &self.plan.frame).await?;
        let (context, plan, bundles, chunk) =
            (self.context.clone(), self.plan.clone(), self.bundles.clone(), chunk.clone());
        let seen = std::mem::take(&mut self.seen);
        let (seen, decided) = tokio::task::spawn_blocking(move || {
            let decided = decide(&context, &plan, &known, &chunk.lines, bundles, &seen);
            (seen, decided)
        })
        .await
        .map_err(|_| Failure::Defect("deciding a chunk panicked"))?;
        self.seen = seen;
        decided
    }

    /// Writes a chunk: its effects, what became of its lines, and where the next one starts. With the last chunk the batch
    /// comes to rest.
    fn store(&self, chunk: &Chunk, decided: Decided) -> Outcome<JoinHandle<Outcome<Durable>>> {
        let counts = self.counts;
        let progress = Progress { reader: chunk.checkpoint.clone(), bundles: decided.open_bundles.clone() };
        let checkpoint = serde_json::to_string(&progress).map_err(|_| Failure::Defect("a checkpoint is not JSON"))?;
        let mark =
            ChunkMark { checkpoint, counts, lease_until: self.context.lease_end(), at: self.context.clock.now() };
        let spent_part = match self.plan.mode {
            BatchMode::File => i32::try_from(chunk.checkpoint.byte_offset / PART_BYTES as u64).ok(),
            // The upload is read again when the batch is filed.
            BatchMode::Validate => None,
        };
        let maker = maker(&self.batch);
        let notes: Vec<_> = decided
            .touched()
            .into_iter()
            .map(|(action, records, ids)| {
                self.context.note(&maker, self.batch.organisation, action, records).of_many(ids)
            })
            .collect();
        let end = chunk.last.then(|| self.at_rest(chunk, counts));
        let (context, plan, lease) = (self.context.clone(), self.plan.clone(), self.lease);
        let db = self.context.db.clone();
        Ok(tokio::spawn(async move {
            db.write_ahead(move |tx| {
                Box::pin(async move {
                    tx.mark_chunk(&lease, &mark).await?;
                    tx.file(&plan.frame, decided.rows).await?;
                    for note in notes {
                        tx.note(note).await?;
                    }
                    if let Some(spent) = spent_part {
                        tx.delete_upload_parts(lease.organisation, lease.batch, Some(spent), PARTS_PER_DELETE).await?;
                    }
                    if let Some((rest, kind)) = end {
                        let mut batch =
                            tx.tenant(lease.organisation).batch(lease.batch).await?.ok_or(StoreError::LeaseLost)?;
                        rest(&mut batch);
                        tx.update_batch(&batch).await?;
                        tx.emit(lease.organisation, vec![event(&context, &batch, kind, "system")]).await?;
                        let note = context.note(&Call::system(), batch.organisation, AuditAction::Change, batch.id);
                        tx.note(note).await?;
                    }
                    Ok::<_, Failure>(())
                })
            })
            .await
        }))
    }

    /// How the batch comes to rest after its last chunk.
    fn at_rest(&self, chunk: &Chunk, counts: Counts) -> (impl FnOnce(&mut Batch) + Send + 'static + use<>, EventKind) {
        let failure = chunk.problem.as_ref().map(|problem| problem.code);
        let (state, kind) = match (failure, self.plan.mode) {
            (Some(_), _) => (BatchState::Failed, EventKind::BatchFailed),
            (None, BatchMode::File) => (BatchState::Filed, EventKind::BatchFiled),
            (None, BatchMode::Validate) => (BatchState::Validated, EventKind::BatchValidated),
        };
        let now = self.context.clock.now();
        let rest = move |batch: &mut Batch| {
            batch.state = state;
            batch.failure = failure;
            batch.counts = counts;
            batch.completed_at = Some(now);
            batch.lease_id = None;
            batch.lease_until = None;
            batch.version += 1;
            batch.updated_at = now;
        };
        (rest, kind)
    }
}

/// Who the people of a chunk are.
fn people(chunk: &Chunk) -> HashSet<BlindIndex> {
    chunk.lines.iter().filter_map(|line| line.person.as_ref().ok()).map(|person| person.indexes.identity).collect()
}
