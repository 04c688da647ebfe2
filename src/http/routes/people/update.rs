//! `PATCH /v1/data-subjects/{data_subject_id}`.

use actix_web::{HttpResponse, patch};
use entity::id::DataSubjectId;

use super::wire::{DataSubject, DataSubjectChange};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::etag::{IfMatch, IfMatchHeader, etag};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::people;

/// Change a data subject
///
/// An absent field stays as it is, `null` removes it. The result is checked as a new person is.
#[utoipa::path(
    tag = "people", operation_id = "update_data_subject", security(("oauth2" = ["people:write"])),
    params(("data_subject_id" = DataSubjectId, Path, description = "Its id"), IfMatchHeader),
    request_body = DataSubjectChange,
    responses(
        (status = 200, description = "The person as it is now", body = DataSubject, headers(("ETag" = String, description = "Its version"))),
        (status = 409, description = "The person is erased, or the change makes it another person that is recorded already")
    )
)]
#[patch("/v1/data-subjects/{data_subject_id}")]
pub async fn update_data_subject(
    caller: ForOrganisation<scope::PeopleWrite>,
    id: PathId<DataSubjectId>,
    expected: IfMatch,
    repeatable: Repeatable,
    context: InTime,
    body: Body<DataSubjectChange>,
) -> Result<HttpResponse, ApiError> {
    let call = repeatable.call(caller.actor);
    let change = body.value;
    let edit = move |person: &mut _| change.apply(person);
    let (subject, profile) = people::change(&context, call, caller.organisation, id.0, expected.0, edit).await?;
    let body = DataSubject::of(&subject, Some(&profile));
    Ok(HttpResponse::Ok().insert_header(("etag", etag(subject.version))).json(body))
}
