//! Going through a batch, a chunk per transaction, while the next chunk is prepared.

use std::collections::HashSet;
use std::sync::Arc;

use entity::id::{BatchId, OrganisationId};
use jiff::SignedDuration;

use crate::crypto::blind::BlindIndex;
use crate::domain::audit::AuditAction;
use crate::domain::batch::{BatchMode, BatchState, BatchStep, Counts};
use crate::domain::code::Code;
use crate::domain::event::EventKind;
use crate::domain::place::Place;
use crate::ports::machine_now;
use crate::service::filing::{Decided, Known, OpenBundles, Plan, PlanParts, decide};
use crate::service::{Call, Context, Failure, Outcome};
use crate::store::{Batch, ChunkMark, FilingFrame, Lease, StoreError, Viewer};

use super::chunks::{Chunk, Chunks};
use super::note::{event, maker};
use super::settings::{Progress, Settings};
use super::undo;
use super::upload::{PART_BYTES, PARTS_PER_DELETE};

/// After so long a worker gives the batch back, so that a stop is quick and batches take turns.
const TURN: SignedDuration = SignedDuration::from_secs(5);
/// How often a chunk is decided anew because something came in between.
const ATTEMPTS: u32 = 5;
/// People remembered while a batch is only validated, where nothing that is stored tells who stood on an earlier line.
const REMEMBERED: usize = 2_000_000;

/// Goes on with one batch that waits, for a turn. Tells how many chunks were gone through; 0 when none waits.
pub async fn process(context: Context) -> Outcome<u64> {
    let Some((lease, batch)) = claim(&context).await? else { return Ok(0) };
    let worked = match batch.state {
        BatchState::Cancelling => undo::turn(&context, &lease, batch).await,
        _ => turn(&context, &lease, batch).await,
    };
    match worked {
        // Its owner has cancelled it, or another worker has it: nothing of the last chunk was written.
        Err(Failure::Store(StoreError::LeaseLost)) => Ok(1),
        worked => worked,
    }
}

/// Deletes parts of uploads that are no longer needed. Tells how many.
pub async fn clear_uploads(context: Context) -> Outcome<u64> {
    let mut deleted = 0;
    for (organisation, batch) in context.db.batches_with_spent_parts(16).await? {
        deleted += context
            .db
            .write(move |tx| Box::pin(tx.delete_upload_parts(organisation, batch, None, PARTS_PER_DELETE)))
            .await?;
    }
    Ok(deleted)
}

async fn claim(context: &Context) -> Outcome<Option<(Lease, Batch)>> {
    for (organisation, id) in context.db.waiting_batches(machine_now(), 8).await? {
        if let Some(claimed) = claim_one(context, organisation, id).await? {
            return Ok(Some(claimed));
        }
    }
    Ok(None)
}

async fn claim_one(context: &Context, organisation: OrganisationId, id: BatchId) -> Outcome<Option<(Lease, Batch)>> {
    let lease = Lease { organisation, batch: id, id: context.ids.next() };
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                if !tx.lease_batch(&lease, machine_now(), inner.lease_end()).await? {
                    return Ok(None);
                }
                let Some(mut batch) = tx.tenant(organisation).batch(id).await? else { return Ok(None) };
                let state = batch.state.after(BatchStep::Claim).map_err(|refused| refused.code())?;
                if state == batch.state {
                    return Ok(Some((lease, batch)));
                }
                let now = inner.clock.now();
                if batch.mode == BatchMode::File {
                    let campaign = tx.tenant(organisation).campaign(batch.campaign).await?;
                    let window = campaign.map_or(0, |campaign| campaign.policy.undo_window_seconds);
                    batch.undo_until = now.checked_add(SignedDuration::from_secs(i64::from(window))).ok();
                }
                batch.state = state;
                batch.version += 1;
                batch.updated_at = now;
                tx.update_batch(&batch).await?;
                Ok::<_, Failure>(Some((lease, batch)))
            })
        })
        .await
}

/// What a turn carries from chunk to chunk.
struct Turn<'a> {
    context: &'a Context,
    lease: Lease,
    batch: Arc<Batch>,
    plan: Arc<Plan>,
    counts: Counts,
    bundles: OpenBundles,
    seen: HashSet<BlindIndex>,
}

async fn turn(context: &Context, lease: &Lease, batch: Batch) -> Outcome<u64> {
    let settings = Settings::read(batch.id, &batch.settings)?;
    let progress = Progress::read(batch.id, batch.checkpoint.as_deref())?;
    let first = batch.checkpoint.is_none();
    let plan = Arc::new(plan(context, &batch, &settings).await?);
    let batch = Arc::new(batch);
    if first && batch.mode == BatchMode::File {
        forget_validation(context, lease).await?;
    }
    let chunks = Chunks::resume(context, plan.clone(), batch.clone(), &settings, progress.reader)?;
    let mut turn = Turn {
        context,
        lease: *lease,
        counts: batch.counts,
        batch,
        plan,
        bundles: progress.bundles,
        seen: HashSet::new(),
    };
    let started = machine_now();
    let mut done = 0;
    let mut ahead = tokio::spawn(chunks.next());
    loop {
        let (chunks, chunk) = ahead.await.map_err(|_| Failure::Defect("preparing a chunk panicked"))??;
        done += 1;
        if chunk.last {
            turn.write(chunk).await?;
            return Ok(done);
        }
        ahead = tokio::spawn(chunks.next());
        let written = turn.write(chunk).await;
        let over = turn.plan.mode == BatchMode::File && machine_now().duration_since(started) > TURN;
        if written.is_err() || over {
            ahead.abort();
            written?;
            let (lease, now) = (turn.lease, machine_now());
            context.db.write(move |tx| Box::pin(async move { tx.renew_batch_lease(&lease, now).await })).await?;
            return Ok(done);
        }
    }
}

/// A batch that was validated before is gone through anew: what was said of its lines then makes place.
async fn forget_validation(context: &Context, lease: &Lease) -> Outcome<()> {
    const LINES: u64 = 10_000;
    let lease = *lease;
    loop {
        let until = context.lease_end();
        let deleted = context
            .db
            .write(move |tx| {
                Box::pin(async move {
                    tx.renew_batch_lease(&lease, until).await?;
                    tx.delete_batch_lines(lease.organisation, lease.batch, LINES).await
                })
            })
            .await?;
        if deleted < LINES {
            return Ok(());
        }
    }
}

/// What is the same for all lines of a batch.
async fn plan(context: &Context, batch: &Batch, settings: &Settings) -> Outcome<Plan> {
    let tenant = context.db.tenant(batch.organisation);
    let campaign = tenant.campaign(batch.campaign).await?.ok_or(Failure::Defect("a batch without its campaign"))?;
    let wanted = if settings.controllers.is_empty() { &campaign.controllers } else { &settings.controllers };
    let mut controllers = context.db.controllers_by_ids(wanted, Viewer::Organisation(batch.organisation)).await?;
    controllers.sort_by_key(|controller| wanted.iter().position(|id| *id == controller.id));
    let now = context.clock.now();
    let place = own_place(context, batch.organisation).await?;
    Ok(Plan::new(PlanParts {
        frame: FilingFrame {
            organisation: batch.organisation,
            campaign: batch.campaign,
            batch: Some(batch.id),
            right: campaign.ask.right(),
            at: now,
            send_from: batch.undo_until.unwrap_or(now).max(now),
            author: batch.created_by.to_string().into(),
        },
        mode: batch.mode,
        ask: campaign.ask,
        controllers,
        mandate: settings.mandate.clone(),
        place,
        keys: context.keys.of_organisation(&context.db, batch.organisation).await?,
    }))
}

/// The organisation's country: stands in where it is not known where a controller must act.
async fn own_place(context: &Context, organisation: OrganisationId) -> Outcome<Place> {
    let row = context.db.organisation(organisation).await?.ok_or(Failure::Defect("a batch without an organisation"))?;
    Ok(row.country.parse().map_err(|_| Code::PlaceUnknown)?)
}

impl Turn<'_> {
    /// Decides and writes a chunk; again, when something came in between.
    async fn write(&mut self, chunk: Chunk) -> Outcome<()> {
        let chunk = Arc::new(chunk);
        for _ in 1..ATTEMPTS {
            match self.try_write(&chunk).await {
                Err(Failure::Store(StoreError::Duplicate | StoreError::Stale)) => {
                    tracing::debug!(batch = %self.batch.id, "a chunk is decided again");
                    self.bundles.clear();
                }
                written => return written,
            }
        }
        self.try_write(&chunk).await
    }

    async fn try_write(&mut self, chunk: &Arc<Chunk>) -> Outcome<()> {
        let (organisation, right, now) = (self.batch.organisation, self.plan.frame.right, self.plan.frame.at);
        let known = Known::read(&self.context.db, organisation, &chunk.lines, right, now).await?;
        let decided = self.decide(chunk.clone(), known).await?;
        let mut counts = self.counts;
        counts.add(&decided.counts);
        let bundles = decided.open_bundles.clone();
        self.store(chunk, decided, counts).await?;
        self.counts = counts;
        self.bundles = bundles;
        if self.plan.mode == BatchMode::Validate && self.seen.len() < REMEMBERED {
            let people = chunk.lines.iter().filter_map(|line| line.person.as_ref().ok());
            self.seen.extend(people.map(|person| person.indexes.identity));
        }
        Ok(())
    }

    async fn decide(&mut self, chunk: Arc<Chunk>, known: Known) -> Outcome<Decided> {
        let (context, plan, bundles) = (self.context.clone(), self.plan.clone(), self.bundles.clone());
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
    async fn store(&self, chunk: &Chunk, decided: Decided, counts: Counts) -> Outcome<()> {
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
        self.context
            .db
            .write(move |tx| {
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
