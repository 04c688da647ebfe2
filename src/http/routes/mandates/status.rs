//! `GET /v1/mandate-status/{token}`.

use actix_web::{HttpResponse, get, web};

use super::wire::MandateStatus;
use crate::domain::recipient::Recipient;
use crate::http::given::given;
use crate::http::problem::ApiError;
use crate::service::{Context, mandates};

/// The present status of a mandate
///
/// The address stands in the credential as `status_url`; nobody can guess one. It tells whether the organisation may still
/// act, and nothing about the person. No token is needed.
#[utoipa::path(
    tag = "people", operation_id = "get_mandate_status", security(()),
    params(("token" = String, Path, description = "The last part of `status_url`", max_length = 200)),
    responses((status = 200, description = "The status at this moment", body = MandateStatus))
)]
#[get("/v1/mandate-status/{token}")]
pub async fn get_mandate_status(
    token: web::Path<String>,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let status = mandates::status(&context, &token).await?;
    let shown = given(Recipient::Controller, "get_mandate_status", &MandateStatus::from(status))?;
    Ok(HttpResponse::Ok().insert_header(("cache-control", "no-store")).json(shown))
}
