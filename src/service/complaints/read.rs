//! Reading a complaint and its history. What the organisation wrote may tell of people, so that each look is recorded.

use entity::id::{ComplaintEntryId, ComplaintId, OrganisationId};

use super::content::{self, Content};
use crate::crypto::Personal;
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{Complaint, ComplaintEntry};

/// A complaint with what the organisation wrote.
///
/// # Errors
/// `not_found`.
pub async fn read(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: ComplaintId,
) -> Outcome<(Complaint, Content)> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let complaint = tx.tenant(organisation).complaint(id).await?.ok_or(Code::NotFound)?;
                let keys = inner.keys.of_organisation_in(tx, organisation).await?;
                let content = Content::open(&keys, id, &complaint.content)?;
                tx.note(inner.note(&call, organisation, AuditAction::Read, id)).await?;
                Ok::<_, Failure>((complaint, content))
            })
        })
        .await
}

/// An entry of the history with what was said.
pub struct OpenedEntry {
    /// The entry.
    pub entry: ComplaintEntry,
    /// What was said.
    pub text: Option<Personal<String>>,
}

/// The history of a complaint, in the order in which it was recorded.
///
/// # Errors
/// `not_found`.
pub async fn entries(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: ComplaintId,
    after: Option<ComplaintEntryId>,
    limit: u64,
) -> Outcome<Vec<OpenedEntry>> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                tx.tenant(organisation).complaint(id).await?.ok_or(Code::NotFound)?;
                let rows = tx.tenant(organisation).complaint_entries(id, after, limit).await?;
                let keys = inner.keys.of_organisation_in(tx, organisation).await?;
                let note = inner.note(&call, organisation, AuditAction::Read, id);
                tx.note(note.of_page(rows.iter().map(|row| row.id.0), limit)).await?;
                rows.into_iter()
                    .map(|entry| {
                        let sealed = entry.content.as_deref();
                        let text = sealed.map(|sealed| content::open_entry(&keys, entry.id, sealed)).transpose()?;
                        Ok::<_, Failure>(OpenedEntry { entry, text })
                    })
                    .collect()
            })
        })
        .await
}
