//! What the owner of a batch decides: to file what was validated, or to take it back.

use entity::id::{BatchId, OrganisationId};

use crate::domain::audit::AuditAction;
use crate::domain::batch::{BatchMode, BatchState, BatchStep, Counts};
use crate::domain::campaign::CampaignState;
use crate::domain::code::Code;
use crate::domain::event::EventKind;
use crate::service::{Answer, Call, Context, Failure, Outcome};
use crate::store::{Batch, Tx};

use super::note::event;

/// What the owner of a batch can decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// To file what was validated: it is gone through again, and now for good.
    File,
    /// To cancel it. What was filed and has not left is taken back, a bounded piece at a time; within the undo window that
    /// is everything.
    Cancel,
}

/// Does what the owner of a batch decides. `view` makes the answer out of it.
///
/// # Errors
/// `not_found`, `batch_wrong_state`; `campaign_not_open` when it is to be filed.
pub async fn decide<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: BatchId,
    decision: Decision,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(&Batch) -> T + Send + 'static,
{
    let (inner, frame) = (context.clone(), call.clone());
    context
        .once(&frame, 202, move |tx| {
            Box::pin(async move {
                let mut batch = tx.hold_batch(organisation, id).await?.ok_or(Code::NotFound)?;
                match decision {
                    Decision::File => promote(&inner, tx, &call, &mut batch).await?,
                    Decision::Cancel => cancel(&inner, tx, &call, &mut batch).await?,
                }
                Ok(view(&batch))
            })
        })
        .await
}

async fn promote(context: &Context, tx: &Tx, call: &Call, batch: &mut Batch) -> Outcome<()> {
    let campaign = tx.tenant(batch.organisation).campaign(batch.campaign).await?.ok_or(Code::NotFound)?;
    if campaign.state != CampaignState::Active {
        return Err(Failure::from(Code::CampaignNotOpen));
    }
    batch.state = batch.state.after(BatchStep::Promote).map_err(|refused| refused.code())?;
    batch.mode = BatchMode::File;
    batch.checkpoint = None;
    batch.counts = Counts::default();
    batch.completed_at = None;
    store(context, tx, call, batch).await
}

/// Cancels a batch within a transaction; `call` tells who does it.
///
/// # Errors
/// `batch_wrong_state`; [`crate::store::StoreError::Stale`] when it has moved since it was read.
pub(super) async fn cancel(context: &Context, tx: &Tx, call: &Call, batch: &mut Batch) -> Outcome<()> {
    batch.state = batch.state.after(BatchStep::Cancel).map_err(|refused| refused.code())?;
    if batch.state == BatchState::Cancelled {
        batch.completed_at = Some(context.clock.now());
        let author = call.actor.name();
        tx.emit(batch.organisation, vec![event(context, batch, EventKind::BatchCancelled, &author)]).await?;
    }
    store(context, tx, call, batch).await
}

/// Writes the batch and takes it from whoever works on it.
async fn store(context: &Context, tx: &Tx, call: &Call, batch: &mut Batch) -> Outcome<()> {
    batch.lease_id = None;
    batch.lease_until = None;
    batch.version += 1;
    batch.updated_at = context.clock.now();
    tx.update_batch(batch).await?;
    tx.note(context.note(call, batch.organisation, AuditAction::Change, batch.id)).await?;
    Ok(())
}
