//! `GET /v1/complaints/{complaint_id}/people`.

use actix_web::{HttpRequest, HttpResponse, get};
use entity::id::ComplaintId;
use serde::Deserialize;
use utoipa::IntoParams;

use super::wire::ComplaintPerson;
use crate::domain::code::Code;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::{Failure, audit};
use crate::store::ComplaintPersonFilter;

/// Which people, and which page of them.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ComplaintPeopleQuery {
    /// Only those who were left out (true), or who take part (false).
    pub left_out: Option<bool>,
    /// Only those of whom something is missing.
    #[serde(default)]
    pub incomplete: bool,
    /// Most elements to return, 1 to 200; 50 when absent.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u32>,
    /// The `next_cursor` of the page before. Opaque; do not build or keep it.
    pub cursor: Option<String>,
}

/// People of a complaint
///
/// Who takes part, by the reference in the files, what is missing of each, and who was left out by which rule. No name. The look is
/// recorded.
#[utoipa::path(
    tag = "complaints", operation_id = "list_complaint_people", security(("oauth2" = ["complaints:read"])),
    params(("complaint_id" = ComplaintId, Path, description = "The complaint"), ComplaintPeopleQuery),
    responses((status = 200, description = "A page, in the order of the references", body = Page<ComplaintPerson>))
)]
#[get("/v1/complaints/{complaint_id}/people")]
pub async fn list_complaint_people(
    caller: ForOrganisation<scope::ComplaintsRead>,
    id: PathId<ComplaintId>,
    request: HttpRequest,
    query: Query<ComplaintPeopleQuery>,
    frame: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let ComplaintPeopleQuery { left_out, incomplete, limit, cursor } = query.0;
    let page = PageQuery { limit, cursor };
    let (limit, after) = (page.limit()?, page.cursor::<i32>()?);
    let tenant = context.db.tenant(caller.organisation);
    tenant.complaint(id.0).await.map_err(Failure::from)?.ok_or_else(|| ApiError::new(Code::NotFound))?;
    let filter = ComplaintPersonFilter { left_out, incomplete, took_part_at: None };
    let rows = tenant.complaint_people(id.0, filter, after, limit + 1).await.map_err(Failure::from)?;
    let (rows, next) = cut(rows, limit, |row| row.number.to_string());
    let (call, ids) = (frame.call(caller.actor), rows.iter().map(|row| row.data_subject.0));
    audit::look_through(&context, &call, caller.organisation, id.0, ids).await?;
    Ok(HttpResponse::Ok().json(Page::new(&request, rows.iter().map(ComplaintPerson::from).collect(), next)))
}
