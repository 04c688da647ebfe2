//! The keys at work: the master key, the instance's signing keys, and organisations' keys unwrapped on first use.

use std::collections::HashMap;
use std::sync::{Arc, RwLock};

use uuid::Uuid;

use crate::crypto::keyring::{Binding, OrganisationKeys, SealError, Sealer};
use crate::crypto::master::{MasterKey, MasterKeyError};
use crate::crypto::signing_key::{Jwk, JwkSet, SigningKey, SigningKeyError, VerificationKeys};
use crate::domain::access::KeyPurpose;
use crate::ports::{Clock, Random};
use crate::store::ids::Ids;
use crate::store::{Db, Organisation, StoreError, StoredSigningKey, Tx};
use entity::id::{OrganisationId, SigningKeyId};

use super::failure::{Failure, Outcome};

/// Why the keys do not fit the database.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The master key file.
    #[error(transparent)]
    Master(#[from] MasterKeyError),
    /// Something sealed could not be opened.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// A stored signing key is none.
    #[error(transparent)]
    SigningKey(#[from] SigningKeyError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The stored check value is not text.
    #[error("the database's record of its master key cannot be read")]
    UnreadableCheck,
}

struct Inner {
    master: MasterKey,
    sealer: Sealer,
    signing: HashMap<KeyPurpose, SigningKey>,
    published: HashMap<KeyPurpose, Vec<Jwk>>,
    verifying: VerificationKeys,
    organisations: RwLock<HashMap<OrganisationId, Arc<OrganisationKeys>>>,
}

/// The keys. Clones share them.
#[derive(Clone)]
pub struct Keys(Arc<Inner>);

impl Keys {
    /// Checks that the master key is the one this database was made with, and loads the signing keys. A new database is tied
    /// to the key and gets its first signing keys.
    ///
    /// # Errors
    /// [`MasterKeyError::WrongKey`] when the database was made with another master key.
    pub async fn open(
        db: &Db,
        master: MasterKey,
        issuer: &str,
        clock: &Arc<dyn Clock>,
        random: &Arc<dyn Random>,
    ) -> Result<Self, KeyError> {
        let sealer = master.sealer()?;
        if db.master_key_check().await?.is_none() {
            match create_instance(db, &master, &sealer, issuer, clock, random).await {
                // Another process was first; its keys are read below.
                Err(KeyError::Store(StoreError::Duplicate)) | Ok(()) => {}
                Err(error) => return Err(error),
            }
        }
        let check = db.master_key_check().await?.ok_or(StoreError::Unavailable)?;
        let check = String::from_utf8(check).map_err(|_| KeyError::UnreadableCheck)?;
        master.verify_check_value(&check)?;
        let mut signing = HashMap::new();
        let mut published: HashMap<KeyPurpose, Vec<Jwk>> = HashMap::new();
        for stored in db.signing_keys().await? {
            let seed = sealer.open(&seed_binding(stored.id), &stored.sealed)?;
            let key = SigningKey::from_seed(seed.expose())?;
            published.entry(stored.purpose).or_default().push(key.to_jwk());
            if stored.retired_at.is_none() {
                signing.insert(stored.purpose, key);
            }
        }
        let tokens = published.get(&KeyPurpose::AccessToken).cloned().unwrap_or_default();
        let verifying = VerificationKeys::from_jwks(&JwkSet { keys: tokens });
        let organisations = RwLock::default();
        let inner = Inner { master, sealer, signing, published, verifying, organisations };
        Ok(Self(Arc::new(inner)))
    }

    /// Seals secrets of the instance.
    pub fn sealer(&self) -> &Sealer {
        &self.0.sealer
    }

    /// The key that signs for a purpose.
    pub fn signing(&self, purpose: KeyPurpose) -> Outcome<&SigningKey> {
        self.0.signing.get(&purpose).ok_or(Failure::Defect("an instance without a signing key for a purpose"))
    }

    /// The keys that verify access tokens.
    pub fn verifying(&self) -> &VerificationKeys {
        &self.0.verifying
    }

    /// The keys that verify mandate credentials, those of retired keys included.
    pub fn verifying_mandates(&self) -> VerificationKeys {
        let keys = self.0.published.get(&KeyPurpose::Mandate).cloned().unwrap_or_default();
        VerificationKeys::from_jwks(&JwkSet { keys })
    }

    /// The public keys of a purpose, those of retired keys included.
    pub fn published_for(&self, purpose: KeyPurpose) -> &[Jwk] {
        self.0.published.get(&purpose).map_or(&[], Vec::as_slice)
    }

    /// The public keys, to publish: of mandate credentials, access tokens and webhooks.
    pub fn published(&self) -> JwkSet {
        JwkSet {
            keys: KeyPurpose::ALL
                .iter()
                .filter_map(|purpose| self.0.published.get(purpose))
                .flatten()
                .cloned()
                .collect(),
        }
    }

    /// Makes and wraps the keys of a new organisation.
    pub fn new_organisation(&self, id: OrganisationId, random: &dyn Random) -> Outcome<Vec<u8>> {
        let keys = OrganisationKeys::generate(id.0, 1, random)?;
        Ok(keys.wrap(&self.0.master)?)
    }

    /// The keys of an organisation.
    pub async fn of_organisation(&self, db: &Db, id: OrganisationId) -> Outcome<Arc<OrganisationKeys>> {
        if let Some(keys) = self.cached(id) {
            return Ok(keys);
        }
        let row = db.organisation(id).await?.ok_or(Failure::Defect("keys of an organisation that is not there"))?;
        self.unwrap(&row)
    }

    /// The keys of an organisation, read within a transaction.
    pub async fn of_organisation_in(&self, tx: &Tx, id: OrganisationId) -> Outcome<Arc<OrganisationKeys>> {
        if let Some(keys) = self.cached(id) {
            return Ok(keys);
        }
        let row = tx.organisation(id).await?.ok_or(Failure::Defect("keys of an organisation that is not there"))?;
        self.unwrap(&row)
    }

    fn cached(&self, id: OrganisationId) -> Option<Arc<OrganisationKeys>> {
        self.0.organisations.read().unwrap_or_else(std::sync::PoisonError::into_inner).get(&id).cloned()
    }

    fn unwrap(&self, row: &Organisation) -> Outcome<Arc<OrganisationKeys>> {
        let keys = Arc::new(OrganisationKeys::unwrap(row.id.0, &row.wrapped_key, &self.0.master)?);
        let mut known = self.0.organisations.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        known.insert(row.id, keys.clone());
        Ok(keys)
    }

    /// Seals the kept answer of a call.
    pub(super) fn seal_answer(&self, caller: Uuid, body: &[u8]) -> Outcome<Vec<u8>> {
        Ok(self.0.sealer.seal(&answer_binding(caller), body)?)
    }

    /// Opens the kept answer of a call.
    pub(super) fn open_answer(&self, caller: Uuid, sealed: &[u8]) -> Outcome<Vec<u8>> {
        Ok(self.0.sealer.open(&answer_binding(caller), sealed)?.into_exposed())
    }
}

fn answer_binding(caller: Uuid) -> Binding {
    Binding::instance("idempotency_key", "sealed_body", caller)
}

fn seed_binding(id: SigningKeyId) -> Binding {
    Binding::instance("signing_key", "sealed", id.0)
}

async fn create_instance(
    db: &Db,
    master: &MasterKey,
    sealer: &Sealer,
    issuer: &str,
    clock: &Arc<dyn Clock>,
    random: &Arc<dyn Random>,
) -> Result<(), KeyError> {
    let (check, issuer, now) = (master.check_value()?.into_bytes(), issuer.to_owned(), clock.now());
    let ids = Ids::new(clock.clone(), random.clone());
    let mut keys = Vec::new();
    for purpose in KeyPurpose::ALL {
        let (id, key) = (ids.next(), SigningKey::generate(random.as_ref()));
        let sealed = sealer.seal(&seed_binding(id), key.expose_seed())?;
        keys.push(StoredSigningKey {
            id,
            purpose: *purpose,
            sealed,
            public_key: key.to_jwk().x.into_bytes(),
            created_at: now,
            retired_at: None,
        });
    }
    db.write(move |tx| {
        Box::pin(async move {
            tx.create_instance(&issuer, &check, now).await?;
            for key in &keys {
                tx.add_signing_key(key).await?;
            }
            Ok::<_, KeyError>(())
        })
    })
    .await
}
