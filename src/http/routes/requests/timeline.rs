//! What happened to a request.

use actix_web::{HttpRequest, HttpResponse, get};
use entity::id::RequestId;

use super::wire::TimelineEvent;
use crate::domain::code::Code;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::{Failure, audit};

/// What happened to a request
///
/// In the order of their numbers, without gaps. The look is recorded.
#[utoipa::path(
    tag = "requests", operation_id = "list_request_events", security(("oauth2" = ["requests:read"])),
    params(("request_id" = RequestId, Path, description = "The request"), PageQuery),
    responses((status = 200, description = "A page", body = Page<TimelineEvent>))
)]
#[get("/v1/requests/{request_id}/events")]
pub async fn list_request_events(
    caller: ForOrganisation<scope::RequestsRead>,
    request: HttpRequest,
    id: PathId<RequestId>,
    query: Query<PageQuery>,
    frame: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let (limit, after) = (query.0.limit()?, query.0.cursor::<i32>()?.unwrap_or(0));
    let tenant = context.db.tenant(caller.organisation);
    tenant.request(id.0).await.map_err(Failure::from)?.ok_or_else(|| ApiError::new(Code::NotFound))?;
    let rows = tenant.events_of_request(id.0, after, limit + 1).await.map_err(Failure::from)?;
    let (rows, next) = cut(rows, limit, |row| row.seq.unwrap_or(0).to_string());
    let (call, ids) = (frame.call(caller.actor), rows.iter().map(|row| row.id.0));
    audit::look_through(&context, &call, caller.organisation, id.0, ids).await?;
    Ok(HttpResponse::Ok().json(Page::new(&request, rows.into_iter().map(TimelineEvent::from).collect(), next)))
}
