//! Supplying what a controller asked for.

use actix_web::{HttpResponse, post, web};
use entity::id::RequestId;

use super::wire::SuppliedInformation;
use crate::domain::request::Event;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::json::Body;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::http::routes::requests::wire::Request;
use crate::service::Context;
use crate::service::answers::change;
use crate::store;

/// Tell that the controller has what it asked for
///
/// Or that nothing more will come: a person need not specify (S-2). The clock runs on (S-3).
#[utoipa::path(
    tag = "requests", operation_id = "supply_information", security(("oauth2" = ["requests:write"])),
    params(("request_id" = RequestId, Path, description = "The request"), IdempotencyHeader),
    request_body = SuppliedInformation,
    responses((status = 200, description = "The request as it stands now", body = Request))
)]
#[post("/v1/requests/{request_id}:supply-information")]
pub async fn supply_information(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<RequestId>,
    key: Key,
    context: web::Data<Context>,
    body: Body<SuppliedInformation>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let now = context.clock.now();
    let view = move |row: &store::Request| Request::of(row, now);
    let event = Event::InformationSupplied { kind: body.value.kind };
    Ok(respond(change(&context, call, caller.organisation, id.0, event, view).await?))
}
