//! `GET /v1/docket/{complaint_id}`.

use actix_web::{HttpResponse, get, web};
use entity::id::ComplaintId;

use super::wire::DocketComplaint;
use crate::domain::recipient::Recipient;
use crate::http::caller::{ForAuthority, scope};
use crate::http::etag::etag;
use crate::http::given::given;
use crate::http::idempotency::Repeatable;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::Context;
use crate::service::complaints::docket;

/// One complaint, as its authority sees it
///
/// Who complains of whom, what is alleged and asked, the periods that run, and what can be told now. Who the people are stands in the
/// annexes of its files alone. The first look shows that the authority has it, and each is recorded.
#[utoipa::path(
    tag = "docket", operation_id = "get_docket_complaint", security(("oauth2" = ["docket:read"])),
    params(("complaint_id" = ComplaintId, Path, description = "Its id")),
    responses((
        status = 200, description = "The complaint", body = DocketComplaint,
        headers(("ETag" = String, description = "Its version"))
    ))
)]
#[get("/v1/docket/{complaint_id}")]
pub async fn get_docket_complaint(
    caller: ForAuthority<scope::DocketRead>,
    id: PathId<ComplaintId>,
    frame: Repeatable,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let opened = docket::read(&context, frame.call(caller.actor), caller.docket, id.0).await?;
    let shown = DocketComplaint::of(&context, &opened);
    let mut response = HttpResponse::Ok();
    response.insert_header(("etag", etag(shown.version))).insert_header(("cache-control", "no-store"));
    Ok(response.json(given(Recipient::Authority, "get_docket_complaint", &shown)?))
}
