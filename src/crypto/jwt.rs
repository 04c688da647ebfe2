//! What access tokens and mandate credentials have in common: a JWT of one type, signed with EdDSA and nothing else.
//!
//! Times are checked by the types themselves against the time they are given, not by the JWT library, which would read the
//! clock of the machine.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, Header, Validation};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::signing_key::{SigningKey, VerificationKeys};

/// Longest token that is looked at.
const TOKEN_MAX: usize = 8 * 1024;

/// How far the clocks of two machines may be apart, in seconds.
pub(super) const LEEWAY_SECONDS: i64 = 5;

/// Why a token is not made or not accepted. Carries no content of the token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// Not a JWT of this kind: broken, too long, or with claims that are missing or have a wrong form.
    #[error("the token is malformed")]
    Malformed,
    /// Signed with another algorithm than EdDSA, or not signed.
    #[error("the token is not signed with EdDSA")]
    WrongAlgorithm,
    /// A JWT made for another purpose.
    #[error("the token is of another type")]
    WrongType,
    /// Signed by a key that is not ours, or not ours any more.
    #[error("the token is signed by an unknown key")]
    UnknownKey,
    /// The signature does not fit.
    #[error("the signature of the token does not fit")]
    BadSignature,
    /// Of another issuer.
    #[error("the token is of another issuer")]
    WrongIssuer,
    /// For another audience.
    #[error("the token is for another audience")]
    WrongAudience,
    /// Its time is over.
    #[error("the token has expired")]
    Expired,
    /// Its time has not come, or it was issued in the future.
    #[error("the token is not valid yet")]
    NotYetValid,
    /// It is asked to live, or lives, longer than its kind may.
    #[error("the token lives longer than its kind may")]
    TooLong,
    /// The library could not sign.
    #[error("the token could not be signed")]
    NotSigned,
}

/// Signs claims as a token of this type.
pub(super) fn encode<T: Serialize>(kind: &str, claims: &T, key: &SigningKey) -> Result<String, TokenError> {
    let mut header = Header::new(Algorithm::EdDSA);
    header.typ = Some(kind.to_owned());
    header.kid = Some(key.kid().to_owned());
    jsonwebtoken::encode(&header, claims, key.encoding()).map_err(|_| TokenError::NotSigned)
}

/// Reads the claims of a token of this type whose signature fits one of the keys. Says nothing about times, issuer and
/// audience.
///
/// The key is found by `kid` among ours alone; a token that brings its own key or its address is refused, and so is one that
/// asks for extensions (`crit`).
pub(super) fn decode<T: DeserializeOwned>(kind: &str, token: &str, keys: &VerificationKeys) -> Result<T, TokenError> {
    if token.len() > TOKEN_MAX || token.bytes().filter(|byte| *byte == b'.').count() != 2 {
        return Err(TokenError::Malformed);
    }
    let header = jsonwebtoken::decode_header(token).map_err(|_| unreadable_header(token))?;
    if header.alg != Algorithm::EdDSA {
        return Err(TokenError::WrongAlgorithm);
    }
    if !header.typ.as_deref().is_some_and(|found| found.eq_ignore_ascii_case(kind)) {
        return Err(TokenError::WrongType);
    }
    let brings_a_key = header.jku.is_some() || header.jwk.is_some() || header.x5u.is_some() || header.x5c.is_some();
    if brings_a_key || header.crit.is_some() || header.enc.is_some() || header.zip.is_some() {
        return Err(TokenError::Malformed);
    }
    let key = header.kid.as_deref().and_then(|kid| keys.get(kid)).ok_or(TokenError::UnknownKey)?;

    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.required_spec_claims.clear();
    validation.validate_exp = false;
    validation.validate_nbf = false;
    validation.validate_aud = false;
    match jsonwebtoken::decode::<T>(token, key, &validation) {
        Ok(read) => Ok(read.claims),
        Err(error) => Err(match error.kind() {
            jsonwebtoken::errors::ErrorKind::InvalidSignature => TokenError::BadSignature,
            _ => TokenError::Malformed,
        }),
    }
}

/// An algorithm that the library does not know, such as `none`, makes the header unreadable to it; tell that apart.
fn unreadable_header(token: &str) -> TokenError {
    #[derive(serde::Deserialize)]
    struct OnlyAlgorithm {
        alg: String,
    }
    let head = token.split('.').next().and_then(|head| URL_SAFE_NO_PAD.decode(head).ok()).unwrap_or_default();
    match serde_json::from_slice::<OnlyAlgorithm>(&head) {
        Ok(header) if header.alg != "EdDSA" => TokenError::WrongAlgorithm,
        _ => TokenError::Malformed,
    }
}

/// Checks the times of a token against the given time.
pub(super) fn check_times(issued: i64, valid_from: i64, expires: i64, now: Timestamp) -> Result<(), TokenError> {
    let now = now.as_second();
    if expires.saturating_add(LEEWAY_SECONDS) <= now {
        return Err(TokenError::Expired);
    }
    if issued.max(valid_from).saturating_sub(LEEWAY_SECONDS) > now {
        return Err(TokenError::NotYetValid);
    }
    Ok(())
}
