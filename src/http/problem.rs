//! Errors as `application/problem+json` (RFC 9457), with a stable code and the id under which the call is logged.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, ResponseError};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::code::Code;
use crate::domain::problem;
use crate::service::Failure;

use super::trace;

/// Media type of all error bodies.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// What went wrong, for programs (`code`) and people (`title`, `detail`, `remedy`). Never holds a submitted value.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// Address of the description of this code.
    #[serde(rename = "type")]
    #[schema(example = "/docs/errors#invalid_field")]
    pub kind: String,
    /// Short text, the same for each occurrence.
    pub title: String,
    /// HTTP status.
    #[schema(minimum = 400, maximum = 599)]
    pub status: u16,
    /// Stable word that programs decide on. New words may be added.
    #[schema(example = "invalid_field", extensions(("x-extensible-enum" = json!("ProblemCode"))))]
    pub code: String,
    /// A sentence about this occurrence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// What the caller can do.
    pub remedy: String,
    /// The id under which this call is logged.
    pub trace_id: String,
    /// The fields concerned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ProblemField>,
}

/// One field that was not accepted.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ProblemField {
    /// JSON pointer into the body, or the name of a parameter.
    #[schema(example = "/name")]
    pub pointer: String,
    /// Stable word.
    #[schema(example = "invalid_field", extensions(("x-extensible-enum" = json!("ProblemCode"))))]
    pub code: String,
    /// A sentence for people.
    pub message: String,
}

/// An error on its way out of a handler.
#[derive(Debug)]
pub struct ApiError(pub problem::Problem);

impl ApiError {
    /// A refusal that its code explains fully.
    pub fn new(code: Code) -> Self {
        Self(problem::Problem::new(code))
    }

    /// A refusal with a sentence about this occurrence.
    pub fn with_detail(code: Code, detail: impl Into<String>) -> Self {
        Self(problem::Problem::with_detail(code, detail))
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<problem::Problem> for ApiError {
    fn from(problem: problem::Problem) -> Self {
        Self(problem)
    }
}

impl From<Failure> for ApiError {
    fn from(failure: Failure) -> Self {
        Self(failure.into_problem())
    }
}

impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.0.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        let code = self.0.code;
        let fields = self.0.fields.iter().map(|field| ProblemField {
            pointer: field.pointer.clone(),
            code: field.code.as_str().to_owned(),
            message: field.message.clone(),
        });
        let body = Problem {
            kind: format!("/docs/errors#{}", code.as_str()),
            title: code.title().to_owned(),
            status: code.status(),
            code: code.as_str().to_owned(),
            detail: self.0.detail.clone(),
            remedy: code.remedy().to_owned(),
            trace_id: trace::current_id(),
            errors: fields.collect(),
        };
        let mut response = HttpResponse::build(self.status_code());
        response.content_type(MEDIA_TYPE);
        // For the log's line about the call.
        response.extensions_mut().insert(code);
        match code {
            Code::Unauthenticated => {
                response.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
            }
            Code::InvalidClient => {
                response.insert_header((header::WWW_AUTHENTICATE, "Basic realm=\"recourse\""));
            }
            Code::InsufficientScope => {
                response.insert_header((header::WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\""));
            }
            Code::Unavailable | Code::IdempotencyInFlight => {
                response.insert_header((header::RETRY_AFTER, HeaderValue::from_static("1")));
            }
            Code::TooManyStreams => {
                response.insert_header((header::RETRY_AFTER, HeaderValue::from_static("10")));
            }
            // What is left of the body is not waited for (RFC 9110, 15.5.9).
            Code::BodyTooSlow => {
                response.force_close();
            }
            _ => {}
        }
        // Serialising plain strings and numbers cannot fail.
        response.body(serde_json::to_vec(&body).unwrap_or_default())
    }
}
