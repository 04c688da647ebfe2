//! Holding a whole log to what was signed.

use entity::id::OrganisationId;
use jiff::Timestamp;

use crate::domain::access::KeyPurpose;
use crate::domain::retention::{SHORTEST_AUDIT_DAYS, over_before};
use crate::ledger::check::{Head, Report, check};
use crate::ledger::tile::Layout;
use crate::service::failure::Outcome;
use crate::service::keys::Keys;
use crate::store::{AuditLogSource, Db};

/// Goes through the log of an organisation, or that of shared data under the nil id, and holds it to a checkpoint that was kept
/// elsewhere as well. Entries that were cut off before their time are missed. `progress` is told now and then how many entries are done.
///
/// # Errors
/// When the database fails. What does not fit is no error but in the report.
pub async fn verify(
    db: &Db,
    keys: &Keys,
    organisation: OrganisationId,
    elsewhere: Option<Head>,
    now: Timestamp,
    progress: impl FnMut(u64) + Send,
) -> Outcome<Report> {
    let log = db.tenant(organisation).audit_log().await?;
    let source = AuditLogSource::new(db.clone(), organisation);
    let oldest = over_before(now, SHORTEST_AUDIT_DAYS);
    let keys = keys.published_for(KeyPurpose::AuditCheckpoint);
    Ok(check(&source, Layout::STORED, &log, &keys, elsewhere, oldest, progress).await?)
}
