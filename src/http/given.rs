//! Answers to those who get a part of things only: each goes through the field list of its recipient (Z-9).

use actix_web::HttpResponse;
use serde::Serialize;

use super::idempotency::{respond, respond_as};
use super::problem::ApiError;
use crate::domain::code::Code;
use crate::domain::recipient::{Kept, NotListed, Recipient};
use crate::service::Answer;

/// What a recipient gets of the answer of an operation.
///
/// # Errors
/// Only for an operation that is on no list of theirs, which a test of the document holds.
pub fn given<T: Serialize>(recipient: Recipient, operation: &'static str, whole: &T) -> Result<Kept, ApiError> {
    recipient.given(operation, whole).map_err(|NotListed| unlisted(recipient, operation))
}

/// Sends what a recipient gets of a JSON answer, the first time or again.
///
/// # Errors
/// As [`given`].
pub fn respond_given(
    recipient: Recipient,
    operation: &'static str,
    mut answer: Answer,
) -> Result<HttpResponse, ApiError> {
    answer.body = cut(recipient, operation, &answer.body)?;
    Ok(respond(answer))
}

/// The same for an answer of lines.
///
/// # Errors
/// As [`given`].
pub fn respond_given_lines(
    recipient: Recipient,
    operation: &'static str,
    mut answer: Answer,
) -> Result<HttpResponse, ApiError> {
    let mut body = Vec::with_capacity(answer.body.len());
    for line in answer.body.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        body.append(&mut cut(recipient, operation, line)?);
        body.push(b'\n');
    }
    answer.body = body;
    Ok(respond_as("application/x-ndjson", answer))
}

fn cut(recipient: Recipient, operation: &'static str, json: &[u8]) -> Result<Vec<u8>, ApiError> {
    let kept = recipient.given_json(operation, json);
    let kept = kept.and_then(|kept| serde_json::to_vec(&kept).map_err(|_| NotListed));
    kept.map_err(|NotListed| unlisted(recipient, operation))
}

fn unlisted(recipient: Recipient, operation: &'static str) -> ApiError {
    tracing::error!(%recipient, operation, "nothing is given of what no field list names");
    ApiError::new(Code::Internal)
}
