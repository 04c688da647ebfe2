//! JSON of secrets and callback keys.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::service::callback_keys::CallbackKeys;
use crate::service::directory::{CallbackKeyChange, SharedSecretChange};

/// How a secret is rotated.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"overlap_hours": 24}))]
pub struct SecretRotation {
    /// For how many hours the old secrets go on beside the new one; 0 ends them at once.
    #[serde(default = "a_day")]
    #[validate(range(max = 168))]
    #[schema(minimum = 0, maximum = 168, default = 24)]
    pub overlap_hours: u32,
}

fn a_day() -> u32 {
    24
}

/// A fresh secret, shown this once.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct RotatedSecret {
    /// The fresh secret. Keep it: it cannot be shown again.
    #[schema(example = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=")]
    pub webhook_secret: String,
    /// The secrets that sign now, the fresh one first.
    pub secrets: Vec<SecretValidity>,
}

/// Until when a secret is used.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct SecretValidity {
    /// The end; absent for none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Timestamp>,
}

/// What the callback keys of a controller are to be.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "public_keys": [{"key": "whpk_3e7mLXyzjsAcsSBPh3PAFdjJ1DnTYJZDEZUuRZtrBBM="}], "shared_secret": "renew", "overlap_hours": 24
}))]
pub struct CallbackKeySet {
    /// The Ed25519 public keys that sign its callbacks (scheme `v1a`), all of them: keys that are not listed are taken no more.
    #[serde(default)]
    #[validate(length(max = 10))]
    #[schema(max_items = 10)]
    pub public_keys: Vec<PublicKey>,
    /// What becomes of the shared secret (scheme `v1`).
    #[serde(default)]
    pub shared_secret: SharedSecret,
    /// From when a renewed shared secret is refused.
    pub shared_secret_valid_until: Option<Timestamp>,
    /// For how many hours the old shared secrets are taken beside a renewed one; 0 ends them at once.
    #[serde(default = "a_day")]
    #[validate(range(max = 168))]
    #[schema(minimum = 0, maximum = 168, default = 24)]
    pub overlap_hours: u32,
}

/// What becomes of the shared secret.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SharedSecret {
    /// It stays as it is, or absent.
    #[default]
    Keep,
    /// A fresh one is made and shown once in the answer.
    Renew,
    /// None is taken any more.
    Remove,
}

/// A public key.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PublicKey {
    /// `whpk_` and the key in base64.
    #[schema(
        pattern = "^whpk_[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$",
        example = "whpk_3e7mLXyzjsAcsSBPh3PAFdjJ1DnTYJZDEZUuRZtrBBM="
    )]
    pub key: String,
    /// From when it is refused; absent for no end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Timestamp>,
}

/// The callback keys of a controller.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct CallbackKeyList {
    /// Ed25519 public keys.
    pub public_keys: Vec<PublicKey>,
    /// The shared secrets that are taken, newest first, without their text.
    pub shared_secrets: Vec<SecretValidity>,
    /// The fresh shared secret (`whsec_…`). Only in the answer to the call that made it: keep it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shared_secret: Option<String>,
}

impl From<CallbackKeySet> for CallbackKeyChange {
    fn from(set: CallbackKeySet) -> Self {
        let shared_secret = match set.shared_secret {
            SharedSecret::Keep => SharedSecretChange::Keep,
            SharedSecret::Remove => SharedSecretChange::Remove,
            SharedSecret::Renew => SharedSecretChange::Renew {
                overlap: SignedDuration::from_hours(i64::from(set.overlap_hours)),
                valid_until: set.shared_secret_valid_until,
            },
        };
        Self { public_keys: set.public_keys.into_iter().map(|key| (key.key, key.valid_until)).collect(), shared_secret }
    }
}

impl CallbackKeyList {
    /// The keys as they are shown.
    pub fn of(keys: &CallbackKeys, fresh: Option<String>) -> Self {
        let mut list = Self { public_keys: Vec::new(), shared_secrets: Vec::new(), shared_secret: fresh };
        for key in keys.iter() {
            let valid_until = key.valid_until;
            match key.public_key() {
                Some(text) => list.public_keys.push(PublicKey { key: text.to_owned(), valid_until }),
                None => list.shared_secrets.push(SecretValidity { valid_until }),
            }
        }
        list
    }
}
