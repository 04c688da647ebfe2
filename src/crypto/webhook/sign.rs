//! Signing a message.

use aws_lc_rs::hmac;
use jiff::Timestamp;

use super::{ED25519_SCHEME, SYMMETRIC_SCHEME, SigningSecret, is_message_id};
use crate::crypto::encoding::to_base64;

/// Why a message cannot be signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    /// An id is 1 to 255 printable ASCII characters without a full stop.
    #[error("the message id cannot be signed")]
    MalformedId,
    /// A time before 1970 cannot be written in the header.
    #[error("the time of the attempt is before 1970")]
    MalformedTimestamp,
    /// Nothing to sign with.
    #[error("there is no secret to sign with")]
    NoSecret,
}

/// Signs one attempt to deliver a message and gives the value of `webhook-signature`: one entry per secret, in their order
/// (during a rotation: the new one first).
///
/// `at` is cut to whole seconds, and `webhook-timestamp` is `at.as_second()`.
///
/// # Errors
/// [`SignError`].
pub fn sign(secrets: &[SigningSecret], id: &str, at: Timestamp, body: &[u8]) -> Result<String, SignError> {
    if !is_message_id(id) {
        return Err(SignError::MalformedId);
    }
    let seconds = at.as_second();
    if seconds < 0 {
        return Err(SignError::MalformedTimestamp);
    }
    if secrets.is_empty() {
        return Err(SignError::NoSecret);
    }
    let head = format!("{id}.{seconds}.");
    let mut header = String::with_capacity(secrets.len() * 96);
    for secret in secrets {
        if !header.is_empty() {
            header.push(' ');
        }
        let (scheme, signature) = match secret {
            SigningSecret::Symmetric(secret) => (SYMMETRIC_SCHEME, to_base64(mac(&secret.key, &head, body).as_ref())),
            SigningSecret::Ed25519(private) => {
                (ED25519_SCHEME, to_base64(private.pair.sign(&[head.as_bytes(), body].concat()).as_ref()))
            }
        };
        header.push_str(scheme);
        header.push(',');
        header.push_str(&signature);
    }
    Ok(header)
}

/// The HMAC of the signed bytes, without copying the body.
pub(super) fn mac(key: &hmac::Key, head: &str, body: &[u8]) -> hmac::Tag {
    let mut context = hmac::Context::with_key(key);
    context.update(head.as_bytes());
    context.update(body);
    context.sign()
}
