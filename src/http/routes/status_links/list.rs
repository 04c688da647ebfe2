//! `GET /v1/data-subjects/{data_subject_id}/status-links`.

use actix_web::{HttpRequest, HttpResponse, get};
use entity::id::{DataSubjectId, StatusLinkId};

use super::wire::StatusLink;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::status_links;

/// Links to a person's page
///
/// Those that lead nowhere any more too; without their addresses.
#[utoipa::path(
    tag = "people", operation_id = "list_status_links", security(("oauth2" = ["people:read"])),
    params(("data_subject_id" = DataSubjectId, Path, description = "Whose page"), PageQuery),
    responses((status = 200, description = "A page, oldest first", body = Page<StatusLink>))
)]
#[get("/v1/data-subjects/{data_subject_id}/status-links")]
pub async fn list_status_links(
    caller: ForOrganisation<scope::PeopleRead>,
    request: HttpRequest,
    id: PathId<DataSubjectId>,
    query: Query<PageQuery>,
    repeatable: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let (limit, after) = (query.0.limit()?, query.0.cursor::<StatusLinkId>()?);
    let call = repeatable.call(caller.actor);
    let rows = status_links::list(&context, call, caller.organisation, id.0, after, limit + 1).await?;
    let (rows, next) = cut(rows, limit, |row| row.link.id.to_string());
    Ok(HttpResponse::Ok().json(Page::new(&request, rows.iter().map(StatusLink::from).collect(), next)))
}
