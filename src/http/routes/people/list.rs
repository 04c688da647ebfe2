//! `GET /v1/data-subjects`.

use actix_web::{HttpRequest, HttpResponse, get};
use entity::id::DataSubjectId;

use super::wire::DataSubjectEntry;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::problem::ApiError;
use crate::service::{Failure, audit};

/// Data subjects of the organisation
///
/// By id; nobody's data are opened. Erased people stay listed with the day of their erasure. The look is recorded.
#[utoipa::path(
    tag = "people", operation_id = "list_data_subjects", security(("oauth2" = ["people:read"])),
    params(PageQuery),
    responses((status = 200, description = "A page, oldest first", body = Page<DataSubjectEntry>))
)]
#[get("/v1/data-subjects")]
pub async fn list_data_subjects(
    caller: ForOrganisation<scope::PeopleRead>,
    request: HttpRequest,
    query: Query<PageQuery>,
    frame: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let (limit, after) = (query.0.limit()?, query.0.cursor::<DataSubjectId>()?);
    let tenant = context.db.tenant(caller.organisation);
    let rows = tenant.data_subjects(after, limit + 1).await.map_err(Failure::from)?;
    let (rows, next) = cut(rows, limit, |row| row.id.to_string());
    let (call, ids) = (frame.call(caller.actor), rows.iter().map(|row| row.id.0));
    audit::look_through(&context, &call, caller.organisation, "data_subject", ids).await?;
    Ok(HttpResponse::Ok().json(Page::new(&request, rows.iter().map(DataSubjectEntry::from).collect(), next)))
}
