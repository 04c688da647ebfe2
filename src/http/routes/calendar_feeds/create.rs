//! `POST /v1/calendar-feeds`.

use actix_web::{HttpResponse, post};

use super::wire::{CalendarFeed, NewCalendarFeed};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::problem::ApiError;
use crate::service::calendar_feeds;

/// Make a calendar of deadlines
///
/// For the calendar programs people use: they subscribe to its secret address. It holds, for each day and campaign, how many
/// unanswered requests have their final deadline then. The address is shown this once.
#[utoipa::path(
    tag = "events", operation_id = "create_calendar_feed", security(("oauth2" = ["requests:write"])),
    params(IdempotencyHeader), request_body = NewCalendarFeed,
    responses((status = 201, description = "The calendar and its address", body = CalendarFeed))
)]
#[post("/v1/calendar-feeds")]
pub async fn create_calendar_feed(
    caller: ForOrganisation<scope::RequestsWrite>,
    key: Key,
    context: InTime,
    body: Body<NewCalendarFeed>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let view = |entry: &calendar_feeds::Entry| CalendarFeed::from(entry);
    Ok(respond(calendar_feeds::create(&context, call, caller.organisation, body.value.into(), view).await?))
}
