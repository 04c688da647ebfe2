//! Client assertions: a JWT by which a client proves at the token endpoint that it holds a private key (RFC 7523, 2.2 and 3).
//!
//! The client is found by what the assertion says, the keys by the client, and the algorithm by the key: the header chooses among
//! what the client has registered and nothing else (RFC 8725, 3.1). A key in the header or an address of one, and every extension, is
//! refused. The audience is the issuer alone: an assertion that some other server was told to ask for does not work here
//! (draft-ietf-oauth-rfc7523bis). That an assertion is used once is for whoever can remember.

use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde_json::{Map, Value};

use super::client_key::ClientKey;

/// Longest assertion that is looked at, in bytes.
pub const ASSERTION_MAX: usize = 4 * 1024;

/// How far ahead an assertion may end, in seconds.
pub const AHEAD_MAX_SECONDS: i64 = 5 * 60;

/// How far the clocks of two machines may be apart, in seconds.
pub const LEEWAY_SECONDS: i64 = 10;

/// Longest `jti`, in bytes.
const JTI_MAX: usize = 256;

/// Types that a header may name: that of client assertions, and the general one, which most libraries write. Without one it is
/// taken too: what is signed with these keys for this audience is nothing else.
const KINDS: [&str; 2] = ["JWT", "client-authentication+jwt"];

/// Members of a header that bring a key, tell where one is, or change how the rest is to be read.
const FOREIGN_MEMBERS: [&str; 10] = ["jwk", "jku", "x5u", "x5c", "x5t", "x5t#S256", "crit", "b64", "enc", "zip"];

/// Why an assertion is not accepted. Carries no content of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AssertionError {
    /// Too long, not three parts, not base64url, not JSON, or with a member that stands twice.
    #[error("The assertion is not a JWT of at most 4096 bytes in which each member stands once.")]
    Malformed,
    /// The header brings what is for the service to know.
    #[error("The header of the assertion has a member that is not accepted, such as `jwk`, `jku`, `x5u` or `crit`.")]
    ForeignMember,
    /// A JWT made for another purpose.
    #[error("The `typ` of the assertion is neither `JWT` nor `client-authentication+jwt`.")]
    WrongType,
    /// Issuer or subject is missing, or they differ.
    #[error("The `iss` and the `sub` of the assertion are both the client id.")]
    WrongSubject,
    /// Not for this service, or not for it alone.
    #[error("The `aud` of the assertion is the issuer, the base address of the service, and nothing else.")]
    WrongAudience,
    /// There is no end, or it has passed.
    #[error("The `exp` of the assertion is missing or has passed.")]
    Expired,
    /// It would be good for too long.
    #[error("The `exp` of the assertion is more than five minutes ahead.")]
    TooLong,
    /// Its time has not come, or it was made in the future.
    #[error("The `nbf` or the `iat` of the assertion lies in the future.")]
    NotYetValid,
    /// It cannot be told from others.
    #[error("The assertion has no `jti` of 1 to 256 bytes.")]
    NoId,
    /// No key of the client that has this name and this algorithm.
    #[error("The assertion is signed by no key of the client.")]
    UnknownKey,
    /// The signature does not fit.
    #[error("The signature of the assertion does not fit.")]
    BadSignature,
}

impl AssertionError {
    /// Whether the sender may be told: what it can see in its own assertion. Which clients and keys there are is not told.
    pub const fn may_be_told(self) -> bool {
        !matches!(self, Self::UnknownKey | Self::BadSignature)
    }
}

/// An assertion that has the form of one. Nothing of it is true yet.
#[derive(Debug)]
pub struct Unverified<'a> {
    signed: &'a str,
    signature: &'a str,
    algorithm: String,
    kid: Option<String>,
    claims: Map<String, Value>,
}

/// A client has proven that it holds a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven {
    /// Which of its keys, as a place in the list.
    pub key: usize,
    /// SHA-256 of the id of the assertion, which is good once.
    pub id_hash: [u8; 32],
    /// From when the assertion is refused in any case, so that its id need not be remembered.
    pub ends_at: Timestamp,
}

/// Reads an assertion without believing it.
///
/// # Errors
/// [`AssertionError`].
pub fn read(text: &str) -> Result<Unverified<'_>, AssertionError> {
    if text.len() > ASSERTION_MAX {
        return Err(AssertionError::Malformed);
    }
    let (signed, signature) = text.rsplit_once('.').ok_or(AssertionError::Malformed)?;
    let (header, claims) = signed.split_once('.').ok_or(AssertionError::Malformed)?;
    let (header, claims) = (object(header)?, object(claims)?);
    if FOREIGN_MEMBERS.iter().any(|name| header.contains_key(*name)) {
        return Err(AssertionError::ForeignMember);
    }
    if !header.get("typ").is_none_or(is_of_a_kind) {
        return Err(AssertionError::WrongType);
    }
    let algorithm = header.get("alg").and_then(Value::as_str).ok_or(AssertionError::Malformed)?.to_owned();
    let kid =
        header.get("kid").map(|kid| kid.as_str().map(str::to_owned).ok_or(AssertionError::Malformed)).transpose()?;
    let name = |claim: &str| claims.get(claim).and_then(Value::as_str);
    if name("sub").is_none_or(str::is_empty) || name("sub") != name("iss") {
        return Err(AssertionError::WrongSubject);
    }
    Ok(Unverified { signed, signature, algorithm, kid, claims })
}

impl Unverified<'_> {
    /// The client that it says it is of.
    pub fn client_id(&self) -> &str {
        self.claims.get("sub").and_then(Value::as_str).unwrap_or_default()
    }

    /// Verifies it with the keys of that client, for this issuer, at this time.
    ///
    /// # Errors
    /// [`AssertionError`].
    pub fn verify(&self, keys: &[ClientKey], issuer: &str, now: Timestamp) -> Result<Proven, AssertionError> {
        let named = |key: &ClientKey| self.kid.as_deref().is_none_or(|kid| kid == key.kid());
        let mut candidates =
            keys.iter().enumerate().filter(|(_, key)| named(key) && key.verifies(&self.algorithm)).peekable();
        if candidates.peek().is_none() {
            return Err(AssertionError::UnknownKey);
        }
        let fits = |key: &ClientKey| {
            let message = self.signed.as_bytes();
            jsonwebtoken::crypto::verify(self.signature, message, &key.decoding(), key.algorithm()).unwrap_or(false)
        };
        let (key, _) = candidates.find(|(_, key)| fits(key)).ok_or(AssertionError::BadSignature)?;
        let ends_at = self.check(issuer, now.as_second())?;
        let id = self.claims.get("jti").and_then(Value::as_str).filter(|id| (1..=JTI_MAX).contains(&id.len()));
        let hash = digest(&SHA256, id.ok_or(AssertionError::NoId)?.as_bytes());
        let id_hash = hash.as_ref().try_into().map_err(|_| AssertionError::Malformed)?;
        Ok(Proven { key, id_hash, ends_at })
    }

    /// Checks audience and times; tells from when it is refused.
    fn check(&self, issuer: &str, now: i64) -> Result<Timestamp, AssertionError> {
        let for_us = match self.claims.get("aud") {
            Some(Value::String(one)) => one == issuer,
            Some(Value::Array(some)) => matches!(some.as_slice(), [Value::String(one)] if one == issuer),
            _ => false,
        };
        if !for_us {
            return Err(AssertionError::WrongAudience);
        }
        let expires = self.instant("exp")?.ok_or(AssertionError::Expired)?;
        if expires.saturating_add(LEEWAY_SECONDS) <= now {
            return Err(AssertionError::Expired);
        }
        if expires > now + AHEAD_MAX_SECONDS + LEEWAY_SECONDS {
            return Err(AssertionError::TooLong);
        }
        for begins in [self.instant("nbf")?, self.instant("iat")?].into_iter().flatten() {
            if begins > now + LEEWAY_SECONDS {
                return Err(AssertionError::NotYetValid);
            }
        }
        Timestamp::from_second(expires + LEEWAY_SECONDS).map_err(|_| AssertionError::Expired)
    }

    /// A NumericDate (RFC 7519, 2), which may have a fraction, in whole seconds.
    fn instant(&self, claim: &str) -> Result<Option<i64>, AssertionError> {
        let Some(value) = self.claims.get(claim) else { return Ok(None) };
        let seconds = value.as_f64().filter(|seconds| seconds.abs() < 1e12).ok_or(AssertionError::Malformed)?;
        Ok(Some(seconds.floor() as i64))
    }
}

fn is_of_a_kind(value: &Value) -> bool {
    let Some(kind) = value.as_str() else { return false };
    // RFC 7515, 4.1.9: the first half may be left out.
    let kind = kind.strip_prefix("application/").unwrap_or(kind);
    KINDS.iter().any(|known| kind.eq_ignore_ascii_case(known))
}

/// One part as a JSON object in which each member stands once: readers that take the first and readers that take the last of two
/// must not see different things.
fn object(part: &str) -> Result<Map<String, Value>, AssertionError> {
    let bytes = URL_SAFE_NO_PAD.decode(part).map_err(|_| AssertionError::Malformed)?;
    let Unrepeated(object) = serde_json::from_slice(&bytes).map_err(|_| AssertionError::Malformed)?;
    Ok(object)
}

struct Unrepeated(Map<String, Value>);

impl<'de> serde::Deserialize<'de> for Unrepeated {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;
        impl<'de> serde::de::Visitor<'de> for Members {
            type Value = Unrepeated;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object in which each member stands once")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut access: A) -> Result<Unrepeated, A::Error> {
                let mut members = Map::new();
                while let Some((name, value)) = access.next_entry::<String, Value>()? {
                    if members.insert(name, value).is_some() {
                        return Err(serde::de::Error::custom("a member stands twice"));
                    }
                }
                Ok(Unrepeated(members))
            }
        }
        deserializer.deserialize_map(Members)
    }
}

#[cfg(test)]
mod tests;
