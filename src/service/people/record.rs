//! Recording a data subject.

use entity::id::{DataSubjectId, OrganisationId};
use serde::Serialize;

use crate::crypto::SubjectKey;
use crate::domain::audit::AuditAction;
use crate::ingest::PersonJson;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::service::once::Answer;
use crate::store::{DataSubject, SubjectIndex};

use super::{duplicate, exists, input};

/// Records a person under a key of its own. `view` makes the answer, which holds no personal value: answers are kept for
/// repetitions of the call, and would outlive an erasure.
///
/// # Errors
/// `invalid_field`; `data_subject_exists` when the same person is recorded already.
pub async fn record<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    person: &PersonJson,
    view: V,
) -> Outcome<Answer>
where
    T: Serialize + Send + 'static,
    V: FnOnce(&DataSubject) -> T + Send + 'static,
{
    let profile = input::checked(person, context.today())?;
    let (inner, frame) = (context.clone(), call.clone());
    context
        .once(&frame, 201, move |tx| {
            Box::pin(async move {
                let keys = inner.keys.of_organisation_in(tx, organisation).await?;
                let indexes = profile.indexes(keys.blind());
                let same = SubjectIndex::Identity(indexes.identity);
                if let Some(known) = tx.tenant(organisation).data_subjects_by(same, 1).await?.pop() {
                    return Err(exists(known.id));
                }
                let (now, id): (_, DataSubjectId) = (inner.clock.now(), inner.ids.next());
                let key = SubjectKey::generate(inner.random.as_ref())?;
                let subject = DataSubject {
                    id,
                    identity_index: indexes.identity,
                    email_index: indexes.email,
                    phone_index: indexes.phone,
                    profile: profile.seal(&key, organisation, id)?,
                    version: 1,
                    created_at: now,
                    updated_at: now,
                    erased_at: None,
                };
                let wrapped = keys.seal_subject_key(id.0, &key)?;
                tx.add_data_subject(organisation, &subject, &wrapped).await.map_err(duplicate)?;
                tx.note(inner.note(&call, organisation, AuditAction::Create, id)).await?;
                Ok(view(&subject))
            })
        })
        .await
}
