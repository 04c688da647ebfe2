//! The shared secrets that sign messages to a receiver: a list, newest first, sealed in the receiver's row.
//!
//! During a rotation the old secrets sign beside the new one until their time is over, so that the receiver can change over
//! without refusing a message.

use entity::id::ReceiverId;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::crypto::keyring::place;
use crate::crypto::webhook::SigningSecret;
use crate::crypto::{Binding, Personal};
use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::ports::Random;
use crate::store::Receiver;

use super::failure::{Failure, Outcome};
use super::keys::Keys;

/// How long an old secret signs beside the new one when nothing else is asked.
pub const DEFAULT_OVERLAP: SignedDuration = SignedDuration::from_hours(24);
/// The longest that an old secret may sign beside the new one.
pub const MAX_OVERLAP: SignedDuration = SignedDuration::from_hours(7 * 24);
/// Most secrets that sign one message.
const MAX_SECRETS: usize = 5;

/// The secrets of one receiver, newest first.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub struct WebhookSecrets(Vec<Kept>);

#[derive(Serialize, Deserialize)]
struct Kept {
    /// `whsec_…`
    secret: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    valid_until: Option<Timestamp>,
}

impl WebhookSecrets {
    /// One fresh secret, with its text to be shown once to the receiver's owner.
    pub fn fresh(random: &dyn Random) -> (Self, Personal<String>) {
        let (kept, shown) = fresh(random);
        (Self(vec![kept]), shown)
    }

    /// Reads the secrets of a receiver.
    pub fn open(keys: &Keys, receiver: &Receiver) -> Outcome<Self> {
        let bytes = keys.sealer().open(&binding(receiver.id), &receiver.secrets)?;
        serde_json::from_slice(bytes.expose()).map_err(|_| Failure::Defect("the secrets of a receiver cannot be read"))
    }

    /// Seals the secrets for a receiver's row.
    pub fn seal(&self, keys: &Keys, receiver: ReceiverId) -> Outcome<Vec<u8>> {
        let json = serde_json::to_vec(self).map_err(|_| Failure::Defect("the secrets of a receiver are not JSON"))?;
        Ok(keys.sealer().seal(&binding(receiver), Personal::new(json).expose())?)
    }

    /// Puts a fresh secret first; the others sign until `overlap` from now at most.
    ///
    /// # Errors
    /// A refusal when too many secrets would sign at once. An overlap of zero always works: it ends all others.
    pub fn rotate(
        &mut self,
        overlap: SignedDuration,
        now: Timestamp,
        random: &dyn Random,
    ) -> Outcome<Personal<String>> {
        let end = now + overlap.min(MAX_OVERLAP);
        for old in &mut self.0 {
            old.valid_until = Some(old.valid_until.map_or(end, |known| known.min(end)));
        }
        self.0.retain(|old| old.is_valid(now));
        if self.0.len() >= MAX_SECRETS {
            let detail = format!("{MAX_SECRETS} secrets are valid already.");
            return Err(Problem::with_detail(Code::SecretsOverlap, detail).into());
        }
        let (kept, shown) = fresh(random);
        self.0.insert(0, kept);
        Ok(shown)
    }

    /// The secrets that sign at an instant, newest first.
    ///
    /// # Errors
    /// A defect when a kept secret is none.
    pub fn signing(&self, now: Timestamp) -> Outcome<Vec<SigningSecret>> {
        let valid = self.0.iter().filter(|kept| kept.is_valid(now));
        valid
            .map(|kept| SigningSecret::parse(&kept.secret).map_err(|_| Failure::Defect("a kept secret is none")))
            .collect()
    }

    /// Until when the secrets that sign at an instant do so, newest first; none for no end.
    pub fn ends(&self, now: Timestamp) -> Vec<Option<Timestamp>> {
        self.0.iter().filter(|kept| kept.is_valid(now)).map(|kept| kept.valid_until).collect()
    }
}

impl Kept {
    fn is_valid(&self, now: Timestamp) -> bool {
        self.valid_until.is_none_or(|end| now < end)
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        zeroize::Zeroize::zeroize(&mut self.secret);
    }
}

fn fresh(random: &dyn Random) -> (Kept, Personal<String>) {
    let shown = SigningSecret::generate_symmetric(random).expose_text();
    (Kept { secret: shown.expose().clone(), valid_until: None }, shown)
}

fn binding(receiver: ReceiverId) -> Binding {
    place::RECEIVER_SECRETS.alone(receiver.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::OsRandom;

    #[test]
    fn a_rotation_overlaps_and_an_overlap_of_zero_ends_all_others() {
        let random = OsRandom::default();
        let now = Timestamp::UNIX_EPOCH;
        let (mut secrets, _) = WebhookSecrets::fresh(&random);
        secrets.rotate(DEFAULT_OVERLAP, now, &random).unwrap();
        assert_eq!(secrets.ends(now), [None, Some(now + DEFAULT_OVERLAP)]);
        assert_eq!(secrets.signing(now).unwrap().len(), 2);
        let after = now + DEFAULT_OVERLAP;
        assert_eq!(secrets.signing(after).unwrap().len(), 1);
        secrets.rotate(SignedDuration::ZERO, now, &random).unwrap();
        assert_eq!(secrets.ends(now), [None]);
    }

    #[test]
    fn an_overlap_is_never_made_longer_and_never_without_bound() {
        let random = OsRandom::default();
        let now = Timestamp::UNIX_EPOCH;
        let (mut secrets, _) = WebhookSecrets::fresh(&random);
        secrets.rotate(SignedDuration::from_hours(1), now, &random).unwrap();
        secrets.rotate(SignedDuration::from_hours(10_000), now, &random).unwrap();
        assert_eq!(secrets.ends(now), [None, Some(now + MAX_OVERLAP), Some(now + SignedDuration::from_hours(1))]);
        for _ in 0..2 {
            secrets.rotate(MAX_OVERLAP, now, &random).unwrap();
        }
        assert!(matches!(secrets.rotate(MAX_OVERLAP, now, &random), Err(Failure::Refused(_))));
        secrets.rotate(SignedDuration::ZERO, now, &random).unwrap();
    }
}
