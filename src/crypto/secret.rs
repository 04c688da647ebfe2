//! Secrets that are shown once and stored as a hash: client secrets, and the unguessable part of an address.
//!
//! Both are 256 random bits, so a plain hash is as strong as a slow one: there is nothing to guess.

use aws_lc_rs::constant_time::verify_slices_are_equal;
use aws_lc_rs::digest::{Context, SHA256};
use zeroize::Zeroizing;

use super::Personal;
use super::encoding::{from_base64url, random_array, to_base64url};
use crate::ports::Random;

const RANDOM_LEN: usize = 32;
const SALT_LEN: usize = 16;
const HASH_LEN: usize = 32;

/// What every client secret starts with, so that scanners for leaked secrets find it.
pub const CLIENT_SECRET_PREFIX: &str = "rcs_";

/// First part of a stored client secret: how it was hashed.
const STORED_FORMAT: &str = "s1";

/// A client secret: `rcs_` and 32 random bytes in base64url.
pub struct ClientSecret(Zeroizing<String>);

impl ClientSecret {
    /// A new secret.
    pub fn generate(random: &dyn Random) -> Self {
        let bytes = random_array::<RANDOM_LEN>(random);
        Self(Zeroizing::new(format!("{CLIENT_SECRET_PREFIX}{}", &*Zeroizing::new(to_base64url(bytes.as_slice())))))
    }

    /// The secret, to be shown once to its owner.
    pub fn expose_text(&self) -> Personal<String> {
        Personal::new(self.0.as_str().to_owned())
    }

    /// What is stored of it: `s1.<salt>.<hash>`, the hash being SHA-256 of salt and secret.
    pub fn to_stored(&self, random: &dyn Random) -> String {
        let salt = random_array::<SALT_LEN>(random);
        let hash = salted_hash(salt.as_slice(), &self.0);
        format!("{STORED_FORMAT}.{}.{}", to_base64url(salt.as_slice()), to_base64url(&hash))
    }
}

impl std::fmt::Debug for ClientSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ClientSecret")
    }
}

/// Whether a presented secret is the stored one. Without a stored one (the client is unknown) the same work is done, so that
/// the time of the answer does not tell which clients exist.
pub fn verify_client_secret(presented: &str, stored: Option<&str>) -> bool {
    let parsed = stored.and_then(parse_stored);
    let known = parsed.is_some();
    let (salt, hash) = parsed.unwrap_or_default();
    let fits = verify_slices_are_equal(&salted_hash(&salt, presented), &hash).is_ok();
    known & fits
}

fn parse_stored(stored: &str) -> Option<([u8; SALT_LEN], [u8; HASH_LEN])> {
    let (salt, hash) = stored.strip_prefix(STORED_FORMAT)?.strip_prefix('.')?.split_once('.')?;
    Some((*from_base64url(salt)?, *from_base64url(hash)?))
}

fn salted_hash(salt: &[u8], secret: &str) -> [u8; HASH_LEN] {
    let mut context = Context::new(&SHA256);
    context.update(salt);
    context.update(secret.as_bytes());
    into_hash(context)
}

fn into_hash(context: Context) -> [u8; HASH_LEN] {
    let mut hash = [0u8; HASH_LEN];
    hash.copy_from_slice(context.finish().as_ref());
    hash
}

/// The unguessable part of an address that works without signing in: 32 random bytes in base64url.
///
/// Ids are made from the time and can be guessed in part; an address that gives access by itself uses this.
pub struct UrlToken(Zeroizing<String>);

/// What is stored of an [`UrlToken`], and searched by.
pub type UrlTokenHash = [u8; HASH_LEN];

impl UrlToken {
    /// A new token.
    pub fn generate(random: &dyn Random) -> Self {
        Self(Zeroizing::new(to_base64url(random_array::<RANDOM_LEN>(random).as_slice())))
    }

    /// Reads a token out of an address; `None` when it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        from_base64url::<RANDOM_LEN>(text).map(|_| Self(Zeroizing::new(text.to_owned())))
    }

    /// The token, to be put into the address.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// What is stored of it.
    pub fn hash(&self) -> UrlTokenHash {
        let mut context = Context::new(&SHA256);
        context.update(b"recourse/v1 url token\0");
        context.update(self.0.as_bytes());
        into_hash(context)
    }
}

impl std::fmt::Debug for UrlToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("UrlToken")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::OsRandom;

    #[test]
    fn a_client_secret_fits_what_is_stored_of_it_and_nothing_else() {
        let random = OsRandom::default();
        let secret = ClientSecret::generate(&random);
        let text = secret.expose_text().into_exposed();
        assert!(text.starts_with("rcs_") && text.len() == 4 + 43, "{}", text.len());
        let stored = secret.to_stored(&random);
        assert!(!stored.contains(&text[4..]));
        assert!(verify_client_secret(&text, Some(&stored)));
        assert_ne!(stored, secret.to_stored(&random), "each row has its own salt");

        let other = ClientSecret::generate(&random).expose_text().into_exposed();
        for wrong in [other.as_str(), "", &text[4..], &text[..46], &format!("{text} "), &text.to_ascii_uppercase()] {
            assert!(!verify_client_secret(wrong, Some(&stored)));
        }
    }

    #[test]
    fn nothing_fits_an_unknown_client_or_a_broken_row() {
        let random = OsRandom::default();
        let secret = ClientSecret::generate(&random);
        let (text, stored) = (secret.expose_text().into_exposed(), secret.to_stored(&random));
        assert!(!verify_client_secret(&text, None));
        assert!(!verify_client_secret("", None));
        for broken in ["", "s1", "s1..", "s1.AAAA.AAAA", &stored.replace("s1", "s2"), &stored[..stored.len() - 1]] {
            assert!(!verify_client_secret(&text, Some(broken)), "{broken}");
        }
    }

    #[test]
    fn the_token_of_an_address_is_found_by_its_hash() {
        let token = UrlToken::generate(&OsRandom::default());
        assert_eq!(token.expose().len(), 43);
        assert_eq!(UrlToken::parse(token.expose()).unwrap().hash(), token.hash());
        assert_ne!(UrlToken::generate(&OsRandom::default()).hash(), token.hash());
        for text in ["", "short", &token.expose()[1..], &format!("{}=", token.expose()), "../../../etc/passwd"] {
            assert!(UrlToken::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn debug_shows_no_secret() {
        let random = OsRandom::default();
        assert_eq!(
            format!("{:?} {:?}", ClientSecret::generate(&random), UrlToken::generate(&random)),
            "ClientSecret UrlToken"
        );
    }
}
