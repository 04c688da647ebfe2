//! `GET /v1/audit/entries/{entry_id}/proof` and `GET /v1/audit/consistency`.

use actix_web::{HttpResponse, get};
use entity::id::AuditEntryId;
use serde::Deserialize;
use utoipa::IntoParams;

use super::owner;
use super::wire::{AuditConsistencyProof, AuditInclusionProof};
use crate::http::caller::{ForAny, scope};
use crate::http::in_time::InTime;
use crate::http::page::Query;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::audit;

/// Of which log.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SizeQuery {
    /// Size of the log, that of a checkpoint you have; its present size when absent.
    size: Option<u64>,
}

/// Of which logs.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SizesQuery {
    /// The smaller size, that of a checkpoint you have.
    from: u64,
    /// The larger size; the present one when absent.
    to: Option<u64>,
}

/// That an entry is in the audit log
///
/// The inclusion proof of RFC 6962, section 2.1.1: with the hash of the entry it leads to the root of a checkpoint of that size. For a
/// million entries it has at most twenty hashes. `leaf_hash` is there to compare with: make it yourself from the entry as you have it.
#[utoipa::path(
    tag = "audit", operation_id = "prove_audit_entry", security(("oauth2" = ["audit:read"])),
    params(("entry_id" = AuditEntryId, Path, description = "Id of the entry"), SizeQuery),
    responses(
        (status = 200, description = "The proof", body = AuditInclusionProof),
        (status = 409, description = "The log of that size does not have the entry yet, or has another one in its place")
    )
)]
#[get("/v1/audit/entries/{entry_id}/proof")]
pub async fn prove_audit_entry(
    caller: ForAny<scope::AuditRead>,
    id: PathId<AuditEntryId>,
    query: Query<SizeQuery>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let proof = audit::inclusion(&context, owner(&caller), id.0, query.0.size).await?;
    Ok(HttpResponse::Ok().json(AuditInclusionProof::from(proof)))
}

/// That the audit log has only grown
///
/// The consistency proof of RFC 6962, section 2.1.2: the log of the smaller size is the beginning of that of the larger one. It is
/// empty when both are the same, or the smaller one is 0.
#[utoipa::path(
    tag = "audit", operation_id = "prove_audit_growth", security(("oauth2" = ["audit:read"])), params(SizesQuery),
    responses((status = 200, description = "The proof", body = AuditConsistencyProof))
)]
#[get("/v1/audit/consistency")]
pub async fn prove_audit_growth(
    caller: ForAny<scope::AuditRead>,
    query: Query<SizesQuery>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let proof = audit::consistency(&context, owner(&caller), query.0.from, query.0.to).await?;
    Ok(HttpResponse::Ok().json(AuditConsistencyProof::from(proof)))
}
