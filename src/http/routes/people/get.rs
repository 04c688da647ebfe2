//! `GET /v1/data-subjects/{data_subject_id}`.

use actix_web::{HttpResponse, get};
use entity::id::DataSubjectId;

use super::wire::DataSubject;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::etag::etag;
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::people;

/// One data subject
///
/// Opens the person's data; that is recorded. An erased person has no profile any more.
#[utoipa::path(
    tag = "people", operation_id = "get_data_subject", security(("oauth2" = ["people:read"])),
    params(("data_subject_id" = DataSubjectId, Path, description = "Its id")),
    responses((status = 200, description = "The person", body = DataSubject, headers(("ETag" = String, description = "Its version"))))
)]
#[get("/v1/data-subjects/{data_subject_id}")]
pub async fn get_data_subject(
    caller: ForOrganisation<scope::PeopleRead>,
    id: PathId<DataSubjectId>,
    repeatable: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let call = repeatable.call(caller.actor);
    let (subject, profile) = people::read(&context, call, caller.organisation, id.0).await?;
    let body = DataSubject::of(&subject, profile.as_ref());
    Ok(HttpResponse::Ok().insert_header(("etag", etag(subject.version))).json(body))
}
