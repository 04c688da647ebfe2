//! `POST /v1/supervisory-authorities:route`.

use actix_web::{HttpResponse, post, web};

use super::wire::RoutingQuestion;
use crate::http::json::Body;
use crate::http::language::{AcceptLanguageHeader, AcceptedLanguage, LanguageQuery, in_language};
use crate::http::page::Query;
use crate::http::problem::ApiError;
use crate::service::{Context, authorities};
use crate::wording::{ExplainedRouting, Words};

/// Choose the authorities of a complaint
///
/// Proposes the supervisory authorities where the person lives, works, or where the infringement took place, each with reasons
/// (Article 77), and the presumed lead authority of a case that crosses a border (Article 56). In Germany and Spain the authority
/// depends on the controller. What is not known is never guessed: it is named in `missing`, and where no authority follows at all
/// that is the problem `authority_unknown`. The person chooses. No account is needed and nothing is stored.
#[utoipa::path(
    tag = "authorities", operation_id = "compute_routing", security(()),
    params(LanguageQuery, AcceptLanguageHeader), request_body = RoutingQuestion,
    responses((status = 200, description = "The authorities with their reasons", body = ExplainedRouting, headers(
        ("Content-Language" = String, description = "The language of the texts for people"),
        ("Vary" = String, description = "`Accept-Language`, of which that language depends")
    )))
)]
#[post("/v1/supervisory-authorities:route")]
pub async fn compute_routing(
    query: Query<LanguageQuery>,
    accepted: AcceptedLanguage,
    context: web::Data<Context>,
    body: Body<RoutingQuestion>,
) -> Result<HttpResponse, ApiError> {
    let language = query.0.language.or(accepted.0).unwrap_or_default();
    let answer = authorities::route(&body.value.into(), &context.authorities.now(), Words::of(language))?;
    let mut response = HttpResponse::Ok();
    in_language(&mut response, language);
    Ok(response.json(answer))
}
