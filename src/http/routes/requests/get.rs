//! One request with its dates explained.

use actix_web::{HttpResponse, get, web};
use entity::id::RequestId;

use super::wire::RequestDetail;
use crate::domain::code::Code;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::etag::etag;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::{Context, Failure};

/// One request, its legal dates explained, and what was found
#[utoipa::path(
    tag = "requests", operation_id = "get_request", security(("oauth2" = ["requests:read"])),
    params(("request_id" = RequestId, Path, description = "Its id")),
    responses((status = 200, description = "The request", body = RequestDetail, headers(("ETag" = String, description = "Its version"))))
)]
#[get("/v1/requests/{request_id}")]
pub async fn get_request(
    caller: ForOrganisation<scope::RequestsRead>,
    id: PathId<RequestId>,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let tenant = context.db.tenant(caller.organisation);
    let row = tenant.request(id.0).await.map_err(Failure::from)?.ok_or_else(|| ApiError::new(Code::NotFound))?;
    let findings = tenant.findings_of_request(id.0).await.map_err(Failure::from)?;
    let detail = RequestDetail::of(&row, findings, context.clock.now());
    Ok(HttpResponse::Ok().insert_header(("etag", etag(row.version))).json(detail))
}
