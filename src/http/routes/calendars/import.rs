//! Importing a calendar.

use actix_web::{HttpResponse, post, web};

use super::wire::{CalendarImport, NewCalendar};
use crate::domain::calendar::Calendars;
use crate::http::caller::{ForOperator, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::json::Body;
use crate::http::problem::ApiError;
use crate::service::{Context, reference};

/// Import a calendar of holidays
///
/// A whole calendar of a country, under a newer version than the one in force. Every process takes it within seconds; open
/// deadlines of the country are then computed anew, each change with its cause, and their organisations are told (D-15). What is
/// refused is told in the answer, and nothing changes. The same as `recourse import calendars`.
#[utoipa::path(
    tag = "calculator", operation_id = "import_calendar", security(("oauth2" = ["calendars:manage"])),
    params(IdempotencyHeader), request_body = NewCalendar,
    responses((status = 200, description = "What came of it", body = CalendarImport))
)]
#[post("/v1/calendars")]
pub async fn import_calendar(
    caller: ForOperator<scope::CalendarsManage>,
    key: Key,
    context: web::Data<Context>,
    body: Body<NewCalendar>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let NewCalendar { name, text, dry_run } = body.value;
    Ok(respond(reference::import_by_call::<Calendars>(&context, call, name, text, dry_run).await?))
}
