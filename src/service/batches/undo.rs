//! Taking a batch back, a bounded number of messages at a time.

use entity::id::DeliveryId;

use crate::domain::audit::AuditAction;
use crate::domain::batch::BatchState;
use crate::domain::event::EventKind;
use crate::ports::machine_now;
use crate::service::filing::undone;
use crate::service::{Call, Context, Failure, Outcome};
use crate::store::{Batch, Lease, NewEvent, Tx};

use super::note::{event, maker};

/// Messages looked at in one transaction.
const MESSAGES: u64 = 2_000;
/// Requests withdrawn in one transaction, more or less: a message is taken back whole.
const REQUESTS: i64 = 10_000;
/// Transactions of one turn.
const ROUNDS: u64 = 20;

/// Takes back what has not left. Tells how many pieces were done.
pub(super) async fn turn(context: &Context, lease: &Lease, batch: Batch) -> Outcome<u64> {
    for round in 1..=ROUNDS {
        let (inner, lease, row) = (context.clone(), *lease, batch.clone());
        let over = context.db.write(move |tx| Box::pin(async move { piece(&inner, tx, &lease, row).await })).await?;
        if over {
            return Ok(round);
        }
    }
    let lease = *lease;
    context.db.write(move |tx| Box::pin(async move { tx.renew_batch_lease(&lease, machine_now()).await })).await?;
    Ok(ROUNDS)
}

/// One piece; tells whether nothing is left to take back, and the batch is at rest.
async fn piece(context: &Context, tx: &Tx, lease: &Lease, mut batch: Batch) -> Outcome<bool> {
    let until = machine_now().checked_add(jiff::SignedDuration::from_secs(60)).unwrap_or(jiff::Timestamp::MAX);
    tx.renew_batch_lease(lease, until).await?;
    let unsent = tx.unsent_deliveries_of_batch(lease.organisation, lease.batch, MESSAGES).await?;
    let mut carried = 0;
    let messages: Vec<DeliveryId> = unsent
        .into_iter()
        .take_while(|message| {
            let fits = carried < REQUESTS;
            carried += i64::from(message.requests);
            fits
        })
        .map(|message| message.id)
        .collect();
    let now = context.clock.now();
    if messages.is_empty() {
        batch.state = BatchState::Cancelled;
        batch.completed_at = Some(now);
        batch.lease_id = None;
        batch.lease_until = None;
        batch.version += 1;
        batch.updated_at = now;
        tx.update_batch(&batch).await?;
        tx.emit(lease.organisation, vec![event(context, &batch, EventKind::BatchCancelled, "system")]).await?;
        tx.note(context.note(&Call::system(), lease.organisation, AuditAction::Change, batch.id)).await?;
        return Ok(true);
    }
    for part in messages.chunks(500) {
        withdraw(context, tx, lease, &batch, part, now).await?;
    }
    Ok(false)
}

async fn withdraw(
    context: &Context,
    tx: &Tx,
    lease: &Lease,
    batch: &Batch,
    messages: &[DeliveryId],
    now: jiff::Timestamp,
) -> Outcome<()> {
    let (messages, mut requests) = tx.hold_unsent(lease.organisation, messages).await?;
    // What has begun to leave since the messages were read leaves whole.
    requests.retain(|request| messages.binary_search(&request.message).is_ok());
    tx.cancel_unsent_deliveries(lease.organisation, &messages, now).await?;
    let mut standings: Vec<&str> = requests.iter().map(|request| request.standing.as_str()).collect();
    standings.sort_unstable();
    standings.dedup();
    let calendars = context.calendars.now();
    let mut moved = Vec::new();
    for standing in standings {
        // One that was withdrawn for its own sake, or has moved on, keeps its state.
        let Some(withdrawn) = undone(standing, now, &calendars)? else { continue };
        tx.withdraw_requests_of_deliveries(lease.organisation, &messages, standing, &withdrawn).await?;
        moved.push(standing);
    }
    let withdrawn: Vec<_> = requests.iter().filter(|request| moved.contains(&request.standing.as_str())).collect();
    let events = withdrawn
        .iter()
        .map(|request| NewEvent {
            id: context.ids.next(),
            kind: EventKind::RequestWithdrawn.as_str(),
            request: Some((request.id, request.event_seq + 1)),
            subject: None,
            data: serde_json::json!({ "batch_id": batch.id, "campaign_id": batch.campaign, "reason": "batch_undone" }),
            author: batch.created_by.to_string(),
            at: now,
        })
        .collect();
    tx.emit(lease.organisation, events).await?;
    if !withdrawn.is_empty() {
        let note = context.note(&maker(batch), lease.organisation, AuditAction::Change, "request");
        tx.note(note.of_many(withdrawn.iter().map(|request| request.id.0))).await?;
    }
    Ok::<_, Failure>(())
}
