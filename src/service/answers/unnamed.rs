//! Deleting files that came for an answer which never named them.

use entity::id::{AttachmentId, OrganisationId};
use jiff::Timestamp;

use crate::domain::audit::AuditAction;
use crate::domain::response::UNNAMED_FILE_DISUSE;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::Tx;

/// Files deleted in one piece of work, a transaction each, since a file can be large.
const AT_A_TIME: u64 = 50;

/// Deletes files that waited too long to be named. Tells how many. What cannot be deleted is logged and left for the next
/// round.
pub async fn delete_unnamed_files(context: Context) -> Outcome<u64> {
    let before = context.clock.now().checked_sub(UNNAMED_FILE_DISUSE).unwrap_or(Timestamp::MIN);
    let mut deleted = 0;
    for (organisation, id) in context.db.unnamed_files(context.reach(), before, AT_A_TIME).await? {
        let inner = context.of(organisation).await?;
        let one = context.db.write(move |tx| Box::pin(async move { delete(&inner, tx, organisation, id).await })).await;
        match one {
            Ok(done) => deleted += u64::from(done),
            Err(error) => tracing::error!(attachment = %id, error = %error, "an unnamed file could not be deleted"),
        }
    }
    Ok(deleted)
}

/// The list was read before: what an answer names by now, or another worker has deleted, is left alone.
async fn delete(context: &Context, tx: &Tx, organisation: OrganisationId, id: AttachmentId) -> Outcome<bool> {
    if !tx.delete_unnamed_file(organisation, id).await? {
        return Ok(false);
    }
    tx.note(context.note(&Call::system(), organisation, AuditAction::Delete, id)).await?;
    Ok::<_, Failure>(true)
}
