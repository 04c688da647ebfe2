//! Public keys with which clients prove who they are (`private_key_jwt`): read from a JWK (RFC 7517), strictly.
//!
//! The algorithm belongs to the key and to nothing that a client sends later (RFC 8725, 3.1): an Ed25519 key verifies EdDSA, a
//! P-256 key ES256. Nothing else can be registered, so that no key of ours is ever one for HMAC, and none is weak.

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED, ParsedPublicKey};
use jsonwebtoken::{Algorithm, DecodingKey};
use serde_json::{Map, Value, json};

use super::encoding::{from_base64url, to_base64url};

/// Longest `kid`, in bytes.
pub const KID_MAX: usize = 128;

/// Members of a JWK that only somebody who holds the private or the shared key can know (RFC 7518, 6.2.2, 6.3.2 and 6.4).
const PRIVATE_MEMBERS: [&str; 8] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

/// Points of Ed25519 for which anybody can make a signature, without the bit of the sign: those of small order.
const SMALL_ORDER: [[u8; 32]; 7] = {
    const fn filled(first: u8, middle: u8, last: u8) -> [u8; 32] {
        let mut point = [middle; 32];
        point[0] = first;
        point[31] = last;
        point
    }
    [
        filled(0, 0, 0),
        filled(1, 0, 0),
        [
            0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98, 0xf0, 0xd5, 0xdf,
            0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53, 0xfc, 0x05,
        ],
        [
            0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67, 0x0f, 0x2a, 0x20,
            0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a,
        ],
        filled(0xec, 0xff, 0x7f),
        filled(0xed, 0xff, 0x7f),
        filled(0xee, 0xff, 0x7f),
    ]
};

/// Why a JWK is no public key of a client. Names members, never what stood there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ClientKeyError {
    /// It carries the private or shared key.
    #[error("the member `{0}` is part of a private key")]
    Private(&'static str),
    /// Of another kind, or its members are not those of its kind.
    #[error("the member `{0}` is missing or not that of an Ed25519 or P-256 key")]
    Member(&'static str),
    /// No point of the curve, or one for which anybody can sign.
    #[error("it is no point that can be used as a key")]
    NotAPoint,
    /// Meant for something else than verifying signatures by its algorithm.
    #[error("the member `{0}` says that it is for something else than signatures")]
    OtherPurpose(&'static str),
}

impl ClientKeyError {
    /// The member that is wrong.
    pub const fn member(self) -> &'static str {
        match self {
            Self::Private(name) | Self::Member(name) | Self::OtherPurpose(name) => name,
            Self::NotAPoint => "x",
        }
    }
}

#[derive(Clone, PartialEq, Eq)]
enum Public {
    Ed25519([u8; 32]),
    /// The two coordinates.
    P256([u8; 32], [u8; 32]),
}

/// A public key of a client.
#[derive(Clone, PartialEq, Eq)]
pub struct ClientKey {
    kid: String,
    public: Public,
}

impl ClientKey {
    /// Reads a JWK. Members that say nothing about the key are left out; without a `kid` its thumbprint (RFC 7638) becomes it.
    ///
    /// # Errors
    /// [`ClientKeyError`].
    pub fn read(jwk: &Map<String, Value>) -> Result<Self, ClientKeyError> {
        if let Some(private) = PRIVATE_MEMBERS.iter().find(|name| jwk.contains_key(**name)) {
            return Err(ClientKeyError::Private(private));
        }
        let text = |name: &'static str| jwk.get(name).and_then(Value::as_str);
        let number = |name: &'static str| {
            text(name).and_then(from_base64url::<32>).map(|bytes| *bytes).ok_or(ClientKeyError::Member(name))
        };
        let public = match (text("kty"), text("crv")) {
            (Some("OKP"), Some("Ed25519")) => Public::Ed25519(number("x")?),
            (Some("EC"), Some("P-256")) => Public::P256(number("x")?, number("y")?),
            (Some("OKP" | "EC"), _) => return Err(ClientKeyError::Member("crv")),
            _ => return Err(ClientKeyError::Member("kty")),
        };
        if !public.is_sound() {
            return Err(ClientKeyError::NotAPoint);
        }
        let says =
            |name: &str, words: &[&str]| jwk.get(name).is_none_or(|value| words.iter().any(|word| value == word));
        if !says("alg", public.names()) {
            return Err(ClientKeyError::OtherPurpose("alg"));
        }
        if !says("use", &["sig"]) {
            return Err(ClientKeyError::OtherPurpose("use"));
        }
        if jwk.get("key_ops").is_some_and(|operations| *operations != json!(["verify"])) {
            return Err(ClientKeyError::OtherPurpose("key_ops"));
        }
        let kid = match jwk.get("kid") {
            None => public.thumbprint(),
            Some(kid) => {
                let fits = |kid: &&str| (1..=KID_MAX).contains(&kid.len()) && kid.bytes().all(|b| b.is_ascii_graphic());
                kid.as_str().filter(fits).ok_or(ClientKeyError::Member("kid"))?.to_owned()
            }
        };
        Ok(Self { kid, public })
    }

    /// The key of a stored JWK; none when it is none of ours.
    pub fn from_stored(text: &str) -> Option<Self> {
        Self::read(&serde_json::from_str(text).ok()?).ok()
    }

    /// Its JWK, with what is needed and nothing else, to store and to show.
    pub fn to_jwk(&self) -> Value {
        let mut jwk = self.public.members();
        jwk["kid"] = json!(self.kid);
        jwk["use"] = json!("sig");
        jwk["alg"] = json!(self.public.names()[0]);
        jwk
    }

    /// The name by which its owner picks it.
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// What it is, whatever it is called (RFC 7638).
    pub fn thumbprint(&self) -> String {
        self.public.thumbprint()
    }

    /// Whether signatures of this algorithm, as a header names it, are verified with it.
    pub(super) fn verifies(&self, algorithm: &str) -> bool {
        self.public.names().contains(&algorithm)
    }

    /// The one algorithm it verifies.
    pub(super) const fn algorithm(&self) -> Algorithm {
        match self.public {
            Public::Ed25519(_) => Algorithm::EdDSA,
            Public::P256(..) => Algorithm::ES256,
        }
    }

    pub(super) fn decoding(&self) -> DecodingKey {
        match &self.public {
            Public::Ed25519(x) => DecodingKey::from_ed_der(x),
            Public::P256(x, y) => DecodingKey::from_ec_der(&uncompressed(x, y)),
        }
    }
}

impl std::fmt::Debug for ClientKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ClientKey").field("kid", &self.kid).finish_non_exhaustive()
    }
}

impl Public {
    /// How headers and JWKs name the algorithm: first as we write it, then the fully specified name of RFC 9864.
    const fn names(&self) -> &'static [&'static str] {
        match self {
            Self::Ed25519(_) => &["EdDSA", "Ed25519"],
            Self::P256(..) => &["ES256"],
        }
    }

    /// The required members, in the order in which a thumbprint takes them.
    fn members(&self) -> Value {
        match self {
            Self::Ed25519(x) => json!({ "crv": "Ed25519", "kty": "OKP", "x": to_base64url(x) }),
            Self::P256(x, y) => json!({ "crv": "P-256", "kty": "EC", "x": to_base64url(x), "y": to_base64url(y) }),
        }
    }

    fn thumbprint(&self) -> String {
        to_base64url(digest(&SHA256, self.members().to_string().as_bytes()).as_ref())
    }

    fn is_sound(&self) -> bool {
        match self {
            Self::Ed25519(x) => {
                let mut point = *x;
                point[31] &= 0x7f;
                !SMALL_ORDER.contains(&point)
            }
            Self::P256(x, y) => ParsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, uncompressed(x, y)).is_ok(),
        }
    }
}

/// The form of SEC 1, 2.3.3.
fn uncompressed(x: &[u8; 32], y: &[u8; 32]) -> [u8; 65] {
    let mut point = [4; 65];
    point[1..33].copy_from_slice(x);
    point[33..].copy_from_slice(y);
    point
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(jwk: Value) -> Result<ClientKey, ClientKeyError> {
        ClientKey::read(jwk.as_object().unwrap())
    }

    /// RFC 8037, appendix A.2.
    fn ed25519() -> Value {
        json!({ "kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" })
    }

    /// RFC 7517, appendix A.1.
    fn p256() -> Value {
        json!({
            "kty": "EC", "crv": "P-256", "x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
            "y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM", "use": "enc", "kid": "1",
        })
    }

    fn with(mut jwk: Value, name: &str, value: Value) -> Value {
        jwk[name] = value;
        jwk
    }

    #[test]
    fn published_keys_are_read_and_named_by_their_thumbprint() {
        let key = read(ed25519()).unwrap();
        // RFC 8037, appendix A.3.
        assert_eq!(key.kid(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        assert_eq!(key.thumbprint(), key.kid());
        let curve = read(with(p256(), "use", json!("sig"))).unwrap();
        assert_eq!((curve.kid(), curve.algorithm()), ("1", Algorithm::ES256));
        assert_ne!(curve.thumbprint(), "1");
        for key in [key, curve] {
            assert_eq!(ClientKey::from_stored(&key.to_jwk().to_string()).unwrap(), key);
        }
    }

    #[test]
    fn a_key_that_carries_its_private_part_is_refused_by_name() {
        for name in PRIVATE_MEMBERS {
            assert_eq!(read(with(ed25519(), name, json!("AAAA"))).unwrap_err(), ClientKeyError::Private(name));
        }
        assert_eq!(read(json!({ "kty": "oct", "k": "AAAA" })).unwrap_err(), ClientKeyError::Private("k"));
    }

    #[test]
    fn keys_of_other_kinds_purposes_and_forms_are_refused() {
        use ClientKeyError::{Member, NotAPoint, OtherPurpose};
        let cases = [
            (p256(), OtherPurpose("use")),
            (with(ed25519(), "alg", json!("HS256")), OtherPurpose("alg")),
            (with(ed25519(), "alg", json!("ES256")), OtherPurpose("alg")),
            (with(ed25519(), "alg", json!(null)), OtherPurpose("alg")),
            (with(ed25519(), "key_ops", json!(["verify", "encrypt"])), OtherPurpose("key_ops")),
            (with(ed25519(), "kty", json!("RSA")), Member("kty")),
            (with(ed25519(), "kty", json!("oct")), Member("kty")),
            (with(ed25519(), "crv", json!("X25519")), Member("crv")),
            (with(ed25519(), "crv", json!("P-256")), Member("crv")),
            (with(p256(), "crv", json!("secp256k1")), Member("crv")),
            (with(ed25519(), "x", json!("AAAA")), Member("x")),
            (with(ed25519(), "x", json!("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo=")), Member("x")),
            (with(p256(), "y", json!(7)), Member("y")),
            (with(p256(), "y", json!("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")), NotAPoint),
            (with(ed25519(), "kid", json!("")), Member("kid")),
            (with(ed25519(), "kid", json!("x".repeat(KID_MAX + 1))), Member("kid")),
            (with(ed25519(), "kid", json!("a b")), Member("kid")),
            (json!({}), Member("kty")),
        ];
        for (jwk, error) in cases {
            assert_eq!(read(jwk.clone()).unwrap_err(), error, "{jwk}");
        }
    }

    #[test]
    fn a_key_for_which_anybody_can_sign_is_refused() {
        for point in SMALL_ORDER {
            for sign in [0, 0x80] {
                let mut point = point;
                point[31] |= sign;
                let jwk = with(ed25519(), "x", json!(to_base64url(&point)));
                assert_eq!(read(jwk).unwrap_err(), ClientKeyError::NotAPoint);
            }
        }
    }
}
