//! `GET /v1/organisations/{organisation_id}`.

use actix_web::{HttpResponse, get, web};
use entity::id::OrganisationId;

use super::wire::Organisation;
use crate::domain::code::Code;
use crate::http::caller::{ForOperator, scope};
use crate::http::etag::etag;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::{Context, Failure};

/// One organisation
#[utoipa::path(
    tag = "organisations", operation_id = "get_organisation", security(("oauth2" = ["organisations:manage"])),
    params(("organisation_id" = OrganisationId, Path, description = "Its id")),
    responses((status = 200, description = "The organisation", body = Organisation, headers(("ETag" = String, description = "Its version"))))
)]
#[get("/v1/organisations/{organisation_id}")]
pub async fn get_organisation(
    _caller: ForOperator<scope::OrganisationsManage>,
    id: PathId<OrganisationId>,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let row =
        context.db.organisation(id.0).await.map_err(Failure::from)?.ok_or_else(|| ApiError::new(Code::NotFound))?;
    Ok(HttpResponse::Ok().insert_header(("etag", etag(row.version))).json(Organisation::of(&row, context.today())))
}
