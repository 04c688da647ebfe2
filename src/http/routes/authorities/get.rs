//! `GET /v1/supervisory-authorities/{authority_id}`.

use actix_web::{HttpResponse, get, web};

use crate::domain::authority::Authority;
use crate::http::problem::ApiError;
use crate::service::{Context, authorities};

/// One supervisory authority
///
/// One that another has replaced is found too. No account is needed.
#[utoipa::path(
    tag = "authorities", operation_id = "get_supervisory_authority", security(()),
    params(("authority_id" = String, Path, description = "Its id", example = "fr-cnil")),
    responses((status = 200, description = "The authority", body = Authority))
)]
#[get("/v1/supervisory-authorities/{authority_id}")]
pub async fn get_supervisory_authority(
    id: web::Path<String>,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let directory = context.authorities.now();
    Ok(HttpResponse::Ok().json(authorities::get(&id, &directory)?))
}
