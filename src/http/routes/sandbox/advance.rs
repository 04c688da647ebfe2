//! `POST /v1/sandbox:advance`.

use actix_web::{HttpResponse, post};

use super::wire::{SandboxAdvance, SandboxAdvanced};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::problem::ApiError;
use crate::service::sandbox;

/// Move the clock of the sandbox forward
///
/// Months pass in a second, event by event: messages reach the simulated controllers and they answer, reminders come, deadlines pass,
/// each at its own instant. The answer comes when all that is due by then has happened. Should that take longer than a call may, it
/// is refused as `unavailable` and goes on without it: repeat it with the same key.
#[utoipa::path(
    tag = "sandbox", operation_id = "advance_sandbox", security(("oauth2" = ["requests:write"])),
    params(IdempotencyHeader), request_body = SandboxAdvance,
    responses((status = 200, description = "From when to when its time went", body = SandboxAdvanced))
)]
#[post("/v1/sandbox:advance")]
pub async fn advance_sandbox(
    caller: ForOrganisation<scope::RequestsWrite>,
    key: Key,
    context: InTime,
    body: Body<SandboxAdvance>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let answer = sandbox::advance(&context, call, caller.organisation, body.value.time(), SandboxAdvanced::from);
    Ok(respond(answer.await?))
}
