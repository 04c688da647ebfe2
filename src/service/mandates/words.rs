//! The words of a mandate, sealed under the key of the person who gave it: whoever is erased takes them along (P-9).

use entity::id::{DataSubjectId, MandateId, OrganisationId};
use zeroize::Zeroizing;

use crate::crypto::keyring::place;
use crate::crypto::{Binding, SubjectKey};
use crate::domain::mandate::MandateWords;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{MandateRecord, StoreError, Tx};

/// Where the sealed words of a mandate stand.
pub fn words_binding(organisation: OrganisationId, id: MandateId) -> Binding {
    place::MANDATE_WORDS.of(organisation.0, id.0)
}

/// MandateWords as they are sealed. The same words give the same bytes.
///
/// # Errors
/// A defect of the library that writes JSON.
pub fn words_bytes(words: &MandateWords) -> Outcome<Zeroizing<Vec<u8>>> {
    serde_json::to_vec(words).map(Zeroizing::new).map_err(|_| Failure::Defect("the words of a mandate are not JSON"))
}

/// Puts the words of a mandate back into their places.
///
/// # Errors
/// What is stored cannot be opened.
pub fn open_words(key: &SubjectKey, organisation: OrganisationId, record: &mut MandateRecord) -> Outcome<()> {
    let Some(sealed) = &record.words else { return Ok(()) };
    let json = key.open(&words_binding(organisation, record.id), sealed)?;
    let words =
        serde_json::from_slice(json.expose()).map_err(|_| StoreError::corrupt("mandate", "words", record.id))?;
    record.mandate.powers.put_words(words);
    Ok(())
}

/// The same for mandates of one person whose key is not at hand. Those of a person who was erased stay without.
pub(super) async fn open_words_of(
    context: &Context,
    tx: &Tx,
    organisation: OrganisationId,
    data_subject: DataSubjectId,
    records: &mut [MandateRecord],
) -> Outcome<()> {
    if records.iter().all(|record| record.words.is_none()) {
        return Ok(());
    }
    let Some(wrapped) = tx.tenant(organisation).subject_key(data_subject).await? else { return Ok(()) };
    let keys = context.keys.of_organisation_in(tx, organisation).await?;
    let key = keys.open_subject_key(data_subject.0, &wrapped)?;
    records.iter_mut().try_for_each(|record| open_words(&key, organisation, record))
}
