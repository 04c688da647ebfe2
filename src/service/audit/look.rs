//! Looks at the facts of cases: which requests there are, where they stand, what happened (Z-11). Nothing is opened for them, so that
//! they are read outside of any transaction; the entry is durable before the first of them is told.

use std::collections::BTreeMap;

use entity::id::{ControllerId, OrganisationId};
use uuid::Uuid;

use crate::domain::audit::AuditAction;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::AuditNote;

/// Notes that somebody is about to be told the facts of one case, named by its prefixed id. Nothing is noted of a call that shows
/// nothing.
///
/// # Errors
/// When the database cannot be written: nothing may be told then.
pub async fn look_at(
    context: &Context,
    call: &Call,
    organisation: OrganisationId,
    subject: impl ToString,
) -> Outcome<()> {
    write(context, call, vec![context.note(call, organisation, AuditAction::Read, subject)]).await
}

/// The same of many: a page of a list, in one entry with their number and the digest of their ids. `subject` is the kind of
/// records, or the prefixed id of what they belong to. An empty page tells of nobody and leaves no entry, so that whoever asks again
/// and again whether there is anything new costs nothing.
///
/// # Errors
/// As [`look_at`].
pub async fn look_through(
    context: &Context,
    call: &Call,
    organisation: OrganisationId,
    subject: impl ToString,
    ids: impl IntoIterator<Item = Uuid>,
) -> Outcome<()> {
    let note = context.note(call, organisation, AuditAction::Read, subject).of_many(ids);
    write(context, call, vec![note]).await
}

/// Notes that a controller is about to be told facts of cases, in one entry for each organisation whose they are, and in its time.
///
/// # Errors
/// As [`look_at`].
pub async fn tell_controller(
    context: &Context,
    call: &Call,
    controller: ControllerId,
    subject: impl ToString,
    told: impl IntoIterator<Item = (OrganisationId, Uuid)>,
) -> Outcome<()> {
    let mut each: BTreeMap<OrganisationId, Vec<Uuid>> = BTreeMap::new();
    for (organisation, id) in told {
        each.entry(organisation).or_default().push(id);
    }
    let mut notes = Vec::with_capacity(each.len());
    for (organisation, ids) in each {
        let own = context.of(organisation).await?;
        let note = own.note(call, organisation, AuditAction::Disclose, subject.to_string());
        notes.push(note.of_many(ids).told_to(controller));
    }
    write(context, call, notes).await
}

async fn write(context: &Context, call: &Call, mut notes: Vec<AuditNote>) -> Outcome<()> {
    notes.retain(|note| note.record_count > 0);
    if notes.is_empty() || call.shows_nothing {
        return Ok(());
    }
    let written = context.db.write(move |tx| {
        Box::pin(async move {
            for note in notes {
                tx.note(note).await?;
            }
            Ok::<_, Failure>(())
        })
    });
    written.await
}
