//! `GET /v1/complaint-statistics`.

use actix_web::{HttpResponse, get};
use entity::id::ControllerId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::domain::recipient::Recipient;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::given::given;
use crate::http::in_time::InTime;
use crate::http::page::Query;
use crate::http::problem::ApiError;
use crate::service::complaints::{AuthorityComplaints, ComplaintFigures, complaint_figures};
use crate::store::ComplaintFilter;

/// Which complaints are counted.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ComplaintStatisticsQuery {
    /// Only those against this controller.
    pub controller_id: Option<ControllerId>,
    /// Only those to this authority.
    #[param(example = "fr-cnil")]
    pub authority_id: Option<String>,
}

/// Figures of complaints, in all and by authority.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ComplaintStatistics {
    /// In all.
    pub total: ComplaintFigures,
    /// By authority.
    pub by_authority: Vec<AuthorityComplaints>,
}

/// Figures of complaints
///
/// Counts by where they stand and by what came of them, in all and by authority.
#[utoipa::path(
    tag = "complaints", operation_id = "get_complaint_statistics",
    security(("oauth2" = ["complaints:figures"]), ("oauth2" = ["complaints:read"])),
    params(ComplaintStatisticsQuery),
    responses((status = 200, description = "The figures", body = ComplaintStatistics))
)]
#[get("/v1/complaint-statistics")]
pub async fn get_complaint_statistics(
    caller: ForOrganisation<scope::ComplaintsFigures>,
    query: Query<ComplaintStatisticsQuery>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let ComplaintStatisticsQuery { controller_id, authority_id } = query.0;
    let filter = ComplaintFilter { controller: controller_id, authority: authority_id, ..ComplaintFilter::default() };
    let (total, by_authority) = complaint_figures(&context, caller.organisation, &filter).await?;
    Ok(HttpResponse::Ok().json(given(
        Recipient::Statistics,
        "get_complaint_statistics",
        &ComplaintStatistics { total, by_authority },
    )?))
}
