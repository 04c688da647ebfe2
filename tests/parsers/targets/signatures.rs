//! Signed messages: what is accepted is exactly what a second, plain reading of Standard Webhooks 1.0 accepts.

use std::sync::LazyLock;

use jiff::Timestamp;
use recourse::crypto::webhook::{Headers, MAX_SIGNATURES, SigningSecret, VerifyError, VerifyingKey, sign, verify};

use super::Target;

pub const TARGET: Target = Target { name: "signatures", max_bytes: 6_000, seeds, run };

const NOW: i64 = 1_649_367_553;
const TOLERANCE: u32 = 300;

/// Stand in a list for the signature that fits, since no search finds one.
const SYMMETRIC: char = '\u{1}';
const ED25519: char = '\u{2}';

static SECRETS: LazyLock<[SigningSecret; 2]> = LazyLock::new(|| {
    ["whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD", "whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A="]
        .map(|text| SigningSecret::parse(text).expect("a secret"))
});

fn run(input: &[u8]) {
    let mut parts = input.splitn(4, |byte| *byte == b'\n');
    let mut text = || std::str::from_utf8(parts.next().unwrap_or_default()).ok();
    let (Some(id), Some(timestamp), Some(list)) = (text(), text(), text()) else { return };
    let body = parts.next().unwrap_or_default();
    let written = timestamp.parse::<i64>().ok().filter(|seconds| seconds.to_string() == timestamp);
    let fitting = written.and_then(|seconds| Timestamp::from_second(seconds).ok()).and_then(|at| {
        let made = SECRETS.each_ref().map(|secret| sign(std::slice::from_ref(secret), id, at, body));
        let [Ok(symmetric), Ok(ed25519)] = made else { return None };
        Some([symmetric, ed25519])
    });
    let list = match &fitting {
        // Without the mark of the scheme, so that a search may try another.
        Some([symmetric, ed25519]) => list
            .replace(SYMMETRIC, symmetric.strip_prefix("v1,").expect("its scheme"))
            .replace(ED25519, ed25519.strip_prefix("v1a,").expect("its scheme")),
        None => list.to_owned(),
    };
    let now = Timestamp::from_second(NOW).expect("a time");
    let headers = Headers { id, timestamp, signature: &list };
    let is_list = (1..=4_096).contains(&list.len())
        && list.split(' ').count() <= MAX_SIGNATURES
        && list.chars().all(|c| c == ' ' || c.is_ascii_graphic());
    let in_time = written.is_some_and(|seconds| seconds >= 0 && (NOW - seconds).abs() <= i64::from(TOLERANCE));
    for (at, secret) in SECRETS.iter().enumerate() {
        let verdict = verify(&[secret.verifying_key()], headers, body, now, TOLERANCE);
        let fits = fitting.as_ref().is_some_and(|fitting| list.split(' ').any(|entry| entry == fitting[at]));
        assert_eq!(verdict.is_ok(), is_list && in_time && fits, "{verdict:?}");
        assert_ne!(verdict.map_err(VerifyError::as_str), Err(""), "a refusal has a word");
    }
    read_keys(&list);
}

/// A key in its text form reads the same when it is printed and read again.
fn read_keys(text: &str) {
    if let Ok(secret) = SigningSecret::parse(text) {
        let printed = secret.expose_text();
        let again = SigningSecret::parse(printed.expose()).expect("what is printed is read");
        assert_eq!((again.expose_text(), again.public_text()), (printed, secret.public_text()));
        let public = secret.public_text().unwrap_or_else(|| secret.expose_text().into_exposed());
        assert!(VerifyingKey::parse(&public).is_ok(), "what verifies can be handed on");
    }
    if VerifyingKey::parse(text).is_ok() {
        assert!(text.starts_with("whsec_") || text.starts_with("whpk_"), "a private key is not taken here");
    }
}

fn seeds() -> Vec<Vec<u8>> {
    [
        "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk\n1649367553\nv1,\u{1}\n{\"email\":\"test@example.org\"}",
        "msg_1\n1649367553\nv1a,\u{2}\n",
        "msg_1\n1649367253\nv2,x v1, v1a,AAAA v1,\u{1} v1a,\u{2}\n{}",
        "msg_1\n1649367854\nv1,\u{1}\n{}",
        "msg.1\n1649367553\nv1,\u{1}\n{}",
        "m\n01649367553\nwhsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD\n",
        "m\n0\nwhpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n",
        "m\n0\nwhsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=\n",
    ]
    .map(|text| text.as_bytes().to_vec())
    .to_vec()
}
