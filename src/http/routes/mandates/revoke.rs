//! `POST /v1/mandates/{mandate_id}:revoke`.

use actix_web::{HttpResponse, post};
use entity::id::MandateId;

use super::wire::Mandate;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::mandates;

/// Revoke a mandate
///
/// With effect at once (M-11): from now on nothing is sent under it, its credentials show as revoked, and every open request
/// under it is withdrawn; controllers that have received one are told. `stopped_at` appears when nothing is left to stop, in
/// nearly all cases in this very answer. `still_running` says what of the person runs on. Revoking an ended mandate changes nothing.
#[utoipa::path(
    tag = "people", operation_id = "revoke_mandate", security(("oauth2" = ["people:write"])),
    params(("mandate_id" = MandateId, Path, description = "Its id"), IdempotencyHeader),
    responses((status = 200, description = "The mandate as it is now", body = Mandate))
)]
#[post("/v1/mandates/{mandate_id}:revoke")]
pub async fn revoke_mandate(
    caller: ForOrganisation<scope::PeopleWrite>,
    id: PathId<MandateId>,
    key: Key,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, [0; 32]);
    let now = context.clock.now();
    let view =
        move |record: &_, still_running| Mandate { still_running: Some(still_running), ..Mandate::of(record, now) };
    Ok(respond(mandates::revoke(&context, call, caller.organisation, id.0, view).await?))
}
