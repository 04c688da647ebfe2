//! Recording an answer that came by another way.

use actix_web::{HttpResponse, post};
use entity::id::RequestId;

use super::wire::RecordedResponse;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::answers::{Incoming, Taken, record};

/// Record an answer that came by letter or e-mail
#[utoipa::path(
    tag = "requests", operation_id = "record_response", security(("oauth2" = ["requests:write"])),
    params(("request_id" = RequestId, Path, description = "The request"), IdempotencyHeader),
    request_body(content = RecordedResponse, example = json!({
        "received_at": "2026-06-20T10:00:00Z", "response": { "kind": "no_data", "message": "We hold no data on you." }
    })),
    responses((status = 201, description = "What became of the request", body = Taken))
)]
#[post("/v1/requests/{request_id}/responses")]
pub async fn record_response(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<RequestId>,
    key: Key,
    context: InTime,
    body: Body<RecordedResponse>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let RecordedResponse { response, received_at, message_id } = body.value;
    let one = Incoming { request: id.0, response, message_id, attachments: Vec::new() };
    Ok(respond(record(&context, call, caller.organisation, one, received_at).await?))
}
