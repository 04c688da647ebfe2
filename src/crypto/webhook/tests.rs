use super::*;
use crate::ports::{OsRandom, Random};
use jiff::Timestamp;
use proptest::prelude::*;

const SECRET: &str = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
const PUBLIC: &str = "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
/// RFC 8032, test 1.
const PRIVATE: &str = "whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";
const ID: &str = "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk";
const AT: i64 = 1_649_367_553;
const BODY: &[u8] = br#"{"email":"test@example.com","username":"test_user"}"#;
const HMAC_HEADER: &str = "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=";
const ED25519_HEADER: &str =
    "v1a,jfp5j4J3Buv9EPOcc9Bqo8rJqAO1H6lrRl0WZQdzVZI6IttNPT8HSLyPvUvY54dJJt2BQGA01di1ePvigCwlCw==";

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap()
}

fn secrets(texts: &[&str]) -> Vec<SigningSecret> {
    texts.iter().map(|text| SigningSecret::parse(text).unwrap()).collect()
}

fn keys(texts: &[&str]) -> Vec<VerifyingKey> {
    texts.iter().map(|text| VerifyingKey::parse(text).unwrap()).collect()
}

fn check(keys: &[VerifyingKey], signature: &str) -> Result<(), VerifyError> {
    verify(keys, Headers { id: ID, timestamp: &AT.to_string(), signature }, BODY, at(AT), 300)
}

const NO_MATCH: Result<(), VerifyError> = Err(VerifyError::NoMatchingSignature);

#[test]
fn published_vectors() {
    assert_eq!(sign(&secrets(&[SECRET]), ID, at(AT), BODY).unwrap(), HMAC_HEADER);
    assert_eq!(sign(&secrets(&[PRIVATE]), ID, at(AT), BODY).unwrap(), ED25519_HEADER);
    assert_eq!(check(&keys(&[SECRET]), HMAC_HEADER), Ok(()));
    assert_eq!(check(&keys(&[PUBLIC]), ED25519_HEADER), Ok(()));

    let with_public_half =
        "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==";
    let signed = sign(
        &secrets(&[with_public_half]),
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        at(1_614_265_330),
        br#"{"test": 2432232314}"#,
    );
    assert_eq!(
        signed.unwrap(),
        "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg=="
    );
}

#[test]
fn several_secrets_sign_during_a_rotation_and_any_key_accepts() {
    let random = OsRandom::default();
    let signing = [SigningSecret::generate_symmetric(&random), SigningSecret::parse(SECRET).unwrap()];
    let both = sign(&signing, ID, at(AT), BODY).unwrap();
    assert_eq!(both.split(' ').count(), 2);
    assert!(both.ends_with(HMAC_HEADER));
    for secret in &signing {
        assert_eq!(check(&[secret.verifying_key()], &both), Ok(()));
    }
    let mixed = sign(&secrets(&[SECRET, PRIVATE]), ID, at(AT), BODY).unwrap();
    assert_eq!(check(&keys(&[PUBLIC]), &mixed), Ok(()));
    assert_eq!(check(&keys(&[SECRET]), &mixed), Ok(()));
    assert_eq!(check(&[SigningSecret::generate_symmetric(&random).verifying_key()], &both), NO_MATCH);
    assert_eq!(check(&[], &both), NO_MATCH);
    assert_eq!(sign(&[], ID, at(AT), BODY), Err(SignError::NoSecret));
}

/// What verifiers elsewhere got wrong (CVE-2024-21491 and its kin).
#[test]
fn broken_lists_are_refused_and_one_good_entry_is_enough() {
    let keys = keys(&[SECRET, PUBLIC]);
    let signature = &HMAC_HEADER[3..];
    for broken in [
        "v1,".to_owned(),
        "v1".to_owned(),
        "v1a,".to_owned(),
        ",".to_owned(),
        format!("v1,{}", &signature[..signature.len() - 4]),
        format!("v1,{}", &signature[..4]),
        format!("v1,{}AAAA", &signature[..signature.len() - 1]),
        format!("v1,{signature}{signature}"),
        format!("v1,{}", signature.trim_end_matches('=')),
        format!("v1, {signature}"),
        format!("v1,,{signature}"),
        format!("v2,{signature}"),
        format!("V1,{signature}"),
        format!("v1a,{signature}"),
        format!("v1,{}", &ED25519_HEADER[4..]),
        format!(",{signature}"),
        signature.to_owned(),
        format!("v1,{}", signature.to_ascii_lowercase()),
        // The same bytes, written with bits that base64 ignores.
        format!("v1,{}", signature.replace("kw=", "kx=")),
    ] {
        assert_eq!(check(&keys, &broken), NO_MATCH, "{broken}");
        assert_eq!(check(&keys, &format!("v1,AAAA {broken} {HMAC_HEADER}")), Ok(()), "{broken}");
        assert_eq!(check(&keys, &format!("{ED25519_HEADER} {broken}")), Ok(()), "{broken}");
    }
    let malformed = Err(VerifyError::Malformed(SIGNATURE_HEADER));
    assert_eq!(check(&keys, ""), malformed);
    assert_eq!(check(&keys, &format!("{HMAC_HEADER}\n")), malformed);
    assert_eq!(check(&keys, &format!("{}{HMAC_HEADER}", "v1,AAAA ".repeat(MAX_SIGNATURES - 1))), Ok(()));
    assert_eq!(check(&keys, &format!("{}{HMAC_HEADER}", "v1,AAAA ".repeat(MAX_SIGNATURES))), malformed);
    assert_eq!(check(&keys, &format!("{HMAC_HEADER} v1,{}", "A".repeat(5000))), malformed);
}

#[test]
fn the_list_holds_as_many_ed25519_signatures_as_are_looked_at() {
    let list = [ED25519_HEADER; MAX_SIGNATURES].join(" ");
    assert_eq!(check(&keys(&[PUBLIC]), &list), Ok(()));
}

#[test]
fn time_is_held_to_the_second() {
    let keys = keys(&[SECRET]);
    let received = |now: i64| {
        verify(&keys, Headers { id: ID, timestamp: &AT.to_string(), signature: HMAC_HEADER }, BODY, at(now), 300)
    };
    assert_eq!(received(AT + 300), Ok(()));
    assert_eq!(received(AT - 300), Ok(()));
    assert_eq!(received(AT + 301), Err(VerifyError::TimestampTooOld));
    assert_eq!(received(AT - 301), Err(VerifyError::TimestampTooNew));
    for written in ["", "-1", "+1649367553", "01649367553", "1649367553.0", "1e9", "1649367553 ", "9999999999999"] {
        let headers = Headers { id: ID, timestamp: written, signature: HMAC_HEADER };
        let refused = verify(&keys, headers, BODY, at(AT), 300);
        assert_eq!(refused, Err(VerifyError::Malformed(TIMESTAMP_HEADER)), "{written}");
    }
    assert_eq!(sign(&secrets(&[SECRET]), ID, at(-1), BODY), Err(SignError::MalformedTimestamp));
}

#[test]
fn ids_that_blur_the_signed_bytes_are_refused() {
    let long = "x".repeat(256);
    for id in ["", "a.b", ".", "msg 1", "msg\n1", "münze", long.as_str()] {
        assert_eq!(sign(&secrets(&[SECRET]), id, at(AT), BODY), Err(SignError::MalformedId), "{id}");
        let headers = Headers { id, timestamp: &AT.to_string(), signature: HMAC_HEADER };
        let refused = verify(&keys(&[SECRET]), headers, BODY, at(AT), 300);
        assert_eq!(refused, Err(VerifyError::Malformed(ID_HEADER)), "{id}");
    }
}

#[test]
fn every_header_stands_exactly_once() {
    let keys = keys(&[SECRET]);
    let time = AT.to_string();
    let (id, time, signature) = (ID.as_bytes(), time.as_bytes(), HMAC_HEADER.as_bytes());
    let received = |ids: &[&[u8]], times: &[&[u8]], signatures: &[&[u8]]| {
        verify_header_values(&keys, ids, times, signatures, BODY, at(AT), 300)
    };
    assert_eq!(received(&[id], &[time], &[signature]), Ok(()));
    assert_eq!(received(&[], &[time], &[signature]), Err(VerifyError::MissingHeader(ID_HEADER)));
    assert_eq!(received(&[id], &[], &[signature]), Err(VerifyError::MissingHeader(TIMESTAMP_HEADER)));
    assert_eq!(received(&[id], &[time], &[]), Err(VerifyError::MissingHeader(SIGNATURE_HEADER)));
    assert_eq!(received(&[id, id], &[time], &[signature]), Err(VerifyError::Malformed(ID_HEADER)));
    assert_eq!(received(&[id], &[time, time], &[signature]), Err(VerifyError::Malformed(TIMESTAMP_HEADER)));
    assert_eq!(received(&[id], &[time], &[signature, b"v1,AAAA"]), Err(VerifyError::Malformed(SIGNATURE_HEADER)));
    assert_eq!(received(&[id], &[time], &[b"v1,\xff"]), Err(VerifyError::Malformed(SIGNATURE_HEADER)));
}

#[test]
fn the_words_of_refusals_are_stable() {
    let words = [
        VerifyError::MissingHeader(ID_HEADER),
        VerifyError::Malformed(ID_HEADER),
        VerifyError::TimestampTooOld,
        VerifyError::TimestampTooNew,
        VerifyError::NoMatchingSignature,
    ]
    .map(VerifyError::as_str);
    assert_eq!(
        words,
        ["missing_header", "malformed", "timestamp_too_old", "timestamp_too_new", "no_matching_signature"]
    );
}

#[test]
fn keys_in_their_text_forms() {
    let random = OsRandom::default();
    for secret in [SigningSecret::generate_symmetric(&random), SigningSecret::generate_ed25519(&random)] {
        let text = secret.expose_text();
        let again = SigningSecret::parse(text.expose()).unwrap();
        let signed = sign(&[again], ID, at(AT), BODY).unwrap();
        assert_eq!(check(&[secret.verifying_key()], &signed), Ok(()));
        let published = secret.public_text().unwrap_or_else(|| text.expose().clone());
        assert_eq!(check(&[VerifyingKey::parse(&published).unwrap()], &signed), Ok(()));
        assert!(format!("{secret:?} {:?}", secret.verifying_key()).len() < 60);
    }
    assert_eq!(SigningSecret::parse(PRIVATE).unwrap().public_text().as_deref(), Some(PUBLIC));

    let of = |bytes: usize| crate::crypto::encoding::to_base64(&vec![7u8; bytes]);
    for (text, error) in [
        (SECRET[6..].to_owned(), KeyError::UnknownPrefix),
        ("whsec_".to_owned(), KeyError::WrongLength),
        ("whsec_%%%".to_owned(), KeyError::NotBase64),
        (format!("whsec_{}", of(23)), KeyError::WrongLength),
        (format!("whsec_{}", of(65)), KeyError::WrongLength),
        (format!("whsk_{}", of(31)), KeyError::WrongLength),
        (format!("whsk_{}", of(64)), KeyError::NotAKey),
        (PUBLIC.to_owned(), KeyError::UnknownPrefix),
    ] {
        assert_eq!(SigningSecret::parse(&text).unwrap_err(), error, "{text}");
    }
    assert!(
        SigningSecret::parse(&format!("whsec_{}", of(24))).is_ok()
            && SigningSecret::parse(&format!("whsec_{}", of(64))).is_ok()
    );
    assert_eq!(VerifyingKey::parse(PRIVATE).unwrap_err(), KeyError::UnknownPrefix);
    assert_eq!(VerifyingKey::parse(&format!("whpk_{}", of(33))).unwrap_err(), KeyError::WrongLength);
}

#[test]
fn a_key_of_the_instance_signs_webhooks_that_its_published_key_verifies() {
    let key = crate::crypto::signing_key::SigningKey::generate(&OsRandom::default());
    let secret = SigningSecret::from(&key);
    let signed = sign(std::slice::from_ref(&secret), ID, at(AT), BODY).unwrap();
    assert_eq!(check(&[secret.verifying_key()], &signed), Ok(()));
    let published = crate::crypto::encoding::from_base64url::<32>(&key.to_jwk().x).unwrap();
    let text = format!("whpk_{}", crate::crypto::encoding::to_base64(published.as_slice()));
    assert_eq!(secret.public_text(), Some(text));
}

#[test]
fn ten_thousand_random_changes_are_all_refused() {
    let random = OsRandom::default();
    let below = |limit: usize| (random.unit() * limit as f64) as usize;
    let (symmetric, ed25519) = (keys(&[SECRET]), keys(&[PUBLIC]));
    let time = AT.to_string();
    for round in 0..10_000 {
        let (keys, header) = if round % 5 == 0 { (&ed25519, ED25519_HEADER) } else { (&symmetric, HMAC_HEADER) };
        let mut parts = [ID.as_bytes().to_vec(), time.clone().into_bytes(), header.as_bytes().to_vec(), BODY.to_vec()];
        let part = below(parts.len());
        let place = below(parts[part].len());
        let before = parts.clone();
        match below(4) {
            0 => parts[part][place] ^= 1 << below(8),
            1 => drop(parts[part].remove(place)),
            2 => parts[part].insert(place, below(256) as u8),
            _ => parts[part].truncate(place),
        }
        if parts == before {
            continue;
        }
        let [id, timestamp, signature, body] = &parts;
        let result = verify_header_values(keys, &[id], &[timestamp], &[signature], body, at(AT), u32::MAX);
        // A space at either end of the list makes an empty entry, which is passed over like any other broken one.
        let only_spaces = part == 2 && String::from_utf8_lossy(signature).trim_matches(' ') == header;
        assert!(result.is_err() || only_spaces, "part {part}, place {place}: {parts:?}");
    }
}

proptest! {
    #[test]
    fn signs_as_the_published_library_does(bytes in prop::collection::vec(any::<u8>(), 24..=64), id in "[!-\\-/-~]{1,40}", seconds in 0..4_000_000_000i64, body in "\\PC{0,80}") {
        let oracle = standardwebhooks::Webhook::from_bytes(bytes.clone()).unwrap();
        let text = format!("whsec_{}", crate::crypto::encoding::to_base64(&bytes));
        let ours = sign(&secrets(&[&text]), &id, at(seconds), body.as_bytes()).unwrap();
        prop_assert_eq!(&ours, &oracle.sign(&id, seconds, body.as_bytes()).unwrap());
        let headers = Headers { id: &id, timestamp: &seconds.to_string(), signature: &ours };
        prop_assert_eq!(verify(&keys(&[&text]), headers, body.as_bytes(), at(seconds), 0), Ok(()));
    }
}

#[test]
fn the_published_library_accepts_what_we_sign() {
    let now = crate::ports::machine_now();
    let ours = sign(&secrets(&[PRIVATE, SECRET]), ID, now, BODY).unwrap();
    let mut headers = reqwest::header::HeaderMap::new();
    for (name, value) in
        [(ID_HEADER, ID.to_owned()), (TIMESTAMP_HEADER, now.as_second().to_string()), (SIGNATURE_HEADER, ours)]
    {
        headers.insert(name, value.parse().unwrap());
    }
    standardwebhooks::Webhook::new(SECRET).unwrap().verify(BODY, &headers).unwrap();
}
