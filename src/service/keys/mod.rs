//! The keys at work: the master key, the instance's own keys, and organisations' keys unwrapped on first use.
//!
//! Keys change while processes run. The database's own row counts the changes; each process looks at it every second ([`look`]), and
//! before it uses keys when it has not looked for a while, so that a change is known everywhere within seconds ([`Keys::look`]).

mod ask;
mod create;
mod each;
mod proof;
mod rotate;
mod signing;
mod state;

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use jiff::SignedDuration;
use uuid::Uuid;

use crate::crypto::keyring::{Binding, OrganisationKeys, SealError, Sealer, place};
use crate::crypto::master::{MasterKey, MasterKeyError, MasterSource};
use crate::crypto::signing_key::{Jwk, JwkSet, SigningKey, SigningKeyError, VerificationKeys};
use crate::domain::access::KeyPurpose;
use crate::ports::{Clock, Random, machine_now};
use crate::store::{Db, Organisation, StoreError, Tx};
use entity::id::OrganisationId;

use super::context::Context;
use super::failure::{Failure, Outcome};

pub use ask::{NotAsked, ask_for_master, ask_for_organisation, ask_for_signing};
pub use proof::{ColumnProof, prove};
pub use rotate::rotate_keys;
pub use signing::{NOTICE, destroy_retired};
use state::{Known, State};

/// Keys older than this are looked at before they are used.
const FRESH: SignedDuration = SignedDuration::from_secs(5);

/// Why the keys do not fit the database.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The master key.
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
    source: MasterSource,
    clock: Arc<dyn Clock>,
    state: RwLock<Arc<State>>,
    /// When it was last seen that the state is the present one, by the machine's clock, in microseconds.
    looked: AtomicI64,
    organisations: RwLock<HashMap<OrganisationId, Kept>>,
}

/// The keys of an organisation, and what they were unwrapped from.
struct Kept {
    wrapped: Vec<u8>,
    keys: Arc<OrganisationKeys>,
}

/// The keys. Clones share them.
#[derive(Clone)]
pub struct Keys(Arc<Inner>);

impl Keys {
    /// Checks that the master key is the one this database is sealed with, and loads the signing keys. A new database is tied
    /// to the key and gets its first keys.
    ///
    /// # Errors
    /// [`MasterKeyError::WrongKey`] when the database is sealed with another master key.
    pub async fn open(
        db: &Db,
        source: MasterSource,
        master: MasterKey,
        issuer: &str,
        clock: &Arc<dyn Clock>,
        random: &Arc<dyn Random>,
    ) -> Result<Self, KeyError> {
        let looked = AtomicI64::new(machine_now().as_microsecond());
        let written = source.written();
        if db.instance_keys().await?.is_none() {
            match create::instance(db, &master, issuer, clock, random).await {
                // Another process was first; its keys are read below.
                Err(KeyError::Store(StoreError::Duplicate)) | Ok(()) => {}
                Err(error) => return Err(error),
            }
        }
        let row = db.instance_keys().await?.ok_or(StoreError::Unavailable)?;
        let state = State::read(db, row, &source, Known { master, written }).await?;
        let organisations = RwLock::default();
        let state = RwLock::new(Arc::new(state));
        Ok(Self(Arc::new(Inner { source, clock: clock.clone(), state, looked, organisations })))
    }

    fn state(&self) -> Arc<State> {
        self.0.state.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Looks whether keys have changed, in the database or in the master key's file, and takes up what has. Tells whether something
    /// had.
    ///
    /// # Errors
    /// The database, or a master key that does not fit it any more; what was in use stays in use.
    pub async fn look(&self, db: &Db) -> Result<bool, KeyError> {
        let (at, state) = (machine_now().as_microsecond(), self.state());
        let row = db.instance_keys().await?.ok_or(StoreError::Unavailable)?;
        let changed = row.changed != state.changed;
        if changed || self.0.source.written() != state.written {
            let known = Known { master: state.master.clone(), written: state.written };
            let fresh = Arc::new(State::read(db, row, &self.0.source, known).await?);
            *self.0.state.write().unwrap_or_else(PoisonError::into_inner) = fresh;
        }
        if changed {
            self.look_at_organisations(db).await?;
        }
        self.0.looked.store(at, Ordering::Relaxed);
        Ok(changed)
    }

    async fn look_at_organisations(&self, db: &Db) -> Result<(), KeyError> {
        let known: Vec<OrganisationId> =
            self.0.organisations.read().unwrap_or_else(PoisonError::into_inner).keys().copied().collect();
        for (id, wrapped) in db.wrapped_keys(known).await? {
            self.take(id, &wrapped)?;
        }
        Ok(())
    }

    /// The same unless it was done in the last seconds.
    ///
    /// # Errors
    /// As [`look`](Self::look): whoever cannot tell whether its keys are the present ones uses none.
    pub async fn look_when_due(&self, db: &Db) -> Outcome<()> {
        let looked = self.0.looked.load(Ordering::Relaxed);
        if machine_now().as_microsecond() - looked < FRESH.as_micros() as i64 {
            return Ok(());
        }
        match self.look(db).await {
            Ok(_) => Ok(()),
            Err(KeyError::Store(error)) => Err(error.into()),
            Err(error) => {
                tracing::error!(error = %error, "the keys do not fit the database any more");
                Err(StoreError::Unavailable.into())
            }
        }
    }

    /// Seals secrets of the instance.
    pub fn sealer(&self) -> Arc<Sealer> {
        self.state().sealer.clone()
    }

    /// Seals what stands in addresses, whatever becomes of master keys.
    pub fn addresses(&self) -> Arc<Sealer> {
        self.state().addresses.clone()
    }

    /// The master keys, and which of them seals.
    pub fn master(&self) -> MasterKey {
        self.state().master.clone()
    }

    /// The key that signs for a purpose.
    pub fn signing(&self, purpose: KeyPurpose) -> Outcome<Arc<SigningKey>> {
        let newest = self.state().signing(purpose, self.0.clock.now()).next().cloned();
        newest.ok_or(Failure::Defect("an instance without a signing key for a purpose"))
    }

    /// All keys that sign for a purpose, newest first: two while one hands over to the next.
    pub fn all_signing(&self, purpose: KeyPurpose) -> Vec<Arc<SigningKey>> {
        self.state().signing(purpose, self.0.clock.now()).cloned().collect()
    }

    /// The keys that verify access tokens.
    pub fn verifying(&self) -> Arc<VerificationKeys> {
        self.state().verifying_tokens(self.0.clock.now())
    }

    /// The keys that verify mandate credentials, those of retired keys included.
    pub fn verifying_mandates(&self) -> VerificationKeys {
        VerificationKeys::from_jwks(&JwkSet { keys: self.published_for(KeyPurpose::Mandate) })
    }

    /// The public keys of a purpose, those of the next and of retired keys included.
    pub fn published_for(&self, purpose: KeyPurpose) -> Vec<Jwk> {
        self.state().published(purpose)
    }

    /// The public keys, to publish: those of the next keys before they sign, and those of retired keys for as long as somebody may
    /// hold what they signed.
    pub fn published(&self) -> JwkSet {
        let state = self.state();
        JwkSet { keys: KeyPurpose::ALL.iter().flat_map(|purpose| state.published(*purpose)).collect() }
    }

    /// Makes and wraps the keys of a new organisation.
    pub fn new_organisation(&self, id: OrganisationId, random: &dyn Random) -> Outcome<Vec<u8>> {
        let keys = OrganisationKeys::generate(id.0, 1, random)?;
        Ok(keys.wrap(&self.state().master)?)
    }

    /// The keys of an organisation. They stay the present ones for as long as they are held.
    pub async fn of_organisation(&self, db: &Db, id: OrganisationId) -> Outcome<Arc<OrganisationKeys>> {
        self.look_when_due(db).await?;
        if let Some(keys) = self.cached(id) {
            return Ok(keys);
        }
        let row = db.organisation(id).await?.ok_or(Failure::Defect("keys of an organisation that is not there"))?;
        self.unwrap(&row)
    }

    /// The same, read within a transaction.
    pub async fn of_organisation_in(&self, tx: &Tx, id: OrganisationId) -> Outcome<Arc<OrganisationKeys>> {
        if let Some(keys) = self.cached(id) {
            return Ok(keys);
        }
        let row = tx.organisation(id).await?.ok_or(Failure::Defect("keys of an organisation that is not there"))?;
        self.unwrap(&row)
    }

    fn cached(&self, id: OrganisationId) -> Option<Arc<OrganisationKeys>> {
        let known = self.0.organisations.read().unwrap_or_else(PoisonError::into_inner);
        known.get(&id).map(|kept| kept.keys.clone())
    }

    fn unwrap(&self, row: &Organisation) -> Outcome<Arc<OrganisationKeys>> {
        Ok(self.take(row.id, &row.wrapped_key)?)
    }

    /// Takes the keys of an organisation as they stand in the database, in the place of those that are held.
    fn take(&self, id: OrganisationId, wrapped: &[u8]) -> Result<Arc<OrganisationKeys>, SealError> {
        let mut known = self.0.organisations.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = known.get(&id).filter(|kept| kept.wrapped == wrapped) {
            return Ok(kept.keys.clone());
        }
        let fresh = Arc::new(OrganisationKeys::unwrap(id.0, wrapped, &self.state().master)?);
        let kept = known.entry(id).or_insert_with(|| Kept { wrapped: Vec::new(), keys: fresh.clone() });
        kept.wrapped = wrapped.to_vec();
        kept.keys.adopt(&fresh);
        Ok(kept.keys.clone())
    }

    /// Seals the kept answer of a call.
    pub(super) fn seal_answer(&self, caller: Uuid, key: &[u8; 32], body: &[u8]) -> Outcome<Vec<u8>> {
        Ok(self.sealer().seal(&answer_binding(caller, key), body)?)
    }

    /// Opens the kept answer of a call.
    pub(super) fn open_answer(&self, caller: Uuid, key: &[u8; 32], sealed: &[u8]) -> Outcome<Vec<u8>> {
        Ok(self.sealer().open(&answer_binding(caller, key), sealed)?.into_exposed())
    }
}

fn answer_binding(caller: Uuid, key: &[u8; 32]) -> Binding {
    place::KEPT_ANSWER.alone(place::answer_row(caller, key))
}

/// Looks whether keys have changed. Tells that nothing is left to do.
pub async fn look(context: Context) -> Outcome<u64> {
    match context.keys.look(&context.db).await {
        Ok(true) => tracing::info!("changed keys are in use"),
        Ok(false) => {}
        Err(KeyError::Store(error)) => return Err(error.into()),
        Err(error) => tracing::error!(error = %error, "changed keys cannot be taken up; the old ones stay in use"),
    }
    Ok(0)
}
