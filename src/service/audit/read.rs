//! Reading the audit record, which is a touch of personal data too.

use entity::id::OrganisationId;

use crate::domain::audit::AuditAction;
use crate::ledger::{Entry, Place};
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{AuditSelection, Position};

/// What entries about reading the record name.
const SUBJECT: &str = "audit_entry";

/// Selected entries after a position, in their order, and whether there are more; those of shared data under the nil id.
///
/// What is told is noted, with the number and the digest of the entries. Entries about reading the record are told without another
/// entry: whoever follows it would read of nothing but the own reading, for ever.
pub async fn entries(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    selection: &AuditSelection,
    after: Position,
    limit: u64,
) -> Outcome<(Vec<Entry>, bool)> {
    let horizon = context.db.horizon().await?;
    let after = Place { tx_no: after.tx_no, id: after.id };
    let tenant = context.db.tenant(organisation);
    let mut found = tenant.audit_entries_selected(selection, after, horizon, limit + 1).await?;
    let more = found.len() as u64 > limit;
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let is_of_reading = |entry: &&Entry| entry.subject == SUBJECT && entry.action == AuditAction::Read.as_str();
    let told: Vec<_> = found.iter().filter(|entry| !is_of_reading(entry)).map(|entry| entry.id.0).collect();
    if !told.is_empty() {
        let note = context.note(&call, organisation, AuditAction::Read, SUBJECT).of_many(told);
        context.db.write(move |tx| Box::pin(async move { Ok::<_, Failure>(tx.note(note).await?) })).await?;
    }
    Ok((found, more))
}
