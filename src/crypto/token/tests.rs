use super::*;
use crate::ports::OsRandom;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};

const NOW: i64 = 1_800_000_000;

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap()
}

fn tokens() -> AccessTokens {
    AccessTokens { issuer: "https://recourse.example".into(), audience: "https://recourse.example/v1".into() }
}

fn grant() -> Grant {
    Grant {
        client_id: "cli_1".into(),
        credential_id: "crd_1".into(),
        holder: Holder::Organisation { organisation_id: "org_1".into() },
        scope: "requests:read requests:write".into(),
        lifetime_seconds: 600,
    }
}

struct Fixture {
    key: SigningKey,
    keys: VerificationKeys,
}

fn fixture() -> Fixture {
    let key = SigningKey::generate(&OsRandom::default());
    let keys = std::iter::once(&key).collect();
    Fixture { key, keys }
}

impl Fixture {
    fn issue(&self) -> String {
        tokens().issue(&self.key, grant(), at(NOW), &OsRandom::default()).unwrap()
    }

    fn verify(&self, token: &str) -> Result<AccessToken, TokenError> {
        tokens().verify(&self.keys, token, at(NOW))
    }

    /// A token with a changed header and changed claims, signed by the right key.
    fn signed(&self, change: impl FnOnce(&mut Header, &mut Value)) -> String {
        let mut header = Header::new(Algorithm::EdDSA);
        header.typ = Some("at+jwt".into());
        header.kid = Some(self.key.kid().into());
        let mut claims = json!({
            "iss": "https://recourse.example", "aud": "https://recourse.example/v1", "sub": "cli_1", "client_id": "cli_1",
            "credential_id": "crd_1", "client_kind": "organisation", "organisation_id": "org_1", "scope": "requests:read",
            "iat": NOW, "nbf": NOW, "exp": NOW + 600, "jti": "x",
        });
        change(&mut header, &mut claims);
        jsonwebtoken::encode(&header, &claims, self.key.encoding()).unwrap()
    }
}

fn part(value: &Value) -> String {
    to_base64url(value.to_string().as_bytes())
}

#[test]
fn what_was_granted_comes_back() {
    let fixture = fixture();
    let read = fixture.verify(&fixture.issue()).unwrap();
    assert_eq!(read.client_id, "cli_1");
    assert_eq!(read.holder, Holder::Organisation { organisation_id: "org_1".into() });
    assert_eq!((read.issued_at, read.expires_at), (at(NOW), at(NOW + 600)));
    assert!(read.has_scope("requests:read") && read.has_scope("requests:write"));
    assert!(!read.has_scope("requests") && !read.has_scope("") && !read.has_scope("requests:read requests:write"));
    assert_ne!(read.token_id, fixture.verify(&fixture.issue()).unwrap().token_id);
    let authority = Holder::Authority { authority_id: "fr-cnil".into() };
    for holder in [Holder::Operator, Holder::Controller { controller_id: "ctl_1".into() }, authority] {
        let grant = Grant { holder: holder.clone(), ..grant() };
        let token = tokens().issue(&fixture.key, grant, at(NOW), &OsRandom::default()).unwrap();
        assert_eq!(fixture.verify(&token).unwrap().holder, holder);
    }
}

#[test]
fn the_header_names_type_algorithm_and_key() {
    let fixture = fixture();
    let header = jsonwebtoken::decode_header(fixture.issue()).unwrap();
    assert_eq!((header.typ.as_deref(), header.alg), (Some("at+jwt"), Algorithm::EdDSA));
    assert_eq!(header.kid.as_deref(), Some(fixture.key.kid()));
}

#[test]
fn the_given_time_decides_with_a_small_leeway() {
    let fixture = fixture();
    let token = fixture.issue();
    let verify = |now| tokens().verify(&fixture.keys, &token, at(now)).map(drop);
    assert_eq!(verify(NOW + 600 + 4), Ok(()));
    assert_eq!(verify(NOW + 600 + 5), Err(TokenError::Expired));
    assert_eq!(verify(NOW - 5), Ok(()));
    assert_eq!(verify(NOW - 6), Err(TokenError::NotYetValid));
}

#[test]
fn a_token_lives_fifteen_minutes_at_most() {
    let fixture = fixture();
    let long = Grant { lifetime_seconds: 901, ..grant() };
    assert_eq!(tokens().issue(&fixture.key, long, at(NOW), &OsRandom::default()), Err(TokenError::TooLong));
    let forged = fixture.signed(|_, claims| claims["exp"] = json!(NOW + 901));
    assert_eq!(fixture.verify(&forged), Err(TokenError::TooLong));
    let endless = fixture.signed(|_, claims| claims["exp"] = json!(i64::MAX));
    assert_eq!(fixture.verify(&endless), Err(TokenError::TooLong));
}

#[test]
fn claims_that_are_not_ours_are_refused() {
    let fixture = fixture();
    assert!(fixture.verify(&fixture.signed(|_, _| {})).is_ok());
    let refused = |expected, change: fn(&mut Value)| {
        let token = fixture.signed(|_, claims| change(claims));
        assert_eq!(fixture.verify(&token).unwrap_err(), expected);
    };
    refused(TokenError::WrongIssuer, |claims| claims["iss"] = json!("https://else.example"));
    refused(TokenError::WrongAudience, |claims| claims["aud"] = json!("https://else.example"));
    refused(TokenError::Malformed, |claims| {
        claims["aud"] = json!(["https://recourse.example/v1", "https://else.example"])
    });
    refused(TokenError::Malformed, |claims| claims["client_id"] = json!("cli_2"));
    refused(TokenError::Malformed, |claims| claims["client_kind"] = json!("root"));
    refused(TokenError::Malformed, |claims| claims["exp"] = json!("1900000000"));
    refused(TokenError::Malformed, |claims| claims["exp"] = json!(1.9e9));
    refused(TokenError::NotYetValid, |claims| claims["nbf"] = json!(NOW + 60));
    refused(TokenError::NotYetValid, |claims| claims["iat"] = json!(NOW + 60));
    for name in
        ["iss", "aud", "sub", "client_id", "client_kind", "organisation_id", "scope", "iat", "nbf", "exp", "jti"]
    {
        let token = fixture.signed(|_, claims| drop(claims.as_object_mut().unwrap().remove(name)));
        assert_eq!(fixture.verify(&token).unwrap_err(), TokenError::Malformed, "{name}");
    }
}

#[test]
fn headers_that_are_not_ours_are_refused() {
    let fixture = fixture();
    let refused = |expected, change: fn(&mut Header)| {
        let token = fixture.signed(|header, _| change(header));
        assert_eq!(fixture.verify(&token).unwrap_err(), expected);
    };
    refused(TokenError::WrongType, |header| header.typ = None);
    refused(TokenError::WrongType, |header| header.typ = Some("JWT".into()));
    refused(TokenError::WrongType, |header| header.typ = Some("mandate+jwt".into()));
    refused(TokenError::UnknownKey, |header| header.kid = None);
    refused(TokenError::UnknownKey, |header| header.kid = Some("../../dev/null".into()));
    refused(TokenError::Malformed, |header| header.jku = Some("https://else.example/jwks".into()));
    refused(TokenError::Malformed, |header| header.x5u = Some("https://else.example/cert".into()));
    refused(TokenError::Malformed, |header| header.crit = Some(vec!["exp".into()]));
}

#[test]
fn no_algorithm_but_ours() {
    let fixture = fixture();
    let genuine = fixture.issue();
    let claims = genuine.split('.').nth(1).unwrap();
    let header = |alg: &str| part(&json!({"typ": "at+jwt", "alg": alg, "kid": fixture.key.kid()}));

    for none in ["none", "None", "NONE", "nOnE", ""] {
        for signature in ["", genuine.rsplit('.').next().unwrap()] {
            let token = format!("{}.{claims}.{signature}", header(none));
            assert_eq!(fixture.verify(&token).unwrap_err(), TokenError::WrongAlgorithm, "{none}");
        }
    }
    // The public key used as the secret of an HMAC.
    let public = crate::crypto::encoding::from_base64url::<32>(&fixture.key.to_jwk().x).unwrap();
    for secret in [public.to_vec(), fixture.key.to_jwk().x.into_bytes()] {
        let mut confused = Header::new(Algorithm::HS256);
        confused.typ = Some("at+jwt".into());
        confused.kid = Some(fixture.key.kid().into());
        let claims: Value = json!({"sub": "cli_1"});
        let token = jsonwebtoken::encode(&confused, &claims, &EncodingKey::from_secret(&secret)).unwrap();
        assert_eq!(fixture.verify(&token).unwrap_err(), TokenError::WrongAlgorithm);
    }
    for other in ["HS256", "RS256", "ES256", "PS512", "ES256K", "Ed448"] {
        let token = format!("{}.{claims}.AAAA", header(other));
        assert_eq!(fixture.verify(&token).unwrap_err(), TokenError::WrongAlgorithm, "{other}");
    }
}

#[test]
fn several_keys_are_found_by_their_id() {
    let (old, new, foreign) = (fixture(), fixture(), fixture());
    let both: VerificationKeys = [&old.key, &new.key].into_iter().collect();
    for fixture in [&old, &new] {
        assert!(tokens().verify(&both, &fixture.issue(), at(NOW)).is_ok());
    }
    assert_eq!(tokens().verify(&both, &foreign.issue(), at(NOW)).unwrap_err(), TokenError::UnknownKey);
    // Signed by one of our keys but naming the other.
    let crossed = old.signed(|header, _| header.kid = Some(new.key.kid().into()));
    assert_eq!(tokens().verify(&both, &crossed, at(NOW)).unwrap_err(), TokenError::BadSignature);
    assert_eq!(
        tokens().verify(&VerificationKeys::default(), &old.issue(), at(NOW)).unwrap_err(),
        TokenError::UnknownKey
    );
}

#[test]
fn what_is_no_token_is_refused() {
    let fixture = fixture();
    let genuine = fixture.issue();
    let long = format!("{genuine}{}", "A".repeat(9000));
    let padded = format!("{genuine}=");
    for text in ["", ".", "..", "...", "a.b.c", "Bearer x", &genuine[1..], long.as_str(), &format!("{genuine}.x")] {
        assert_eq!(fixture.verify(text).unwrap_err(), TokenError::Malformed, "{text}");
    }
    assert!(fixture.verify(&padded).is_err());
}

#[test]
fn every_change_of_one_character_is_refused() {
    let fixture = fixture();
    let genuine = fixture.issue();
    for place in 0..genuine.len() {
        for replacement in ["A", "B", "-", ".", ""] {
            let mut changed = genuine.clone();
            changed.replace_range(place..=place, replacement);
            assert!(changed == genuine || fixture.verify(&changed).is_err(), "{place} {replacement}");
        }
    }
}
