//! `GET /v1/audit/checkpoint`.

use actix_web::{HttpResponse, get};

use super::owner;
use super::wire::AuditCheckpoint;
use crate::http::caller::{ForAny, scope};
use crate::http::in_time::InTime;
use crate::http::problem::ApiError;
use crate::service::audit;

/// Size and root of the audit log, signed
///
/// The entries are the leaves of a Merkle tree (RFC 6962), into which they come some seconds after they were made, in their order.
/// Whoever keeps a checkpoint elsewhere can show later whether an entry before it was changed, removed or put in, by the proofs or
/// with `recourse audit verify --checkpoint`. The note is a C2SP signed note, the checkpoint a C2SP tlog-checkpoint with one line more
/// that tells the time; `docs/AUDIT.md` tells the form of everything.
#[utoipa::path(
    tag = "audit", operation_id = "get_audit_checkpoint", security(("oauth2" = ["audit:read"])),
    responses(
        (status = 200, description = "The latest checkpoint", body = AuditCheckpoint),
        (status = 404, description = "Nothing is in the log yet")
    )
)]
#[get("/v1/audit/checkpoint")]
pub async fn get_audit_checkpoint(caller: ForAny<scope::AuditRead>, context: InTime) -> Result<HttpResponse, ApiError> {
    let latest = audit::latest(&context, owner(&caller)).await?;
    Ok(HttpResponse::Ok().json(AuditCheckpoint::from(latest)))
}
