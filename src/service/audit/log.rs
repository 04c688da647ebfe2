//! Entries are taken into the log of their organisation, in their order, and the log is signed.
//!
//! Only what lies below the horizon is taken: whatever is written later stands behind it, so that the order is for ever. How far the
//! log has come, the nodes of its tree and the checkpoint are one transaction, made under the size that was read, so that any number
//! of workers can do it and be killed anywhere.

use entity::id::OrganisationId;
use jiff::Timestamp;

use crate::crypto::note;
use crate::domain::access::KeyPurpose;
use crate::ledger::check::{Head, Log};
use crate::ledger::tile::{Edge, Layout};
use crate::ledger::{Checkpoint, origin};
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{StoreError, Tx};

/// Organisations of one round.
const ORGANISATIONS: u64 = 100;
/// Entries of one transaction.
const ENTRIES: u64 = 4_096;

/// Takes some of the entries that wait into their logs. Tells how many.
pub async fn log_audit_entries(context: Context) -> Outcome<u64> {
    let horizon = context.db.horizon().await?;
    let mut done = 0;
    for organisation in context.db.unlogged(horizon, ORGANISATIONS).await? {
        match grow(&context, organisation, horizon).await {
            Ok(taken) => done += taken,
            // The others do not wait for a log that is broken.
            Err(error) => {
                tracing::error!(organisation = %organisation, error = %error, "an audit log does not grow; verify it");
            }
        }
    }
    Ok(done)
}

async fn grow(context: &Context, organisation: OrganisationId, horizon: i64) -> Outcome<u64> {
    let context = context.of(organisation).await?;
    let tenant = context.db.tenant(organisation);
    let log = tenant.audit_log().await?;
    let entries = tenant.audit_entries_after(log.last, horizon, ENTRIES).await?;
    let Some(last) = entries.last().map(crate::ledger::Entry::place) else { return Ok(0) };
    let open = tenant.audit_tiles_named(&Layout::STORED.open(log.size)).await?;
    let previous = tenant.last_audit_checkpoint().await?;
    let Some(mut edge) = Edge::new(Layout::STORED, log.size, open) else {
        // Another worker may have been in between.
        let is_as_read = tenant.audit_log().await? == log;
        return if is_as_read { Err(Failure::Defect("an audit log whose nodes are not there")) } else { Ok(0) };
    };
    entries.iter().for_each(|entry| edge.push(entry.hash(), entry.place()));
    let grown = Log { organisation, size: edge.size(), last, cut: log.cut };
    let at = context.clock.now();
    let head = sign(&context, &grown, &edge, at)?;
    let replaced = previous.filter(|(_, signed)| hour(*signed) == hour(at)).map(|(head, _)| head.size);
    let tiles = edge.into_changed();
    let moved = context
        .db
        .write(move |tx: &Tx| {
            Box::pin(async move {
                tx.move_audit_log(&log, &grown).await?;
                tx.keep_audit_tiles(organisation, tiles).await?;
                // Of each hour the last one stays.
                if let Some(size) = replaced {
                    tx.drop_audit_checkpoint(organisation, size).await?;
                }
                tx.keep_audit_checkpoint(organisation, head, at).await?;
                Ok::<_, Failure>(())
            })
        })
        .await;
    match moved {
        Err(Failure::Store(StoreError::Stale)) => Ok(0),
        moved => moved.map(|()| entries.len() as u64),
    }
}

fn sign(context: &Context, log: &Log, edge: &Edge, at: Timestamp) -> Outcome<Head> {
    let origin = origin(&context.settings.base_url, log.organisation);
    let text = Checkpoint { origin: origin.clone(), size: log.size, root: edge.root(), at }.text();
    let key = context.keys.signing(KeyPurpose::AuditCheckpoint)?;
    let note =
        note::sign(&origin, &text, &key).map_err(|_| Failure::Defect("a checkpoint of an audit log was not signed"))?;
    Ok(Head { size: log.size, note })
}

fn hour(at: Timestamp) -> i64 {
    at.as_second().div_euclid(3_600)
}
