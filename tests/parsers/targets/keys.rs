//! Public keys (JWK, sets of them), signed notes, checkpoints of audit logs.

use recourse::crypto::client_key::{ClientKey, KID_MAX};
use recourse::crypto::note;
use recourse::crypto::signing_key::{JwkSet, SigningKey, VerificationKeys};
use recourse::ledger::Checkpoint;
use serde_json::{Map, Value};

use super::{Target, choice, texts};

pub const TARGET: Target = Target { name: "keys", max_bytes: 2_048, seeds, run };

fn run(input: &[u8]) {
    let (choice, rest) = choice(input);
    let Ok(text) = std::str::from_utf8(rest) else { return };
    match choice % 3 {
        0 => client_key(text),
        1 => key_set(text),
        _ => note(text),
    }
}

fn client_key(text: &str) {
    let Ok(jwk) = serde_json::from_str::<Map<String, Value>>(text) else {
        assert!(ClientKey::from_stored(text).is_none());
        return;
    };
    match ClientKey::read(&jwk) {
        Ok(key) => {
            let shown = key.to_jwk();
            let again = ClientKey::from_stored(&shown.to_string()).expect("what is stored is read");
            assert!(again == key && again.thumbprint() == key.thumbprint() && again.to_jwk() == shown);
            assert!((1..=KID_MAX).contains(&key.kid().len()) && shown.get("d").is_none());
        }
        Err(refusal) => assert!(!refusal.member().is_empty() && refusal.to_string().len() < 200),
    }
}

fn key_set(text: &str) {
    if let Ok(set) = serde_json::from_str::<JwkSet>(text) {
        let keys = VerificationKeys::from_jwks(&set);
        assert!(keys.len() <= set.keys.len() && keys.is_empty() == (keys.len() == 0));
    }
}

fn note(text: &str) {
    let key = SigningKey::from_seed(&[7; 32]).expect("a seed");
    let jwk = key.to_jwk();
    // Whoever does not hold the key cannot write a note that is believed.
    assert!(note::verify("example.org/audit/org", text, std::slice::from_ref(&jwk)).is_err());
    let inner = note::text(text).unwrap_or(text);
    if let Some(checkpoint) = Checkpoint::read(inner) {
        assert_eq!(checkpoint.text(), inner, "a checkpoint is written in one way");
    }
    if inner.ends_with('\n')
        && let Ok(signed) = note::sign("example.org/audit/org", inner, &key)
    {
        let believed = note::verify("example.org/audit/org", &signed, &[jwk]);
        assert_eq!(believed, Ok(inner), "what is signed is believed as it was written");
    }
}

fn seeds() -> Vec<Vec<u8>> {
    let ed25519 = r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","kid":"a","use":"sig","alg":"EdDSA","key_ops":["verify"]}"#;
    let p256 = r#"{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM","d":"x"}"#;
    let set = r#"{"keys":[{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","kid":"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k","use":"sig","alg":"EdDSA"}]}"#;
    let checkpoint = "example.org/audit/org_00000000000000000000000000000000\n12\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\ntime 2026-11-26T09:05:03.5Z\n";
    let signed = format!("{checkpoint}\n\u{2014} example.org/audit/org AAAAAA==\n");
    let mut seeds = texts(&[0], &[ed25519, p256]);
    seeds.extend(texts(&[1], &[set]));
    seeds.extend(texts(&[2], &[checkpoint, &signed]));
    seeds
}
