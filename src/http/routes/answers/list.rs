//! The answers to a request, opened.

use actix_web::{HttpRequest, HttpResponse, get};
use entity::id::{RequestId, ResponseId};

use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::answers::{OpenedResponse, open_responses};

/// What the controller said
///
/// Oldest first. Opening an answer needs the mandate at this moment, with the organisation as its recipient (M-7, M-9), and
/// is recorded.
#[utoipa::path(
    tag = "requests", operation_id = "list_responses", security(("oauth2" = ["answers:read"])),
    params(("request_id" = RequestId, Path, description = "The request"), PageQuery),
    responses(
        (status = 200, description = "A page", body = Page<OpenedResponse>),
        (status = 409, description = "The data of the person were erased")
    )
)]
#[get("/v1/requests/{request_id}/responses")]
pub async fn list_responses(
    caller: ForOrganisation<scope::AnswersRead>,
    request: HttpRequest,
    id: PathId<RequestId>,
    query: Query<PageQuery>,
    frame: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let (limit, after) = (query.0.limit()?, query.0.cursor::<ResponseId>()?);
    let call = frame.call(caller.actor);
    let rows = open_responses(&context, call, caller.organisation, id.0, after, limit + 1).await?;
    let (rows, next) = cut(rows, limit, |row| row.id.to_string());
    Ok(HttpResponse::Ok().insert_header(("cache-control", "no-store")).json(Page::new(&request, rows, next)))
}
