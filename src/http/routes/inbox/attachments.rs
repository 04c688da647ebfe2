//! Sending a file that an answer will name.

use actix_web::http::header::{CONTENT_DISPOSITION, ContentDisposition};
use actix_web::{HttpRequest, HttpResponse, post, web};
use entity::id::RequestId;

use crate::crypto::Personal;
use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::domain::recipient::Recipient;
use crate::http::caller::{Admission, ForController, scope};
use crate::http::given::respond_given;
use crate::http::idempotency::{IdempotencyHeader, Key};
use crate::http::path::PathId;
use crate::http::patience::Incoming;
use crate::http::problem::ApiError;
use crate::service::Context;
use crate::service::answers::{StoredFile, Upload, store_file};

/// Upload a file for an answer
///
/// The body is the file itself; `content-disposition: attachment; filename="…"` names it. What it is is told by its content:
/// PDF, ZIP, JSON, CSV, plain text, PNG or JPEG. Name the id you get in the answer.
#[utoipa::path(
    tag = "inbox", operation_id = "upload_attachment", security(("oauth2" = ["inbox:answer"])),
    params(
        ("request_id" = RequestId, Path, description = "The request"),
        ("content-disposition" = Option<String>, Header, description = "Name of the file"),
        IdempotencyHeader
    ),
    request_body(content = String, content_type = "application/octet-stream", description = "The file"),
    responses((status = 201, description = "The file waits for its answer", body = StoredFile))
)]
#[post("/v1/inbox/requests/{request_id}/attachments")]
pub async fn upload_attachment(
    caller: ForController<scope::InboxAnswer>,
    id: PathId<RequestId>,
    key: Key,
    admission: Admission<scope::InboxAnswer>,
    request: HttpRequest,
    payload: web::Payload,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let name = name_of(&request)?;
    let declared = request.headers().get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let declared = declared.split(';').next().unwrap_or_default().trim();
    let mut upload = Upload::begin(&context, caller.controller, id.0).await?;
    let mut body = Incoming::of(&request, payload, admission, &context);
    let broken = |_| ApiError::with_detail(Code::MalformedJson, "The body broke off.");
    while let Some(chunk) = body.next(broken).await? {
        upload.push(&chunk)?;
    }
    let call = key.call(caller.actor, [0; 32]);
    let answer = store_file(&context, call, upload, Personal::new(name), declared).await?;
    respond_given(Recipient::Controller, "upload_attachment", answer)
}

/// The name that the header gives the file. One that cannot be read is no name, and is refused rather than passed over.
fn name_of(request: &HttpRequest) -> Result<String, ApiError> {
    let unreadable = || {
        let message = "Names a file, as RFC 6266 says.";
        ApiError(Problem::field("content-disposition", Code::InvalidField, message))
    };
    let mut headers = request.headers().get_all(CONTENT_DISPOSITION);
    let Some(header) = headers.next() else { return Ok("answer".to_owned()) };
    if headers.next().is_some() {
        return Err(unreadable());
    }
    let named = ContentDisposition::from_raw(header).map_err(|_| unreadable())?;
    match (named.get_filename_ext(), named.get_filename()) {
        (Some(encoded), _) => String::from_utf8(encoded.value.clone()).map_err(|_| unreadable()),
        (None, Some(name)) => Ok(name.to_owned()),
        (None, None) => Ok("answer".to_owned()),
    }
}
