//! `POST /v1/data-subjects`.

use actix_web::{HttpResponse, post};

use super::wire::{DataSubjectEntry, NewDataSubject};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::problem::ApiError;
use crate::service::people;

/// Record a data subject
///
/// Everything told is encrypted under a key of this person. The answer names the person by id only. Who is the same person is
/// decided by the external reference; without one by e-mail address, name and birth date together.
#[utoipa::path(
    tag = "people", operation_id = "create_data_subject", security(("oauth2" = ["people:write"])),
    params(IdempotencyHeader), request_body = NewDataSubject,
    responses(
        (status = 201, description = "The person is recorded", body = DataSubjectEntry),
        (status = 409, description = "The person is recorded already, or the call with this Idempotency-Key is still running")
    )
)]
#[post("/v1/data-subjects")]
pub async fn create_data_subject(
    caller: ForOrganisation<scope::PeopleWrite>,
    key: Key,
    context: InTime,
    body: Body<NewDataSubject>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let person = body.value.into();
    let answer =
        people::record(&context, call, caller.organisation, &person, |subject| DataSubjectEntry::from(subject)).await?;
    Ok(respond(answer))
}
