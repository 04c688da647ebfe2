//! `GET /v1/sandbox`.

use actix_web::{HttpResponse, get};

use super::wire::Sandbox;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::in_time::InTime;
use crate::http::problem::ApiError;
use crate::service::sandbox;

/// What time it is in the sandbox
///
/// It goes on as every clock does, ahead of the service's by what it was moved.
#[utoipa::path(
    tag = "sandbox", operation_id = "get_sandbox", security(("oauth2" = ["requests:read"])),
    responses((status = 200, description = "Its clock", body = Sandbox))
)]
#[get("/v1/sandbox")]
pub async fn get_sandbox(
    caller: ForOrganisation<scope::RequestsRead>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let time = sandbox::time(&context, caller.organisation).await?;
    Ok(HttpResponse::Ok().json(Sandbox::from(time)))
}
