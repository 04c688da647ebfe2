//! `/v1/docket/{complaint_id}/steps`: what has happened, and what the authority tells.

use actix_web::{HttpRequest, HttpResponse, get, post, web};
use entity::id::{ComplaintEntryId, ComplaintId};

use super::wire::{DocketComplaint, DocketStep, NewDocketStep};
use crate::domain::recipient::Recipient;
use crate::http::caller::{ForAuthority, scope};
use crate::http::etag::{IfMatch, IfMatchHeader};
use crate::http::given::{given, respond_given};
use crate::http::idempotency::{IdempotencyHeader, Key, Repeatable};
use crate::http::json::Body;
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::Context;
use crate::service::complaints::docket;

/// The history of a complaint since it was lodged
///
/// What the authority told, whoever entered it, and what the organisation did, with what it said to the authority.
#[utoipa::path(
    tag = "docket", operation_id = "list_docket_steps", security(("oauth2" = ["docket:read"])),
    params(("complaint_id" = ComplaintId, Path, description = "The complaint"), PageQuery),
    responses((status = 200, description = "A page, in the order in which it was recorded", body = Page<DocketStep>))
)]
#[get("/v1/docket/{complaint_id}/steps")]
pub async fn list_docket_steps(
    caller: ForAuthority<scope::DocketRead>,
    id: PathId<ComplaintId>,
    frame: Repeatable,
    request: HttpRequest,
    page: Query<PageQuery>,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let (limit, after) = (page.0.limit()?, page.0.cursor::<ComplaintEntryId>()?);
    let call = frame.call(caller.actor);
    let rows = docket::steps(&context, call, caller.docket, id.0, after, limit + 1).await?;
    let (rows, next) = cut(rows, limit, |row| row.id.to_string());
    let page = Page::new(&request, rows.into_iter().map(DocketStep::from).collect(), next);
    Ok(HttpResponse::Ok().json(given(Recipient::Authority, "list_docket_steps", &page)?))
}

/// Tell what becomes of a complaint
///
/// Acknowledge it with a reference of your own, tell news, ask for views, send it to the lead authority, decide: each is a kind of step,
/// and `possible_steps` of the complaint names what can happen now. A question with a day for the answer is `request_views`, any other
/// is `news` with a text. The organisation is told at once, and so is each person on their own page.
#[utoipa::path(
    tag = "docket", operation_id = "add_docket_step", security(("oauth2" = ["docket:answer"])),
    params(("complaint_id" = ComplaintId, Path, description = "The complaint"), IdempotencyHeader, IfMatchHeader),
    request_body = NewDocketStep,
    responses((status = 200, description = "The complaint as it stands now", body = DocketComplaint))
)]
#[post("/v1/docket/{complaint_id}/steps")]
pub async fn add_docket_step(
    caller: ForAuthority<scope::DocketAnswer>,
    id: PathId<ComplaintId>,
    key: Key,
    expected: IfMatch,
    context: web::Data<Context>,
    body: Body<NewDocketStep>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let step = body.value.read()?;
    let answer = docket::take(&context, call, caller.docket, id.0, expected.0, step, DocketComplaint::of).await?;
    respond_given(Recipient::Authority, "add_docket_step", answer)
}
