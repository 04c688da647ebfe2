//! `POST /v1/deliveries/{delivery_id}:resend`.

use actix_web::{HttpResponse, post};
use entity::id::DeliveryId;

use super::wire::Delivery;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::deliveries;

/// Send a message again
///
/// Under the same id, by which the receiver recognises it. Open tasks about it are settled.
#[utoipa::path(
    tag = "deliveries", operation_id = "resend_delivery", security(("oauth2" = ["requests:write"])),
    params(("delivery_id" = DeliveryId, Path, description = "Its id"), IdempotencyHeader),
    responses((status = 200, description = "It will be sent", body = Delivery))
)]
#[post("/v1/deliveries/{delivery_id}:resend")]
pub async fn resend_delivery(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<DeliveryId>,
    key: Key,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, [0; 32]);
    Ok(respond(deliveries::resend(&context, call, caller.organisation, id.0, Delivery::from).await?))
}
