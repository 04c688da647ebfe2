//! `GET /v1/organisations`.

use actix_web::{HttpRequest, HttpResponse, get, web};
use entity::id::OrganisationId;

use super::wire::Organisation;
use crate::http::caller::{ForOperator, scope};
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::problem::ApiError;
use crate::service::{Context, Failure};

/// Organisations of this instance
#[utoipa::path(
    tag = "organisations", operation_id = "list_organisations", security(("oauth2" = ["organisations:manage"])),
    params(PageQuery),
    responses((status = 200, description = "A page, oldest first", body = Page<Organisation>))
)]
#[get("/v1/organisations")]
pub async fn list_organisations(
    _caller: ForOperator<scope::OrganisationsManage>,
    request: HttpRequest,
    query: Query<PageQuery>,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let (limit, after) = (query.0.limit()?, query.0.cursor::<OrganisationId>()?);
    let rows = context.db.organisations(after, limit + 1).await.map_err(Failure::from)?;
    let today = context.today();
    let (rows, next) = cut(rows, limit, |row| row.id.to_string());
    Ok(HttpResponse::Ok().json(Page::new(
        &request,
        rows.iter().map(|row| Organisation::of(row, today)).collect(),
        next,
    )))
}
