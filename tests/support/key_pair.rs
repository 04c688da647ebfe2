//! A client's key pair, and the assertions it signs: genuine ones, and such as an attacker would make.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, EncodingKey};
use serde_json::{Value, json};

/// A key pair.
#[derive(Clone)]
pub struct KeyPair {
    private: EncodingKey,
    algorithm: Algorithm,
    /// The public half, as it is registered.
    pub jwk: Value,
    /// How headers name its algorithm.
    name: &'static str,
}

impl KeyPair {
    pub fn ed25519() -> Self {
        let document = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).expect("a key");
        let pair = Ed25519KeyPair::from_pkcs8(document.as_ref()).expect("the same key");
        let x = URL_SAFE_NO_PAD.encode(pair.public_key().as_ref());
        Self {
            private: EncodingKey::from_ed_der(document.as_ref()),
            algorithm: Algorithm::EdDSA,
            jwk: json!({ "kty": "OKP", "crv": "Ed25519", "x": x, "kid": super::unique() }),
            name: "EdDSA",
        }
    }

    pub fn p256() -> Self {
        let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new());
        let document = document.expect("a key");
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, document.as_ref()).expect("the same key");
        let point = pair.public_key().as_ref();
        let (x, y) = (URL_SAFE_NO_PAD.encode(&point[1..33]), URL_SAFE_NO_PAD.encode(&point[33..]));
        Self {
            private: EncodingKey::from_ec_der(document.as_ref()),
            algorithm: Algorithm::ES256,
            jwk: json!({ "kty": "EC", "crv": "P-256", "x": x, "y": y, "kid": super::unique() }),
            name: "ES256",
        }
    }

    /// One who has only the public half and signs with it as a shared secret.
    pub fn hmac_with(public: &Value) -> Self {
        let x = URL_SAFE_NO_PAD.decode(public["x"].as_str().expect("a number")).expect("base64url");
        Self { private: EncodingKey::from_secret(&x), algorithm: Algorithm::HS256, jwk: public.clone(), name: "HS256" }
    }

    /// The header of its assertions.
    pub fn header(&self) -> Value {
        json!({ "alg": self.name, "typ": "JWT", "kid": self.jwk["kid"] })
    }

    /// Signs whatever is given.
    pub fn sign(&self, header: &str, claims: &str) -> String {
        let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
        let signature =
            jsonwebtoken::crypto::sign(signed.as_bytes(), &self.private, self.algorithm).expect("a signature");
        format!("{signed}.{signature}")
    }

    /// A genuine assertion of a client for a service, with a changed header and changed claims.
    pub fn assertion(
        &self,
        client: &str,
        issuer: &str,
        now: Timestamp,
        change: impl FnOnce(&mut Value, &mut Value),
    ) -> String {
        let (mut header, mut claims) = (self.header(), claims(client, issuer, now));
        change(&mut header, &mut claims);
        self.sign(&header.to_string(), &claims.to_string())
    }
}

/// The claims of a genuine assertion, with a fresh id.
pub fn claims(client: &str, issuer: &str, now: Timestamp) -> Value {
    let now = now.as_second();
    json!({ "iss": client, "sub": client, "aud": issuer, "iat": now, "exp": now + 60, "jti": super::unique() })
}
