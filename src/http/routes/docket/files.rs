//! The files of a complaint for its authority: listed, one by one, as one archive; and files of the authority.

use actix_web::{HttpRequest, HttpResponse, get, post, web};
use entity::id::{ComplaintFileId, ComplaintId};

use crate::domain::recipient::Recipient;
use crate::http::caller::{Admission, ForAuthority, scope};
use crate::http::given::{given, respond_given};
use crate::http::idempotency::{IdempotencyHeader, Key, Repeatable};
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::path::{PathId, PathIds};
use crate::http::patience::Incoming;
use crate::http::problem::ApiError;
use crate::http::routes::complaints::files::{
    ArchiveQuery, ComplaintFile, ComplaintFilesQuery, send_archive, send_file, take_file,
};
use crate::service::Context;
use crate::service::complaints::docket;
use crate::service::complaints::files::UploadedFile;
use crate::store::ComplaintEdition;

/// Files of a complaint, for its authority
///
/// The full edition is the authority's; the public one is for those to whom it may hand the file (C-6). Uploads are what you sent, and
/// what the organisation sent to you. Files of people for whom the organisation acts no more are not there (M-11).
#[utoipa::path(
    tag = "docket", operation_id = "list_docket_files", security(("oauth2" = ["docket:read"])),
    params(("complaint_id" = ComplaintId, Path, description = "The complaint"), ComplaintFilesQuery),
    responses((status = 200, description = "A page, in the order of the archive", body = Page<ComplaintFile>))
)]
#[get("/v1/docket/{complaint_id}/files")]
pub async fn list_docket_files(
    caller: ForAuthority<scope::DocketRead>,
    id: PathId<ComplaintId>,
    frame: Repeatable,
    request: HttpRequest,
    query: Query<ComplaintFilesQuery>,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let ComplaintFilesQuery { edition, limit, cursor } = query.0;
    let page = PageQuery { limit, cursor };
    let (limit, after) = (page.limit()?, page.cursor::<String>()?);
    let edition = edition.unwrap_or(ComplaintEdition::Full);
    let call = frame.call(caller.actor);
    let rows = docket::list_files(&context, call, caller.docket, id.0, edition, after, limit + 1).await?;
    let (rows, next) = cut(rows, limit, |row| row.name.clone());
    let page = Page::new(&request, rows.iter().map(ComplaintFile::from).collect(), next);
    Ok(HttpResponse::Ok().json(given(Recipient::Authority, "list_docket_files", &page)?))
}

/// One file of a complaint, for its authority
///
/// Always to be saved, never to be shown: it comes as bytes, whatever it is.
#[utoipa::path(
    tag = "docket", operation_id = "download_docket_file", security(("oauth2" = ["docket:read"])),
    params(
        ("complaint_id" = ComplaintId, Path, description = "The complaint"),
        ("file_id" = ComplaintFileId, Path, description = "The file")
    ),
    responses(
        (status = 200, description = "The file", body = String, content_type = "application/octet-stream"),
        (status = 409, description = "The data of the person were erased")
    )
)]
#[get("/v1/docket/{complaint_id}/files/{file_id}")]
pub async fn download_docket_file(
    caller: ForAuthority<scope::DocketRead>,
    ids: PathIds<ComplaintId, ComplaintFileId>,
    frame: Repeatable,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let (own, open) = docket::open(&context, frame.call(caller.actor), caller.docket, ids.0, ids.1).await?;
    Ok(send_file(own, open))
}

/// All files of a complaint in one archive, for its authority
///
/// A ZIP with the full and the public edition and their signed list, whose signature can be checked with the published keys alone.
/// People for whom the organisation acts no more are named in `left_out.json`; their files are not there. An archive that breaks off
/// does not open.
#[utoipa::path(
    tag = "docket", operation_id = "download_docket_archive", security(("oauth2" = ["docket:read"])),
    params(("complaint_id" = ComplaintId, Path, description = "The complaint"), ArchiveQuery),
    responses((status = 200, description = "The archive", body = String, content_type = "application/zip"))
)]
#[get("/v1/docket/{complaint_id}/archive")]
pub async fn download_docket_archive(
    caller: ForAuthority<scope::DocketRead>,
    id: PathId<ComplaintId>,
    frame: Repeatable,
    query: Query<ArchiveQuery>,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let edition = query.0.edition()?;
    let parts = docket::archive(&context, frame.call(caller.actor), caller.docket, id.0, edition).await?;
    Ok(send_archive(id.0, parts))
}

/// Upload a file of the authority to a complaint
///
/// A letter or a decision: name its id with the step it belongs to. What it is is told by its content: PDF, ZIP, JSON, CSV, plain text,
/// PNG or JPEG.
#[utoipa::path(
    tag = "docket", operation_id = "upload_docket_file", security(("oauth2" = ["docket:answer"])),
    params(("complaint_id" = ComplaintId, Path, description = "The complaint"), IdempotencyHeader),
    request_body(content = String, content_type = "application/octet-stream", description = "The file"),
    responses((status = 201, description = "The file is kept", body = UploadedFile))
)]
#[post("/v1/docket/{complaint_id}/files")]
pub async fn upload_docket_file(
    caller: ForAuthority<scope::DocketAnswer>,
    id: PathId<ComplaintId>,
    key: Key,
    admission: Admission<scope::DocketAnswer>,
    request: HttpRequest,
    payload: web::Payload,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let body = Incoming::of(&request, payload, admission, &context);
    let (own, upload) = docket::begin_upload(&context, caller.docket, id.0).await?;
    let answer = take_file(&own, key.call(caller.actor, [0; 32]), upload, &request, body).await?;
    respond_given(Recipient::Authority, "upload_docket_file", answer)
}
