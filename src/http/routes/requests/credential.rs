//! The proof that the organisation may act.

use actix_web::{HttpResponse, get};
use entity::id::RequestId;

use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::mandates::{self, GivenCredential};

/// The mandate credential of a request
///
/// What its controller gets with the request, for an organisation that writes to the controller by letter, portal or e-mail:
/// a signed token that only this controller can rely on, for this request (M-8). Given while the request is open and its
/// mandate holds; each look is recorded.
#[utoipa::path(
    tag = "requests", operation_id = "get_request_credential", security(("oauth2" = ["people:read"])),
    params(("request_id" = RequestId, Path, description = "The request")),
    responses(
        (status = 200, description = "The credential", body = GivenCredential),
        (status = 409, description = "The request is closed or withdrawn")
    )
)]
#[get("/v1/requests/{request_id}/credential")]
pub async fn get_request_credential(
    caller: ForOrganisation<scope::PeopleRead>,
    id: PathId<RequestId>,
    frame: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let call = frame.call(caller.actor);
    let given = mandates::give_credential(&context, call, caller.organisation, id.0).await?;
    Ok(HttpResponse::Ok().insert_header(("cache-control", "no-store")).json(given))
}
