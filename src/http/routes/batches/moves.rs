//! What the owner of a batch decides about it.

use actix_web::{HttpResponse, post};
use entity::id::BatchId;

use super::wire::Batch;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::json::sha256;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::Context;
use crate::service::batches::{self, Decision};

/// File a validated batch
///
/// Its lines are gone through again, since what is known may have changed, and what can be filed is filed.
#[utoipa::path(
    tag = "campaigns", operation_id = "file_batch", security(("oauth2" = ["requests:write"])),
    params(("batch_id" = BatchId, Path, description = "Its id"), IdempotencyHeader),
    responses((status = 202, description = "The batch, waiting to be filed", body = Batch))
)]
#[post("/v1/batches/{batch_id}:file")]
pub async fn file_batch(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<BatchId>,
    key: Key,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    decided(caller, id.0, key, &context, Decision::File).await
}

/// Cancel a batch
///
/// Within the undo window everything it filed is taken back before anything leaves. After it, only what has not left is taken
/// back; what has left goes on. `next_action` says which it is.
#[utoipa::path(
    tag = "campaigns", operation_id = "cancel_batch", security(("oauth2" = ["requests:write"])),
    params(("batch_id" = BatchId, Path, description = "Its id"), IdempotencyHeader),
    responses((status = 202, description = "The batch, being taken back", body = Batch))
)]
#[post("/v1/batches/{batch_id}:cancel")]
pub async fn cancel_batch(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<BatchId>,
    key: Key,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    decided(caller, id.0, key, &context, Decision::Cancel).await
}

async fn decided(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: BatchId,
    key: Key,
    context: &Context,
    decision: Decision,
) -> Result<HttpResponse, ApiError> {
    let (call, now) = (key.call(caller.actor, sha256(b"")), context.clock.now());
    let view = move |row: &crate::store::Batch| Batch::of(row, now);
    Ok(respond(batches::decide(context, call, caller.organisation, id, decision, view).await?))
}
