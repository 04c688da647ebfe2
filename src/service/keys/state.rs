//! The keys of the instance as they stand in the database at one moment. Read whole, and exchanged whole when something changed.

use std::sync::Arc;
use std::time::SystemTime;

use jiff::{SignedDuration, Timestamp};

use crate::crypto::keyring::{SealError, Sealer, place};
use crate::crypto::master::{MasterKey, MasterSource};
use crate::crypto::signing_key::{Jwk, JwkSet, SigningKey, VerificationKeys};
use crate::domain::access::KeyPurpose;
use crate::store::{Db, InstanceKeys, StoreError};

use super::KeyError;

/// How long access tokens are taken that a key signed before it was retired: as long as any of them can live.
const TOKENS_LIVE: SignedDuration = SignedDuration::from_mins(15);

/// A key that signs, will sign or has signed.
struct Signer {
    purpose: KeyPurpose,
    signs_from: Timestamp,
    retired_at: Option<Timestamp>,
    public: Jwk,
    /// None once it is destroyed.
    key: Option<Arc<SigningKey>>,
}

pub(super) struct State {
    pub master: MasterKey,
    /// When the master key's file was written, as it was read.
    pub written: Option<SystemTime>,
    pub sealer: Arc<Sealer>,
    pub addresses: Arc<Sealer>,
    /// The count of changes that this is the state of.
    pub changed: i64,
    /// Oldest first.
    signers: Vec<Signer>,
    /// Every key that ever signed access tokens.
    tokens: Arc<VerificationKeys>,
}

impl State {
    /// Reads the state that goes with the database's own row. The master key is the one that is known, unless it lacks the one
    /// that the row names or its file was written since: then it is read from its place again.
    pub async fn read(db: &Db, row: InstanceKeys, source: &MasterSource, known: Known) -> Result<Self, KeyError> {
        let check = String::from_utf8(row.check).map_err(|_| KeyError::UnreadableCheck)?;
        // Before what is in it, so that a file written in between is read again.
        let written = source.written();
        let master = match known.master.as_told_by(&check) {
            Ok(master) if written == known.written => master,
            // What is at hand is enough: a file that is gone or broken stops nobody who runs.
            Ok(master) => fresh(source, &check).await.unwrap_or_else(|error| {
                tracing::error!(error = %error, "the master key cannot be read again; the one that was read stays in use");
                master
            }),
            Err(_) => fresh(source, &check).await?,
        };
        let sealer = master.sealer()?;
        let address_key = sealer.open(&place::ADDRESS_KEY.alone(uuid::Uuid::nil()), &row.address_key)?;
        let addresses = Arc::new(Sealer::of_stored_key(address_key.expose())?);
        let mut signers = Vec::new();
        for stored in db.signing_keys().await? {
            let key = if stored.sealed.is_empty() {
                None
            } else {
                let seed = sealer.open(&place::SIGNING_SEED.alone(stored.id.0), &stored.sealed)?;
                Some(Arc::new(SigningKey::from_seed(seed.expose())?))
            };
            let public = String::from_utf8(stored.public_key).ok().and_then(|text| Jwk::from_public(&text));
            signers.push(Signer {
                purpose: stored.purpose,
                signs_from: stored.signs_from,
                retired_at: stored.retired_at,
                public: public.ok_or_else(|| StoreError::corrupt("signing_key", "public_key", stored.id))?,
                key,
            });
        }
        let of_tokens = signers.iter().filter(|signer| signer.purpose == KeyPurpose::AccessToken);
        let keys = of_tokens.map(|signer| signer.public.clone()).collect();
        let tokens = Arc::new(VerificationKeys::from_jwks(&JwkSet { keys }));
        Ok(Self { master, written, sealer: Arc::new(sealer), addresses, changed: row.changed, signers, tokens })
    }

    /// The keys that sign for a purpose at an instant, newest first. There is one, but for a time of overlap in which what is signed
    /// carries the signatures of both.
    pub fn signing(&self, purpose: KeyPurpose, now: Timestamp) -> impl Iterator<Item = &Arc<SigningKey>> {
        self.of(purpose).rev().filter(move |signer| signer.signs_at(now)).filter_map(|signer| signer.key.as_ref())
    }

    /// The public keys of a purpose, those of the next and of retired keys included.
    pub fn published(&self, purpose: KeyPurpose) -> Vec<Jwk> {
        self.of(purpose).map(|signer| signer.public.clone()).collect()
    }

    /// The keys that verify access tokens at an instant: a key that signs no more verifies for as long as its tokens can live.
    pub fn verifying_tokens(&self, now: Timestamp) -> Arc<VerificationKeys> {
        let stands = |signer: &Signer| signer.retired_at.is_none_or(|at| now < at + TOKENS_LIVE);
        if self.of(KeyPurpose::AccessToken).all(stands) {
            return self.tokens.clone();
        }
        let keys = self.of(KeyPurpose::AccessToken).filter(|signer| stands(signer));
        Arc::new(VerificationKeys::from_jwks(&JwkSet { keys: keys.map(|signer| signer.public.clone()).collect() }))
    }

    fn of(&self, purpose: KeyPurpose) -> impl DoubleEndedIterator<Item = &Signer> {
        self.signers.iter().filter(move |signer| signer.purpose == purpose)
    }
}

impl Signer {
    fn signs_at(&self, now: Timestamp) -> bool {
        self.signs_from <= now && self.retired_at.is_none_or(|end| now < end)
    }
}

/// What is known of the master key.
pub(super) struct Known {
    pub master: MasterKey,
    pub written: Option<SystemTime>,
}

/// Reads the master key from its place, which may take a while.
async fn fresh(source: &MasterSource, check: &str) -> Result<MasterKey, KeyError> {
    let source = source.clone();
    let loaded = tokio::task::spawn_blocking(move || source.load()).await;
    Ok(loaded.map_err(|_| KeyError::Seal(SealError::Refused))??.as_told_by(check)?)
}
