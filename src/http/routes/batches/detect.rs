//! A look at the head of a file, before a batch is made.

use actix_web::{HttpResponse, post, web};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use crate::domain::batch::UploadFormat;
use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::json::Body;
use crate::http::problem::ApiError;
use crate::ingest::{self, ColumnMapping, Detection, DialectHints};

/// The head of a file.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "format": "csv", "head_base64": "TsKwIGFkaMOpcmVudDtOb20KQTE7UGVyZWlyYQo=", "whole": true }))]
pub struct UploadHead {
    /// How it is written.
    pub format: UploadFormat,
    /// Its first bytes as base64: 64 KiB are enough, more are not read.
    #[validate(length(min = 1, max = 700_000))]
    #[schema(
        min_length = 1,
        max_length = 700_000,
        pattern = "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
    )]
    pub head_base64: String,
    /// Whether this is all of it.
    #[serde(default)]
    pub whole: bool,
    /// What is known of its dialect.
    #[serde(default)]
    pub dialect: DialectHints,
    /// A mapping to be checked; one is proposed when absent.
    pub mapping: Option<ColumnMapping>,
}

/// Detect how a file is written
///
/// Tells separator, encoding and order of dates, and proposes which column is which field. Nothing is kept.
#[utoipa::path(
    tag = "campaigns", operation_id = "detect_upload", security(("oauth2" = ["requests:write"])),
    request_body = UploadHead,
    responses((status = 200, description = "What was found", body = Detection))
)]
#[post("/v1/batches:detect")]
pub async fn detect_upload(
    _caller: ForOrganisation<scope::RequestsWrite>,
    body: Body<UploadHead>,
) -> Result<HttpResponse, ApiError> {
    let head = body.value;
    let bytes = STANDARD.decode(&head.head_base64).map_err(|_| {
        ApiError::from(Problem::field("/head_base64", Code::InvalidField, "Is not base64 with padding."))
    })?;
    let found =
        web::block(move || ingest::detect(&bytes, head.whole, head.format, &head.dialect, head.mapping.as_ref()))
            .await
            .map_err(|_| ApiError::new(Code::Internal))?;
    let found = found.map_err(|problem| {
        let pointer = problem.field.map_or_else(|| "/head_base64".to_owned(), |field| format!("/mapping/{field}"));
        let message = problem.code.title().to_owned();
        ApiError::from(Problem { code: problem.code, ..Problem::field(pointer, problem.code, message) })
    })?;
    Ok(HttpResponse::Ok().json(found))
}
