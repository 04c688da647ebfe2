//! Reading a data subject.

use entity::id::{DataSubjectId, OrganisationId};

use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::DataSubject;

use super::profile::Profile;

/// The record of a person and its profile; without one once the person is erased.
///
/// # Errors
/// `not_found`.
pub async fn read(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: DataSubjectId,
) -> Outcome<(DataSubject, Option<Profile>)> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let subject = tx.tenant(organisation).data_subject(id).await?.ok_or(Code::NotFound)?;
                if subject.erased_at.is_some() {
                    return Ok::<_, Failure>((subject, None));
                }
                let (_, profile) = super::open(&inner, tx, organisation, &subject).await?;
                tx.note(inner.note(&call, organisation, AuditAction::Read, id)).await?;
                Ok((subject, Some(profile)))
            })
        })
        .await
}
