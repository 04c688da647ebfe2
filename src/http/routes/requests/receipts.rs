//! Better proof of receipt.

use actix_web::{HttpResponse, post};
use entity::id::RequestId;

use super::wire::{NewReceipt, Request};
use crate::domain::deadline::Receipt;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::requests;

/// Record a proof of receipt
///
/// A better proof replaces a weaker one and the legal dates are computed anew, with a trace in the timeline (D-12, D-15).
#[utoipa::path(
    tag = "requests", operation_id = "record_receipt", security(("oauth2" = ["requests:write"])),
    params(("request_id" = RequestId, Path, description = "The request"), IdempotencyHeader),
    request_body = NewReceipt,
    responses((status = 200, description = "The request as it stands now", body = Request))
)]
#[post("/v1/requests/{request_id}/receipts")]
pub async fn record_receipt(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<RequestId>,
    key: Key,
    context: InTime,
    body: Body<NewReceipt>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let receipt = Receipt::at(body.value.kind, body.value.received_at);
    let now = context.clock.now();
    let view = move |row: &crate::store::Request| Request::of(row, now);
    Ok(respond(requests::prove_receipt(&context, call, caller.organisation, id.0, receipt, view).await?))
}
