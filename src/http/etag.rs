//! Optimistic concurrency: the version of a record as `ETag`, and `If-Match` on changes.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::IF_MATCH;
use actix_web::{FromRequest, HttpRequest};

use crate::domain::code::Code;

use super::problem::ApiError;

/// The `ETag` of a version.
pub fn etag(version: i32) -> String {
    format!("\"{version}\"")
}

/// The header as it is documented.
#[derive(Debug, utoipa::IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "only describes the header")]
pub struct IfMatchHeader {
    /// The `ETag` of the version you have read; the change is refused when another stands there by now.
    #[param(rename = "If-Match", pattern = r#"^([*]|"[0-9]{1,10}")$"#, example = "\"1\"")]
    if_match: Option<String>,
}

/// The version the caller has read, when it sent `If-Match`.
#[derive(Debug, Clone, Copy)]
pub struct IfMatch(pub Option<i32>);

impl FromRequest for IfMatch {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match request.headers().get(IF_MATCH) {
            None => Ok(Self(None)),
            Some(value) if value.as_bytes() == b"*" => Ok(Self(None)),
            Some(value) => parse(value.to_str().unwrap_or_default())
                .map(|version| Self(Some(version)))
                .ok_or_else(|| ApiError::new(Code::VersionConflict)),
        })
    }
}

fn parse(text: &str) -> Option<i32> {
    text.trim().strip_prefix('"')?.strip_suffix('"')?.parse().ok()
}
