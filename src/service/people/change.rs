//! Changing what is known of a data subject.

use entity::id::{DataSubjectId, OrganisationId};

use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::ingest::PersonJson;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{DataSubject, SubjectIndex};

use super::profile::Profile;
use super::{duplicate, exists, input};

/// Changes a person's profile by `edit`, and checks it as a whole again.
///
/// # Errors
/// `not_found`; `version_conflict` when `expected` is not its version; `data_subject_erased`; `invalid_field`;
/// `data_subject_exists` when the change makes it another person that is recorded already.
pub async fn change(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: DataSubjectId,
    expected: Option<i32>,
    edit: impl FnOnce(&mut PersonJson) + Send + 'static,
) -> Outcome<(DataSubject, Profile)> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let mut subject = tx.hold_data_subject(organisation, id).await?.ok_or(Code::NotFound)?;
                if expected.is_some_and(|version| version != subject.version) {
                    return Err(Failure::from(Code::VersionConflict));
                }
                let (key, before) = super::open(&inner, tx, organisation, &subject).await?;
                let mut person = input::written(&before);
                edit(&mut person);
                let profile = input::checked(&person, inner.today())?;
                let keys = inner.keys.of_organisation_in(tx, organisation).await?;
                let indexes = profile.indexes(keys.blind());
                let same = SubjectIndex::Identity(indexes.identity);
                if let Some(other) = tx.tenant(organisation).data_subjects_by(same, 1).await?.pop()
                    && other.id != id
                {
                    return Err(exists(other.id));
                }
                subject.identity_index = indexes.identity;
                subject.email_index = indexes.email;
                subject.phone_index = indexes.phone;
                subject.profile = profile.seal(&key, organisation, id)?;
                subject.version += 1;
                subject.updated_at = inner.clock.now();
                tx.update_data_subject(organisation, &subject).await.map_err(duplicate)?;
                tx.note(inner.note(&call, organisation, AuditAction::Change, id)).await?;
                Ok((subject, profile))
            })
        })
        .await
}
