//! A request as a letter, for its controller.

use actix_web::{HttpResponse, get, web};
use entity::id::RequestId;

use crate::http::caller::{ForController, scope};
use crate::http::idempotency::Repeatable;
use crate::http::page::Query;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::http::routes::letters::{LetterQuery, WantedForm, sent};
use crate::service::{Context, letters};

/// One request as a letter
///
/// What is asked, for whom, and under which mandate, as a page of HTML, plain text or a PDF. The first look proves that the
/// request has arrived (D-12), and each is recorded.
#[utoipa::path(
    tag = "inbox", operation_id = "get_inbox_letter", security(("oauth2" = ["inbox:read"])),
    params(
        ("request_id" = RequestId, Path, description = "The request"),
        LetterQuery,
        ("Accept" = Option<String>, Header, description = "`text/html`, `text/plain` or `application/pdf`")
    ),
    responses(
        (status = 200, description = "The letter", content(
            (String = "text/plain"), (String = "text/html"), (String = "application/pdf")
        ), headers(
            ("Content-Language" = String, description = "The language of the letter"),
            ("Vary" = String, description = "`Accept`, of which the form depends")
        )),
        (status = 409, description = "The request is over")
    )
)]
#[get("/v1/inbox/requests/{request_id}/letter")]
pub async fn get_inbox_letter(
    caller: ForController<scope::InboxRead>,
    id: PathId<RequestId>,
    query: Query<LetterQuery>,
    form: WantedForm,
    frame: Repeatable,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let (call, format) = (frame.call(caller.actor), form.or(query.0.format));
    Ok(sent(letters::of_inbox(&context, call, caller.controller, id.0, format, query.0.language).await?))
}
