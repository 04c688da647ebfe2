//! The files of a complaint: listed, one by one, and as one archive.

use actix_web::http::header::{ContentDisposition, DispositionParam, DispositionType};
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use bytes::Bytes;
use entity::id::{ComplaintFileId, ComplaintId};
use futures::stream;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc::Receiver;
use utoipa::{IntoParams, ToSchema};

use crate::domain::code::Code;
use crate::http::caller::{Admission, ForOrganisation, RequiredScope, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, Repeatable, respond};
use crate::http::in_time::InTime;
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::path::{PathId, PathIds};
use crate::http::patience::Incoming;
use crate::http::problem::ApiError;
use crate::service::complaints::files::{
    ArchivePart, FileUpload, OpenFile, UploadedFile, archive, open_file, open_part, store_upload,
};
use crate::service::complaints::reference;
use crate::service::{Answer, Call, Context, Failure, audit};
use crate::store::{self, ComplaintEdition};

/// Which files, and which page of them.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ComplaintFilesQuery {
    /// Which set; `full` when absent.
    #[param(inline)]
    pub edition: Option<ComplaintEdition>,
    /// Most elements to return, 1 to 200; 50 when absent.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u32>,
    /// The `next_cursor` of the page before. Opaque; do not build or keep it.
    pub cursor: Option<String>,
}

/// Which archive.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ArchiveQuery {
    /// `full` for the authority, which is meant when absent; `public` without the confidential parts (C-6).
    #[param(inline)]
    pub edition: Option<ComplaintEdition>,
}

/// A file of a complaint.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ComplaintFile {
    /// Its id.
    pub id: ComplaintFileId,
    /// Path in the archive; the id, for an upload.
    #[schema(example = "full/annexes/P-00001.pdf")]
    pub name: String,
    /// Whose annex it is, by the reference in the files.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "P-00001")]
    pub person: Option<String>,
    /// What it is.
    #[schema(example = "application/pdf")]
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of its content, 64 hexadecimal digits.
    pub sha256: String,
    /// Pages of a PDF.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<i32>,
    /// When it was made or came.
    pub created_at: Timestamp,
}

impl From<&store::ComplaintFile> for ComplaintFile {
    fn from(row: &store::ComplaintFile) -> Self {
        Self {
            id: row.id,
            name: row.name.clone(),
            person: row.person.map(reference),
            media_type: row.media_type.clone(),
            size: row.size,
            sha256: row.sha256.iter().map(|byte| format!("{byte:02x}")).collect(),
            pages: row.pages,
            created_at: row.created_at,
        }
    }
}

/// Files of a complaint
///
/// Names and sizes. The look is recorded.
#[utoipa::path(
    tag = "complaints", operation_id = "list_complaint_files", security(("oauth2" = ["complaints:write"])),
    params(("complaint_id" = ComplaintId, Path, description = "The complaint"), ComplaintFilesQuery),
    responses((status = 200, description = "A page, in the order of the archive", body = Page<ComplaintFile>))
)]
#[get("/v1/complaints/{complaint_id}/files")]
pub async fn list_complaint_files(
    caller: ForOrganisation<scope::ComplaintsWrite>,
    id: PathId<ComplaintId>,
    request: HttpRequest,
    query: Query<ComplaintFilesQuery>,
    frame: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let ComplaintFilesQuery { edition, limit, cursor } = query.0;
    let page = PageQuery { limit, cursor };
    let (limit, after) = (page.limit()?, page.cursor::<String>()?);
    let edition = edition.unwrap_or(ComplaintEdition::Full);
    let tenant = context.db.tenant(caller.organisation);
    let found = tenant.complaint(id.0).await.map_err(Failure::from)?;
    let complaint = found.ok_or_else(|| ApiError::new(Code::NotFound))?;
    let build_no = if edition == ComplaintEdition::Upload { 0 } else { complaint.build_no };
    let rows = tenant.complaint_files(id.0, build_no, edition, after.as_deref(), limit + 1).await;
    let (rows, next) = cut(rows.map_err(Failure::from)?, limit, |row| row.name.clone());
    let (call, ids) = (frame.call(caller.actor), rows.iter().map(|row| row.id.0));
    audit::look_through(&context, &call, caller.organisation, id.0, ids).await?;
    Ok(HttpResponse::Ok().json(Page::new(&request, rows.iter().map(ComplaintFile::from).collect(), next)))
}

/// One file of a complaint
///
/// Always to be saved, never to be shown: it comes as bytes, whatever it is.
#[utoipa::path(
    tag = "complaints", operation_id = "download_complaint_file", security(("oauth2" = ["complaints:write"])),
    params(
        ("complaint_id" = ComplaintId, Path, description = "The complaint"),
        ("file_id" = ComplaintFileId, Path, description = "The file")
    ),
    responses(
        (status = 200, description = "The file", body = String, content_type = "application/octet-stream"),
        (status = 409, description = "The data of the person were erased")
    )
)]
#[get("/v1/complaints/{complaint_id}/files/{file_id}")]
pub async fn download_complaint_file(
    caller: ForOrganisation<scope::ComplaintsWrite>,
    ids: PathIds<ComplaintId, ComplaintFileId>,
    frame: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let call = frame.call(caller.actor);
    let open = open_file(&context, call, caller.organisation, ids.0, ids.1).await?;
    Ok(send_file(Context::clone(&context), open))
}

/// Sends a file part by part.
pub fn send_file(context: Context, open: OpenFile) -> HttpResponse {
    let size = u64::try_from(open.file.size).unwrap_or(0);
    let name = open.file.name.rsplit('/').next().unwrap_or("file").to_owned();
    let parts = stream::try_unfold((context, open, 0), |(context, open, number)| async move {
        let part = open_part(&context, &open, number).await?;
        Ok::<_, Failure>(part.map(|bytes| (Bytes::from(bytes), (context, open, number + 1))))
    });
    saved("application/octet-stream", name).no_chunking(size).streaming(Box::pin(parts))
}

/// All files of a complaint in one archive
///
/// A ZIP with everything and its signed list (`manifest.json`, `manifest.jws`), whose signature can be checked with the published
/// keys alone. An archive that breaks off does not open.
#[utoipa::path(
    tag = "complaints", operation_id = "download_complaint_archive", security(("oauth2" = ["complaints:write"])),
    params(("complaint_id" = ComplaintId, Path, description = "The complaint"), ArchiveQuery),
    responses(
        (status = 200, description = "The archive", body = String, content_type = "application/zip"),
        (status = 409, description = "The files are not made")
    )
)]
#[get("/v1/complaints/{complaint_id}/archive")]
pub async fn download_complaint_archive(
    caller: ForOrganisation<scope::ComplaintsWrite>,
    id: PathId<ComplaintId>,
    frame: Repeatable,
    query: Query<ArchiveQuery>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let call = frame.call(caller.actor);
    Ok(send_archive(id.0, archive(&context, call, caller.organisation, id.0, query.0.edition()?).await?))
}

impl ArchiveQuery {
    /// Which edition is meant.
    pub fn edition(&self) -> Result<ComplaintEdition, ApiError> {
        match self.edition {
            None | Some(ComplaintEdition::Full) => Ok(ComplaintEdition::Full),
            Some(ComplaintEdition::Public) => Ok(ComplaintEdition::Public),
            Some(ComplaintEdition::Upload) => {
                Err(crate::http::page::invalid_parameter("edition", "Uploads are in no archive."))
            }
        }
    }
}

/// Sends an archive as it is written.
pub fn send_archive(id: ComplaintId, parts: Receiver<ArchivePart>) -> HttpResponse {
    let parts = stream::unfold(parts, |mut parts| async move { parts.recv().await.map(|part| (part, parts)) });
    saved("application/zip", format!("{id}.zip")).streaming(Box::pin(parts))
}

/// Upload a file to a complaint
///
/// Proof of lodging, or a letter of the authority: name its id with the step it belongs to. What it is is told by its content: PDF,
/// ZIP, JSON, CSV, plain text, PNG or JPEG.
#[utoipa::path(
    tag = "complaints", operation_id = "upload_complaint_file", security(("oauth2" = ["complaints:write"])),
    params(("complaint_id" = ComplaintId, Path, description = "The complaint"), IdempotencyHeader),
    request_body(content = String, content_type = "application/octet-stream", description = "The file"),
    responses((status = 201, description = "The file is kept", body = UploadedFile))
)]
#[post("/v1/complaints/{complaint_id}/files")]
pub async fn upload_complaint_file(
    caller: ForOrganisation<scope::ComplaintsWrite>,
    id: PathId<ComplaintId>,
    key: Key,
    admission: Admission<scope::ComplaintsWrite>,
    request: HttpRequest,
    payload: web::Payload,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let body = Incoming::of(&request, payload, admission, &context);
    let upload = FileUpload::begin(&context, caller.organisation, id.0).await?;
    Ok(respond(take_file(&context, key.call(caller.actor, [0; 32]), upload, &request, body).await?))
}

/// Takes a file as it comes, and keeps it when all of it has.
pub async fn take_file<S: RequiredScope>(
    context: &Context,
    call: Call,
    mut upload: FileUpload,
    request: &HttpRequest,
    mut body: Incoming<S>,
) -> Result<Answer, ApiError> {
    let declared = request.headers().get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let declared = declared.split(';').next().unwrap_or_default().trim();
    let broken = |_| ApiError::with_detail(Code::MalformedJson, "The body broke off.");
    while let Some(chunk) = body.next(broken).await? {
        upload.push(&chunk)?;
    }
    Ok(store_upload(context, call, upload, declared).await?)
}

fn saved(media_type: &'static str, name: String) -> actix_web::HttpResponseBuilder {
    let parameters = vec![DispositionParam::Filename(name)];
    let mut response = HttpResponse::Ok();
    response
        .content_type(media_type)
        .insert_header(ContentDisposition { disposition: DispositionType::Attachment, parameters })
        .insert_header(("content-security-policy", "sandbox; default-src 'none'; frame-ancestors 'none'"))
        .insert_header(("x-content-type-options", "nosniff"))
        .insert_header(("cache-control", "no-store"));
    response
}
