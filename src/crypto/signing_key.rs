//! The Ed25519 keys with which the instance signs tokens and credentials, and their public form (JWKS).
//!
//! An instance signs with one key and publishes several: the next one before it signs, the last ones until what they signed
//! has run out. A key's id is its thumbprint (RFC 7638), so that it cannot name another key.

use std::collections::HashMap;

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::encoding::AsDer as _;
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair as _};
use jsonwebtoken::{DecodingKey, EncodingKey};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::encoding::{from_base64url, random_array, to_base64url};
use crate::ports::Random;

/// Bytes from which the whole key pair follows. This is what is sealed and stored.
pub const SEED_LEN: usize = 32;

/// Why a key is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SigningKeyError {
    /// Not 32 bytes.
    #[error("a signing key is made from 32 bytes")]
    WrongLength,
    /// The library refused it.
    #[error("the cryptographic library refused the key")]
    Refused,
}

/// A private key of the instance.
pub struct SigningKey {
    kid: String,
    public: [u8; 32],
    seed: Zeroizing<[u8; SEED_LEN]>,
    encoding: EncodingKey,
}

impl SigningKey {
    /// A new key.
    pub fn generate(random: &dyn Random) -> Self {
        let seed = random_array::<SEED_LEN>(random);
        Self::from_seed(seed.as_slice()).expect("every 32 bytes are an Ed25519 seed")
    }

    /// The key of a stored seed.
    ///
    /// # Errors
    /// [`SigningKeyError`].
    pub fn from_seed(seed: &[u8]) -> Result<Self, SigningKeyError> {
        let seed: Zeroizing<[u8; SEED_LEN]> =
            Zeroizing::new(seed.try_into().map_err(|_| SigningKeyError::WrongLength)?);
        let pair = Ed25519KeyPair::from_seed_unchecked(seed.as_slice()).map_err(|_| SigningKeyError::Refused)?;
        let mut public = [0u8; 32];
        public.copy_from_slice(pair.public_key().as_ref());
        let der: aws_lc_rs::encoding::Pkcs8V1Der<'_> = pair.as_der().map_err(|_| SigningKeyError::Refused)?;
        Ok(Self { kid: thumbprint(&public), public, seed, encoding: EncodingKey::from_ed_der(der.as_ref()) })
    }

    /// The seed, to seal and store it.
    pub fn expose_seed(&self) -> &[u8; SEED_LEN] {
        &self.seed
    }

    /// The id of the key, which its tokens carry.
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// The public half, to publish.
    pub fn to_jwk(&self) -> Jwk {
        Jwk::of(&self.public)
    }

    pub(super) fn encoding(&self) -> &EncodingKey {
        &self.encoding
    }
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SigningKey").field("kid", &self.kid).finish_non_exhaustive()
    }
}

/// A public key as it is published (RFC 8037).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Jwk {
    /// Kind of key, `OKP`.
    #[schema(example = "OKP")]
    pub kty: String,
    /// Curve, `Ed25519`.
    #[schema(example = "Ed25519")]
    pub crv: String,
    /// The public key, 32 bytes in base64url.
    #[schema(example = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")]
    pub x: String,
    /// Id of the key: its RFC 7638 thumbprint.
    #[schema(example = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")]
    pub kid: String,
    /// What it is for, `sig`.
    #[serde(rename = "use")]
    #[schema(example = "sig")]
    pub usage: String,
    /// Algorithm, `EdDSA`.
    #[schema(example = "EdDSA")]
    pub alg: String,
}

impl Jwk {
    /// The key of 32 bytes in base64url, as they are stored; none for anything else.
    pub fn from_public(text: &str) -> Option<Self> {
        from_base64url::<32>(text).map(|public| Self::of(&public))
    }

    fn of(public: &[u8; 32]) -> Self {
        Self {
            kty: "OKP".into(),
            crv: "Ed25519".into(),
            x: to_base64url(public),
            kid: thumbprint(public),
            usage: "sig".into(),
            alg: "EdDSA".into(),
        }
    }
}

/// The published keys of the instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct JwkSet {
    /// The keys, in no order that means anything.
    pub keys: Vec<Jwk>,
}

/// Keys to verify with, found by their id.
#[derive(Clone, Default)]
pub struct VerificationKeys {
    by_kid: HashMap<String, DecodingKey>,
}

impl VerificationKeys {
    /// The keys of a published set. What is not an Ed25519 signing key, or does not have its own thumbprint as id, is left
    /// out.
    pub fn from_jwks(set: &JwkSet) -> Self {
        let usable = set.keys.iter().filter_map(|jwk| {
            let public = from_base64url::<32>(&jwk.x)?;
            let expected = Jwk::of(&public);
            (*jwk == expected).then(|| (expected.kid, DecodingKey::from_ed_der(public.as_slice())))
        });
        Self { by_kid: usable.collect() }
    }

    /// How many keys are usable.
    pub fn len(&self) -> usize {
        self.by_kid.len()
    }

    /// Whether there is no key at all, so that nothing verifies.
    pub fn is_empty(&self) -> bool {
        self.by_kid.is_empty()
    }

    pub(super) fn get(&self, kid: &str) -> Option<&DecodingKey> {
        self.by_kid.get(kid)
    }
}

impl<'a> FromIterator<&'a SigningKey> for VerificationKeys {
    fn from_iter<I: IntoIterator<Item = &'a SigningKey>>(keys: I) -> Self {
        Self::from_jwks(&JwkSet { keys: keys.into_iter().map(SigningKey::to_jwk).collect() })
    }
}

impl std::fmt::Debug for VerificationKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.by_kid.keys()).finish()
    }
}

/// RFC 7638 over the members that RFC 8037 requires, in their order.
fn thumbprint(public: &[u8; 32]) -> String {
    let canonical = format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{}"}}"#, to_base64url(public));
    to_base64url(digest(&SHA256, canonical.as_bytes()).as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::OsRandom;

    /// RFC 8037, appendix A: the key of A.1, its public form of A.2, its thumbprint of A.3.
    #[test]
    fn published_vectors() {
        let seed = from_base64url::<32>("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A").unwrap();
        let key = SigningKey::from_seed(seed.as_slice()).unwrap();
        assert_eq!(key.to_jwk().x, "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
        assert_eq!(key.kid(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    #[test]
    fn the_seed_gives_the_key_again_and_is_not_shown() {
        let key = SigningKey::generate(&OsRandom::default());
        let again = SigningKey::from_seed(key.expose_seed()).unwrap();
        assert_eq!(key.to_jwk(), again.to_jwk());
        assert_eq!(format!("{key:?}"), format!("SigningKey {{ kid: {:?}, .. }}", key.kid()));
        assert_eq!(SigningKey::from_seed(&[1; 31]).unwrap_err(), SigningKeyError::WrongLength);
    }

    #[test]
    fn the_published_set_has_no_private_part_and_reads_back() {
        let keys = [SigningKey::generate(&OsRandom::default()), SigningKey::generate(&OsRandom::default())];
        let set = JwkSet { keys: keys.iter().map(SigningKey::to_jwk).collect() };
        let json = serde_json::to_value(&set).unwrap();
        let members: Vec<&String> = json["keys"][0].as_object().unwrap().keys().collect();
        assert_eq!(members, ["alg", "crv", "kid", "kty", "use", "x"]);
        let read: JwkSet = serde_json::from_value(json).unwrap();
        assert_eq!(VerificationKeys::from_jwks(&read).len(), 2);
        // The types of the JWT library read it too.
        let foreign: jsonwebtoken::jwk::JwkSet = serde_json::from_str(&serde_json::to_string(&set).unwrap()).unwrap();
        assert!(foreign.find(keys[0].kid()).is_some());
    }

    #[test]
    fn keys_that_are_not_what_they_say_are_left_out() {
        let good = SigningKey::generate(&OsRandom::default()).to_jwk();
        let other = SigningKey::generate(&OsRandom::default()).to_jwk();
        let set = JwkSet {
            keys: vec![
                Jwk { kid: other.kid.clone(), ..good.clone() },
                Jwk { alg: "HS256".into(), ..good.clone() },
                Jwk { kty: "oct".into(), ..good.clone() },
                Jwk { usage: "enc".into(), ..good.clone() },
                Jwk { x: "AAAA".into(), ..good.clone() },
            ],
        };
        assert!(VerificationKeys::from_jwks(&set).is_empty());
    }
}
