//! The public holidays of a place.

use actix_web::http::header::HeaderName;
use actix_web::{HttpResponse, get, web};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::domain::calendar::Holiday;
use crate::http::page::Query;
use crate::http::problem::ApiError;
use crate::service::{Context, calculator};

/// Of which place and year.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct HolidayQuery {
    /// Country, with its subdivision where that decides. Where it does and is left out, the days of every region are listed and
    /// marked as uncertain.
    #[param(pattern = "^[A-Z]{2}(-[A-Z0-9]{1,3})?$", example = "DE-BY")]
    place: String,
    /// 2018 to 2040.
    #[param(minimum = 1, maximum = 9999, example = 2027)]
    year: i16,
}

/// List public holidays
///
/// In order of their dates, with their name in the language of the place. The version of the calendar is in the header
/// `Calendar-Version`. No account is needed.
#[utoipa::path(
    tag = "calculator", operation_id = "list_holidays", security(()), params(HolidayQuery),
    responses(
        (status = 200, description = "The holidays", body = Vec<Holiday>,
            headers(("Calendar-Version" = String, description = "Version of the calendar"))),
        (status = 404, description = "No calendar is kept for this place"),
        (status = 422, description = "The place is unknown, or the year outside of the calendar")
    )
)]
#[get("/v1/holidays")]
pub async fn list_holidays(query: Query<HolidayQuery>, context: web::Data<Context>) -> Result<HttpResponse, ApiError> {
    let Query(HolidayQuery { place, year }) = query;
    let (holidays, version) = calculator::holidays(&place, year, &context.calendars.now())?;
    Ok(HttpResponse::Ok().insert_header((HeaderName::from_static("calendar-version"), version)).json(holidays))
}
