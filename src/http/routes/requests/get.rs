//! One request with its dates explained.

use actix_web::{HttpResponse, get};
use entity::id::RequestId;

use super::wire::RequestDetail;
use crate::domain::code::Code;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::etag::etag;
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::language::{AcceptLanguageHeader, AcceptedLanguage, LanguageQuery, in_language};
use crate::http::page::Query;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::{Failure, audit};
use crate::wording::{Language, Words};

/// One request, its legal dates explained, and what was found
///
/// Explanation and findings are told in the language that `language` names, else the best that `Accept-Language` asks for, else
/// that of the campaign, else English; `Content-Language` says which it is. The look is recorded.
#[utoipa::path(
    tag = "requests", operation_id = "get_request", security(("oauth2" = ["requests:read"])),
    params(("request_id" = RequestId, Path, description = "Its id"), LanguageQuery, AcceptLanguageHeader),
    responses((status = 200, description = "The request", body = RequestDetail, headers(
        ("ETag" = String, description = "Its version"),
        ("Content-Language" = String, description = "The language of the texts for people"),
        ("Vary" = String, description = "`Accept-Language`, of which that language depends")
    )))
)]
#[get("/v1/requests/{request_id}")]
pub async fn get_request(
    caller: ForOrganisation<scope::RequestsRead>,
    id: PathId<RequestId>,
    query: Query<LanguageQuery>,
    accepted: AcceptedLanguage,
    frame: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let tenant = context.db.tenant(caller.organisation);
    let row = tenant.request(id.0).await.map_err(Failure::from)?.ok_or_else(|| ApiError::new(Code::NotFound))?;
    let findings = tenant.findings_of_request(id.0).await.map_err(Failure::from)?;
    let language = match query.0.language.or(accepted.0) {
        Some(language) => language,
        None => {
            let campaign = tenant.campaign(row.campaign_id).await.map_err(Failure::from)?;
            campaign.and_then(|campaign| Language::of_tag(&campaign.language)).unwrap_or_default()
        }
    };
    audit::look_at(&context, &frame.call(caller.actor), caller.organisation, id.0).await?;
    let detail = RequestDetail::of(&row, findings, context.clock.now(), Words::of(language));
    Ok(in_language(&mut HttpResponse::Ok(), language).insert_header(("etag", etag(row.version))).json(detail))
}
