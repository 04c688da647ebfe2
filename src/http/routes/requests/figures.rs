//! Counts by state.

use actix_web::{HttpResponse, get};

use super::wire::{RequestQuery, Statistics};
use crate::domain::recipient::Recipient;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::given::given;
use crate::http::in_time::InTime;
use crate::http::page::Query;
use crate::http::problem::ApiError;
use crate::service::requests;

/// Figures of requests
///
/// Counts by state, in all and by controller, of the requests that the filters mean: of a campaign, a batch, a controller.
#[utoipa::path(
    tag = "requests", operation_id = "get_statistics",
    security(("oauth2" = ["requests:figures"]), ("oauth2" = ["requests:read"])),
    params(RequestQuery),
    responses((status = 200, description = "The figures", body = Statistics))
)]
#[get("/v1/statistics")]
pub async fn get_statistics(
    caller: ForOrganisation<scope::RequestsFigures>,
    query: Query<RequestQuery>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    // Figures have no pages; what is out of bounds is refused all the same.
    query.0.page().limit()?;
    let filter = query.0.filter(context.clock.now())?;
    let (total, by_controller) = requests::figures(&context, caller.organisation, &filter).await?;
    Ok(HttpResponse::Ok().json(given(Recipient::Statistics, "get_statistics", &Statistics { total, by_controller })?))
}
