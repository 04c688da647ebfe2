//! `GET /v1/events`.

use actix_web::{HttpRequest, HttpResponse, get};
use entity::id::RequestId;
use serde::Deserialize;
use utoipa::IntoParams;

use super::wire::{Event, EventPage};
use crate::domain::event::{EventFilter, EventKind};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::page::{Page, PageQuery, Query, cut, invalid_parameter};
use crate::http::problem::ApiError;
use crate::service::{Failure, audit};
use crate::store::{EventSelection, Position};

/// Where in the feed, and which events.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct EventQuery {
    /// Most elements to return, 1 to 200; 50 when absent.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
    /// The `next_cursor` of an earlier page, however old; from the beginning when absent.
    cursor: Option<String>,
    /// An event's word, or a family such as `request.*`.
    #[param(example = "request.*")]
    kind: Option<String>,
    /// About this request.
    request_id: Option<RequestId>,
}

/// What has happened
///
/// A feed that skips nothing: read a page, keep `next_cursor`, and come back with it. Events of one request are numbered. The look
/// is recorded, unless there was nothing new.
#[utoipa::path(
    tag = "events", operation_id = "list_events", security(("oauth2" = ["requests:read"])), params(EventQuery),
    responses((status = 200, description = "A page of the feed", body = EventPage))
)]
#[get("/v1/events")]
pub async fn list_events(
    caller: ForOrganisation<scope::RequestsRead>,
    request: HttpRequest,
    query: Query<EventQuery>,
    frame: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let EventQuery { limit, cursor, kind, request_id } = query.0;
    let page = PageQuery { limit, cursor };
    let (limit, after) = (page.limit()?, page.cursor::<Position>()?.unwrap_or(Position::START));
    let selection = EventSelection { kinds: kinds(kind)?, request: request_id };
    let horizon = context.db.horizon().await.map_err(Failure::from)?;
    let tenant = context.db.tenant(caller.organisation);
    let rows = tenant.events_selected(&selection, after, horizon, limit + 1).await.map_err(Failure::from)?;
    let (rows, more) = cut(rows, limit, |row| row.position.to_string());
    let (call, ids) = (frame.call(caller.actor), rows.iter().map(|row| row.id.0));
    audit::look_through(&context, &call, caller.organisation, "event", ids).await?;
    let next_cursor = rows.last().map_or(after, |row| row.position).to_string();
    let links: Page<()> = Page::new(&request, Vec::new(), Some(next_cursor.clone()));
    Ok(HttpResponse::Ok().json(EventPage {
        items: rows.into_iter().map(Event::from).collect(),
        next_cursor,
        next: links.next.unwrap_or_default(),
        more: more.is_some(),
    }))
}

fn kinds(pattern: Option<String>) -> Result<Vec<&'static str>, ApiError> {
    let Some(pattern) = pattern else { return Ok(Vec::new()) };
    let filter = EventFilter::try_from(vec![pattern])
        .map_err(|_| invalid_parameter("kind", "Is not an event or a family of events such as `request.*`."))?;
    Ok(EventKind::ALL.iter().filter(|kind| filter.wants(**kind)).map(|kind| kind.as_str()).collect())
}
