//! Finding people by exactly what one knows of them.

use entity::id::OrganisationId;

use crate::crypto::Personal;
use crate::crypto::blind::BlindKeys;
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{DataSubject, SubjectIndex};

use super::profile::Profile;

/// Most people found: more share no address and no number.
const MOST: u64 = 200;

/// What one knows of a person.
#[derive(Debug, Clone)]
pub enum SearchBy {
    /// The e-mail address.
    Email(Personal<String>),
    /// The phone number, and the country to read it in when it is written without one.
    Phone(Personal<String>, Option<String>),
    /// The organisation's own number of the person.
    ExternalReference(Personal<String>),
}

impl SearchBy {
    fn index(&self, keys: &BlindKeys) -> Option<SubjectIndex> {
        match self {
            Self::Email(address) => keys.email(address.expose()).map(SubjectIndex::Email),
            Self::Phone(number, country) => keys.phone(number.expose(), country.as_deref()).map(SubjectIndex::Phone),
            Self::ExternalReference(own) => Profile::reference_index(keys, own.expose()).map(SubjectIndex::Identity),
        }
    }

    const fn field(&self) -> &'static str {
        match self {
            Self::Email(_) => "/email",
            Self::Phone(..) => "/phone",
            Self::ExternalReference(_) => "/external_reference",
        }
    }
}

/// People with exactly this address or number, whichever way it is written. Nobody's profile is opened; who searched and how
/// many were found is recorded.
///
/// # Errors
/// `invalid_field` when it is no address or number.
pub async fn search(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    by: SearchBy,
) -> Outcome<Vec<DataSubject>> {
    let keys = context.keys.of_organisation(&context.db, organisation).await?;
    let index = by.index(keys.blind()).ok_or_else(|| {
        Problem::field(by.field(), Code::ValueInvalid, "This is not an address or number that could be recorded.")
    })?;
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let found = tx.tenant(organisation).data_subjects_by(index, MOST).await?;
                let note = inner.note(&call, organisation, AuditAction::Read, "data_subject");
                tx.note(note.of_many(found.iter().map(|subject| subject.id.0))).await?;
                Ok::<_, Failure>(found)
            })
        })
        .await
}
