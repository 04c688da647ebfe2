//! `PATCH /v1/organisations/{organisation_id}`.

use actix_web::{HttpResponse, patch, web};
use entity::id::OrganisationId;

use super::wire::{Organisation, OrganisationChange};
use crate::http::caller::{ForOperator, scope};
use crate::http::etag::{IfMatch, IfMatchHeader, etag};
use crate::http::idempotency::Repeatable;
use crate::http::json::Body;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::{Context, organisations};

/// Change an organisation
///
/// Records its profile, its evidence for Article 80(1), or its suspension.
#[utoipa::path(
    tag = "organisations", operation_id = "update_organisation", security(("oauth2" = ["organisations:manage"])),
    params(("organisation_id" = OrganisationId, Path, description = "Its id"), IfMatchHeader),
    request_body = OrganisationChange,
    responses((status = 200, description = "The organisation as it is now", body = Organisation, headers(("ETag" = String, description = "Its version"))))
)]
#[patch("/v1/organisations/{organisation_id}")]
pub async fn update_organisation(
    caller: ForOperator<scope::OrganisationsManage>,
    id: PathId<OrganisationId>,
    expected: IfMatch,
    repeatable: Repeatable,
    context: web::Data<Context>,
    body: Body<OrganisationChange>,
) -> Result<HttpResponse, ApiError> {
    let body = body.value;
    let change = organisations::Change {
        profile: body.profile.map(Into::into),
        eligibility: body.eligibility,
        retention: body.retention,
        state: body.state,
    };
    let row = organisations::change(&context, repeatable.call(caller.actor), id.0, expected.0, change).await?;
    Ok(HttpResponse::Ok().insert_header(("etag", etag(row.version))).json(Organisation::of(&row, context.today())))
}
