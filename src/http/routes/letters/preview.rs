//! `POST /v1/letter-templates:preview`.

use actix_web::{HttpResponse, post};

use super::form::{WantedForm, sent};
use super::wire::TemplateToPreview;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::problem::ApiError;
use crate::service::letters;

/// Show a letter of sample facts
///
/// With the template given, or with the one that stands. Nothing of any person is in it, and nothing is kept.
#[utoipa::path(
    tag = "letters", operation_id = "preview_letter_template", security(("oauth2" = ["requests:read"])),
    params(("Accept" = Option<String>, Header, description = "`text/html`, `text/plain` or `application/pdf`")),
    request_body = TemplateToPreview,
    responses(
        (status = 200, description = "The letter", content(
            (String = "text/plain"), (String = "text/html"), (String = "application/pdf")
        ), headers(
            ("Content-Language" = String, description = "The language of the letter"),
            ("Vary" = String, description = "`Accept`, of which the form depends")
        )),
        (status = 422, description = "The template has mistakes: `errors` names each with its line and column")
    )
)]
#[post("/v1/letter-templates:preview")]
pub async fn preview_letter_template(
    caller: ForOrganisation<scope::RequestsRead>,
    form: WantedForm,
    context: InTime,
    body: Body<TemplateToPreview>,
) -> Result<HttpResponse, ApiError> {
    let (name, format) = (body.value.name(), form.or(body.value.format));
    Ok(sent(letters::preview(&context, caller.organisation, name, body.value.source, format).await?))
}
