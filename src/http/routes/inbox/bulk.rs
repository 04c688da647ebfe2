//! Answering thousands in one upload.

use actix_web::{HttpRequest, HttpResponse, post, web};

use crate::domain::code::Code;
use crate::domain::recipient::Recipient;
use crate::http::caller::{Admission, ForController, scope};
use crate::http::given::respond_given_lines;
use crate::http::idempotency::{IdempotencyHeader, Key};
use crate::http::patience::Incoming;
use crate::http::problem::ApiError;
use crate::service::Context;
use crate::service::answers::NdjsonAnswers;

/// Answer many requests
///
/// One JSON object per line, up to 100,000 lines: `request_id`, `response`, and if wanted `message_id` and `attachments`. Each
/// line has its outcome, in the order of the lines; a bad line harms no other. The same upload under the same
/// key gives the same outcomes. After an interruption send it again: what was taken before is told as repeated, and another
/// upload under the same key is refused before any of it is taken.
#[utoipa::path(
    tag = "inbox", operation_id = "answer_requests", security(("oauth2" = ["inbox:answer"])),
    params(IdempotencyHeader),
    request_body(content = String, content_type = "application/x-ndjson", description = "One response per line"),
    responses((status = 200, description = "One outcome per line: `line`, `request_id`, and `taken` or `code`", body = String,
        content_type = "application/x-ndjson"))
)]
#[post("/v1/inbox/responses:bulk")]
pub async fn answer_requests(
    caller: ForController<scope::InboxAnswer>,
    key: Key,
    admission: Admission<scope::InboxAnswer>,
    request: HttpRequest,
    payload: web::Payload,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let media = request.headers().get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !media.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/x-ndjson") {
        return Err(ApiError::new(Code::UnsupportedMediaType));
    }
    let call = key.call(caller.actor, [0; 32]);
    let mut upload = NdjsonAnswers::begin(context.get_ref().clone(), call, caller.controller).await?;
    let mut body = Incoming::of(&request, payload, admission, &context);
    let broken = |_| ApiError::with_detail(Code::MalformedJson, "The body broke off.");
    while let Some(chunk) = body.next(broken).await? {
        if !upload.push(&chunk).await? {
            break;
        }
    }
    respond_given_lines(Recipient::Controller, "answer_requests", upload.finish().await?)
}
