//! `GET /v1/deliveries/{delivery_id}`.

use actix_web::{HttpResponse, get};
use entity::id::DeliveryId;

use super::wire::{Attempt, Delivery};
use crate::domain::code::Code;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::{Failure, audit};

/// One message, with its attempts
///
/// The look is recorded.
#[utoipa::path(
    tag = "deliveries", operation_id = "get_delivery", security(("oauth2" = ["requests:read"])),
    params(("delivery_id" = DeliveryId, Path, description = "Its id")),
    responses((status = 200, description = "The message", body = Delivery))
)]
#[get("/v1/deliveries/{delivery_id}")]
pub async fn get_delivery(
    caller: ForOrganisation<scope::RequestsRead>,
    id: PathId<DeliveryId>,
    frame: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let tenant = context.db.tenant(caller.organisation);
    let row = tenant.delivery(id.0).await.map_err(Failure::from)?.ok_or_else(|| ApiError::new(Code::NotFound))?;
    let attempts = tenant.attempts(id.0).await.map_err(Failure::from)?;
    audit::look_at(&context, &frame.call(caller.actor), caller.organisation, id.0).await?;
    let attempts = Some(attempts.into_iter().map(Attempt::from).collect());
    Ok(HttpResponse::Ok().json(Delivery { attempts, ..Delivery::from(row) }))
}
