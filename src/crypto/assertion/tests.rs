use super::*;
use crate::crypto::signing_key::SigningKey;
use crate::ports::OsRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use jsonwebtoken::{Algorithm, EncodingKey};
use serde_json::json;

const NOW: i64 = 1_800_000_000;
const ISSUER: &str = "https://recourse.example";

/// A key pair of a client.
struct Pair {
    private: EncodingKey,
    algorithm: Algorithm,
    public: ClientKey,
}

impl Pair {
    fn ed25519() -> Self {
        let key = SigningKey::generate(&OsRandom::default());
        let jwk = serde_json::to_value(key.to_jwk()).unwrap();
        let public = ClientKey::read(jwk.as_object().unwrap()).unwrap();
        Self { private: key.encoding().clone(), algorithm: Algorithm::EdDSA, public }
    }

    fn p256(kid: &str) -> Self {
        let document =
            EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &aws_lc_rs::rand::SystemRandom::new());
        let document = document.unwrap();
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, document.as_ref()).unwrap();
        let point = pair.public_key().as_ref();
        let number = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let jwk =
            json!({ "kty": "EC", "crv": "P-256", "x": number(&point[1..33]), "y": number(&point[33..]), "kid": kid });
        let public = ClientKey::read(jwk.as_object().unwrap()).unwrap();
        Self { private: EncodingKey::from_ec_der(document.as_ref()), algorithm: Algorithm::ES256, public }
    }

    fn header(&self) -> Value {
        let alg = if self.algorithm == Algorithm::ES256 { "ES256" } else { "EdDSA" };
        json!({ "alg": alg, "typ": "JWT", "kid": self.public.kid() })
    }

    fn sign(&self, header: &str, claims: &str) -> String {
        let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
        let signature = jsonwebtoken::crypto::sign(signed.as_bytes(), &self.private, self.algorithm).unwrap();
        format!("{signed}.{signature}")
    }

    /// A genuine assertion with a changed header and changed claims.
    fn signed(&self, change: impl FnOnce(&mut Value, &mut Value)) -> String {
        let (mut header, mut claims) = (self.header(), claims());
        change(&mut header, &mut claims);
        self.sign(&header.to_string(), &claims.to_string())
    }
}

fn claims() -> Value {
    json!({ "iss": "cli_1", "sub": "cli_1", "aud": ISSUER, "iat": NOW, "exp": NOW + 60, "jti": "one" })
}

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap()
}

fn verify(text: &str, keys: &[&Pair]) -> Result<Proven, AssertionError> {
    let keys: Vec<ClientKey> = keys.iter().map(|pair| pair.public.clone()).collect();
    read(text)?.verify(&keys, ISSUER, at(NOW))
}

/// What comes of a genuine assertion that is changed like this.
fn changed(change: impl FnOnce(&mut Value, &mut Value)) -> Result<Proven, AssertionError> {
    let pair = Pair::ed25519();
    verify(&pair.signed(change), &[&pair])
}

#[test]
fn genuine_assertions_of_both_kinds_are_accepted() {
    let (first, second) = (Pair::ed25519(), Pair::p256("curve"));
    for (place, pair) in [&first, &second].into_iter().enumerate() {
        let text = pair.signed(|_, _| ());
        assert_eq!(read(&text).unwrap().client_id(), "cli_1");
        let proven = verify(&text, &[&first, &second]).unwrap();
        assert_eq!((proven.key, proven.ends_at), (place, at(NOW + 60 + LEEWAY_SECONDS)));
        assert_eq!(proven.id_hash, digest(&SHA256, b"one").as_ref());
        // Without a name the key is found among those of its algorithm.
        let unnamed = pair.signed(|header, _| drop(header.as_object_mut().unwrap().remove("kid")));
        assert_eq!(verify(&unnamed, &[&first, &second]).unwrap().key, place);
    }
    for kind in ["jwt", "client-authentication+jwt", "application/client-authentication+jwt"] {
        assert!(changed(|header, _| header["typ"] = json!(kind)).is_ok(), "{kind}");
    }
    assert!(changed(|header, _| drop(header.as_object_mut().unwrap().remove("typ"))).is_ok());
    assert!(changed(|header, _| header["alg"] = json!("Ed25519")).is_ok(), "the name of RFC 9864");
    assert!(changed(|_, claims| claims["aud"] = json!([ISSUER])).is_ok());
    assert!(changed(|_, claims| claims["exp"] = json!(NOW as f64 + 30.5)).is_ok());
}

#[test]
fn alg_none_is_refused_in_every_spelling() {
    let pair = Pair::ed25519();
    for alg in ["none", "None", "NONE", "nOnE", ""] {
        assert_eq!(changed(|header, _| header["alg"] = json!(alg)), Err(AssertionError::UnknownKey), "{alg}");
        let mut header = pair.header();
        header["alg"] = json!(alg);
        let bare =
            format!("{}.{}.", URL_SAFE_NO_PAD.encode(header.to_string()), URL_SAFE_NO_PAD.encode(claims().to_string()));
        assert_eq!(verify(&bare, &[&pair]), Err(AssertionError::UnknownKey), "{alg}");
    }
    assert_eq!(changed(|header, _| header["alg"] = json!(null)), Err(AssertionError::Malformed));
}

#[test]
fn hmac_with_the_public_key_is_refused() {
    for pair in [Pair::ed25519(), Pair::p256("curve")] {
        let jwk = pair.public.to_jwk();
        let x = URL_SAFE_NO_PAD.decode(jwk["x"].as_str().unwrap()).unwrap();
        for secret in [x, jwk.to_string().into_bytes(), pair.public.kid().as_bytes().to_vec()] {
            for (name, algorithm) in
                [("HS256", Algorithm::HS256), ("HS384", Algorithm::HS384), ("HS512", Algorithm::HS512)]
            {
                let forger =
                    Pair { private: EncodingKey::from_secret(&secret), algorithm, public: pair.public.clone() };
                let forged = forger.signed(|header, _| header["alg"] = json!(name));
                assert_eq!(verify(&forged, &[&pair]), Err(AssertionError::UnknownKey), "{name}");
                // And under the name that the key has.
                let posed = forger.signed(|header, _| *header = pair.header());
                assert_eq!(verify(&posed, &[&pair]), Err(AssertionError::BadSignature), "{name}");
            }
        }
    }
}

#[test]
fn the_algorithm_of_one_key_does_not_verify_with_another() {
    let (edwards, curve) = (Pair::ed25519(), Pair::p256("curve"));
    let posed = edwards.signed(|header, _| *header = curve.header());
    assert_eq!(verify(&posed, &[&edwards, &curve]), Err(AssertionError::BadSignature));
    let posed = edwards.signed(|header, _| header["alg"] = json!("ES256"));
    assert_eq!(verify(&posed, &[&edwards, &curve]), Err(AssertionError::UnknownKey));
    for algorithm in ["RS256", "PS256", "ES384", "ES512", "ES256K", "Ed448"] {
        assert_eq!(
            changed(|header, _| header["alg"] = json!(algorithm)),
            Err(AssertionError::UnknownKey),
            "{algorithm}"
        );
    }
}

#[test]
fn kid_injection_finds_nothing() {
    let pair = Pair::ed25519();
    let names = ["../../../dev/null", "' OR '1'='1", "\u{0}", "", "file:///etc/passwd", "https://evil.example/k", "*"];
    for kid in names {
        assert_eq!(
            verify(&pair.signed(|header, _| header["kid"] = json!(kid)), &[&pair]),
            Err(AssertionError::UnknownKey),
            "{kid}"
        );
    }
    for kid in [json!(null), json!(1), json!(["a"]), json!({})] {
        assert_eq!(verify(&pair.signed(|header, _| header["kid"] = kid), &[&pair]), Err(AssertionError::Malformed));
    }
}

#[test]
fn another_clients_key_does_not_prove_this_client() {
    let (own, others) = (Pair::p256("same"), Pair::p256("same"));
    assert_eq!(verify(&others.signed(|_, _| ()), &[&own]), Err(AssertionError::BadSignature));
    let (own, others) = (Pair::ed25519(), Pair::ed25519());
    assert_eq!(verify(&others.signed(|_, _| ()), &[&own]), Err(AssertionError::UnknownKey));
    assert_eq!(verify(&own.signed(|_, _| ()), &[]), Err(AssertionError::UnknownKey));
}

#[test]
fn a_header_that_brings_a_key_or_an_extension_is_refused() {
    let attacker = Pair::ed25519();
    for name in FOREIGN_MEMBERS {
        let value = match name {
            "jwk" => attacker.public.to_jwk(),
            "crit" => json!(["exp"]),
            "b64" => json!(false),
            _ => json!("https://evil.example/keys"),
        };
        assert_eq!(changed(|header, _| header[name] = value), Err(AssertionError::ForeignMember), "{name}");
        assert_eq!(changed(|header, _| header[name] = json!(null)), Err(AssertionError::ForeignMember), "{name}");
    }
}

#[test]
fn a_jwt_of_another_type_is_refused() {
    for kind in [
        json!("at+jwt"),
        json!("mandate+jwt"),
        json!("dpop+jwt"),
        json!("logout+jwt"),
        json!(""),
        json!(null),
        json!(1),
    ] {
        assert_eq!(changed(|header, _| header["typ"] = kind.clone()), Err(AssertionError::WrongType), "{kind}");
    }
}

#[test]
fn issuer_and_subject_are_both_the_client() {
    for (claim, value) in [
        ("sub", json!("cli_2")),
        ("iss", json!("cli_2")),
        ("iss", json!(ISSUER)),
        ("sub", json!(null)),
        ("iss", json!(["cli_1"])),
    ] {
        assert_eq!(
            changed(|_, claims| claims[claim] = value.clone()),
            Err(AssertionError::WrongSubject),
            "{claim} {value}"
        );
    }
    let empty = |_: &mut Value, claims: &mut Value| (claims["iss"], claims["sub"]) = (json!(""), json!(""));
    assert_eq!(changed(empty), Err(AssertionError::WrongSubject));
}

#[test]
fn an_assertion_for_another_audience_is_refused() {
    let audiences = [
        json!("https://else.example"),
        json!(format!("{ISSUER}/")),
        json!(format!("{ISSUER}/oauth/token")),
        json!(format!("{ISSUER}/v1")),
        json!([ISSUER, "https://else.example"]),
        json!([]),
        json!({ "aud": ISSUER }),
        json!(null),
    ];
    for audience in audiences {
        let found = changed(|_, claims| claims["aud"] = audience.clone());
        assert_eq!(found, Err(AssertionError::WrongAudience), "{audience}");
    }
}

#[test]
fn expired_future_and_long_lived_assertions_are_refused() {
    let time = |claim: &str, seconds: i64| changed(|_, claims| claims[claim] = json!(NOW + seconds)).map(drop);
    assert_eq!(time("exp", -LEEWAY_SECONDS), Err(AssertionError::Expired));
    assert_eq!(time("exp", 1 - LEEWAY_SECONDS), Ok(()));
    assert_eq!(time("exp", AHEAD_MAX_SECONDS + LEEWAY_SECONDS), Ok(()));
    assert_eq!(time("exp", AHEAD_MAX_SECONDS + LEEWAY_SECONDS + 1), Err(AssertionError::TooLong));
    for claim in ["nbf", "iat"] {
        assert_eq!(time(claim, LEEWAY_SECONDS), Ok(()));
        assert_eq!(time(claim, LEEWAY_SECONDS + 1), Err(AssertionError::NotYetValid), "{claim}");
    }
    assert_eq!(changed(|_, claims| drop(claims.as_object_mut().unwrap().remove("exp"))), Err(AssertionError::Expired));
    assert_eq!(changed(|_, claims| drop(claims.as_object_mut().unwrap().remove("iat"))).map(drop), Ok(()));
    for odd in [json!("1800000060"), json!(null), json!(1e300), json!(i64::MAX), json!(u64::MAX), json!([NOW])] {
        assert_eq!(changed(|_, claims| claims["exp"] = odd.clone()), Err(AssertionError::Malformed), "{odd}");
    }
}

#[test]
fn an_assertion_without_an_id_is_refused() {
    for id in [json!(null), json!(""), json!(7), json!("x".repeat(JTI_MAX + 1))] {
        assert_eq!(changed(|_, claims| claims["jti"] = id.clone()), Err(AssertionError::NoId), "{id}");
    }
    assert!(changed(|_, claims| claims["jti"] = json!("x".repeat(JTI_MAX))).is_ok());
}

#[test]
fn members_that_stand_twice_are_refused() {
    let pair = Pair::ed25519();
    let (header, claims) = (pair.header().to_string(), claims().to_string());
    let twice = |object: &str, member: &str| format!("{},{member}}}", object.strip_suffix('}').unwrap());
    for member in [r#""alg":"EdDSA""#, r#""kid":"other""#, r#""typ":"JWT""#, r#""\u0061lg":"none""#] {
        assert_eq!(
            verify(&pair.sign(&twice(&header, member), &claims), &[&pair]),
            Err(AssertionError::Malformed),
            "{member}"
        );
    }
    for member in
        [r#""sub":"cli_1""#, r#""aud":"https://recourse.example""#, r#""exp":9999999999"#, r#""\u006ati":"two""#]
    {
        assert_eq!(
            verify(&pair.sign(&header, &twice(&claims, member)), &[&pair]),
            Err(AssertionError::Malformed),
            "{member}"
        );
    }
}

#[test]
fn huge_broken_and_changed_assertions_are_refused() {
    let pair = Pair::ed25519();
    let huge = pair.signed(|header, _| header["note"] = json!("x".repeat(ASSERTION_MAX)));
    assert_eq!(read(&huge).unwrap_err(), AssertionError::Malformed);
    let deep = format!("{{\"a\":{}{}}}", "[".repeat(900), "]".repeat(900));
    assert_eq!(read(&pair.sign(&deep, "{}")).unwrap_err(), AssertionError::Malformed);
    let genuine = pair.signed(|_, _| ());
    let parts: Vec<&str> = genuine.split('.').collect();
    let broken = [
        String::new(),
        "..".into(),
        "a.b".into(),
        parts[..2].join("."),
        format!("{genuine}.{}", parts[2]),
        format!("{}=.{}.{}", parts[0], parts[1], parts[2]),
        format!(" {genuine}"),
        format!("{}.{}.{}", parts[1], parts[0], parts[2]),
        format!("{}.{}.{}", URL_SAFE_NO_PAD.encode("[]"), parts[1], parts[2]),
    ];
    for text in broken {
        assert!(verify(&text, &[&pair]).is_err(), "{text}");
    }
    // Each single character of the signature and of what is signed counts.
    for place in (0..genuine.len()).step_by(7) {
        let mut bytes = genuine.clone().into_bytes();
        bytes[place] = if bytes[place] == b'A' { b'B' } else { b'A' };
        let text = String::from_utf8(bytes).unwrap();
        assert!(verify(&text, &[&pair]).is_err(), "changed at {place}");
    }
}

#[test]
fn what_is_told_says_nothing_of_which_clients_and_keys_there_are() {
    assert!(!AssertionError::UnknownKey.may_be_told() && !AssertionError::BadSignature.may_be_told());
    // Whatever else is wrong, it is told only once the signature fits.
    let (own, others) = (Pair::p256("same"), Pair::p256("same"));
    let expired = others.signed(|_, claims| claims["exp"] = json!(1));
    assert_eq!(verify(&expired, &[&own]), Err(AssertionError::BadSignature));
}
