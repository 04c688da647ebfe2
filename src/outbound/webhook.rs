//! One Standard Webhooks message and one attempt to send it.
//!
//! Bodies are thin: ids and links, no personal data. The receiver fetches what it may see with its own token, so that each
//! look is known. Id and body of a message are the same at every attempt; its timestamp and signatures are the attempt's.

use bytes::Bytes;
use jiff::Timestamp;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, InvalidHeaderValue};
use serde::Serialize;

use super::client::{Attempt, Client};
use super::failure::{Failure, LocalFault};
use crate::crypto::webhook::{ID_HEADER, SIGNATURE_HEADER, SignError, SigningSecret, TIMESTAMP_HEADER, sign};
use crate::domain::recipient::NotListed;

/// Largest body, in bytes: what the specification advises. Thin bodies stay far below it.
pub const BODY_BYTES_MAX: usize = 20_000;

/// The body of every message.
#[derive(Debug, Clone, Serialize)]
pub struct Payload<'a, T> {
    /// What happened, in words joined by full stops.
    #[serde(rename = "type")]
    pub kind: &'a str,
    /// When it happened; not when it is sent.
    pub timestamp: Timestamp,
    /// Ids and links.
    pub data: T,
}

/// A message as it is sent, again and again if need be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    id: String,
    body: Bytes,
}

/// Why a message cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum MessageError {
    /// The data has no JSON form.
    #[error("the data of the message cannot be written as JSON")]
    Json(#[from] serde_json::Error),
    /// There is no field list for it.
    #[error("the message: {0}")]
    NotListed(#[from] NotListed),
    /// The body exceeds [`BODY_BYTES_MAX`].
    #[error("the body has {0} bytes, more than a message may have")]
    TooLarge(usize),
}

impl Message {
    /// Writes the body. `id` is the receiver's key to recognise repetitions, so it belongs to the delivery, not to the attempt.
    pub fn new<T: Serialize>(id: impl Into<String>, payload: &Payload<'_, T>) -> Result<Self, MessageError> {
        Self::from_body(id, serde_json::to_vec(payload)?.into())
    }

    /// A message whose body was written before.
    pub fn from_body(id: impl Into<String>, body: Bytes) -> Result<Self, MessageError> {
        if body.len() > BODY_BYTES_MAX {
            return Err(MessageError::TooLarge(body.len()));
        }
        Ok(Self { id: id.into(), body })
    }

    /// The `webhook-id`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The bytes that are signed and sent.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Signs the message for this attempt and posts it once. `secrets` are all that are valid now, the newest first.
    pub async fn send(&self, client: &Client, url: &str, secrets: &[SigningSecret], now: Timestamp) -> Attempt {
        match self.headers(secrets, now) {
            Ok(headers) => client.post(url, headers, self.body.clone(), now).await,
            Err(fault) => Attempt { elapsed: std::time::Duration::ZERO, result: Err(Failure::Local(fault)) },
        }
    }

    /// Signs the message and posts it once, and gives the beginning of what comes back, `keep` bytes of it at most.
    ///
    /// # Errors
    /// As an [`Attempt`] ends.
    pub async fn ask(
        &self,
        client: &Client,
        url: &str,
        secrets: &[SigningSecret],
        now: Timestamp,
        keep: usize,
    ) -> Result<Vec<u8>, Failure> {
        let headers = self.headers(secrets, now)?;
        client.ask(url, headers, self.body.clone(), now, keep).await
    }

    fn headers(&self, secrets: &[SigningSecret], now: Timestamp) -> Result<HeaderMap, LocalFault> {
        let signatures = sign(secrets, &self.id, now, &self.body).map_err(|error| match error {
            SignError::NoSecret => LocalFault::NoSigningKey,
            SignError::MalformedId | SignError::MalformedTimestamp => LocalFault::Request,
        })?;
        let unwritable = |_: InvalidHeaderValue| LocalFault::Request;
        let mut headers = HeaderMap::with_capacity(4);
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(HeaderName::from_static(ID_HEADER), HeaderValue::from_str(&self.id).map_err(unwritable)?);
        headers.insert(HeaderName::from_static(TIMESTAMP_HEADER), HeaderValue::from(now.as_second()));
        headers.insert(HeaderName::from_static(SIGNATURE_HEADER), signatures.parse().map_err(unwritable)?);
        Ok(headers)
    }
}
