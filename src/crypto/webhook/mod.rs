//! Standard Webhooks 1.0: signing what we send and verifying what we receive.
//!
//! The signed bytes are `{webhook-id}.{webhook-timestamp}.{raw body}`. `webhook-signature` is a list, separated by spaces, of
//! `v1,` with HMAC-SHA-256 and `v1a,` with Ed25519, each in base64; one entry that fits is enough, which is how secrets rotate
//! without a gap: during a rotation the sender signs with the old and the new one.
//!
//! The id stays the same over all attempts of a delivery and is the receiver's key to recognise repetitions; the timestamp is
//! that of the attempt.

mod key;
mod sign;
mod verify;

pub use key::{KeyError, SigningSecret, VerifyingKey};
pub use sign::{SignError, sign};
pub use verify::{Headers, MAX_SIGNATURES, VerifyError, verify, verify_header_values};

/// Name of the header with the id of the message.
pub const ID_HEADER: &str = "webhook-id";
/// Name of the header with the time of the attempt, in whole seconds since 1970.
pub const TIMESTAMP_HEADER: &str = "webhook-timestamp";
/// Name of the header with the list of signatures.
pub const SIGNATURE_HEADER: &str = "webhook-signature";

/// How far the clocks of sender and receiver may be apart, in seconds: what the published libraries use.
pub const DEFAULT_TOLERANCE_SECONDS: u32 = 300;

const SYMMETRIC_SCHEME: &str = "v1";
const ED25519_SCHEME: &str = "v1a";

/// Longest message id.
const ID_MAX: usize = 255;

/// Whether a text can be the id of a message: printable ASCII without a full stop, which separates the signed parts.
fn is_message_id(id: &str) -> bool {
    !id.is_empty() && id.len() <= ID_MAX && id.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'.')
}

#[cfg(test)]
mod tests;
