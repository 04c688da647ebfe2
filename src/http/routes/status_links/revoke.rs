//! `DELETE /v1/data-subjects/{data_subject_id}/status-links/{link_id}`.

use actix_web::{HttpResponse, delete};
use entity::id::{DataSubjectId, StatusLinkId};

use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::path::PathIds;
use crate::http::problem::ApiError;
use crate::service::status_links;

/// Revoke a link to a person's page
///
/// For when somebody has it who should not. Its address leads nowhere from then on.
#[utoipa::path(
    tag = "people", operation_id = "revoke_status_link", security(("oauth2" = ["people:write"])),
    params(
        ("data_subject_id" = DataSubjectId, Path, description = "Whose page"),
        ("link_id" = StatusLinkId, Path, description = "Its id")
    ),
    responses((status = 204, description = "It is revoked"))
)]
#[delete("/v1/data-subjects/{data_subject_id}/status-links/{link_id}")]
pub async fn revoke_status_link(
    caller: ForOrganisation<scope::PeopleWrite>,
    ids: PathIds<DataSubjectId, StatusLinkId>,
    repeatable: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let call = repeatable.call(caller.actor);
    status_links::revoke(&context, call, caller.organisation, ids.0, ids.1).await?;
    Ok(HttpResponse::NoContent().finish())
}
