//! `GET /v1/organisation`.

use actix_web::{HttpResponse, get};

use super::wire::Organisation;
use crate::domain::code::Code;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::etag::etag;
use crate::http::in_time::InTime;
use crate::http::problem::ApiError;
use crate::service::Failure;

/// The organisation the caller acts for
#[utoipa::path(
    tag = "organisations", operation_id = "get_own_organisation", security(("oauth2" = ["requests:read"])),
    responses((status = 200, description = "The organisation", body = Organisation, headers(("ETag" = String, description = "Its version"))))
)]
#[get("/v1/organisation")]
pub async fn get_own_organisation(
    caller: ForOrganisation<scope::RequestsRead>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let row = context.db.organisation(caller.organisation).await.map_err(Failure::from)?;
    let row = row.ok_or_else(|| ApiError::new(Code::NotFound))?;
    Ok(HttpResponse::Ok().insert_header(("etag", etag(row.version))).json(Organisation::of(&row, context.today())))
}
