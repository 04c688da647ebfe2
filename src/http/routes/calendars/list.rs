//! The calendars in force.

use actix_web::{HttpResponse, get, web};

use crate::domain::calendar::CalendarInForce;
use crate::http::problem::ApiError;
use crate::service::Context;

/// List calendars of holidays
///
/// Those that deadlines are computed with at this moment, by country. No account is needed.
#[utoipa::path(
    tag = "calculator", operation_id = "list_calendars", security(()),
    responses((status = 200, description = "The calendars", body = Vec<CalendarInForce>))
)]
#[get("/v1/calendars")]
pub async fn list_calendars(context: web::Data<Context>) -> Result<HttpResponse, ApiError> {
    Ok(HttpResponse::Ok().json(context.calendars.now().in_force()))
}
