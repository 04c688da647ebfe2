//! `GET /v1/docket`.

use actix_web::{HttpResponse, get, web};
use jiff::Timestamp;
use serde::Deserialize;
use utoipa::IntoParams;

use super::wire::{DocketEntry, DocketPage};
use crate::domain::complaint::ComplaintState;
use crate::domain::recipient::Recipient;
use crate::http::caller::{ForAuthority, scope};
use crate::http::given::given;
use crate::http::idempotency::Repeatable;
use crate::http::page::{PageQuery, Query};
use crate::http::problem::ApiError;
use crate::service::Context;
use crate::service::complaints::docket;
use crate::store::{DocketFilter, Position};

/// Which complaints, and from where on.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DocketQuery {
    /// Only those in this state.
    #[param(inline)]
    pub state: Option<ComplaintState>,
    /// Only those that have changed at this instant or later: by what you or the organisation did, or because it acts for fewer people.
    #[param(example = "2027-05-01T00:00:00Z")]
    pub changed_since: Option<Timestamp>,
    /// Most elements to return, 1 to 200; 50 when absent.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u32>,
    /// The `next_cursor` of the page before. Opaque; do not build it.
    pub cursor: Option<String>,
}

/// Complaints that were lodged with the authority
///
/// By whatever organisation and in whatever way, in the order in which they were lodged here; nothing is ever skipped. Start without a
/// cursor, keep the last one you got to be told what comes new. A complaint that is not lodged yet is not there.
#[utoipa::path(
    tag = "docket", operation_id = "list_docket", security(("oauth2" = ["docket:read"])),
    params(DocketQuery),
    responses((status = 200, description = "A page", body = DocketPage))
)]
#[get("/v1/docket")]
pub async fn list_docket(
    caller: ForAuthority<scope::DocketRead>,
    query: Query<DocketQuery>,
    frame: Repeatable,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let DocketQuery { state, changed_since, limit, cursor } = query.0;
    let page = PageQuery { limit, cursor };
    let (limit, after) = (page.limit()?, page.cursor::<Position>()?);
    let filter = DocketFilter { state, changed_since };
    let start = after.unwrap_or(Position::START);
    let call = frame.call(caller.actor);
    let rows = docket::list(&context, call, caller.docket, filter, start, limit).await?;
    let next_cursor = rows.last().map(|row| row.position).or(after).map(|position| position.to_string());
    let items = rows.iter().map(DocketEntry::from).collect();
    Ok(HttpResponse::Ok().json(given(Recipient::Authority, "list_docket", &DocketPage { items, next_cursor })?))
}
