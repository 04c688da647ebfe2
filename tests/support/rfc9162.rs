//! Proofs of the audit log as somebody else checks them: written from RFC 9162 and the words of `docs/AUDIT.md`, sharing nothing with
//! the service but the hash function.

use std::collections::BTreeMap;

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::signature::{ED25519, UnparsedPublicKey};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Value, json};

pub type Sha256 = [u8; 32];

fn sha256(parts: &[&[u8]]) -> Sha256 {
    digest(&SHA256, &parts.concat()).as_ref().try_into().expect("32 bytes")
}

pub fn unhex(text: &Value) -> Sha256 {
    let text = text.as_str().expect("hexadecimal digits");
    let bytes: Vec<u8> =
        (0..text.len() / 2).map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap()).collect();
    bytes.try_into().expect("64 digits")
}

pub fn unhexed(list: &Value) -> Vec<Sha256> {
    list.as_array().expect("a list").iter().map(unhex).collect()
}

/// The leaf of an entry as the API tells it.
pub fn leaf_hash(entry: &Value) -> Sha256 {
    let at: jiff::Timestamp = entry["at"].as_str().unwrap().parse().unwrap();
    let mut leaf = BTreeMap::from([
        ("v", json!(1)),
        ("entry", entry["id"].clone()),
        ("organisation", entry["organisation_id"].clone()),
        ("count", entry["record_count"].clone()),
        ("at", json!(format!("{at:.6}"))),
    ]);
    for (name, field) in [
        ("actor", "actor"),
        ("action", "action"),
        ("subject", "subject"),
        ("digest", "records_digest"),
        ("recipient", "recipient"),
        ("trace", "trace_id"),
    ] {
        if let Some(value) = entry.get(field) {
            leaf.insert(name, value.clone());
        }
    }
    sha256(&[&[0], serde_json::to_string(&leaf).unwrap().as_bytes()])
}

fn node(left: &Sha256, right: &Sha256) -> Sha256 {
    sha256(&[&[1], left, right])
}

/// RFC 9162, section 2.1.3.2.
pub fn includes(leaf: Sha256, index: u64, size: u64, path: &[Sha256], root: Sha256) -> bool {
    if index >= size {
        return false;
    }
    let (mut fnumber, mut snumber, mut hash) = (index, size - 1, leaf);
    for part in path {
        if snumber == 0 {
            return false;
        }
        if fnumber & 1 == 1 || fnumber == snumber {
            hash = node(part, &hash);
            while fnumber & 1 == 0 && fnumber != 0 {
                fnumber >>= 1;
                snumber >>= 1;
            }
        } else {
            hash = node(&hash, part);
        }
        fnumber >>= 1;
        snumber >>= 1;
    }
    snumber == 0 && hash == root
}

/// RFC 9162, section 2.1.4.2.
pub fn extends(first: u64, first_root: Sha256, second: u64, second_root: Sha256, path: &[Sha256]) -> bool {
    if first == second {
        return path.is_empty() && first_root == second_root;
    }
    let mut path = path.to_vec();
    if first.is_power_of_two() {
        path.insert(0, first_root);
    }
    let (mut fnumber, mut snumber) = (first - 1, second - 1);
    while fnumber & 1 == 1 {
        fnumber >>= 1;
        snumber >>= 1;
    }
    let Some((start, rest)) = path.split_first() else { return false };
    let (mut old, mut new) = (*start, *start);
    for part in rest {
        if snumber == 0 {
            return false;
        }
        if fnumber & 1 == 1 || fnumber == snumber {
            old = node(part, &old);
            new = node(part, &new);
            while fnumber & 1 == 0 && fnumber != 0 {
                fnumber >>= 1;
                snumber >>= 1;
            }
        } else {
            new = node(&new, part);
        }
        fnumber >>= 1;
        snumber >>= 1;
    }
    snumber == 0 && old == first_root && new == second_root
}

/// What a signed checkpoint says: origin, size, root. Fails unless the key has signed it, in the form of C2SP signed-note, and is among
/// those that the service publishes.
pub fn opened(note: &str, verifier_key: &str, published: &Value) -> (String, u64, Sha256) {
    let (name, rest) = verifier_key.split_once('+').expect("a name");
    let (id, key) = rest.split_once('+').expect("an id");
    let key = STANDARD.decode(key).expect("base64");
    assert_eq!(key[0], 1, "Ed25519");
    let hash = sha256(&[name.as_bytes(), b"\n", &key]);
    assert_eq!(id, format!("{:08x}", u32::from_be_bytes(hash[..4].try_into().unwrap())));
    let x = URL_SAFE_NO_PAD.encode(&key[1..]);
    assert!(published["keys"].as_array().unwrap().iter().any(|jwk| jwk["x"] == json!(x)), "a published key");

    let (text, signatures) = note.split_once("\n\n").expect("a blank line");
    let text = format!("{text}\n");
    let signature = signatures.strip_prefix(&format!("\u{2014} {name} ")).expect("a signature").trim_end();
    let signature = STANDARD.decode(signature).expect("base64");
    assert_eq!(signature[..4], hash[..4]);
    UnparsedPublicKey::new(&ED25519, &key[1..])
        .verify(text.as_bytes(), &signature[4..])
        .expect("a signature that fits");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], name);
    let root = STANDARD.decode(lines[2]).expect("base64").try_into().expect("32 bytes");
    (lines[0].to_owned(), lines[1].parse().expect("a size"), root)
}
