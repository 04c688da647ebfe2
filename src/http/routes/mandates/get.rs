//! `GET /v1/mandates/{mandate_id}`.

use actix_web::{HttpResponse, get};
use entity::id::MandateId;

use super::wire::Mandate;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::etag::etag;
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::mandates;

/// One mandate
#[utoipa::path(
    tag = "people", operation_id = "get_mandate", security(("oauth2" = ["people:read"])),
    params(("mandate_id" = MandateId, Path, description = "Its id")),
    responses((status = 200, description = "The mandate", body = Mandate, headers(("ETag" = String, description = "Its version"))))
)]
#[get("/v1/mandates/{mandate_id}")]
pub async fn get_mandate(
    caller: ForOrganisation<scope::PeopleRead>,
    id: PathId<MandateId>,
    repeatable: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let record = mandates::read(&context, repeatable.call(caller.actor), caller.organisation, id.0).await?;
    let body = Mandate::of(&record, context.clock.now());
    Ok(HttpResponse::Ok().insert_header(("etag", etag(record.version))).json(body))
}
