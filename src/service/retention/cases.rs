//! Deleting what is past of cases and of what is told about them: words of complaints, events, entries of the audit record.

use entity::id::{ComplaintId, OrganisationId};
use jiff::Timestamp;

use crate::domain::audit::AuditAction;
use crate::domain::retention::{Retention, over_before};
use crate::service::call::Call;
use crate::service::complaints;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::StoreError;

/// Records deleted in one transaction.
const AT_A_TIME: u64 = 500;
/// Entries of the audit record deleted in one transaction, as far as checkpoints lie close enough.
const ENTRIES: u64 = 10_000;
/// Checkpoints looked at.
const CHECKPOINTS: u64 = 1_000;

/// Deletes it. What an open complaint may need is kept (P-9).
pub(super) async fn delete(context: &Context, organisation: OrganisationId, periods: Retention) -> Outcome<u64> {
    let now = context.clock.now();
    let mut deleted = words(context, organisation, over_before(now, periods.complaints_days)).await?;
    let needed = context.db.tenant(organisation).needed_since().await?.unwrap_or(now);
    if let Some(days) = periods.events_days {
        deleted += events(context, organisation, over_before(now, days).min(needed)).await?;
    }
    // The record of a sandbox goes with the sandbox: what time brings there is not the time of who looks at the log.
    if organisation.is_sandbox() {
        return Ok(deleted);
    }
    Ok(deleted + entries(context, organisation, over_before(now, periods.audit_days).min(needed)).await?)
}

/// What was written in complaints that are over.
async fn words(context: &Context, organisation: OrganisationId, before: Timestamp) -> Outcome<u64> {
    let mut deleted = 0;
    loop {
        let past = context.db.tenant(organisation).complaints_past(before, AT_A_TIME).await?;
        for id in &past {
            words_of(context, organisation, *id, before).await?;
        }
        deleted += past.len() as u64;
        if (past.len() as u64) < AT_A_TIME || context.stop.is_cancelled() {
            return Ok(deleted);
        }
    }
}

async fn words_of(context: &Context, organisation: OrganisationId, id: ComplaintId, before: Timestamp) -> Outcome<()> {
    let inner = context.clone();
    let write = context.db.write(move |tx| {
        Box::pin(async move {
            tx.hold_complaint(organisation, id).await?;
            // A step may have been taken since the list was read.
            let still = tx.tenant(organisation).complaint(id).await?;
            if still.is_none_or(|complaint| !complaint.standing.state.is_over() || complaint.updated_at >= before) {
                return Ok(());
            }
            let keys = inner.keys.of_organisation_in(tx, organisation).await?;
            let blank = complaints::blank(&keys, id)?;
            tx.delete_words_of_complaint(organisation, id, blank, inner.clock.now()).await?;
            tx.note(inner.note(&Call::system(), organisation, AuditAction::Delete, id)).await?;
            Ok::<_, Failure>(())
        })
    });
    write.await
}

async fn events(context: &Context, organisation: OrganisationId, before: Timestamp) -> Outcome<u64> {
    let mut deleted = 0;
    loop {
        let past = context.db.tenant(organisation).events_past(before, AT_A_TIME).await?;
        let piece = past.ids.len() as u64;
        if piece > 0 {
            let inner = context.clone();
            let write = context.db.write(move |tx| {
                Box::pin(async move {
                    let note = inner.note(&Call::system(), organisation, AuditAction::Delete, "event");
                    tx.note(note.of_many(past.ids.iter().copied())).await?;
                    tx.delete_events(organisation, past).await?;
                    Ok::<_, Failure>(())
                })
            });
            write.await?;
        }
        deleted += piece;
        if piece < AT_A_TIME || context.stop.is_cancelled() {
            return Ok(deleted);
        }
    }
}

/// Entries of the audit record, up to a checkpoint that was signed before an instant. It stays, as do the leaves, so that what is gone
/// is still proven to have been, and what is left to follow it.
pub(super) async fn entries(context: &Context, organisation: OrganisationId, before: Timestamp) -> Outcome<u64> {
    let mut deleted = 0;
    loop {
        let tenant = context.db.tenant(organisation);
        let log = tenant.audit_log().await?;
        let sizes = tenant.audit_sizes_signed_before(log.cut, before, CHECKPOINTS).await?;
        let near = sizes.iter().rev().find(|size| **size - log.cut <= ENTRIES);
        let Some(cut) = near.or(sizes.first()).copied() else { return Ok(deleted) };
        let piece = cut - log.cut;
        let inner = context.clone();
        let write = context.db.write(move |tx| {
            Box::pin(async move {
                let gone = tx.tenant(organisation).first_audit_entries(piece).await?;
                let last = gone.last().copied().filter(|_| gone.len() as u64 == piece);
                let last = last.ok_or(Failure::Defect("entries of an audit log are missing; verify it"))?;
                tx.cut_audit_log(organisation, &log, cut, last).await?;
                let note = inner.note(&Call::system(), organisation, AuditAction::Delete, "audit_entry");
                tx.note(note.of_many(gone.iter().map(|(_, id)| id.0))).await?;
                Ok::<_, Failure>(())
            })
        });
        match write.await {
            // Another worker was quicker.
            Err(Failure::Store(StoreError::Stale)) => return Ok(deleted),
            written => written?,
        }
        deleted += piece;
        if context.stop.is_cancelled() {
            return Ok(deleted);
        }
    }
}
