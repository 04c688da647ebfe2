//! The end of a mandate: revoked by the person, or its last day is over. Either way everything pending under it stops (M-11).
//!
//! A mandate that expires hands what has not left on to one that covers it, see [`succeed`]. The event is told last, so that it can
//! say what is still running.
//!
//! The end itself is one small transaction and has effect at once: nothing is dispatched under an ended mandate, whatever is
//! still open. The first requests are withdrawn in the same transaction, in nearly all cases all of them; the rest by the step
//! `stop_mandates`, which goes on until nothing is left.

use entity::id::{DataSubjectId, MandateId, OrganisationId};
use serde::Serialize;

use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::event::EventKind;
use crate::domain::mandate::MandateState;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::once::Answer;
use crate::store::{MandateRecord, Tx};

use super::running::{StillRunning, still_running};
use super::{record, stop, succeed, words};

/// How a mandate ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// The person took it back.
    Revoked,
    /// Its last day is over.
    Expired,
}

/// Revokes a mandate at once. Revoking an ended one changes nothing. `view` makes the answer, with what is still running.
///
/// # Errors
/// `not_found`.
pub async fn revoke<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: MandateId,
    view: V,
) -> Outcome<Answer>
where
    T: Serialize + Send + 'static,
    V: FnOnce(&MandateRecord, StillRunning) -> T + Send + 'static,
{
    let (inner, frame) = (context.clone(), call.clone());
    context
        .once(&frame, 200, move |tx| {
            Box::pin(async move {
                let mut record = tx.hold_mandate(organisation, id).await?.ok_or(Code::NotFound)?;
                if !record.has_ended() {
                    record = end(&inner, tx, &call, organisation, record, End::Revoked).await?;
                }
                let person = record.data_subject;
                words::open_words_of(&inner, tx, organisation, person, std::slice::from_mut(&mut record)).await?;
                let running = still_running(tx, organisation, &record).await?;
                Ok(view(&record, running))
            })
        })
        .await
}

/// Mandates read at a time.
const PAGE: u64 = 200;

/// Revokes every mandate of a person that has not ended, within the transaction that erases the person.
pub async fn revoke_all_of(
    context: &Context,
    tx: &Tx,
    call: &Call,
    organisation: OrganisationId,
    data_subject: DataSubjectId,
) -> Outcome<()> {
    let mut after = None;
    loop {
        let page = tx.tenant(organisation).mandates_of(data_subject, after, PAGE).await?;
        let Some(last) = page.last().map(|record| record.id) else { return Ok(()) };
        for record in page.into_iter().filter(|record| !record.has_ended()) {
            end(context, tx, call, organisation, record, End::Revoked).await?;
        }
        after = Some(last);
    }
}

/// Ends a mandate that is held or was read in this transaction.
pub(super) async fn end(
    context: &Context,
    tx: &Tx,
    call: &Call,
    organisation: OrganisationId,
    mut record: MandateRecord,
    how: End,
) -> Outcome<MandateRecord> {
    let now = context.clock.now();
    let kind = match how {
        End::Revoked => {
            record.state = MandateState::Revoked;
            record.mandate.revoked_at = Some(now);
            EventKind::MandateRevoked
        }
        End::Expired => {
            record.state = MandateState::Expired;
            EventKind::MandateExpired
        }
    };
    record.ended_at = Some(now);
    write(context, tx, organisation, &mut record).await?;
    tx.note(context.note(call, organisation, AuditAction::Change, record.id)).await?;
    tx.check_complaints_of(organisation, &[record.id], None, now).await?;
    if how == End::Expired {
        succeed::hand_on(context, tx, call, organisation, &record).await?;
    }
    go_on(context, tx, call, organisation, &mut record).await?;
    let mut told = record::told(context, call, &record, kind);
    told.data["still_running"] = serde_json::json!(still_running(tx, organisation, &record).await?);
    tx.emit(organisation, vec![told]).await?;
    Ok(record)
}

/// Stops the next requests under an ended mandate, and notes when none is left. Tells how many it stopped.
pub(super) async fn go_on(
    context: &Context,
    tx: &Tx,
    call: &Call,
    organisation: OrganisationId,
    record: &mut MandateRecord,
) -> Outcome<u64> {
    let stopped = stop::stop(context, tx, call, organisation, record).await?;
    if stopped.all {
        record.stopped_at = Some(context.clock.now());
        write(context, tx, organisation, record).await?;
    }
    Ok(stopped.requests)
}

async fn write(context: &Context, tx: &Tx, organisation: OrganisationId, record: &mut MandateRecord) -> Outcome<()> {
    record.version += 1;
    record.updated_at = context.clock.now();
    tx.set_mandate_state(organisation, record).await.map_err(Failure::from)
}
