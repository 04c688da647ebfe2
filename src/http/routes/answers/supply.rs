//! Supplying what a controller asked for.

use actix_web::{HttpRequest, HttpResponse, get, post};
use entity::id::{RequestId, SupplyId};

use super::wire::NewSupply;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, Repeatable, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::http::routes::requests::wire::Request;
use crate::service::answers::{self, Supply, list_supplies as list};
use crate::store;

/// Tell the controller what it asked for
///
/// In words, and by elements of what is known of the person; or, with neither, that nothing more will come: a person need not
/// specify (S-2). The controller is told that there is something, and sees it with the request. The clock runs on (S-3).
#[utoipa::path(
    tag = "requests", operation_id = "supply_information", security(("oauth2" = ["requests:write"])),
    params(("request_id" = RequestId, Path, description = "The request"), IdempotencyHeader),
    request_body = NewSupply,
    responses((status = 200, description = "The request as it stands now", body = Request))
)]
#[post("/v1/requests/{request_id}:supply-information")]
pub async fn supply_information(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<RequestId>,
    key: Key,
    context: InTime,
    body: Body<NewSupply>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let now = context.clock.now();
    let view = move |row: &store::Request| Request::of(row, now);
    Ok(respond(answers::supply(&context, call, caller.organisation, id.0, body.value.into(), view).await?))
}

/// What the controller was told after it asked back
///
/// Oldest first. The look is recorded.
#[utoipa::path(
    tag = "requests", operation_id = "list_supplies", security(("oauth2" = ["people:read"])),
    params(("request_id" = RequestId, Path, description = "The request"), PageQuery),
    responses(
        (status = 200, description = "A page", body = Page<Supply>),
        (status = 409, description = "The data of the person were erased")
    )
)]
#[get("/v1/requests/{request_id}/supplies")]
pub async fn list_supplies(
    caller: ForOrganisation<scope::PeopleRead>,
    request: HttpRequest,
    id: PathId<RequestId>,
    query: Query<PageQuery>,
    frame: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let (limit, after) = (query.0.limit()?, query.0.cursor::<SupplyId>()?);
    let call = frame.call(caller.actor);
    let rows = list(&context, call, caller.organisation, id.0, after, limit + 1).await?;
    let (rows, next) = cut(rows, limit, |row| row.id.to_string());
    Ok(HttpResponse::Ok().insert_header(("cache-control", "no-store")).json(Page::new(&request, rows, next)))
}
