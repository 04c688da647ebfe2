//! `GET /v1/calendar-feeds`.

use actix_web::{HttpRequest, HttpResponse, get};
use entity::id::CalendarFeedId;

use super::wire::CalendarFeed;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::in_time::InTime;
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::problem::ApiError;
use crate::service::calendar_feeds;

/// Calendars of deadlines
#[utoipa::path(
    tag = "events", operation_id = "list_calendar_feeds", security(("oauth2" = ["requests:read"])),
    params(PageQuery),
    responses((status = 200, description = "A page, oldest first", body = Page<CalendarFeed>))
)]
#[get("/v1/calendar-feeds")]
pub async fn list_calendar_feeds(
    caller: ForOrganisation<scope::RequestsRead>,
    request: HttpRequest,
    query: Query<PageQuery>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let (limit, after) = (query.0.limit()?, query.0.cursor::<CalendarFeedId>()?);
    let rows = calendar_feeds::list(&context, caller.organisation, after, limit + 1).await?;
    let (rows, next) = cut(rows, limit, |row| row.feed.id.to_string());
    Ok(HttpResponse::Ok().json(Page::new(&request, rows.iter().map(CalendarFeed::from).collect(), next)))
}
