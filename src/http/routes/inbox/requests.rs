//! The requests of a bundle.

use actix_web::{HttpRequest, HttpResponse, get, web};
use entity::id::{DeliveryId, RequestId};

use super::wire::InboxEntry;
use crate::domain::code::Code;
use crate::domain::recipient::Recipient;
use crate::http::caller::{ForController, scope};
use crate::http::given::given;
use crate::http::idempotency::Repeatable;
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::{Context, Failure, audit};
use crate::store;

/// The requests that a message carries
///
/// Each look is recorded.
#[utoipa::path(
    tag = "inbox", operation_id = "list_message_requests", security(("oauth2" = ["inbox:read"])),
    params(("delivery_id" = DeliveryId, Path, description = "The message"), PageQuery),
    responses((status = 200, description = "A page", body = Page<InboxEntry>))
)]
#[get("/v1/inbox/messages/{delivery_id}/requests")]
pub async fn list_message_requests(
    caller: ForController<scope::InboxRead>,
    request: HttpRequest,
    id: PathId<DeliveryId>,
    query: Query<PageQuery>,
    frame: Repeatable,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let (limit, after) = (query.0.limit()?, query.0.cursor::<RequestId>()?);
    let message = context.db.inbox_item(caller.controller, id.0).await.map_err(Failure::from)?;
    let message = message.ok_or_else(|| ApiError::new(Code::NotFound))?;
    let tenant = context.db.tenant(message.organisation);
    let rows = match message.request {
        Some(one) => tenant.request(one).await.map_err(Failure::from)?.into_iter().collect(),
        None => tenant.requests_of_dispatch(id.0, after, limit + 1).await.map_err(Failure::from)?,
    };
    let (rows, next) = cut(rows, limit, |row| row.id.to_string());
    let is_shown = |row: &&store::Request| row.controller_id == caller.controller && row.sent_at.is_some();
    let shown: Vec<&store::Request> = rows.iter().filter(is_shown).collect();
    let (call, told) = (frame.call(caller.actor), shown.iter().map(|row| (row.organisation, row.id.0)));
    audit::tell_controller(&context, &call, caller.controller, id.0, told).await?;
    let page = Page::new(&request, shown.into_iter().map(InboxEntry::from).collect(), next);
    Ok(HttpResponse::Ok().json(given(Recipient::Controller, "list_message_requests", &page)?))
}
