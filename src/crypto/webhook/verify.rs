//! Verifying a message.

use aws_lc_rs::constant_time::verify_slices_are_equal;
use aws_lc_rs::signature::{ED25519, UnparsedPublicKey};
use jiff::Timestamp;

use super::sign::mac;
use super::{
    ED25519_SCHEME, ID_HEADER, SIGNATURE_HEADER, SYMMETRIC_SCHEME, TIMESTAMP_HEADER, VerifyingKey, is_message_id,
};
use crate::crypto::encoding::from_base64;

/// Most entries looked at in one list, so that a message cannot make us verify without end.
pub const MAX_SIGNATURES: usize = 20;

/// Longest `webhook-signature`: `MAX_SIGNATURES` entries of either scheme fit in.
const SIGNATURE_HEADER_MAX: usize = 4096;

/// Why a message is refused. [`as_str`](Self::as_str) is the stable word for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// One of the three headers is not there.
    #[error("the header {0} is missing")]
    MissingHeader(&'static str),
    /// One of the three headers stands twice or has a value that cannot be.
    #[error("the header {0} is malformed or stands twice")]
    Malformed(&'static str),
    /// Signed longer ago than is tolerated: late, or replayed.
    #[error("the message was signed too long ago")]
    TimestampTooOld,
    /// Signed further in the future than is tolerated: check the clocks.
    #[error("the message was signed in the future")]
    TimestampTooNew,
    /// No entry of the list fits a key of the sender.
    #[error("no signature of the message fits a key of its sender")]
    NoMatchingSignature,
}

impl VerifyError {
    /// The stable word for this refusal.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::MissingHeader(_) => "missing_header",
            Self::Malformed(_) => "malformed",
            Self::TimestampTooOld => "timestamp_too_old",
            Self::TimestampTooNew => "timestamp_too_new",
            Self::NoMatchingSignature => "no_matching_signature",
        }
    }
}

/// The three headers of a message.
#[derive(Debug, Clone, Copy)]
pub struct Headers<'a> {
    /// `webhook-id`.
    pub id: &'a str,
    /// `webhook-timestamp`.
    pub timestamp: &'a str,
    /// `webhook-signature`.
    pub signature: &'a str,
}

/// Verifies a message: its time lies within `tolerance_seconds` of `now` (borders included), and at least one entry of its list
/// fits one of the `keys`. Schemes that are not known and entries that are broken are passed over, so that a sender may add
/// some. Comparison takes the same time wherever the difference is.
///
/// It does not remember ids: whoever acts on the message also refuses or repeats an id that was seen.
///
/// # Errors
/// [`VerifyError`].
pub fn verify(
    keys: &[VerifyingKey],
    headers: Headers<'_>,
    body: &[u8],
    now: Timestamp,
    tolerance_seconds: u32,
) -> Result<(), VerifyError> {
    let Headers { id, timestamp, signature } = headers;
    if !is_message_id(id) {
        return Err(VerifyError::Malformed(ID_HEADER));
    }
    let seconds = parse_timestamp(timestamp).ok_or(VerifyError::Malformed(TIMESTAMP_HEADER))?;
    if signature.is_empty()
        || signature.len() > SIGNATURE_HEADER_MAX
        || signature.split(' ').count() > MAX_SIGNATURES
        || !signature.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic())
    {
        return Err(VerifyError::Malformed(SIGNATURE_HEADER));
    }
    let age = now.as_second() - seconds;
    if age > i64::from(tolerance_seconds) {
        return Err(VerifyError::TimestampTooOld);
    }
    if age < -i64::from(tolerance_seconds) {
        return Err(VerifyError::TimestampTooNew);
    }
    let head = format!("{id}.{timestamp}.");
    if keys.iter().any(|key| fits(key, &head, body, signature)) {
        Ok(())
    } else {
        Err(VerifyError::NoMatchingSignature)
    }
}

/// As [`verify`], from all values that a message has for each header: none is missing, several are refused, and so is what
/// is not ASCII.
///
/// # Errors
/// [`VerifyError`].
pub fn verify_header_values(
    keys: &[VerifyingKey],
    ids: &[&[u8]],
    timestamps: &[&[u8]],
    signatures: &[&[u8]],
    body: &[u8],
    now: Timestamp,
    tolerance_seconds: u32,
) -> Result<(), VerifyError> {
    let headers = Headers {
        id: the_one(ID_HEADER, ids)?,
        timestamp: the_one(TIMESTAMP_HEADER, timestamps)?,
        signature: the_one(SIGNATURE_HEADER, signatures)?,
    };
    verify(keys, headers, body, now, tolerance_seconds)
}

fn the_one<'a>(name: &'static str, values: &[&'a [u8]]) -> Result<&'a str, VerifyError> {
    match values {
        [] => Err(VerifyError::MissingHeader(name)),
        [value] if value.is_ascii() => std::str::from_utf8(value).map_err(|_| VerifyError::Malformed(name)),
        _ => Err(VerifyError::Malformed(name)),
    }
}

/// Whole seconds as a sender writes them: no sign, no zero in front, at most 12 digits.
fn parse_timestamp(text: &str) -> Option<i64> {
    let canonical = text == "0" || !text.starts_with('0');
    let digits = !text.is_empty() && text.len() <= 12 && text.bytes().all(|byte| byte.is_ascii_digit());
    if canonical && digits { text.parse().ok() } else { None }
}

/// Whether one entry of the list is a signature by this key.
fn fits(key: &VerifyingKey, head: &str, body: &[u8], list: &str) -> bool {
    match key {
        VerifyingKey::Symmetric(key) => {
            let expected = mac(key, head, body);
            signatures(list, SYMMETRIC_SCHEME)
                .any(|signature| verify_slices_are_equal(expected.as_ref(), &signature).is_ok())
        }
        VerifyingKey::Ed25519(public) => {
            let signed = [head.as_bytes(), body].concat();
            signatures(list, ED25519_SCHEME)
                .any(|signature| UnparsedPublicKey::new(&ED25519, public).verify(&signed, &signature).is_ok())
        }
    }
}

/// The signatures of one scheme in a list. Base64 that is broken or not canonical is no signature.
fn signatures<'a>(list: &'a str, scheme: &'a str) -> impl Iterator<Item = Vec<u8>> + 'a {
    list.split(' ')
        .filter_map(|entry| entry.split_once(','))
        .filter(move |(found, _)| *found == scheme)
        .filter_map(|(_, signature)| from_base64(signature).map(|bytes| bytes.to_vec()))
}
