//! The proof of a restored database, and the mark that it may be used.

use entity::id::OrganisationId;

use crate::domain::audit::AuditAction;
use crate::service::audit;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::Failure;
use crate::service::keys;
use crate::store::SHARED;

use super::failure::{BackupFailure, BackupOutcome};
use super::source::Source;

/// Rows of each sealed column that are opened; of the keys of organisations all are.
const SAMPLE: u64 = 1_000;
/// Organisations read at a time.
const PAGE: u64 = 200;

/// What was looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Proof {
    /// Audit logs that were held to what was signed, each entry of them.
    pub logs: usize,
    /// Entries in them.
    pub entries: u64,
    /// Sealed columns.
    pub columns: usize,
    /// Values in them that were opened.
    pub opened: u64,
}

/// Holds every audit log to what was signed, opens the keys of every organisation and some values of every sealed column, and looks
/// whether people and keys belong together.
///
/// # Errors
/// When something does not fit or does not open. The database has to be cleared then.
pub async fn prove(context: &Context, source: &Source) -> BackupOutcome<Proof> {
    let (people, keys) = context.db.snapshot().await?.unpaired_keys().await?;
    if (people, keys) != (0, 0) {
        return Err(BackupFailure::Differs(format!("{people} people without a key, {keys} keys without their person")));
    }
    let mut proof = Proof::default();
    for log in &source.tail.logs {
        let (at, now) = (log.organisation, context.clock.now());
        let report = audit::verify(&context.db, &context.keys, at, None, now, |_| {}).await?;
        if let Some(broken) = report.broken {
            return Err(BackupFailure::Differs(format!("the audit log of {} is broken at {broken}", log.organisation)));
        }
        proof.logs += 1;
        proof.entries += report.entries;
    }
    for column in keys::prove(&context.db, &context.keys, SAMPLE).await? {
        if let Some(row) = column.broken.first() {
            let place = format!("{}.{} of the row {row} does not open", column.table, column.column);
            return Err(BackupFailure::Differs(place));
        }
        proof.columns += 1;
        proof.opened += column.opened;
    }
    Ok(proof)
}

/// Marks the database as restored, from when on a service may start on it, and notes it in the audit record of every organisation.
///
/// # Errors
/// When the database fails.
pub async fn finish(context: &Context) -> BackupOutcome<()> {
    let (mut owners, mut after): (Vec<OrganisationId>, _) = (vec![SHARED], None);
    loop {
        let page = context.db.organisations(after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = Some(last.id);
        owners.extend(page.iter().map(|organisation| organisation.id));
    }
    let (call, now) = (Call::system(), context.clock.now());
    let notes: Vec<_> =
        owners.into_iter().map(|owner| context.note(&call, owner, AuditAction::Change, "database")).collect();
    let write = context.db.write(move |tx| {
        Box::pin(async move {
            tx.note_all(notes).await?;
            tx.end_restore(now).await?;
            Ok::<_, Failure>(())
        })
    });
    Ok(write.await?)
}
