//! `POST /v1/data-subjects/{data_subject_id}/status-links`.

use actix_web::{HttpResponse, post};
use entity::id::DataSubjectId;

use super::wire::{NewStatusLink, StatusLink};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::status_links;

/// Make a link to a person's page
///
/// On the page the person sees, in plain words and without an account, what was asked of whom, what came back and what the law
/// says next, and can take a mandate back. The address is shown this once: give it to the person alone.
#[utoipa::path(
    tag = "people", operation_id = "create_status_link", security(("oauth2" = ["people:write"])),
    params(("data_subject_id" = DataSubjectId, Path, description = "Whose page"), IdempotencyHeader),
    request_body = NewStatusLink,
    responses(
        (status = 201, description = "The link and its address", body = StatusLink),
        (status = 409, description = "The person is erased, or the call with this Idempotency-Key is still running")
    )
)]
#[post("/v1/data-subjects/{data_subject_id}/status-links")]
pub async fn create_status_link(
    caller: ForOrganisation<scope::PeopleWrite>,
    id: PathId<DataSubjectId>,
    key: Key,
    context: InTime,
    body: Body<NewStatusLink>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let view = |entry: &status_links::Entry| StatusLink::from(entry);
    let new = body.value.into();
    Ok(respond(status_links::create(&context, call, caller.organisation, id.0, new, view).await?))
}
