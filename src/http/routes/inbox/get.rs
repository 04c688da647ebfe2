//! One request as its controller sees it.

use actix_web::{HttpResponse, get, web};
use entity::id::RequestId;

use crate::domain::recipient::Recipient;
use crate::http::caller::{ForController, scope};
use crate::http::given::given;
use crate::http::idempotency::Repeatable;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::Context;
use crate::service::inbox::{self, InboxRequest};

/// One request, with what is asked, for whom, and the mandate
///
/// The first look proves that the request has arrived (D-12), and each is recorded.
#[utoipa::path(
    tag = "inbox", operation_id = "get_inbox_request", security(("oauth2" = ["inbox:read"])),
    params(("request_id" = RequestId, Path, description = "The request")),
    responses((status = 200, description = "The request", body = InboxRequest))
)]
#[get("/v1/inbox/requests/{request_id}")]
pub async fn get_inbox_request(
    caller: ForController<scope::InboxRead>,
    id: PathId<RequestId>,
    frame: Repeatable,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let shown = inbox::fetch(&context, frame.call(caller.actor), caller.controller, id.0).await?;
    Ok(HttpResponse::Ok().insert_header(("cache-control", "no-store")).json(given(
        Recipient::Controller,
        "get_inbox_request",
        &shown,
    )?))
}
