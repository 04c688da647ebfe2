//! Opening and sealing anew a value of any column, from its row alone.

use crate::crypto::keyring::{OrganisationKeys, SealError, Under, place};
use crate::service::failure::Outcome;
use crate::store::{Db, SealedColumn, SealedRow};

use super::Keys;

/// A row that was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opened {
    /// It opens.
    Well,
    /// The key of its person is destroyed, and it can never be opened again.
    Shredded,
}

/// Whether a value opens where it stands, under the key that it must be under. Looks at nothing that it opens.
pub(super) async fn open(db: &Db, keys: &Keys, column: &SealedColumn, row: &SealedRow) -> Outcome<Opened> {
    if column.place.under == Under::Master {
        if *column.place == place::ORGANISATION_KEY {
            OrganisationKeys::unwrap(row.organisation.0, &row.sealed, &keys.master())?;
        } else {
            keys.sealer().open(&row.binding, &row.sealed)?;
        }
        return Ok(Opened::Well);
    }
    let keys = keys.of_organisation(db, row.organisation).await?;
    if *column.place == place::SUBJECT_KEY {
        keys.open_subject_key(person_of_key(row)?, &row.sealed)?;
        return Ok(Opened::Well);
    }
    let Some(person) = row.person else {
        keys.open(&row.binding, &row.sealed)?;
        return Ok(Opened::Well);
    };
    match db.tenant(row.organisation).subject_key(person.into()).await? {
        None => Ok(Opened::Shredded),
        Some(wrapped) => {
            keys.open_subject_key(person, &wrapped)?.open(&row.binding, &row.sealed)?;
            Ok(Opened::Well)
        }
    }
}

/// A value of the instance, sealed anew under the master key that seals now.
pub(super) fn under_master(keys: &Keys, column: &SealedColumn, row: &SealedRow) -> Outcome<Vec<u8>> {
    if *column.place == place::ORGANISATION_KEY {
        let master = keys.master();
        return Ok(OrganisationKeys::unwrap(row.organisation.0, &row.sealed, &master)?.wrap(&master)?);
    }
    let sealer = keys.sealer();
    Ok(sealer.seal(&row.binding, sealer.open(&row.binding, &row.sealed)?.expose())?)
}

/// A value of an organisation, sealed anew under the version of its key that seals now.
pub(super) fn under_organisation(keys: &OrganisationKeys, column: &SealedColumn, row: &SealedRow) -> Outcome<Vec<u8>> {
    if *column.place == place::SUBJECT_KEY {
        let person = person_of_key(row)?;
        return Ok(keys.seal_subject_key(person, &keys.open_subject_key(person, &row.sealed)?)?.to_vec());
    }
    Ok(keys.seal(&row.binding, keys.open(&row.binding, &row.sealed)?.expose())?)
}

fn person_of_key(row: &SealedRow) -> Result<uuid::Uuid, SealError> {
    row.key_person().ok_or(SealError::UnexpectedForm)
}
