//! The `Idempotency-Key` header (IETF draft 07) and the frame of a changing call.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse};

use crate::domain::code::Code;
use crate::service::{Actor, Answer, Call, Idempotency};

use super::head::is_headers_alone;
use super::json::sha256;
use super::problem::ApiError;
use super::trace::TraceId;

const HEADER: &str = "idempotency-key";
const REPLAYED: &str = "idempotency-replayed";
const MAX_LENGTH: usize = 255;

/// The header as it is documented.
#[derive(Debug, utoipa::IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "only describes the header")]
pub struct IdempotencyHeader {
    /// A fresh unique key for this call, and the same key when you repeat it: it then takes effect once and gives the same
    /// answer. Kept at least 72 hours.
    #[param(
        rename = "Idempotency-Key",
        min_length = 1,
        max_length = 257,
        pattern = r#"^("[ !#-\[\]-~]{1,255}"|[!#-\[\]-~]([ !#-\[\]-~]{0,253}[!#-\[\]-~])?)$"#,
        example = "\"8e03978e-40d5-43dd-bc93-6894a57f9324\""
    )]
    idempotency_key: String,
}

/// The key of a call that needs one, bound to its method and path.
#[derive(Debug, Clone)]
pub struct Key {
    hash: [u8; 32],
    trace_id: String,
}

impl Key {
    /// The frame of the use case, with the digest of the body.
    pub fn call(&self, actor: Actor, body: [u8; 32]) -> Call {
        let idempotency = Some(Idempotency { key: self.hash, body });
        Call { actor, trace_id: self.trace_id.clone(), idempotency, shows_nothing: false }
    }
}

impl FromRequest for Key {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request))
    }
}

fn read(request: &HttpRequest) -> Result<Key, ApiError> {
    let mut values = request.headers().get_all(HEADER);
    let value = values.next().ok_or_else(|| ApiError::new(Code::IdempotencyKeyMissing))?;
    let text = value.to_str().map_err(|_| ApiError::new(Code::IdempotencyKeyInvalid))?;
    if values.next().is_some() {
        return Err(ApiError::with_detail(Code::IdempotencyKeyInvalid, "Send one key."));
    }
    let key = unquote(text).ok_or_else(|| ApiError::new(Code::IdempotencyKeyInvalid))?;
    let bound = format!("{} {}\n{key}", request.method(), request.path());
    Ok(Key { hash: sha256(bound.as_bytes()), trace_id: trace_id(request) })
}

/// The draft asks for a structured-field string (quoted); the bare form is what many clients send, so both are taken.
fn unquote(text: &str) -> Option<&str> {
    let text = text.trim();
    let key = match text.strip_prefix('"') {
        Some(rest) => rest.strip_suffix('"')?,
        None => text,
    };
    let plain = key.bytes().all(|b| (0x20..0x7f).contains(&b) && b != b'"' && b != b'\\');
    (plain && (1..=MAX_LENGTH).contains(&key.len())).then_some(key)
}

/// The id under which this call is logged.
pub fn trace_id(request: &HttpRequest) -> String {
    request.extensions().get::<TraceId>().map(|id| id.0.clone()).unwrap_or_default()
}

/// The frame of a call that may be repeated without harm: `PUT`, `DELETE` and the like.
#[derive(Debug, Clone)]
pub struct Repeatable {
    trace_id: String,
    headers_alone: bool,
}

impl Repeatable {
    /// The frame of the use case.
    pub fn call(&self, actor: Actor) -> Call {
        Call { actor, trace_id: self.trace_id.clone(), idempotency: None, shows_nothing: self.headers_alone }
    }
}

impl FromRequest for Repeatable {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self { trace_id: trace_id(request), headers_alone: is_headers_alone(request) }))
    }
}

/// Sends the JSON answer of a call, the first time or again.
pub fn respond(answer: Answer) -> HttpResponse {
    respond_as("application/json", answer)
}

/// Sends the answer of a call in another media type.
pub fn respond_as(media_type: &'static str, answer: Answer) -> HttpResponse {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
    let mut response = HttpResponse::build(status);
    response.content_type(media_type);
    if answer.replayed {
        response.insert_header((REPLAYED, "true"));
    }
    response.body(answer.body)
}

#[cfg(test)]
mod tests {
    use super::unquote;

    #[test]
    fn keys_are_taken_quoted_or_bare_and_bounded() {
        assert_eq!(unquote("\"8e03978e\""), Some("8e03978e"));
        assert_eq!(unquote("8e03978e"), Some("8e03978e"));
        let long = "x".repeat(256);
        for text in ["", "\"\"", "\"open", "a\"b", "a\\b", "ä", "a\tb", long.as_str()] {
            assert_eq!(unquote(text), None, "{text}");
        }
        assert!(unquote(&"x".repeat(255)).is_some());
    }
}
