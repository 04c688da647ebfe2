//! `POST /v1/letter-templates:check`.

use actix_web::{HttpResponse, post};

use super::wire::{TemplateCheck, TemplateToCheck};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::json::Body;
use crate::http::problem::ApiError;
use crate::service::letters;

/// Check a template of letters
///
/// Tells every mistake with its line and column, the variable concerned, and the known name that comes nearest. Nothing is kept.
#[utoipa::path(
    tag = "letters", operation_id = "check_letter_template", security(("oauth2" = ["requests:read"])),
    request_body = TemplateToCheck,
    responses((status = 200, description = "What is wrong with it, if anything", body = TemplateCheck))
)]
#[post("/v1/letter-templates:check")]
pub async fn check_letter_template(
    _: ForOrganisation<scope::RequestsRead>,
    body: Body<TemplateToCheck>,
) -> Result<HttpResponse, ApiError> {
    let name = body.value.name();
    let checked = letters::check(name, body.value.source).await?;
    Ok(HttpResponse::Ok().json(TemplateCheck::from(checked)))
}
