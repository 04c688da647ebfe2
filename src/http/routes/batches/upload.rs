//! The content of a batch, streamed: what is taken from the caller is durable before more is taken.

use actix_web::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, put, web};
use entity::id::BatchId;

use super::wire::Batch;
use crate::domain::code::Code;
use crate::http::caller::{Admission, ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::path::PathId;
use crate::http::patience::Incoming;
use crate::http::problem::ApiError;
use crate::service::batches;

const MEDIA_TYPES: [&str; 5] =
    ["text/csv", "application/x-ndjson", "application/ndjson", "application/jsonl", "application/octet-stream"];

/// Upload the content of a batch
///
/// The whole file in one body. If it breaks off, send it again from the start; sending the same content again after it was
/// taken changes nothing. Once this answers, the content is durable and is gone through whatever happens. An upload
/// of a client that is revoked meanwhile, or whose organisation is suspended, is refused within five seconds.
#[utoipa::path(
    tag = "campaigns", operation_id = "upload_batch_content", security(("oauth2" = ["requests:write"])),
    params(("batch_id" = BatchId, Path, description = "Its id")),
    request_body(content(
        (String = "text/csv", example = "Nom;Courriel;Mandat signé le\nPereira;membre@example.org;17/10/2026\n"),
        (String = "application/x-ndjson", example = "{\"family_name\":\"Pereira\",\"mandate\":{\"signed_on\":\"2026-10-17\"}}\n"),
        (String = "application/octet-stream")
    ), description = "The file, CSV or NDJSON as the batch says"),
    responses(
        (status = 202, description = "The content is durable; the batch waits for its turn", body = Batch),
        (status = 409, description = "The batch takes no content in its state, or another upload has taken over")
    )
)]
#[put("/v1/batches/{batch_id}/content")]
pub async fn upload_batch_content(
    caller: ForOrganisation<scope::RequestsWrite>,
    id: PathId<BatchId>,
    repeatable: Repeatable,
    admission: Admission<scope::RequestsWrite>,
    request: HttpRequest,
    context: InTime,
    payload: web::Payload,
) -> Result<HttpResponse, ApiError> {
    if !is_accepted(&request) {
        return Err(ApiError::new(Code::UnsupportedMediaType));
    }
    let announced = request.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    let call = repeatable.call(caller.actor);
    let mut upload = batches::begin_upload(&context, call, caller.organisation, id.0, announced).await?;
    let mut body = Incoming::of(&request, payload, admission, &context);
    while let Some(piece) = body.next(|_| ApiError::new(Code::UploadInterrupted)).await? {
        upload.push(&piece).await?;
    }
    let row = upload.finish().await?;
    Ok(HttpResponse::Accepted().json(Batch::of(&row, context.clock.now())))
}

fn is_accepted(request: &HttpRequest) -> bool {
    let Some(value) = request.headers().get(CONTENT_TYPE) else { return true };
    let essence = value.to_str().unwrap_or_default().split(';').next().unwrap_or_default().trim();
    MEDIA_TYPES.iter().any(|accepted| essence.eq_ignore_ascii_case(accepted))
}
