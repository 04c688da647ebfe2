//! The feed of a controller.

use actix_web::{HttpResponse, get, web};

use super::wire::{InboxMessage, InboxPage};
use crate::domain::recipient::Recipient;
use crate::http::caller::{ForController, scope};
use crate::http::given::given;
use crate::http::idempotency::Repeatable;
use crate::http::page::{PageQuery, Query};
use crate::http::problem::ApiError;
use crate::service::{Context, Failure, audit};
use crate::store::Position;

/// Messages addressed to the controller
///
/// In the order in which they became visible; nothing is ever skipped. Start without a cursor, keep the last one you got. What
/// is told is recorded with the organisation whose it is (Z-11).
#[utoipa::path(
    tag = "inbox", operation_id = "list_inbox", security(("oauth2" = ["inbox:read"])),
    params(PageQuery),
    responses((status = 200, description = "A page", body = InboxPage))
)]
#[get("/v1/inbox")]
pub async fn list_inbox(
    caller: ForController<scope::InboxRead>,
    query: Query<PageQuery>,
    frame: Repeatable,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let (limit, after) = (query.0.limit()?, query.0.cursor::<Position>()?);
    let start = after.unwrap_or(Position::START);
    let rows = context.db.inbox_after(caller.controller, start, limit).await.map_err(Failure::from)?;
    let next_cursor = rows.last().map(|row| row.position).or(after).map(|position| position.to_string());
    let (call, told) = (frame.call(caller.actor), rows.iter().map(|row| (row.organisation, row.id.0)));
    audit::tell_controller(&context, &call, caller.controller, "delivery", told).await?;
    let items = rows.into_iter().map(InboxMessage::from).collect();
    Ok(HttpResponse::Ok().json(given(Recipient::Controller, "list_inbox", &InboxPage { items, next_cursor })?))
}
