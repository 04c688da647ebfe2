//! `GET /v1/data-subjects/{data_subject_id}/export`.

use actix_web::{HttpResponse, get};
use entity::id::DataSubjectId;

use super::wire::DataSubjectExport;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::people;

/// Everything kept of a data subject
///
/// For the person, who can ask the organisation for it: the profile, every mandate, and every request with what is asked, what the
/// controller was told and what it said. Answers that the mandate does not let the organisation open stay sealed (M-9). The look
/// is recorded.
#[utoipa::path(
    tag = "people", operation_id = "export_data_subject", security(("oauth2" = ["people:read"])),
    params(("data_subject_id" = DataSubjectId, Path, description = "Its id")),
    responses(
        (status = 200, description = "What is kept", body = DataSubjectExport),
        (status = 409, description = "The person is erased")
    )
)]
#[get("/v1/data-subjects/{data_subject_id}/export")]
pub async fn export_data_subject(
    caller: ForOrganisation<scope::PeopleRead>,
    id: PathId<DataSubjectId>,
    repeatable: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let call = repeatable.call(caller.actor);
    let export = people::export(&context, call, caller.organisation, id.0).await?;
    Ok(HttpResponse::Ok().json(DataSubjectExport::of(export, context.clock.now())))
}
