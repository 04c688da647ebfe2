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

/// Files a batch that was validated: it is gone through again, and now for good.
///
/// # Errors
/// `not_found`, `batch_wrong_state`, `campaign_not_open`.
pub async fn promote<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: BatchId,
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
                let mut batch = find(tx, organisation, id).await?;
                let campaign = tx.tenant(organisation).campaign(batch.campaign).await?.ok_or(Code::NotFound)?;
                if campaign.state != CampaignState::Active {
                    return Err(Failure::from(Code::CampaignNotOpen));
                }
                batch.state = batch.state.after(BatchStep::Promote).map_err(|refused| refused.code())?;
                batch.mode = BatchMode::File;
                batch.checkpoint = None;
                batch.counts = Counts::default();
                batch.completed_at = None;
                store(&inner, tx, &call, &mut batch).await?;
                Ok(view(&batch))
            })
        })
        .await
}

/// Cancels a batch. What was filed and has not left is taken back, a bounded piece at a time; within the undo window that is
/// everything.
///
/// # Errors
/// `not_found`, `batch_wrong_state`.
pub async fn cancel<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: BatchId,
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
                let mut batch = find(tx, organisation, id).await?;
                batch.state = batch.state.after(BatchStep::Cancel).map_err(|refused| refused.code())?;
                if batch.state == BatchState::Cancelled {
                    batch.completed_at = Some(inner.clock.now());
                    let author = call.actor.name();
                    tx.emit(organisation, vec![event(&inner, &batch, EventKind::BatchCancelled, &author)]).await?;
                }
                store(&inner, tx, &call, &mut batch).await?;
                Ok(view(&batch))
            })
        })
        .await
}

async fn find(tx: &Tx, organisation: OrganisationId, id: BatchId) -> Outcome<Batch> {
    Ok(tx.tenant(organisation).batch(id).await?.ok_or(Code::NotFound)?)
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
