//! Judging an answer.

use actix_web::{HttpResponse, post};
use entity::id::RequestId;

use super::wire::NewAssessment;
use crate::domain::request::Event;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::http::routes::requests::wire::Request;
use crate::service::answers::change;
use crate::store;

/// Judge the answer
///
/// Satisfied closes the request; unsatisfied opens the way to a complaint.
#[utoipa::path(
    tag = "requests", operation_id = "assess_request", security(("oauth2" = ["requests:write"])),
    params(("request_id" = RequestId, Path, description = "The request"), IdempotencyHeader),
    request_body = NewAssessment,
    responses((status = 200, description = "The request as it stands now", body = Request))
)]
#[post("/v1/requests/{request_id}:assess")]
pub async fn assess_request(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<RequestId>,
    key: Key,
    context: InTime,
    body: Body<NewAssessment>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let now = context.clock.now();
    let view = move |row: &store::Request| Request::of(row, now);
    let NewAssessment { satisfied, unsatisfied } = body.value;
    let event = Event::Assessment { satisfied, unsatisfied };
    Ok(respond(change(&context, call, caller.organisation, id.0, event, view).await?))
}
