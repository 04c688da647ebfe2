//! `POST /v1/tasks/{task_id}:complete`.

use actix_web::{HttpResponse, post};
use entity::id::TaskId;

use super::wire::{CompletedTask, TaskCompletion};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::page::invalid_parameter;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::tasks;

/// Settle a task
///
/// For a message that a person has delivered, say when it left and, once known, when it arrived: its requests become sent, and
/// received.
#[utoipa::path(
    tag = "deliveries", operation_id = "complete_task", security(("oauth2" = ["requests:write"])),
    params(("task_id" = TaskId, Path, description = "Its id"), IdempotencyHeader),
    request_body = TaskCompletion,
    responses((status = 200, description = "The task and what came of it", body = CompletedTask))
)]
#[post("/v1/tasks/{task_id}:complete")]
pub async fn complete_task(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<TaskId>,
    key: Key,
    context: InTime,
    body: Body<TaskCompletion>,
) -> Result<HttpResponse, ApiError> {
    if body.value.receipt.is_some() && body.value.dispatched_at.is_none() {
        return Err(invalid_parameter("/dispatched_at", "A receipt needs the moment of dispatch."));
    }
    let call = key.call(caller.actor, body.digest);
    let answer = tasks::complete(&context, call, caller.organisation, id.0, body.value.done(), CompletedTask::from);
    Ok(respond(answer.await?))
}
