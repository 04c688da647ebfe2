//! Data subjects: who they are, sealed under a key of their own.
//!
//! Every look at a profile writes an audit entry in the transaction that reads it. Lists and events name people by id only.

mod change;
mod erase;
mod export;
mod from_line;
mod identity;
mod input;
pub mod profile;
mod read;
mod record;
mod search;

use entity::id::{DataSubjectId, OrganisationId};

use crate::crypto::SubjectKey;
use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::store::{DataSubject, StoreError, Tx};

use super::context::Context;
use super::failure::{Failure, Outcome};

pub use change::change;
pub use erase::erase;
pub(super) use erase::erase_in;
pub use export::{Export, ExportedRequest, export};
pub use identity::Identity;
pub use input::written;
pub use profile::{Address, Indexes, Profile};
pub use read::read;
pub use record::record;
pub use search::{SearchBy, search};

/// Opens the profile of a person, with the key under which everything else about the person is sealed.
///
/// Whoever calls it writes the audit entry.
///
/// # Errors
/// `data_subject_erased` once the key is shredded.
pub async fn open(
    context: &Context,
    tx: &Tx,
    organisation: OrganisationId,
    subject: &DataSubject,
) -> Outcome<(SubjectKey, Profile)> {
    if subject.erased_at.is_some() {
        return Err(Code::DataSubjectErased.into());
    }
    let wrapped = tx.tenant(organisation).subject_key(subject.id).await?;
    let wrapped = wrapped.ok_or_else(|| StoreError::corrupt("subject_key", "wrapped", subject.id))?;
    let keys = context.keys.of_organisation_in(tx, organisation).await?;
    let key = keys.open_subject_key(subject.id.0, &wrapped)?;
    let profile = Profile::open(&key, organisation, subject.id, &subject.profile)?;
    Ok((key, profile))
}

/// The refusal of a person that is recorded already. The id says nothing: it is of the same organisation.
fn exists(id: DataSubjectId) -> Failure {
    Problem::with_detail(Code::DataSubjectExists, format!("The person is recorded as {id}.")).into()
}

/// What two callers hear who record the same person at the same moment.
fn duplicate(error: StoreError) -> Failure {
    match error {
        StoreError::Duplicate => Code::DataSubjectExists.into(),
        other => other.into(),
    }
}
