//! Requests by filter.

use actix_web::{HttpRequest, HttpResponse, get};
use entity::id::RequestId;

use super::wire::{Request, RequestQuery};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::page::{Page, Query, cut};
use crate::http::problem::ApiError;
use crate::service::{Failure, audit};

/// Requests
///
/// Oldest first. Filters narrow each other. The look is recorded.
#[utoipa::path(
    tag = "requests", operation_id = "list_requests", security(("oauth2" = ["requests:read"])),
    params(RequestQuery),
    responses((status = 200, description = "A page", body = Page<Request>))
)]
#[get("/v1/requests")]
pub async fn list_requests(
    caller: ForOrganisation<scope::RequestsRead>,
    request: HttpRequest,
    query: Query<RequestQuery>,
    frame: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let now = context.clock.now();
    let page = query.0.page();
    let (limit, after, filter) = (page.limit()?, page.cursor::<RequestId>()?, query.0.filter(now)?);
    let tenant = context.db.tenant(caller.organisation);
    let rows = tenant.list_requests(&filter, after, limit + 1).await.map_err(Failure::from)?;
    let (rows, next) = cut(rows, limit, |row| row.id.to_string());
    let (call, ids) = (frame.call(caller.actor), rows.iter().map(|row| row.id.0));
    audit::look_through(&context, &call, caller.organisation, "request", ids).await?;
    let items = rows.iter().map(|row| Request::of(row, now)).collect();
    Ok(HttpResponse::Ok().json(Page::new(&request, items, next)))
}
