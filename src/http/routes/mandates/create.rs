//! `POST /v1/data-subjects/{data_subject_id}/mandates`.

use actix_web::{HttpResponse, post};
use entity::id::DataSubjectId;

use super::wire::{Mandate, NewMandate};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::mandates;

/// Record a mandate
///
/// What the person signed: which rights against whom, whether complaints too (a power of its own, M-1), from when to when, and
/// the proof of it. What a mandate says never changes; for another content record another one.
#[utoipa::path(
    tag = "people", operation_id = "create_mandate", security(("oauth2" = ["people:write"])),
    params(("data_subject_id" = DataSubjectId, Path, description = "Who gave it"), IdempotencyHeader),
    request_body = NewMandate,
    responses(
        (status = 201, description = "The mandate", body = Mandate),
        (status = 409, description = "The person is erased, or the call with this Idempotency-Key is still running")
    )
)]
#[post("/v1/data-subjects/{data_subject_id}/mandates")]
pub async fn create_mandate(
    caller: ForOrganisation<scope::PeopleWrite>,
    id: PathId<DataSubjectId>,
    key: Key,
    context: InTime,
    body: Body<NewMandate>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let now = context.clock.now();
    let view = move |record: &_| Mandate::of(record, now);
    let answer = mandates::record(&context, call, caller.organisation, id.0, body.value.into(), view).await?;
    Ok(respond(answer))
}
