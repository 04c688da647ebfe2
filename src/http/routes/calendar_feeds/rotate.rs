//! `POST /v1/calendar-feeds/{feed_id}:rotate`.

use actix_web::{HttpResponse, post};
use entity::id::CalendarFeedId;

use super::wire::CalendarFeed;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::calendar_feeds;

/// Give a calendar of deadlines another address
///
/// For when somebody has it who should not. The address before leads nowhere from then on; the fresh one is shown this once.
#[utoipa::path(
    tag = "events", operation_id = "rotate_calendar_feed", security(("oauth2" = ["requests:write"])),
    params(("feed_id" = CalendarFeedId, Path, description = "Its id"), IdempotencyHeader),
    responses((status = 200, description = "The calendar and its fresh address", body = CalendarFeed))
)]
#[post("/v1/calendar-feeds/{feed_id}:rotate")]
pub async fn rotate_calendar_feed(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<CalendarFeedId>,
    key: Key,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, [0; 32]);
    let view = |entry: &calendar_feeds::Entry| CalendarFeed::from(entry);
    Ok(respond(calendar_feeds::rotate(&context, call, caller.organisation, id.0, view).await?))
}
