//! Answering one request.

use actix_web::{HttpResponse, post, web};
use entity::id::RequestId;

use crate::domain::recipient::Recipient;
use crate::http::caller::{ForController, scope};
use crate::http::given::respond_given;
use crate::http::idempotency::{IdempotencyHeader, Key};
use crate::http::json::Body;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::http::routes::answers::wire::NewAnswer;
use crate::service::Context;
use crate::service::answers::{self, Taken};

/// Answer a request
///
/// Acknowledge, ask for identity or scope, extend, refuse, answer: each is a kind of response.
#[utoipa::path(
    tag = "inbox", operation_id = "answer_request", security(("oauth2" = ["inbox:answer"])),
    params(("request_id" = RequestId, Path, description = "The request"), IdempotencyHeader),
    request_body(content = NewAnswer, example = json!({ "response": { "kind": "full", "message": "Your data are attached." } })),
    responses((status = 201, description = "What became of the request", body = Taken))
)]
#[post("/v1/inbox/requests/{request_id}/responses")]
pub async fn answer_request(
    caller: ForController<scope::InboxAnswer>,
    id: PathId<RequestId>,
    key: Key,
    context: web::Data<Context>,
    body: Body<NewAnswer>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let answer = answers::answer(&context, call, body.value.about(id.0)).await?;
    respond_given(Recipient::Controller, "answer_request", answer)
}
