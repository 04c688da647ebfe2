//! Ending batches that nobody uses: an upload that was never finished, a check that was never followed by filing. Their parts
//! then go like those of every other cancelled batch, see [`super::clear_uploads`].

use entity::id::{BatchId, OrganisationId};
use jiff::{SignedDuration, Timestamp};

use crate::domain::batch::{BatchState, RECEIVING_DISUSE, VALIDATED_DISUSE};
use crate::service::{Call, Context, Failure, Outcome};
use crate::store::{Batch, Tx};

use super::moves::cancel;

/// Batches ended in one piece of work, a transaction each.
const AT_A_TIME: u64 = 100;

/// Cancels batches that were not used for long. Tells how many. What cannot be cancelled is logged and left for the next round.
pub async fn end_disused(context: Context) -> Outcome<u64> {
    let (receiving, validated) = (since(&context, RECEIVING_DISUSE), since(&context, VALIDATED_DISUSE));
    let mut ended = 0;
    for (organisation, id) in context.db.disused_batches(context.reach(), receiving, validated, AT_A_TIME).await? {
        let inner = context.of(organisation).await?;
        let one = context.db.write(move |tx| Box::pin(async move { end(&inner, tx, organisation, id).await })).await;
        match one {
            Ok(done) => ended += u64::from(done),
            Err(error) => tracing::error!(batch = %id, error = %error, "a disused batch could not be ended"),
        }
    }
    Ok(ended)
}

/// The list was read before: what has been used again meanwhile, or ended by another worker, is left alone.
async fn end(context: &Context, tx: &Tx, organisation: OrganisationId, id: BatchId) -> Outcome<bool> {
    let Some(mut batch) = tx.hold_batch(organisation, id).await? else { return Ok(false) };
    if !is_disused(context, &batch) {
        return Ok(false);
    }
    cancel(context, tx, &Call::system(), &mut batch).await?;
    Ok::<_, Failure>(true)
}

fn is_disused(context: &Context, batch: &Batch) -> bool {
    match batch.state {
        BatchState::Receiving => batch.updated_at < since(context, RECEIVING_DISUSE),
        BatchState::Validated => batch.updated_at < since(context, VALIDATED_DISUSE),
        _ => false,
    }
}

/// What was used last before this instant was not used for so long.
fn since(context: &Context, disuse: SignedDuration) -> Timestamp {
    context.clock.now().checked_sub(disuse).unwrap_or(Timestamp::MIN)
}
