//! Reading a batch.

use actix_web::{HttpResponse, get};
use entity::id::BatchId;

use super::wire::Batch;
use crate::domain::code::Code;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::in_time::InTime;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::Failure;

/// One batch and how far it got
#[utoipa::path(
    tag = "campaigns", operation_id = "get_batch", security(("oauth2" = ["requests:read"])),
    params(("batch_id" = BatchId, Path, description = "Its id")),
    responses((status = 200, description = "The batch", body = Batch))
)]
#[get("/v1/batches/{batch_id}")]
pub async fn get_batch(
    caller: ForOrganisation<scope::RequestsRead>,
    id: PathId<BatchId>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let found = context.db.tenant(caller.organisation).batch(id.0).await.map_err(Failure::from)?;
    let row = found.ok_or_else(|| ApiError::new(Code::NotFound))?;
    Ok(HttpResponse::Ok().json(Batch::of(&row, context.clock.now())))
}
