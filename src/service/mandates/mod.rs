//! Mandates: recording them, ending them with everything that is pending under them, and proving them to controllers.

mod credential;
mod end;
mod permit;
mod record;
mod running;
mod status;
mod stop;
mod succeed;
mod sweep;
mod token;
mod verify;
mod words;

use entity::id::{DataSubjectId, MandateId, OrganisationId};

use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::store::MandateRecord;

use super::call::Call;
use super::context::Context;
use super::failure::{Failure, Outcome};

pub use credential::{GivenCredential, credential, give_credential, issue_credential, status_url};
pub use end::{revoke, revoke_all_of};
pub use permit::permit;
pub(super) use permit::permit_now;
pub use record::{NewMandate, record};
pub use running::StillRunning;
pub use status::{MandateStatus, status};
pub use sweep::{expire_mandates, stop_mandates};
pub use verify::{Verified, verify};
pub use words::{open_words, words_binding, words_bytes};

/// A mandate by its id. The look is recorded: that somebody gave a mandate is about the person.
///
/// # Errors
/// `not_found`.
pub async fn read(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: MandateId,
) -> Outcome<MandateRecord> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let mut found = tx.tenant(organisation).mandate(id).await?.ok_or(Code::NotFound)?;
                let person = found.data_subject;
                words::open_words_of(&inner, tx, organisation, person, std::slice::from_mut(&mut found)).await?;
                tx.note(inner.note(&call, organisation, AuditAction::Read, id)).await?;
                Ok::<_, Failure>(found)
            })
        })
        .await
}

/// Mandates of a person in the order of their ids. The look is recorded.
///
/// # Errors
/// `not_found` for the person.
pub async fn list(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    data_subject: DataSubjectId,
    after: Option<MandateId>,
    limit: u64,
) -> Outcome<Vec<MandateRecord>> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                tx.tenant(organisation).data_subject(data_subject).await?.ok_or(Code::NotFound)?;
                let mut found = tx.tenant(organisation).mandates_of(data_subject, after, limit).await?;
                words::open_words_of(&inner, tx, organisation, data_subject, &mut found).await?;
                let note = inner.note(&call, organisation, AuditAction::Read, data_subject);
                tx.note(note.of_page(found.iter().map(|record| record.id.0), limit)).await?;
                Ok::<_, Failure>(found)
            })
        })
        .await
}
