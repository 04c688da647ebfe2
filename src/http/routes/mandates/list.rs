//! `GET /v1/data-subjects/{data_subject_id}/mandates`.

use actix_web::{HttpRequest, HttpResponse, get};
use entity::id::{DataSubjectId, MandateId};

use super::wire::Mandate;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::mandates;

/// Mandates of a data subject
///
/// Ended ones too. The look is recorded.
#[utoipa::path(
    tag = "people", operation_id = "list_mandates", security(("oauth2" = ["people:read"])),
    params(("data_subject_id" = DataSubjectId, Path, description = "Who gave them"), PageQuery),
    responses((status = 200, description = "A page, oldest first", body = Page<Mandate>))
)]
#[get("/v1/data-subjects/{data_subject_id}/mandates")]
pub async fn list_mandates(
    caller: ForOrganisation<scope::PeopleRead>,
    request: HttpRequest,
    id: PathId<DataSubjectId>,
    query: Query<PageQuery>,
    repeatable: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let (limit, after) = (query.0.limit()?, query.0.cursor::<MandateId>()?);
    let call = repeatable.call(caller.actor);
    let rows = mandates::list(&context, call, caller.organisation, id.0, after, limit + 1).await?;
    let (rows, next) = cut(rows, limit, |row| row.id.to_string());
    let now = context.clock.now();
    Ok(HttpResponse::Ok().json(Page::new(&request, rows.iter().map(|row| Mandate::of(row, now)).collect(), next)))
}
