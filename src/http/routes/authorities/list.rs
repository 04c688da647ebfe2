//! `GET /v1/supervisory-authorities`.

use actix_web::{HttpRequest, HttpResponse, get, web};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::domain::authority::Authority;
use crate::http::page::{Page, PageQuery, Query, cut, invalid_parameter};
use crate::http::problem::ApiError;
use crate::http::routes::patterns;
use crate::service::{Context, authorities};

/// Which authorities are listed.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AuthorityQuery {
    /// Their state, ISO 3166-1 alpha-2.
    #[param(pattern = "^[A-Z]{2}$", example = "DE")]
    country: Option<String>,
    /// Most elements to return, 1 to 200; 50 when absent.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
    /// The `next_cursor` of the page before. Opaque; do not build or keep it.
    cursor: Option<String>,
}

/// Supervisory authorities
///
/// Of all states of the EEA, with the German Länder and special bodies and those of Spain's regions, of the United Kingdom and
/// Switzerland; as open directory data has them, with how sure each fact is. Verify an address before anything is sent to it.
/// No account is needed.
#[utoipa::path(
    tag = "authorities", operation_id = "list_supervisory_authorities", security(()), params(AuthorityQuery),
    responses((status = 200, description = "A page, by id", body = Page<Authority>))
)]
#[get("/v1/supervisory-authorities")]
pub async fn list_supervisory_authorities(
    request: HttpRequest,
    query: Query<AuthorityQuery>,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let AuthorityQuery { country, limit, cursor } = query.0;
    if country.as_ref().is_some_and(|country| !patterns::COUNTRY.is_match(country)) {
        return Err(invalid_parameter("country", "Must be two capital letters."));
    }
    let limit = PageQuery { limit, cursor: None }.limit()?;
    let directory = context.authorities.now();
    let at_most = usize::try_from(limit + 1).unwrap_or(usize::MAX);
    let found = authorities::list(country.as_deref(), cursor.as_deref(), at_most, &directory);
    let (items, next) = cut(found, limit, |one| one.id.clone());
    Ok(HttpResponse::Ok().json(Page::new(&request, items, next)))
}
