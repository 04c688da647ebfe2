//! A file that came with an answer.

use actix_web::http::header::{ContentDisposition, DispositionParam, DispositionType};
use actix_web::{HttpResponse, get};
use bytes::Bytes;
use entity::id::{AttachmentId, RequestId};
use futures::stream;

use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::path::PathIds;
use crate::http::problem::ApiError;
use crate::service::answers::{open_file, open_part};
use crate::service::{Context, Failure};

/// A file of an answer
///
/// Always to be saved, never to be shown: it comes as bytes, whatever it is.
#[utoipa::path(
    tag = "requests", operation_id = "download_attachment", security(("oauth2" = ["answers:read"])),
    params(
        ("request_id" = RequestId, Path, description = "The request"),
        ("attachment_id" = AttachmentId, Path, description = "The file")
    ),
    responses(
        (status = 200, description = "The file", body = String, content_type = "application/octet-stream"),
        (status = 409, description = "The data of the person were erased")
    )
)]
#[get("/v1/requests/{request_id}/attachments/{attachment_id}")]
pub async fn download_attachment(
    caller: ForOrganisation<scope::AnswersRead>,
    ids: PathIds<RequestId, AttachmentId>,
    frame: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let call = frame.call(caller.actor);
    let reader = open_file(&context, call, caller.organisation, ids.0, ids.1).await?;
    let name = DispositionParam::Filename(reader.file_name.expose().clone());
    let disposition = ContentDisposition { disposition: DispositionType::Attachment, parameters: vec![name] };
    let size = u64::try_from(reader.file.size).unwrap_or(0);
    let context = Context::clone(&context);
    let parts = stream::try_unfold((context, reader, 0), |(context, reader, number)| async move {
        let part = open_part(&context, &reader, number).await?;
        Ok::<_, Failure>(part.map(|bytes| (Bytes::from(bytes), (context, reader, number + 1))))
    });
    Ok(HttpResponse::Ok()
        .content_type("application/octet-stream")
        .insert_header(disposition)
        .insert_header(("content-security-policy", "sandbox; default-src 'none'; frame-ancestors 'none'"))
        .insert_header(("x-content-type-options", "nosniff"))
        .insert_header(("cache-control", "no-store"))
        .no_chunking(size)
        .streaming(Box::pin(parts)))
}
