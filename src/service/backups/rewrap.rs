//! Keys of people under the organisation's key that the archive knows, where that key was changed after the archive was made: all else
//! in the archive is sealed under it, so that the organisation's row stays as the archive has it.

use std::collections::HashMap;

use entity::id::OrganisationId;
use uuid::Uuid;

use crate::backup::{BackupError, Table, row};
use crate::crypto::{MasterKey, OrganisationKeys};
use crate::service::failure::Failure;
use crate::store::Db;

use super::failure::{BackupFailure, BackupOutcome};

/// The keys of organisations whose key was changed: those of the keys file, and those of the archive.
#[derive(Default)]
pub(super) struct Changed(HashMap<Uuid, (OrganisationKeys, OrganisationKeys)>);

impl Changed {
    /// Takes in organisations of the keys file. Those that were registered after the archive was made have nobody in it.
    pub async fn learn(&mut self, db: &Db, master: &MasterKey, table: &Table, block: &[u8]) -> BackupOutcome<()> {
        let (id, wrapped) = (place(table, "id")?, place(table, "wrapped_key")?);
        for fields in row::rows(table, block) {
            let fields = fields?;
            let (Some(id), Some(newest)) = (uuid(fields[id]), fields[wrapped]) else { return Err(unreadable().into()) };
            let Some(saved) = db.organisation(OrganisationId(id)).await? else { continue };
            if saved.wrapped_key != newest {
                let open = |wrapped: &[u8]| OrganisationKeys::unwrap(id, wrapped, master).map_err(Failure::from);
                self.0.insert(id, (open(newest)?, open(&saved.wrapped_key)?));
            }
        }
        Ok(())
    }

    /// Keys of people, each under the key of its organisation that the archive knows.
    pub fn rewrapped(&self, table: &Table, block: Vec<u8>) -> BackupOutcome<Vec<u8>> {
        if self.0.is_empty() {
            return Ok(block);
        }
        let (owner, person, wrapped) =
            (place(table, "organisation_id")?, place(table, "data_subject_id")?, place(table, "wrapped")?);
        let mut out = Vec::with_capacity(block.len());
        for fields in row::rows(table, &block) {
            let mut fields = fields?;
            let (Some(owner), Some(person), Some(old)) = (uuid(fields[owner]), uuid(fields[person]), fields[wrapped])
            else {
                return Err(unreadable().into());
            };
            let own = match self.0.get(&owner) {
                None => None,
                Some((newest, saved)) => {
                    let key = newest.open_subject_key(person, old).map_err(Failure::from)?;
                    Some(saved.seal_subject_key(person, &key).map_err(Failure::from)?)
                }
            };
            if let Some(own) = &own {
                fields[wrapped] = Some(own.as_slice());
            }
            row::begin(&mut out, fields.len());
            fields.into_iter().for_each(|field| row::put(&mut out, field));
        }
        Ok(out)
    }
}

fn place(table: &Table, column: &str) -> Result<usize, BackupFailure> {
    table.place(column).ok_or_else(|| unreadable().into())
}

fn uuid(field: row::Field<'_>) -> Option<Uuid> {
    Uuid::from_slice(field?).ok()
}

fn unreadable() -> BackupError {
    BackupError::Contradiction("keys that are none".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backup::{Column, Kind};
    use crate::crypto::SubjectKey;
    use crate::crypto::keyring::place;
    use crate::ports::OsRandom;

    #[test]
    fn a_key_sealed_under_a_newer_key_of_the_organisation_opens_under_that_of_the_archive() {
        let random = OsRandom::default();
        let organisation = Uuid::from_u128(1);
        let keys = |version| OrganisationKeys::generate(organisation, version, &random).unwrap();
        let (saved, newest, key) = (keys(1), keys(2), SubjectKey::generate(&random).unwrap());
        let column = |name: &str, kind| Column { name: name.to_owned(), kind };
        let table = Table {
            name: "subject_key".to_owned(),
            columns: vec![
                column("data_subject_id", Kind::Id),
                column("organisation_id", Kind::Id),
                column("wrapped", Kind::Bytes),
            ],
        };
        let (ada, bob) = (Uuid::from_u128(7), Uuid::from_u128(8));
        let of_another = b"of another organisation";
        let mut block = Vec::new();
        let sealed = newest.seal_subject_key(ada, &key).unwrap();
        for (person, owner, wrapped) in [(ada, organisation, sealed.as_slice()), (bob, Uuid::from_u128(2), of_another)]
        {
            row::begin(&mut block, 3);
            row::put(&mut block, Some(person.as_bytes()));
            row::put(&mut block, Some(owner.as_bytes()));
            row::put(&mut block, Some(wrapped));
        }
        let changed = Changed(HashMap::from([(organisation, (newest, keys(3)))]));
        let other = changed.rewrapped(&table, block.clone()).unwrap();
        let of_ada = row::rows(&table, &other).next().unwrap().unwrap()[2].unwrap().to_vec();
        assert!(saved.open_subject_key(ada, &of_ada).is_err(), "it was sealed for another archive");

        let (newest, _) = changed.0.into_values().next().unwrap();
        let changed = Changed(HashMap::from([(organisation, (newest, saved))]));
        let mine = changed.rewrapped(&table, block).unwrap();
        let fields: Vec<_> = row::rows(&table, &mine).collect::<Result<_, _>>().unwrap();
        let (_, saved) = &changed.0[&organisation];
        let at = place::PROFILE.of(organisation, ada);
        let name = key.seal(&at, b"Ada").unwrap();
        let again = saved.open_subject_key(ada, fields[0][2].unwrap()).unwrap();
        assert_eq!(again.open(&at, &name).unwrap().expose(), b"Ada");
        assert_eq!(fields[1][2], Some(of_another.as_slice()));
        assert_eq!(Changed::default().rewrapped(&table, mine.clone()).unwrap(), mine);
    }
}
