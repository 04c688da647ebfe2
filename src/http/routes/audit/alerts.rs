//! `GET /v1/audit/alerts`, and the limits behind them.

use actix_web::{HttpRequest, HttpResponse, get, put};
use entity::id::{AuditAlertId, OrganisationId};

use super::owner;
use super::watch_wire::{AuditAlert, AuditLimits};
use crate::http::caller::{ForAny, ForOperator, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::audit;

/// What was out of the ordinary
///
/// The audit record is watched: how many records somebody reads in an hour and outside of the working hours, attempts that are refused,
/// what a client never did before or never so much (Z-12). Each cause is told once in an hour, here and by the event `audit.alert`. An
/// operator reads what concerns no organisation.
#[utoipa::path(
    tag = "audit", operation_id = "list_audit_alerts", security(("oauth2" = ["audit:read"])), params(PageQuery),
    responses((status = 200, description = "A page, oldest first", body = Page<AuditAlert>))
)]
#[get("/v1/audit/alerts")]
pub async fn list_audit_alerts(
    caller: ForAny<scope::AuditRead>,
    request: HttpRequest,
    query: Query<PageQuery>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let (limit, after) = (query.0.limit()?, query.0.cursor::<AuditAlertId>()?);
    let rows = audit::alerts(&context, owner(&caller), after, limit + 1).await?;
    let (rows, next) = cut(rows, limit, |row| row.id.to_string());
    Ok(HttpResponse::Ok().json(Page::new(&request, rows.into_iter().map(AuditAlert::from).collect(), next)))
}

/// From when on something is out of the ordinary
#[utoipa::path(
    tag = "audit", operation_id = "get_audit_limits", security(("oauth2" = ["audit:read"])),
    responses((status = 200, description = "The limits that hold for the caller's organisation", body = AuditLimits))
)]
#[get("/v1/audit/limits")]
pub async fn get_audit_limits(caller: ForAny<scope::AuditRead>, context: InTime) -> Result<HttpResponse, ApiError> {
    Ok(HttpResponse::Ok().json(AuditLimits::from(audit::limits(&context, owner(&caller)).await?)))
}

/// Set from when on something is out of the ordinary for an organisation
///
/// Set by the operator, so that nobody whose use is watched can change what is told of it. What is left out is as usual.
#[utoipa::path(
    tag = "audit", operation_id = "set_audit_limits", security(("oauth2" = ["organisations:manage"])),
    params(("organisation_id" = OrganisationId, Path, description = "Its id")), request_body = AuditLimits,
    responses((status = 200, description = "The limits that hold from now on", body = AuditLimits))
)]
#[put("/v1/organisations/{organisation_id}/audit-limits")]
pub async fn set_audit_limits(
    caller: ForOperator<scope::OrganisationsManage>,
    id: PathId<OrganisationId>,
    repeatable: Repeatable,
    context: InTime,
    body: Body<AuditLimits>,
) -> Result<HttpResponse, ApiError> {
    let limits = body.value.into();
    audit::set_limits(&context, repeatable.call(caller.actor), id.0, limits).await?;
    Ok(HttpResponse::Ok().json(AuditLimits::from(limits)))
}
