//! Mandate credentials: what a controller verifies, offline and with the published keys alone, to know that an organisation
//! may act for a person towards it.
//!
//! A credential is for one controller and one request. It names the mandate, the organisation, the rights and the dates. It
//! names no person: the person appears as a reference that means something to this controller only, and who that is the
//! controller learns from the request itself, with its own token. A mandate can be revoked at any time (M-11), so the
//! credential carries the address that tells its present status.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::encoding::{random_array, to_base64url};
pub use super::jwt::TokenError;
use super::jwt::{check_times, decode, encode};
use super::signing_key::{SigningKey, VerificationKeys};
use crate::domain::recipient::Recipient;
use crate::ports::Random;

/// Type of the credential in its header.
const KIND: &str = "mandate+jwt";

/// What it is called on the field list of controllers.
const KIND_ON_LIST: &str = "mandate_credential";

/// The organisation that acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Representative {
    /// Its id.
    pub id: String,
    /// Its name as registered.
    pub name: String,
}

/// What a credential says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    /// Id of the mandate.
    pub mandate_id: String,
    /// Id of the controller it is shown to.
    pub controller_id: String,
    /// Id of the request it goes with.
    pub request_id: String,
    /// The organisation that acts.
    pub organisation: Representative,
    /// The person, as a reference for this controller only, see
    /// [`OrganisationKeys::subject_reference`](super::OrganisationKeys::subject_reference).
    pub subject_reference: String,
    /// The rights that the mandate covers, as words such as `access`.
    pub rights: Vec<String>,
    /// What the mandate is limited to, as words of a closed list; empty when it has no limit. Never free text, which could
    /// name people.
    pub scope: Vec<String>,
    /// From when the mandate is valid.
    pub valid_from: Timestamp,
    /// Until when, the instant itself not included.
    pub valid_until: Timestamp,
    /// Where its present status is told.
    pub status_url: String,
}

/// The claims as they travel.
#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: String,
    iat: i64,
    nbf: i64,
    exp: i64,
    jti: String,
    request_id: String,
    organisation: Representative,
    subject_reference: String,
    rights: Vec<String>,
    scope: Vec<String>,
    status_url: String,
}

/// Signs a credential. Instants are cut to whole seconds.
///
/// # Errors
/// [`TokenError::Expired`] when the mandate is over at `now`, [`TokenError::NotSigned`].
pub fn issue(
    issuer: &str,
    credential: &Credential,
    key: &SigningKey,
    now: Timestamp,
    random: &dyn Random,
) -> Result<String, TokenError> {
    if credential.valid_until <= now {
        return Err(TokenError::Expired);
    }
    let credential = credential.clone();
    let claims = Claims {
        iss: issuer.to_owned(),
        aud: credential.controller_id,
        sub: credential.mandate_id,
        iat: now.as_second(),
        nbf: credential.valid_from.as_second(),
        exp: credential.valid_until.as_second(),
        jti: to_base64url(random_array::<16>(random).as_slice()),
        request_id: credential.request_id,
        organisation: credential.organisation,
        subject_reference: credential.subject_reference,
        rights: credential.rights,
        scope: credential.scope,
        status_url: credential.status_url,
    };
    let given = Recipient::Controller.given(KIND_ON_LIST, &claims).map_err(|_| TokenError::NotSigned)?;
    encode(KIND, &given, key)
}

/// Verifies a credential as its controller does: by the keys of the issuer, at the given time. Whether the mandate was revoked
/// meanwhile is told by its status address only.
///
/// # Errors
/// [`TokenError`].
pub fn verify(
    issuer: &str,
    controller_id: &str,
    keys: &VerificationKeys,
    token: &str,
    now: Timestamp,
) -> Result<Credential, TokenError> {
    let claims = signed_claims(issuer, controller_id, keys, token)?;
    check_times(claims.iat, claims.nbf, claims.exp, now)?;
    claims.into_credential()
}

/// Reads a credential that was issued for this controller, also one whose time is over or has not come. For whoever asks the
/// present status of its mandate next.
///
/// # Errors
/// [`TokenError`], but none about time.
pub fn read(issuer: &str, controller_id: &str, keys: &VerificationKeys, token: &str) -> Result<Credential, TokenError> {
    signed_claims(issuer, controller_id, keys, token)?.into_credential()
}

fn signed_claims(
    issuer: &str,
    controller_id: &str,
    keys: &VerificationKeys,
    token: &str,
) -> Result<Claims, TokenError> {
    let claims: Claims = decode(KIND, token, keys)?;
    if claims.iss != issuer {
        return Err(TokenError::WrongIssuer);
    }
    if claims.aud != controller_id {
        return Err(TokenError::WrongAudience);
    }
    Ok(claims)
}

impl Claims {
    fn into_credential(self) -> Result<Credential, TokenError> {
        let claims = self;
        let instant = |seconds| Timestamp::from_second(seconds).map_err(|_| TokenError::Malformed);
        Ok(Credential {
            mandate_id: claims.sub,
            controller_id: claims.aud,
            request_id: claims.request_id,
            organisation: claims.organisation,
            subject_reference: claims.subject_reference,
            rights: claims.rights,
            scope: claims.scope,
            valid_from: instant(claims.nbf)?,
            valid_until: instant(claims.exp)?,
            status_url: claims.status_url,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::signing_key::JwkSet;
    use crate::ports::OsRandom;

    const ISSUER: &str = "https://recourse.example";
    const NOW: i64 = 1_800_000_000;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).unwrap()
    }

    fn credential() -> Credential {
        Credential {
            mandate_id: "mdt_1".into(),
            controller_id: "ctl_1".into(),
            request_id: "req_1".into(),
            organisation: Representative { id: "org_1".into(), name: "Verein für Datenrechte".into() },
            subject_reference: "k3FJx0".into(),
            rights: vec!["access".into(), "erasure".into()],
            scope: vec![],
            valid_from: at(NOW - 1000),
            valid_until: at(NOW + 1000),
            status_url: "https://recourse.example/v1/mandates/status/x".into(),
        }
    }

    fn issued(key: &SigningKey) -> String {
        issue(ISSUER, &credential(), key, at(NOW), &OsRandom::default()).unwrap()
    }

    #[test]
    fn a_controller_verifies_it_with_the_published_keys_alone() {
        let key = SigningKey::generate(&OsRandom::default());
        let published = serde_json::to_string(&JwkSet { keys: vec![key.to_jwk()] }).unwrap();
        let token = issued(&key);

        let keys = VerificationKeys::from_jwks(&serde_json::from_str(&published).unwrap());
        assert_eq!(verify(ISSUER, "ctl_1", &keys, &token, at(NOW)).unwrap(), credential());
        let refused = |issuer, controller, now| verify(issuer, controller, &keys, &token, at(now)).unwrap_err();
        assert_eq!(refused("https://else.example", "ctl_1", NOW), TokenError::WrongIssuer);
        assert_eq!(refused(ISSUER, "ctl_2", NOW), TokenError::WrongAudience);
        assert_eq!(refused(ISSUER, "ctl_1", NOW + 1005), TokenError::Expired);
        assert_eq!(refused(ISSUER, "ctl_1", NOW - 6), TokenError::NotYetValid);
        // Reading asks for no time, but for everything else.
        assert_eq!(read(ISSUER, "ctl_1", &keys, &token).unwrap(), credential());
        assert_eq!(read(ISSUER, "ctl_2", &keys, &token), Err(TokenError::WrongAudience));
        assert_eq!(read(ISSUER, "ctl_1", &VerificationKeys::default(), &token), Err(TokenError::UnknownKey));
    }

    #[test]
    fn another_library_verifies_it_too() {
        let key = SigningKey::generate(&OsRandom::default());
        let jwk: jsonwebtoken::jwk::Jwk = serde_json::from_value(serde_json::to_value(key.to_jwk()).unwrap()).unwrap();
        let mut validation = jsonwebtoken::Validation::new(jsonwebtoken::Algorithm::EdDSA);
        validation.set_audience(&["ctl_1"]);
        validation.validate_exp = false;
        let decoding = jsonwebtoken::DecodingKey::from_jwk(&jwk).unwrap();
        let read = jsonwebtoken::decode::<serde_json::Value>(issued(&key), &decoding, &validation).unwrap();
        let claims: Vec<&String> = read.claims.as_object().unwrap().keys().collect();
        // Nothing else travels; in particular no name, contact or identifier of the person.
        assert_eq!(
            claims,
            [
                "aud",
                "exp",
                "iat",
                "iss",
                "jti",
                "nbf",
                "organisation",
                "request_id",
                "rights",
                "scope",
                "status_url",
                "sub",
                "subject_reference"
            ]
        );
    }

    #[test]
    fn an_access_token_is_no_credential_and_the_reverse() {
        use crate::crypto::token::{AccessTokens, Grant, Holder};
        let key = SigningKey::generate(&OsRandom::default());
        let keys: VerificationKeys = std::iter::once(&key).collect();
        let tokens = AccessTokens { issuer: ISSUER.into(), audience: "ctl_1".into() };
        let grant = Grant {
            client_id: "c".into(),
            credential_id: "d".into(),
            holder: Holder::Operator,
            scope: String::new(),
            lifetime_seconds: 60,
        };
        let token = tokens.issue(&key, grant, at(NOW), &OsRandom::default()).unwrap();
        assert_eq!(verify(ISSUER, "ctl_1", &keys, &token, at(NOW)).unwrap_err(), TokenError::WrongType);
        assert_eq!(tokens.verify(&keys, &issued(&key), at(NOW)).unwrap_err(), TokenError::WrongType);
    }

    #[test]
    fn a_mandate_that_is_over_gets_no_credential() {
        let key = SigningKey::generate(&OsRandom::default());
        let refused = issue(ISSUER, &credential(), &key, at(NOW + 1000), &OsRandom::default());
        assert_eq!(refused, Err(TokenError::Expired));
    }
}
