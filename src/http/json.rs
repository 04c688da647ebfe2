//! JSON bodies: parsed strictly, bounded, validated, with problems that name the field and never the value.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest, web};
use futures::StreamExt;
use serde::de::DeserializeOwned;
use validator::{Validate, ValidationErrors, ValidationErrorsKind};

use crate::domain::code::Code;
use crate::domain::problem::{FieldProblem, Problem};

use super::patience::Patience;
use super::problem::ApiError;

/// Largest JSON body outside of uploads.
pub const BODY_LIMIT: usize = 1 << 20;

/// A validated JSON body, together with the digest that idempotency compares.
#[derive(Debug)]
pub struct Body<T> {
    /// The value.
    pub value: T,
    /// SHA-256 of the bytes as sent.
    pub digest: [u8; 32],
}

impl<T: DeserializeOwned + Validate> FromRequest for Body<T> {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ApiError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let typed = is_json(request);
        let (payload, patience) = (payload.take(), Patience::of(request));
        Box::pin(async move {
            if !typed {
                return Err(ApiError::new(Code::UnsupportedMediaType));
            }
            let bytes = read_bounded(payload, BODY_LIMIT, patience).await?;
            let digest = sha256(&bytes);
            // Every body is an object. A list of values in the order of its fields would be taken, too, and is not documented.
            if bytes.trim_ascii_start().starts_with(b"[") {
                return Err(Problem::field("", Code::InvalidField, "Must be an object.").into());
            }
            let value: T = parse(&bytes)?;
            value.validate().map_err(|errors| ApiError(refusal(&errors)))?;
            Ok(Self { value, digest })
        })
    }
}

fn is_json(request: &HttpRequest) -> bool {
    let value = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = value.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/json")
}

/// Reads a body that may not be longer than `limit`, nor take longer than is waited for a whole one.
///
/// # Errors
/// `body_too_large`, `body_too_slow`; `malformed_json` when it breaks off.
pub async fn read_bounded(payload: Payload, limit: usize, patience: Patience) -> Result<web::BytesMut, ApiError> {
    tokio::time::timeout(patience.whole, read_all(payload, limit)).await.unwrap_or_else(|_| Err(Patience::over()))
}

async fn read_all(payload: Payload, limit: usize) -> Result<web::BytesMut, ApiError> {
    let mut stream = payload;
    let mut bytes = web::BytesMut::new();
    while let Some(chunk) = stream.next().await {
        let chunk = chunk.map_err(|_| ApiError::with_detail(Code::MalformedJson, "The body broke off."))?;
        if bytes.len() + chunk.len() > limit {
            return Err(ApiError::with_detail(Code::BodyTooLarge, format!("At most {limit} bytes are accepted here.")));
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

/// SHA-256 of some bytes.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, bytes);
    digest.as_ref().try_into().expect("SHA-256 has 32 bytes")
}

/// Parses JSON; the problem names the place, not what stood there.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ApiError> {
    Ok(crate::ingest::json::parse(bytes)?)
}

/// Translates the validator's findings. Its own form repeats the submitted value, so it is never passed on.
fn refusal(errors: &ValidationErrors) -> Problem {
    let mut fields = Vec::new();
    collect(errors, "", &mut fields);
    fields.sort_by(|a, b| a.pointer.cmp(&b.pointer));
    Problem { code: Code::InvalidField, detail: None, fields }
}

fn collect(errors: &ValidationErrors, prefix: &str, fields: &mut Vec<FieldProblem>) {
    for (name, kind) in errors.errors() {
        let pointer = if name == "__all__" { prefix.to_owned() } else { format!("{prefix}/{name}") };
        match kind {
            ValidationErrorsKind::Field(list) => fields.extend(list.iter().map(|error| FieldProblem {
                pointer: pointer.clone(),
                code: Code::InvalidField,
                message: describe(error),
            })),
            ValidationErrorsKind::Struct(inner) => collect(inner, &pointer, fields),
            ValidationErrorsKind::List(items) => {
                for (index, inner) in items {
                    collect(inner, &format!("{pointer}/{index}"), fields);
                }
            }
        }
    }
}

fn describe(error: &validator::ValidationError) -> String {
    if let Some(message) = &error.message {
        return message.to_string();
    }
    let limit = |name: &str| error.params.get(name).and_then(serde_json::Value::as_u64);
    match (error.code.as_ref(), limit("min"), limit("max")) {
        ("length", Some(min), Some(max)) => format!("Must have {min} to {max} characters or elements."),
        ("length", Some(min), None) => format!("Must have at least {min} characters or elements."),
        ("length", None, Some(max)) => format!("Must have at most {max} characters or elements."),
        ("range", Some(min), Some(max)) => format!("Must lie between {min} and {max}."),
        ("range", Some(min), None) => format!("Must be at least {min}."),
        ("range", None, Some(max)) => format!("Must be at most {max}."),
        ("email", ..) => "Must be an e-mail address.".to_owned(),
        ("url", ..) => "Must be a URL.".to_owned(),
        (code, ..) => format!("Does not pass the rule `{code}`."),
    }
}
