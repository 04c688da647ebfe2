//! Going through a batch in turns, under a lease.

use std::sync::Arc;

use entity::id::{BatchId, OrganisationId};
use jiff::SignedDuration;

use crate::domain::batch::{BatchMode, BatchState, BatchStep};
use crate::domain::code::Code;
use crate::domain::place::Place;
use crate::ports::machine_now;
use crate::service::campaigns;
use crate::service::filing::{Plan, PlanParts};
use crate::service::{Context, Failure, Outcome};
use crate::store::{Batch, FilingFrame, Follow, Lease, StoreError, Viewer};

use super::chunks::Chunks;
use super::settings::{Progress, Settings};
use super::turn::Turn;
use super::undo;
use super::upload::PARTS_PER_DELETE;

/// After so long a worker gives the batch back, so that a stop is quick and batches take turns.
const TURN: SignedDuration = SignedDuration::from_secs(10);

/// Goes on with one batch that waits, for a turn. Tells how many chunks were gone through; 0 when none waits.
pub async fn process(context: Context) -> Outcome<u64> {
    let Some((lease, batch)) = claim(&context).await? else { return Ok(0) };
    let context = context.of(lease.organisation).await?;
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
    for (organisation, id) in context.db.waiting_batches(context.reach(), machine_now(), 8).await? {
        if let Some(claimed) = claim_one(context, organisation, id).await? {
            return Ok(Some(claimed));
        }
    }
    Ok(None)
}

async fn claim_one(context: &Context, organisation: OrganisationId, id: BatchId) -> Outcome<Option<(Lease, Batch)>> {
    let lease = Lease { organisation, batch: id, id: context.ids.next() };
    let inner = context.of(organisation).await?;
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
    let mut turn = Turn::new(context, *lease, batch, plan, progress.bundles);
    let started = machine_now();
    let mut done = 0;
    // One chunk is prepared while the one before it is decided and the one before that is written.
    let mut ahead = tokio::spawn(chunks.next());
    loop {
        let prepared = ahead.await.map_err(|_| Failure::Defect("preparing a chunk panicked")).flatten();
        let (chunks, chunk) = match prepared {
            Ok(prepared) => prepared,
            Err(failure) => {
                turn.settle().await?;
                return Err(failure);
            }
        };
        done += 1;
        if chunk.last {
            turn.take(chunk).await?;
            turn.settle().await?;
            return Ok(done);
        }
        ahead = tokio::spawn(chunks.next());
        let taken = turn.take(chunk).await;
        let over = context.stop.is_cancelled() || turn.files() && machine_now().duration_since(started) > TURN;
        if taken.is_err() || over {
            ahead.abort();
            taken?;
            turn.settle().await?;
            let (lease, now) = (*lease, machine_now());
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
    let keys = context.keys.of_organisation(&context.db, batch.organisation).await?;
    let mandate = settings.mandate(batch, &keys)?;
    Plan::new(PlanParts {
        frame: FilingFrame {
            organisation: batch.organisation,
            campaign: batch.campaign,
            batch: Some(batch.id),
            right: campaign.right,
            at: now,
            send_from: batch.undo_until.unwrap_or(now).max(now),
            pacing: campaign.policy.pacing,
            author: batch.created_by.to_string().into(),
            follow: Follow::from(&campaign.policy),
            recent_months: campaign.policy.recent_request_months,
        },
        mode: batch.mode,
        ask: campaigns::opened_ask(&keys, &campaign)?,
        controllers,
        mandate,
        place,
        keys,
    })
}

/// The organisation's country: stands in where it is not known where a controller must act.
async fn own_place(context: &Context, organisation: OrganisationId) -> Outcome<Place> {
    let row = context.db.organisation(organisation).await?.ok_or(Failure::Defect("a batch without an organisation"))?;
    Ok(row.country.parse().map_err(|_| Code::PlaceUnknown)?)
}
