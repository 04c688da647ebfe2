//! `GET /v1/letter-templates`.

use actix_web::{HttpResponse, get};

use super::wire::{LetterTemplateEntry, LetterTemplateList, TemplateFilter};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::in_time::InTime;
use crate::http::page::Query;
use crate::http::problem::ApiError;
use crate::service::letters;

/// Templates of letters
///
/// Those of the house and those of the organisation, without their text. There are never more than there are letters.
#[utoipa::path(
    tag = "letters", operation_id = "list_letter_templates", security(("oauth2" = ["requests:read"])),
    params(TemplateFilter),
    responses((status = 200, description = "The templates", body = LetterTemplateList))
)]
#[get("/v1/letter-templates")]
pub async fn list_letter_templates(
    caller: ForOrganisation<scope::RequestsRead>,
    filter: Query<TemplateFilter>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let found = letters::list(&context, caller.organisation, filter.0.kind, filter.0.language).await?;
    let items = found.iter().map(LetterTemplateEntry::from).collect();
    Ok(HttpResponse::Ok().json(LetterTemplateList { items }))
}
