//! A file that came with an answer.

use actix_web::http::header::{Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue};
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
    let disposition = saved_as(reader.file_name.expose());
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

/// A file to be saved under a name (RFC 6266): as it is where it is ASCII, otherwise encoded, with what is left of it for programs that
/// do not read that.
fn saved_as(name: &str) -> ContentDisposition {
    let plain = name.chars().map(|c| if c.is_ascii() { c } else { '_' }).collect();
    let mut parameters = vec![DispositionParam::Filename(plain)];
    if !name.is_ascii() {
        let value = ExtendedValue {
            charset: Charset::Ext("UTF-8".to_owned()),
            language_tag: None,
            value: name.as_bytes().to_vec(),
        };
        parameters.push(DispositionParam::FilenameExt(value));
    }
    ContentDisposition { disposition: DispositionType::Attachment, parameters }
}

#[cfg(test)]
mod tests {
    use super::saved_as;

    #[test]
    fn a_name_is_told_in_ascii_and_whole() {
        assert_eq!(saved_as("answer (1).pdf").to_string(), "attachment; filename=\"answer (1).pdf\"");
        let told = saved_as("Grüße.pdf").to_string();
        assert_eq!(told, "attachment; filename=\"Gr__e.pdf\"; filename*=UTF-8''Gr%C3%BC%C3%9Fe.pdf");
    }
}
