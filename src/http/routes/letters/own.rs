//! `GET`, `PUT` and `DELETE /v1/letter-templates/{kind}/{language}`.

use actix_web::{HttpResponse, delete, get, put};

use super::wire::{LetterTemplate, NewLetterTemplate, RightQuery};
use crate::domain::letter::LetterKind;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::etag::{IfMatch, IfMatchHeader, etag};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::page::Query;
use crate::http::path::PathIds;
use crate::http::problem::ApiError;
use crate::service::letters::{self, TemplateName};
use crate::wording::Language;

fn name(path: PathIds<LetterKind, Language>, query: Query<RightQuery>) -> TemplateName {
    TemplateName { kind: path.0, language: path.1, right: query.0.right }
}

/// One template of letters
///
/// That of the organisation, else that of the house, to begin one's own with.
#[utoipa::path(
    tag = "letters", operation_id = "get_letter_template", security(("oauth2" = ["requests:read"])),
    params(
        ("kind" = LetterKind, Path, description = "Which kind of letter"),
        ("language" = Language, Path, description = "In which language"),
        RightQuery
    ),
    responses((status = 200, description = "The template", body = LetterTemplate, headers(
        ("ETag" = String, description = "Its version; absent for one of the house")
    )))
)]
#[get("/v1/letter-templates/{kind}/{language}")]
pub async fn get_letter_template(
    caller: ForOrganisation<scope::RequestsRead>,
    path: PathIds<LetterKind, Language>,
    query: Query<RightQuery>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let entry = letters::get(&context, caller.organisation, name(path, query)).await?;
    let mut response = HttpResponse::Ok();
    if let Some(version) = entry.version {
        response.insert_header(("etag", etag(version)));
    }
    Ok(response.json(LetterTemplate::from(entry)))
}

/// Keep a template of letters
///
/// It then stands in place of that of the house for every letter of its kind and language; one for a right stands above one
/// for every right. A template with mistakes is refused with each of them, so that no letter fails for it later.
#[utoipa::path(
    tag = "letters", operation_id = "put_letter_template", security(("oauth2" = ["requests:write"])),
    params(
        ("kind" = LetterKind, Path, description = "Which kind of letter"),
        ("language" = Language, Path, description = "In which language"),
        RightQuery, IfMatchHeader
    ),
    request_body = NewLetterTemplate,
    responses(
        (status = 200, description = "It took the place of the one before", body = LetterTemplate, headers(
            ("ETag" = String, description = "Its version")
        )),
        (status = 201, description = "It is the first of the organisation", body = LetterTemplate, headers(
            ("ETag" = String, description = "Its version")
        )),
        (status = 422, description = "It has mistakes: `errors` names each with its line and column")
    )
)]
#[put("/v1/letter-templates/{kind}/{language}")]
pub async fn put_letter_template(
    caller: ForOrganisation<scope::RequestsWrite>,
    path: PathIds<LetterKind, Language>,
    query: Query<RightQuery>,
    expected: IfMatch,
    repeatable: Repeatable,
    context: InTime,
    body: Body<NewLetterTemplate>,
) -> Result<HttpResponse, ApiError> {
    let (call, name) = (repeatable.call(caller.actor), name(path, query));
    let put = letters::put(&context, call, caller.organisation, name, body.value.source, expected.0);
    let (entry, is_first) = put.await?;
    let mut response = if is_first { HttpResponse::Created() } else { HttpResponse::Ok() };
    response.insert_header(("etag", etag(entry.version.unwrap_or_default())));
    Ok(response.json(LetterTemplate::from(entry)))
}

/// Take a template of letters away
///
/// That of the house stands again.
#[utoipa::path(
    tag = "letters", operation_id = "delete_letter_template", security(("oauth2" = ["requests:write"])),
    params(
        ("kind" = LetterKind, Path, description = "Which kind of letter"),
        ("language" = Language, Path, description = "In which language"),
        RightQuery
    ),
    responses((status = 204, description = "It is gone"))
)]
#[delete("/v1/letter-templates/{kind}/{language}")]
pub async fn delete_letter_template(
    caller: ForOrganisation<scope::RequestsWrite>,
    path: PathIds<LetterKind, Language>,
    query: Query<RightQuery>,
    repeatable: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    letters::remove(&context, repeatable.call(caller.actor), caller.organisation, name(path, query)).await?;
    Ok(HttpResponse::NoContent().finish())
}
