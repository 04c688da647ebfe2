//! `DELETE /v1/data-subjects/{data_subject_id}`.

use actix_web::{HttpResponse, delete};
use entity::id::DataSubjectId;

use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::people;

/// Erase a data subject
///
/// Destroys the person's key, so that nothing sealed under it can be opened again, and revokes the person's mandates. Dates and
/// outcomes of requests stay, without anything that tells whose they were. Open requests must be withdrawn first. Erasing
/// again changes nothing.
#[utoipa::path(
    tag = "people", operation_id = "delete_data_subject", security(("oauth2" = ["people:write"])),
    params(("data_subject_id" = DataSubjectId, Path, description = "Its id")),
    responses(
        (status = 204, description = "The person is erased"),
        (status = 409, description = "The person has open requests")
    )
)]
#[delete("/v1/data-subjects/{data_subject_id}")]
pub async fn delete_data_subject(
    caller: ForOrganisation<scope::PeopleWrite>,
    id: PathId<DataSubjectId>,
    repeatable: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    people::erase(&context, repeatable.call(caller.actor), caller.organisation, id.0).await?;
    Ok(HttpResponse::NoContent().finish())
}
