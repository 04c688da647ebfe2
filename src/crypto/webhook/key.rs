//! Secrets and keys of webhooks in their text forms: `whsec_` (shared secret), `whsk_` and `whpk_` (Ed25519 private, public).

use aws_lc_rs::hmac;
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair as _};
use zeroize::Zeroizing;

use crate::crypto::Personal;
use crate::crypto::encoding::{from_base64, random_array, to_base64};
use crate::crypto::signing_key::SigningKey;
use crate::ports::Random;

const SECRET_PREFIX: &str = "whsec_";
const PRIVATE_PREFIX: &str = "whsk_";
const PUBLIC_PREFIX: &str = "whpk_";

/// Bytes of a shared secret by the specification.
const SECRET_LEN: std::ops::RangeInclusive<usize> = 24..=64;
/// Bytes of a shared secret that we make.
const OUR_SECRET_LEN: usize = 32;
const SEED_LEN: usize = 32;
const PUBLIC_LEN: usize = 32;

/// Why a text is no webhook key. Never shows the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// It starts with none of the prefixes that are possible here.
    #[error("a webhook key starts with whsec_, whsk_ or whpk_")]
    UnknownPrefix,
    /// What follows is not standard base64.
    #[error("a webhook key is base64 after its prefix")]
    NotBase64,
    /// A shared secret has 24 to 64 bytes, an Ed25519 key 32 (a private key with its public half 64).
    #[error("a webhook key has a wrong length")]
    WrongLength,
    /// A private key with a public half that is not its own, or a public key that is not on the curve.
    #[error("this is not an Ed25519 key")]
    NotAKey,
}

/// What signs.
pub enum SigningSecret {
    /// A shared secret: HMAC-SHA-256, scheme `v1`.
    Symmetric(Box<SharedSecret>),
    /// An Ed25519 private key, scheme `v1a`.
    Ed25519(PrivateKey),
}

/// A shared secret.
pub struct SharedSecret {
    bytes: Zeroizing<Vec<u8>>,
    pub(super) key: hmac::Key,
}

/// An Ed25519 private key.
pub struct PrivateKey {
    seed: Zeroizing<[u8; SEED_LEN]>,
    pub(super) pair: Ed25519KeyPair,
}

/// What verifies.
#[derive(Clone)]
pub enum VerifyingKey {
    /// The shared secret.
    Symmetric(Box<hmac::Key>),
    /// An Ed25519 public key.
    Ed25519([u8; PUBLIC_LEN]),
}

impl SharedSecret {
    fn new(bytes: Zeroizing<Vec<u8>>) -> Result<Box<Self>, KeyError> {
        if !SECRET_LEN.contains(&bytes.len()) {
            return Err(KeyError::WrongLength);
        }
        let key = hmac::Key::new(hmac::HMAC_SHA256, &bytes);
        Ok(Box::new(Self { bytes, key }))
    }
}

impl PrivateKey {
    fn new(bytes: &[u8]) -> Result<Self, KeyError> {
        let (seed, public) = match bytes.len() {
            SEED_LEN => (bytes, None),
            // Some libraries keep the public half behind the seed.
            64 => (&bytes[..SEED_LEN], Some(&bytes[SEED_LEN..])),
            _ => return Err(KeyError::WrongLength),
        };
        let pair = match public {
            Some(public) => Ed25519KeyPair::from_seed_and_public_key(seed, public),
            None => Ed25519KeyPair::from_seed_unchecked(seed),
        }
        .map_err(|_| KeyError::NotAKey)?;
        let mut kept = Zeroizing::new([0u8; SEED_LEN]);
        kept.copy_from_slice(seed);
        Ok(Self { seed: kept, pair })
    }

    fn public(&self) -> [u8; PUBLIC_LEN] {
        let mut public = [0u8; PUBLIC_LEN];
        public.copy_from_slice(self.pair.public_key().as_ref());
        public
    }
}

impl SigningSecret {
    /// A new shared secret of 32 bytes.
    pub fn generate_symmetric(random: &dyn Random) -> Self {
        let bytes = Zeroizing::new(random_array::<OUR_SECRET_LEN>(random).to_vec());
        let key = hmac::Key::new(hmac::HMAC_SHA256, &bytes);
        Self::Symmetric(Box::new(SharedSecret { bytes, key }))
    }

    /// A new Ed25519 key pair.
    pub fn generate_ed25519(random: &dyn Random) -> Self {
        let seed = random_array::<SEED_LEN>(random);
        Self::Ed25519(PrivateKey::new(seed.as_slice()).expect("every 32 bytes are an Ed25519 seed"))
    }

    /// Reads `whsec_…` or `whsk_…`.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        if let Some(secret) = text.strip_prefix(SECRET_PREFIX) {
            return SharedSecret::new(from_base64(secret).ok_or(KeyError::NotBase64)?).map(Self::Symmetric);
        }
        let private = text.strip_prefix(PRIVATE_PREFIX).ok_or(KeyError::UnknownPrefix)?;
        PrivateKey::new(&from_base64(private).ok_or(KeyError::NotBase64)?).map(Self::Ed25519)
    }

    /// The text form, to be shown once to its owner or to be sealed.
    pub fn expose_text(&self) -> Personal<String> {
        let (prefix, bytes) = match self {
            Self::Symmetric(secret) => (SECRET_PREFIX, secret.bytes.as_slice()),
            Self::Ed25519(private) => (PRIVATE_PREFIX, private.seed.as_slice()),
        };
        Personal::new(format!("{prefix}{}", &*Zeroizing::new(to_base64(bytes))))
    }

    /// What the other side verifies with.
    pub fn verifying_key(&self) -> VerifyingKey {
        match self {
            Self::Symmetric(secret) => VerifyingKey::Symmetric(Box::new(secret.key.clone())),
            Self::Ed25519(private) => VerifyingKey::Ed25519(private.public()),
        }
    }

    /// The public key to publish, `whpk_…`; a shared secret has none.
    pub fn public_text(&self) -> Option<String> {
        match self {
            Self::Symmetric(_) => None,
            Self::Ed25519(private) => Some(format!("{PUBLIC_PREFIX}{}", to_base64(&private.public()))),
        }
    }
}

/// A key of the instance signs webhooks to receivers that verify with its published key.
impl From<&SigningKey> for SigningSecret {
    fn from(key: &SigningKey) -> Self {
        Self::Ed25519(PrivateKey::new(key.expose_seed()).expect("every 32 bytes are an Ed25519 seed"))
    }
}

impl VerifyingKey {
    /// Reads `whsec_…` or `whpk_…`. A private key is refused here: its owner should not have sent it.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        if let Some(secret) = text.strip_prefix(SECRET_PREFIX) {
            let secret = SharedSecret::new(from_base64(secret).ok_or(KeyError::NotBase64)?)?;
            return Ok(Self::Symmetric(Box::new(secret.key)));
        }
        let public = text.strip_prefix(PUBLIC_PREFIX).ok_or(KeyError::UnknownPrefix)?;
        let public = from_base64(public).ok_or(KeyError::NotBase64)?;
        let public = public.as_slice().try_into().map_err(|_| KeyError::WrongLength)?;
        aws_lc_rs::signature::ParsedPublicKey::new(&aws_lc_rs::signature::ED25519, public)
            .map_err(|_| KeyError::NotAKey)?;
        Ok(Self::Ed25519(public))
    }
}

impl std::fmt::Debug for SigningSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Symmetric(_) => "SigningSecret::Symmetric",
            Self::Ed25519(_) => "SigningSecret::Ed25519",
        })
    }
}

impl std::fmt::Debug for VerifyingKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Symmetric(_) => "VerifyingKey::Symmetric",
            Self::Ed25519(_) => "VerifyingKey::Ed25519",
        })
    }
}
