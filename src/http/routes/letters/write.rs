//! A letter about a request, for its organisation.

use actix_web::{HttpResponse, get};
use entity::id::RequestId;

use super::form::{LetterQuery, WantedForm, sent};
use crate::domain::letter::LetterKind;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::page::Query;
use crate::http::path::PathIds;
use crate::http::problem::ApiError;
use crate::service::letters::{self, Wanted};

/// A letter about a request
///
/// Written at this moment from the records: the request itself, a reminder, the answer to a question, the contestation of a
/// refusal. In the third person, with the mandate named and the address at which it is verified (M-8), with what the controller
/// needs to recognise the person and no more (B-7). As a page of HTML, plain text, or a PDF to post (PDF/A-2a, PDF/UA-1), by
/// `format` or the header `Accept`; plain text when neither says. Given while the request is open and the mandate covers
/// writing (M-9); each look is recorded. A template of the organisation stands above that of the house.
#[utoipa::path(
    tag = "letters", operation_id = "get_request_letter", security(("oauth2" = ["people:read"])),
    params(
        ("request_id" = RequestId, Path, description = "The request"),
        ("kind" = LetterKind, Path, description = "Which letter"),
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
        (status = 409, description = "The request stands so that there is no such letter"),
        (status = 422, description = "The letter cannot be set as a PDF, or a template of the organisation fails")
    )
)]
#[get("/v1/requests/{request_id}/letters/{kind}")]
pub async fn get_request_letter(
    caller: ForOrganisation<scope::PeopleRead>,
    path: PathIds<RequestId, LetterKind>,
    query: Query<LetterQuery>,
    form: WantedForm,
    frame: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let wanted = Wanted { kind: path.1, format: form.or(query.0.format), language: query.0.language };
    let call = frame.call(caller.actor);
    Ok(sent(letters::of_request(&context, call, caller.organisation, path.0, wanted).await?))
}
