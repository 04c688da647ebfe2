//! Signatures of manifests: the instance states that it made a file for an authority, by the hash of the list of its parts.
//!
//! A statement has no end: a complaint may be read for years. It says nothing but the reference of the complaint, the form
//! of the list, its hash and how many files it names.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use super::jwt::TokenError;
use super::jwt::{decode, encode};
use super::signing_key::{SigningKey, VerificationKeys};

/// Type of the statement in its header.
const KIND: &str = "complaint-manifest+jwt";

/// What is stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The reference of the complaint.
    pub complaint: String,
    /// The version of the form of the manifest.
    pub format: String,
    /// SHA-256 of the manifest, 64 hexadecimal digits.
    pub sha256: String,
    /// How many files the manifest names.
    pub files: u64,
}

#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    iat: i64,
    sub: String,
    format: String,
    sha256: String,
    files: u64,
}

/// Signs a statement.
///
/// # Errors
/// [`TokenError::NotSigned`].
pub fn issue(issuer: &str, statement: &Statement, key: &SigningKey, now: Timestamp) -> Result<String, TokenError> {
    let claims = Claims {
        iss: issuer.to_owned(),
        iat: now.as_second(),
        sub: statement.complaint.clone(),
        format: statement.format.clone(),
        sha256: statement.sha256.clone(),
        files: statement.files,
    };
    encode(KIND, &claims, key)
}

/// Reads a statement whose signature fits one of the keys.
///
/// # Errors
/// [`TokenError`].
pub fn verify(issuer: &str, keys: &VerificationKeys, token: &str) -> Result<Statement, TokenError> {
    let claims: Claims = decode(KIND, token, keys)?;
    if claims.iss != issuer {
        return Err(TokenError::WrongIssuer);
    }
    Ok(Statement { complaint: claims.sub, format: claims.format, sha256: claims.sha256, files: claims.files })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::OsRandom;

    #[test]
    fn a_statement_is_believed_by_the_published_keys_alone() {
        let key = SigningKey::generate(&OsRandom::default());
        let keys: VerificationKeys = std::iter::once(&key).collect();
        let statement =
            Statement { complaint: "C-1".into(), format: "form/1".into(), sha256: "0".repeat(64), files: 3 };
        let now = Timestamp::from_second(1_800_000_000).unwrap();
        let token = issue("https://recourse.example", &statement, &key, now).unwrap();
        assert_eq!(verify("https://recourse.example", &keys, &token).unwrap(), statement);
        assert_eq!(token, issue("https://recourse.example", &statement, &key, now).unwrap(), "the same on any day");
        let refused = |issuer: &str, keys: &VerificationKeys, token: &str| verify(issuer, keys, token).unwrap_err();
        assert_eq!(refused("https://else.example", &keys, &token), TokenError::WrongIssuer);
        let nobody = VerificationKeys::default();
        assert_eq!(refused("https://recourse.example", &nobody, &token), TokenError::UnknownKey);
        let (head, rest) = token.split_once('.').unwrap();
        let (_, signature) = rest.split_once('.').unwrap();
        let other = issue("https://recourse.example", &Statement { files: 4, ..statement }, &key, now).unwrap();
        let claims = other.split('.').nth(1).unwrap();
        let forged = format!("{head}.{claims}.{signature}");
        assert_eq!(refused("https://recourse.example", &keys, &forged), TokenError::BadSignature);
    }
}
