//! `POST /v1/organisations`.

use actix_web::{HttpResponse, post, web};

use super::wire::{NewOrganisation, Organisation};
use crate::http::caller::{ForOperator, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::json::Body;
use crate::http::problem::ApiError;
use crate::service::{Context, organisations};

/// Register an organisation
///
/// It gets keys of its own. It may file requests at once (M-5), and complaints once evidence for all four tests of
/// Article 80(1) is recorded.
///
/// A sandbox is for trying things out: nothing leaves the service, its controllers are simulated and its clock can be moved forward.
/// What kind an organisation is of never changes.
#[utoipa::path(
    tag = "organisations", operation_id = "create_organisation", security(("oauth2" = ["organisations:manage"])),
    params(IdempotencyHeader), request_body = NewOrganisation,
    responses((status = 201, description = "The organisation", body = Organisation))
)]
#[post("/v1/organisations")]
pub async fn create_organisation(
    caller: ForOperator<scope::OrganisationsManage>,
    key: Key,
    context: web::Data<Context>,
    body: Body<NewOrganisation>,
) -> Result<HttpResponse, ApiError> {
    let today = context.today();
    let call = key.call(caller.actor, body.digest);
    let answer = organisations::create(&context, call, body.value.kind, body.value.into(), move |row| {
        Organisation::of(row, today)
    })
    .await?;
    Ok(respond(answer))
}
