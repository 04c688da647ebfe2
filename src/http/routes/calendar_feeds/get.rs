//! `GET` and `DELETE /v1/calendar-feeds/{feed_id}`.

use actix_web::{HttpResponse, delete, get};
use entity::id::CalendarFeedId;

use super::wire::CalendarFeed;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::calendar_feeds;

/// One calendar of deadlines
#[utoipa::path(
    tag = "events", operation_id = "get_calendar_feed", security(("oauth2" = ["requests:read"])),
    params(("feed_id" = CalendarFeedId, Path, description = "Its id")),
    responses((status = 200, description = "The calendar, without its address", body = CalendarFeed))
)]
#[get("/v1/calendar-feeds/{feed_id}")]
pub async fn get_calendar_feed(
    caller: ForOrganisation<scope::RequestsRead>,
    id: PathId<CalendarFeedId>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let entry = calendar_feeds::get(&context, caller.organisation, id.0).await?;
    Ok(HttpResponse::Ok().json(CalendarFeed::from(&entry)))
}

/// Remove a calendar of deadlines
///
/// Its address leads nowhere from then on.
#[utoipa::path(
    tag = "events", operation_id = "delete_calendar_feed", security(("oauth2" = ["requests:write"])),
    params(("feed_id" = CalendarFeedId, Path, description = "Its id")),
    responses((status = 204, description = "It is removed"))
)]
#[delete("/v1/calendar-feeds/{feed_id}")]
pub async fn delete_calendar_feed(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<CalendarFeedId>,
    repeatable: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    calendar_feeds::remove(&context, repeatable.call(caller.actor), caller.organisation, id.0).await?;
    Ok(HttpResponse::NoContent().finish())
}
