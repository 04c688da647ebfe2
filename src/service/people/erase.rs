//! Erasing a data subject: its key is destroyed, and with it everything that was sealed under it.
//!
//! What stays says nothing about the person any more: ids, dates and outcomes of requests, and the proof that mandates were
//! given (P-9, P-10). Beside them stays, bound to none of them, that somebody with this keyed index is not to be acted for under
//! what was signed before (M-11): who does not know the organisation's key and the person learns nothing from it.

use entity::id::{DataSubjectId, OrganisationId};
use jiff::civil::Date;

use crate::crypto::blind::INDEX_LEN;
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::service::call::{Actor, Call};
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::service::mandates;
use crate::store::Tx;

/// Shreds a person's key and blanks what could find the person again. Mandates in force and links to the person's page are revoked.
/// Erasing again changes nothing.
///
/// # Errors
/// `not_found`; `subject_has_open_requests` while a request is neither closed nor withdrawn.
pub async fn erase(context: &Context, call: Call, organisation: OrganisationId, id: DataSubjectId) -> Outcome<()> {
    let inner = context.clone();
    let write =
        context.db.write(move |tx| Box::pin(async move { erase_in(&inner, tx, &call, organisation, id).await }));
    write.await
}

/// The same within a transaction.
///
/// # Errors
/// As [`erase`].
pub(in crate::service) async fn erase_in(
    context: &Context,
    tx: &Tx,
    call: &Call,
    organisation: OrganisationId,
    id: DataSubjectId,
) -> Outcome<()> {
    // Held, so that nothing is filed in the person's name between the check and the end.
    let mut subject = tx.hold_data_subject(organisation, id).await?.ok_or(Code::NotFound)?;
    if subject.erased_at.is_some() {
        return Ok(());
    }
    if tx.tenant(organisation).has_open_requests(id).await? {
        return Err(Code::SubjectHasOpenRequests.into());
    }
    let signed_until = signed_until(context, tx, call, organisation, id).await?;
    mandates::revoke_all_of(context, tx, call, organisation, id).await?;
    let now = context.clock.now();
    tx.revoke_status_links(organisation, id, None, now).await?;
    // So that the next upload that still lists the person brings nobody back (M-11).
    if let Some(day) = signed_until {
        tx.note_erased(organisation, subject.identity_index, day).await?;
    }
    let mut nobody = [0u8; INDEX_LEN];
    context.random.fill(&mut nobody);
    subject.identity_index = nobody;
    subject.email_index = None;
    subject.phone_index = None;
    subject.profile = Vec::new();
    subject.version += 1;
    subject.updated_at = now;
    subject.erased_at = Some(now);
    tx.update_data_subject(organisation, &subject).await?;
    tx.shred_subject_key(organisation, id).await?;
    tx.check_complaints_of(organisation, &[], Some(id), now).await?;
    tx.note(context.note(call, organisation, AuditAction::Delete, id)).await?;
    Ok(())
}

/// The last day of signing that does not count any more. For somebody who is to be erased that is the day of the erasure, or that of a
/// mandate dated after it: whoever asks for it has taken back all that was signed before, whether it was recorded here or not. Whoever
/// is erased by schedule has taken back what was revoked, and no more.
async fn signed_until(
    context: &Context,
    tx: &Tx,
    call: &Call,
    organisation: OrganisationId,
    id: DataSubjectId,
) -> Outcome<Option<Date>> {
    let tenant = tx.tenant(organisation);
    if call.actor == Actor::System {
        return Ok(tenant.last_signed(id, true).await?);
    }
    let last = tenant.last_signed(id, false).await?;
    Ok(Some(last.map_or(context.today(), |last| last.max(context.today()))))
}
