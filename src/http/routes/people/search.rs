//! `POST /v1/data-subjects:search`.

use actix_web::{HttpResponse, post};

use super::wire::{DataSubjectEntry, DataSubjectSearch, FoundDataSubjects};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::problem::ApiError;
use crate::service::people;

/// Find data subjects
///
/// By exactly one of e-mail address, phone number and external reference, whichever way it is written. What is searched for
/// stands in the body, so that it reaches no log. The search is recorded. It changes nothing and needs no key.
#[utoipa::path(
    tag = "people", operation_id = "search_data_subjects", security(("oauth2" = ["people:read"])),
    request_body = DataSubjectSearch,
    responses((status = 200, description = "Who has it, oldest first, at most 200", body = FoundDataSubjects))
)]
#[post("/v1/data-subjects:search")]
pub async fn search_data_subjects(
    caller: ForOrganisation<scope::PeopleRead>,
    repeatable: Repeatable,
    context: InTime,
    body: Body<DataSubjectSearch>,
) -> Result<HttpResponse, ApiError> {
    let by = body.value.into_one()?;
    let found = people::search(&context, repeatable.call(caller.actor), caller.organisation, by).await?;
    Ok(HttpResponse::Ok().json(FoundDataSubjects { items: found.iter().map(DataSubjectEntry::from).collect() }))
}
