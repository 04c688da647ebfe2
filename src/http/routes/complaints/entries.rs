//! `GET /v1/complaints/{complaint_id}/steps`.

use actix_web::{HttpRequest, HttpResponse, get};
use entity::id::{ComplaintEntryId, ComplaintId};

use super::wire::ComplaintStep;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::complaints;

/// The history of a complaint
#[utoipa::path(
    tag = "complaints", operation_id = "list_complaint_steps", security(("oauth2" = ["complaints:read"])),
    params(("complaint_id" = ComplaintId, Path, description = "The complaint"), PageQuery),
    responses((status = 200, description = "A page, in the order in which it was recorded", body = Page<ComplaintStep>))
)]
#[get("/v1/complaints/{complaint_id}/steps")]
pub async fn list_complaint_steps(
    caller: ForOrganisation<scope::ComplaintsRead>,
    id: PathId<ComplaintId>,
    frame: Repeatable,
    request: HttpRequest,
    page: Query<PageQuery>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let (limit, after) = (page.0.limit()?, page.0.cursor::<ComplaintEntryId>()?);
    let call = frame.call(caller.actor);
    let rows = complaints::entries(&context, call, caller.organisation, id.0, after, limit + 1).await?;
    let (rows, next) = cut(rows, limit, |row| row.entry.id.to_string());
    Ok(HttpResponse::Ok().json(Page::new(&request, rows.into_iter().map(ComplaintStep::from).collect(), next)))
}
