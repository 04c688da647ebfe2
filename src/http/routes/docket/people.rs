//! `GET /v1/docket/{complaint_id}/people`.

use actix_web::{HttpRequest, HttpResponse, get, web};
use entity::id::ComplaintId;

use super::wire::DocketPerson;
use crate::domain::recipient::Recipient;
use crate::http::caller::{ForAuthority, scope};
use crate::http::given::given;
use crate::http::idempotency::Repeatable;
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::Context;
use crate::service::complaints::docket;

/// People for whom a complaint was lodged
///
/// By the reference in the files, whether the organisation still acts for them (M-11), and what was decided for them by themselves. No
/// name: that is in the annexes.
#[utoipa::path(
    tag = "docket", operation_id = "list_docket_people", security(("oauth2" = ["docket:read"])),
    params(("complaint_id" = ComplaintId, Path, description = "The complaint"), PageQuery),
    responses((status = 200, description = "A page, in the order of the references", body = Page<DocketPerson>))
)]
#[get("/v1/docket/{complaint_id}/people")]
pub async fn list_docket_people(
    caller: ForAuthority<scope::DocketRead>,
    id: PathId<ComplaintId>,
    frame: Repeatable,
    request: HttpRequest,
    page: Query<PageQuery>,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let (limit, after) = (page.0.limit()?, page.0.cursor::<i32>()?);
    let call = frame.call(caller.actor);
    let rows = docket::people(&context, call, caller.docket, id.0, after, limit + 1).await?;
    let (rows, next) = cut(rows, limit, |row| row.number.to_string());
    let page = Page::new(&request, rows.into_iter().map(DocketPerson::from).collect(), next);
    Ok(HttpResponse::Ok().json(given(Recipient::Authority, "list_docket_people", &page)?))
}
