//! The keys that verify what a controller posts to us: Ed25519 public keys it gave, and a shared secret we made.
//!
//! They are sealed in the controller's row. Several may be valid at once, so that a controller can change over.

use entity::id::ControllerId;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::crypto::keyring::place;
use crate::crypto::webhook::{SigningSecret, VerifyingKey};
use crate::crypto::{Binding, Personal};
use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::ports::Random;
use crate::store::Controller;

use super::failure::{Failure, Outcome};
use super::keys::Keys;

/// Most public keys of one controller.
pub const MAX_PUBLIC_KEYS: usize = 10;
/// Most shared secrets of one controller that are valid at once.
const MAX_SHARED: usize = 5;

/// The keys of one controller, newest first.
#[derive(Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CallbackKeys(Vec<CallbackKey>);

/// One key.
#[derive(Serialize, Deserialize)]
pub struct CallbackKey {
    /// `whpk_…` or `whsec_…`; the second is never shown again.
    text: String,
    /// From when it is refused; none for no end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Timestamp>,
    /// When it was recorded.
    pub created_at: Timestamp,
}

impl CallbackKey {
    /// The public key `whpk_…`; none for a shared secret.
    pub fn public_key(&self) -> Option<&str> {
        self.text.starts_with("whpk_").then_some(self.text.as_str())
    }

    fn is_valid(&self, now: Timestamp) -> bool {
        self.valid_until.is_none_or(|end| now < end)
    }
}

impl Drop for CallbackKey {
    fn drop(&mut self) {
        zeroize::Zeroize::zeroize(&mut self.text);
    }
}

impl CallbackKeys {
    /// Reads the keys of a controller.
    pub fn open(keys: &Keys, controller: &Controller) -> Outcome<Self> {
        let Some(sealed) = &controller.callback_keys else { return Ok(Self::default()) };
        let bytes = keys.sealer().open(&binding(controller.id), sealed)?;
        serde_json::from_slice(bytes.expose()).map_err(|_| Failure::Defect("the keys of a controller cannot be read"))
    }

    /// Seals the keys for a controller's row; none when there are none.
    pub fn seal(&self, keys: &Keys, controller: ControllerId) -> Outcome<Option<Vec<u8>>> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let json = serde_json::to_vec(self).map_err(|_| Failure::Defect("the keys of a controller are not JSON"))?;
        Ok(Some(keys.sealer().seal(&binding(controller), Personal::new(json).expose())?))
    }

    /// The keys that verify at an instant.
    pub fn verifying(&self, now: Timestamp) -> Outcome<Vec<VerifyingKey>> {
        let valid = self.0.iter().filter(|key| key.is_valid(now));
        valid.map(|key| VerifyingKey::parse(&key.text).map_err(|_| Failure::Defect("a kept key is none"))).collect()
    }

    /// Every key, newest first.
    pub fn iter(&self) -> impl Iterator<Item = &CallbackKey> {
        self.0.iter()
    }

    /// Replaces the public keys by a list of `whpk_…` texts with their ends. A key that stays keeps its date.
    ///
    /// # Errors
    /// A refusal that names the place in `/public_keys`.
    pub fn set_public(&mut self, wanted: Vec<(String, Option<Timestamp>)>, now: Timestamp) -> Outcome<()> {
        let refuse = |index: usize, message: &str| {
            Failure::from(Problem::field(format!("/public_keys/{index}/key"), Code::InvalidField, message))
        };
        let mut fresh: Vec<CallbackKey> = Vec::new();
        for (index, (text, valid_until)) in wanted.into_iter().enumerate() {
            if !text.starts_with("whpk_") || VerifyingKey::parse(&text).is_err() {
                return Err(refuse(index, "Must be an Ed25519 public key of the form whpk_…"));
            }
            if fresh.iter().any(|known| known.text == text) {
                return Err(refuse(index, "Stands twice."));
            }
            let created_at = self.0.iter().find(|known| known.text == text).map_or(now, |known| known.created_at);
            fresh.push(CallbackKey { text, valid_until, created_at });
        }
        self.0.retain(|key| key.public_key().is_none() && key.is_valid(now));
        fresh.append(&mut self.0);
        self.0 = fresh;
        Ok(())
    }

    /// Adds a fresh shared secret and lets the old ones end after `overlap`; gives the text to be shown once.
    ///
    /// # Errors
    /// A refusal when too many would be valid at once.
    pub fn renew_shared(
        &mut self,
        overlap: SignedDuration,
        valid_until: Option<Timestamp>,
        now: Timestamp,
        random: &dyn Random,
    ) -> Outcome<Personal<String>> {
        let end = now + overlap;
        for old in self.0.iter_mut().filter(|key| key.public_key().is_none()) {
            old.valid_until = Some(old.valid_until.map_or(end, |known| known.min(end)));
        }
        self.0.retain(|key| key.public_key().is_some() || key.is_valid(now));
        if self.0.iter().filter(|key| key.public_key().is_none()).count() >= MAX_SHARED {
            let detail = format!("{MAX_SHARED} secrets are valid already.");
            return Err(Problem::with_detail(Code::SecretsOverlap, detail).into());
        }
        let shown = SigningSecret::generate_symmetric(random).expose_text();
        self.0.insert(0, CallbackKey { text: shown.expose().clone(), valid_until, created_at: now });
        Ok(shown)
    }

    /// Ends every shared secret at once.
    pub fn remove_shared(&mut self) {
        self.0.retain(|key| key.public_key().is_some());
    }
}

fn binding(controller: ControllerId) -> Binding {
    place::CALLBACK_KEYS.alone(controller.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::OsRandom;

    fn public(random: &OsRandom) -> String {
        SigningSecret::generate_ed25519(random).public_text().expect("a key pair has a public half")
    }

    #[test]
    fn public_keys_are_replaced_and_the_shared_secret_stays() {
        let random = OsRandom::default();
        let now = Timestamp::UNIX_EPOCH;
        let mut keys = CallbackKeys::default();
        let secret = keys.renew_shared(SignedDuration::ZERO, None, now, &random).unwrap();
        let (first, second) = (public(&random), public(&random));
        keys.set_public(vec![(first, None)], now).unwrap();
        keys.set_public(vec![(second.clone(), Some(now + SignedDuration::from_hours(1)))], now).unwrap();
        let texts: Vec<_> = keys.iter().map(|key| key.text.as_str()).collect();
        assert_eq!(texts, [second.as_str(), secret.expose().as_str()]);
        assert_eq!(keys.verifying(now).unwrap().len(), 2);
        assert_eq!(keys.verifying(now + SignedDuration::from_hours(1)).unwrap().len(), 1);
        keys.remove_shared();
        assert_eq!(keys.iter().count(), 1);
    }

    #[test]
    fn what_is_no_public_key_is_refused_and_changes_nothing() {
        let random = OsRandom::default();
        let good = public(&random);
        let private = SigningSecret::generate_ed25519(&random).expose_text().into_exposed();
        let shared = SigningSecret::generate_symmetric(&random).expose_text().into_exposed();
        for list in [vec![private], vec![shared], vec!["whpk_AA".into()], vec![good.clone(), good]] {
            let mut keys = CallbackKeys::default();
            let wanted = list.into_iter().map(|text| (text, None)).collect();
            assert!(keys.set_public(wanted, Timestamp::UNIX_EPOCH).is_err());
            assert_eq!(keys.iter().count(), 0);
        }
    }

    #[test]
    fn renewing_overlaps() {
        let random = OsRandom::default();
        let now = Timestamp::UNIX_EPOCH;
        let mut keys = CallbackKeys::default();
        keys.renew_shared(SignedDuration::ZERO, None, now, &random).unwrap();
        keys.renew_shared(SignedDuration::from_hours(2), None, now, &random).unwrap();
        assert_eq!(keys.verifying(now).unwrap().len(), 2);
        assert_eq!(keys.verifying(now + SignedDuration::from_hours(2)).unwrap().len(), 1);
    }
}
