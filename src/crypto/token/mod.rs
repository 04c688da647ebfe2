//! Access tokens: short-lived JWT (RFC 9068, `typ: at+jwt`) that say which client calls, for whom, and with which scopes.
//!
//! A token proves who asked for it and when. Whether the client still may (it was not revoked since) is in the database, and
//! whoever verifies a token asks there as well.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::encoding::{random_array, to_base64url};
pub use super::jwt::TokenError;
use super::jwt::{check_times, decode, encode};
use super::signing_key::{SigningKey, VerificationKeys};
use crate::ports::Random;

/// Type of the token in its header.
const KIND: &str = "at+jwt";

/// Longest life of an access token, in seconds.
pub const LIFETIME_MAX_SECONDS: u32 = 15 * 60;

/// On whose behalf a client calls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "client_kind")]
pub enum Holder {
    /// Who runs the instance.
    Operator,
    /// A client of an organisation.
    Organisation {
        /// Id of the organisation.
        organisation_id: String,
    },
    /// A client of a controller.
    Controller {
        /// Id of the controller.
        controller_id: String,
    },
    /// A client of a supervisory authority.
    Authority {
        /// Its name in the directory.
        authority_id: String,
    },
}

/// What a new token is to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// Id of the client.
    pub client_id: String,
    /// Id of the secret or key that the client proved itself with.
    pub credential_id: String,
    /// On whose behalf it calls.
    pub holder: Holder,
    /// Scopes, separated by single spaces.
    pub scope: String,
    /// Life in seconds, at most [`LIFETIME_MAX_SECONDS`].
    pub lifetime_seconds: u32,
}

/// A verified token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessToken {
    /// Id of the client.
    pub client_id: String,
    /// Id of the secret or key that the client proved itself with; the token ends with it.
    pub credential_id: String,
    /// On whose behalf it calls.
    pub holder: Holder,
    /// Scopes, separated by single spaces.
    pub scope: String,
    /// When it was issued, in whole seconds.
    pub issued_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
    /// Its own id.
    pub token_id: String,
}

impl AccessToken {
    /// Whether the token has this scope.
    pub fn has_scope(&self, scope: &str) -> bool {
        self.scopes().any(|word| word == scope)
    }

    /// Its scopes, one by one.
    pub fn scopes(&self) -> impl Iterator<Item = &str> {
        self.scope.split(' ').filter(|word| !word.is_empty())
    }
}

/// Who issues access tokens and whom they are for; both are set by the configuration of the instance.
#[derive(Debug, Clone)]
pub struct AccessTokens {
    /// `iss`: the address of the instance.
    pub issuer: String,
    /// `aud`: the address of its API.
    pub audience: String,
}

/// The claims as they travel.
#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: String,
    client_id: String,
    credential_id: String,
    #[serde(flatten)]
    holder: Holder,
    scope: String,
    iat: i64,
    nbf: i64,
    exp: i64,
    jti: String,
}

impl AccessTokens {
    /// Issues a token that is valid from `now`.
    ///
    /// # Errors
    /// [`TokenError::TooLong`] and [`TokenError::NotSigned`].
    pub fn issue(
        &self,
        key: &SigningKey,
        grant: Grant,
        now: Timestamp,
        random: &dyn Random,
    ) -> Result<String, TokenError> {
        if grant.lifetime_seconds > LIFETIME_MAX_SECONDS {
            return Err(TokenError::TooLong);
        }
        let now = now.as_second();
        let claims = Claims {
            iss: self.issuer.clone(),
            aud: self.audience.clone(),
            sub: grant.client_id.clone(),
            client_id: grant.client_id,
            credential_id: grant.credential_id,
            holder: grant.holder,
            scope: grant.scope,
            iat: now,
            nbf: now,
            exp: now + i64::from(grant.lifetime_seconds),
            jti: to_base64url(random_array::<16>(random).as_slice()),
        };
        encode(KIND, &claims, key)
    }

    /// Verifies a token at the given time.
    ///
    /// # Errors
    /// [`TokenError`].
    pub fn verify(&self, keys: &VerificationKeys, token: &str, now: Timestamp) -> Result<AccessToken, TokenError> {
        let claims: Claims = decode(KIND, token, keys)?;
        if claims.iss != self.issuer {
            return Err(TokenError::WrongIssuer);
        }
        if claims.aud != self.audience {
            return Err(TokenError::WrongAudience);
        }
        check_times(claims.iat, claims.nbf, claims.exp, now)?;
        if claims.exp.saturating_sub(claims.iat) > i64::from(LIFETIME_MAX_SECONDS) {
            return Err(TokenError::TooLong);
        }
        if claims.sub != claims.client_id || claims.sub.is_empty() {
            return Err(TokenError::Malformed);
        }
        let instant = |seconds| Timestamp::from_second(seconds).map_err(|_| TokenError::Malformed);
        Ok(AccessToken {
            client_id: claims.sub,
            credential_id: claims.credential_id,
            holder: claims.holder,
            scope: claims.scope,
            issued_at: instant(claims.iat)?,
            expires_at: instant(claims.exp)?,
            token_id: claims.jti,
        })
    }
}

#[cfg(test)]
mod tests;
