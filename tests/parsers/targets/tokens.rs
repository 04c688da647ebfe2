//! Assertions of clients, access tokens, credentials of mandates and manifests: JWTs, with whatever header and claims, and with a
//! signature that fits, so that everything behind the signature is reached too.

use std::sync::LazyLock;

use aws_lc_rs::signature::Ed25519KeyPair;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use recourse::crypto::client_key::ClientKey;
use recourse::crypto::signing_key::{SigningKey, VerificationKeys};
use recourse::crypto::token::AccessTokens;
use recourse::crypto::{assertion, credential, manifest};
use serde_json::Value;

use super::Target;

pub const ASSERTIONS: Target = Target { name: "assertions", max_bytes: 5_000, seeds: assertion_seeds, run: assertions };

pub const TOKENS: Target = Target { name: "tokens", max_bytes: 4_096, seeds: token_seeds, run: tokens };

const ISSUER: &str = "https://recourse.example";
const AUDIENCE: &str = "https://recourse.example/v1";
const NOW: i64 = 1_800_000_000;

static KEY: LazyLock<SigningKey> = LazyLock::new(|| SigningKey::from_seed(&[7; 32]).expect("a seed"));

static PUBLIC: LazyLock<ClientKey> = LazyLock::new(|| {
    let jwk = serde_json::to_value(KEY.to_jwk()).expect("a key is JSON");
    ClientKey::read(jwk.as_object().expect("an object")).expect("a key")
});

fn now() -> Timestamp {
    Timestamp::from_second(NOW).expect("a time")
}

/// Header and claims, a line each, as a JWT that the key has signed. `{kid}` stands for the name of the key.
fn signed(input: &[u8]) -> Option<(String, String, String)> {
    let (header, claims) = std::str::from_utf8(input).ok()?.split_once('\n')?;
    let header = header.replace("{kid}", KEY.kid());
    let content = format!("{}.{}", URL_SAFE_NO_PAD.encode(&header), URL_SAFE_NO_PAD.encode(claims));
    let pair = Ed25519KeyPair::from_seed_unchecked(KEY.expose_seed()).expect("a seed");
    let signature = URL_SAFE_NO_PAD.encode(pair.sign(content.as_bytes()));
    Some((format!("{content}.{signature}"), header, claims.to_owned()))
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("what was accepted is JSON")
}

fn assertions(input: &[u8]) {
    if let Ok(raw) = std::str::from_utf8(input)
        && let Ok(unverified) = assertion::read(raw)
    {
        let verdict = unverified.verify(std::slice::from_ref(&PUBLIC), ISSUER, now());
        assert!(verdict.is_err(), "nobody signs without the key");
    }
    let Some((token, header, claims)) = signed(input) else { return };
    let read = assertion::read(&token);
    let verdict = read.and_then(|unverified| unverified.verify(std::slice::from_ref(&PUBLIC), ISSUER, now()));
    let proven = match verdict {
        Ok(proven) => proven,
        Err(refusal) => return assert!(!refusal.to_string().is_empty()),
    };
    let (header, claims) = (parsed(&header), parsed(&claims));
    assert!(token.len() <= assertion::ASSERTION_MAX && proven.key == 0);
    assert!(["EdDSA", "Ed25519"].iter().any(|name| header["alg"] == *name), "{header}");
    for brought in ["jwk", "jku", "x5u", "x5c", "crit", "b64"] {
        assert!(header.get(brought).is_none(), "{brought} is never followed");
    }
    assert!(claims["iss"] == claims["sub"] && claims["sub"].as_str().is_some_and(|subject| !subject.is_empty()));
    assert!(claims["aud"] == ISSUER || claims["aud"] == serde_json::json!([ISSUER]));
    assert!(claims["jti"].as_str().is_some_and(|id| (1..=256).contains(&id.len())));
    let within = |claim: &str, from: f64, to: f64| claims[claim].as_f64().is_some_and(|at| (from..to).contains(&at));
    let present = NOW as f64;
    assert!(within("exp", present - 10.0, present + 311.0), "{claims}");
    for begins in ["nbf", "iat"] {
        assert!(claims.get(begins).is_none() || within(begins, -1e12, present + 11.0), "{claims}");
    }
}

fn tokens(input: &[u8]) {
    let keys: VerificationKeys = std::iter::once(&*KEY).collect();
    let service = AccessTokens { issuer: ISSUER.to_owned(), audience: AUDIENCE.to_owned() };
    if let Ok(raw) = std::str::from_utf8(input) {
        assert!(service.verify(&keys, raw, now()).is_err(), "nobody signs without the key");
        assert!(credential::read(ISSUER, "ctl_1", &keys, raw).is_err());
    }
    let Some((token, header, claims)) = signed(input) else { return };
    let access = service.verify(&keys, &token, now());
    let mandate = credential::verify(ISSUER, "ctl_1", &keys, &token, now());
    let read = credential::read(ISSUER, "ctl_1", &keys, &token);
    let statement = manifest::verify(ISSUER, &keys, &token);
    let accepted = [access.is_ok(), read.is_ok(), statement.is_ok()];
    assert!(accepted.iter().filter(|accepted| **accepted).count() <= 1, "a token of one kind is none of another");
    if let Ok(mandate) = &mandate {
        assert_eq!(read.as_ref(), Ok(mandate), "what is valid can be read");
        assert!(mandate.valid_from.as_second() <= NOW + 5 && mandate.valid_until.as_second() > NOW - 5);
    }
    if !accepted.contains(&true) {
        return assert!(access.is_err_and(|refusal| !refusal.to_string().is_empty()));
    }
    let (header, claims) = (parsed(&header), parsed(&claims));
    assert_eq!((&header["alg"], &header["kid"]), (&Value::from("EdDSA"), &Value::from(KEY.kid())));
    assert!(header.get("jku").is_none_or(Value::is_null) && header.get("jwk").is_none_or(Value::is_null));
    assert_eq!(claims["iss"], ISSUER);
    if let Ok(access) = access {
        assert_eq!(claims["aud"], AUDIENCE);
        let (issued, expires) = (access.issued_at.as_second(), access.expires_at.as_second());
        assert!(issued <= NOW + 5 && expires > NOW - 5 && expires - issued <= 15 * 60, "{claims}");
        assert!(access.scopes().all(|scope| access.has_scope(scope)));
    }
}

fn assertion_seeds() -> Vec<Vec<u8>> {
    let claims = format!(
        r#"{{"iss":"cli_1","sub":"cli_1","aud":"{ISSUER}","iat":{NOW},"nbf":{NOW},"exp":{},"jti":"one"}}"#,
        NOW + 60
    );
    let list = claims.replace(&format!("\"{ISSUER}\""), &format!("[\"{ISSUER}\"]"));
    [
        format!(r#"{{"alg":"EdDSA","typ":"JWT","kid":"{{kid}}"}}{}{claims}"#, '\n'),
        format!(r#"{{"alg":"Ed25519","typ":"client-authentication+jwt"}}{}{list}"#, '\n'),
        format!(r#"{{"alg":"none","jwk":{{}},"crit":["b64"]}}{}{claims}"#, '\n'),
        "eyJhbGciOiJub25lIn0.eyJpc3MiOiJhIiwic3ViIjoiYSJ9.".to_owned(),
    ]
    .map(String::into_bytes)
    .to_vec()
}

fn token_seeds() -> Vec<Vec<u8>> {
    let header = |kind: &str| format!(r#"{{"alg":"EdDSA","typ":"{kind}","kid":"{{kid}}"}}{}"#, '\n');
    let until = NOW + 600;
    let access = format!(
        r#"{{"iss":"{ISSUER}","aud":"{AUDIENCE}","sub":"cli_1","client_id":"cli_1","credential_id":"crd_1","client_kind":"organisation","organisation_id":"org_1","scope":"requests:read","iat":{NOW},"nbf":{NOW},"exp":{until},"jti":"x"}}"#
    );
    let mandate = format!(
        r#"{{"iss":"{ISSUER}","aud":"ctl_1","sub":"man_1","iat":{NOW},"nbf":{NOW},"exp":{until},"jti":"x","request_id":"req_1","organisation":{{"id":"org_1","name":"A"}},"subject_reference":"s","rights":["access"],"scope":[],"status_url":"{ISSUER}/s"}}"#
    );
    let statement =
        format!(r#"{{"iss":"{ISSUER}","iat":{NOW},"sub":"C-1","format":"form/1","sha256":"00","files":3}}"#);
    [
        header("at+jwt") + &access,
        header("mandate+jwt") + &mandate,
        header("complaint-manifest+jwt") + &statement,
        header("at+jwt").replace("EdDSA", "HS256") + &access,
    ]
    .map(String::into_bytes)
    .to_vec()
}
