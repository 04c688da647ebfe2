//! Opening answers: only while the mandate lets the organisation do so, and never without an audit entry (M-7, M-9).

use entity::id::{AttachmentId, OrganisationId, RequestId, ResponseId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{content_binding, name_binding};
use crate::crypto::SubjectKey;
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::mandate::Act;
use crate::domain::request::Lifecycle;
use crate::domain::response::{Response, ResponseKind, Via};
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::mandates;
use crate::store::{Attachment, Request, StoredResponse, Tx};

/// A response as the organisation sees it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct OpenedResponse {
    /// Its id.
    pub id: ResponseId,
    /// What kind of message it is.
    pub kind: ResponseKind,
    /// How it came in.
    pub via: Via,
    /// When it came.
    pub received_at: Timestamp,
    /// By how many days it was late.
    pub lateness_days: i32,
    /// It stays sealed (M-9): it came after the request was withdrawn, or, in an export, the mandate does not let the
    /// organisation open answers.
    pub sealed: bool,
    /// What it said, and its files, were kept for as long as they may be, and are deleted (P-9).
    pub deleted: bool,
    /// What the controller says; absent when it stays sealed or is deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<Response>,
    /// The files that belong to it.
    pub attachments: Vec<OpenedFile>,
}

/// A file that belongs to a response.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct OpenedFile {
    /// Its id.
    pub id: AttachmentId,
    /// Its name, as the controller gave it.
    pub file_name: String,
    /// What it is, as detected from its content.
    #[schema(example = "application/pdf")]
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of its content, 64 hexadecimal digits.
    pub sha256: String,
}

/// The key of the person a request is about.
pub(super) async fn subject_key(context: &Context, tx: &Tx, request: &Request) -> Outcome<SubjectKey> {
    let wrapped = tx.tenant(request.organisation).subject_key(request.data_subject_id).await?;
    let wrapped = wrapped.ok_or(Code::DataSubjectErased)?;
    let keys = context.keys.of_organisation_in(tx, request.organisation).await?;
    Ok(keys.open_subject_key(request.data_subject_id.0, &wrapped)?)
}

/// Opens a page of the responses to a request, oldest first.
///
/// # Errors
/// `not_found`; the codes of mandates when the organisation may not open answers; `data_subject_erased`.
pub async fn open_responses(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: RequestId,
    after: Option<ResponseId>,
    limit: u64,
) -> Outcome<Vec<OpenedResponse>> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let request = tx.tenant(organisation).request(id).await?.ok_or(Code::NotFound)?;
                mandates::permit_now(&inner, tx, &request, Act::OpenAnswer).await?;
                let key = subject_key(&inner, tx, &request).await?;
                let rows = tx.tenant(organisation).responses_of_request(id, after, limit).await?;
                let files = tx.tenant(organisation).attachments_of_request(id).await?;
                let note = inner.note(&call, organisation, AuditAction::Read, "response");
                tx.note(note.of_page(rows.iter().map(|row| row.id.0), limit)).await?;
                rows.iter().map(|row| open(&key, &request, row, &files, true)).collect::<Outcome<Vec<_>>>()
            })
        })
        .await
}

/// Whether a response came after the withdrawal of its request.
pub(super) fn is_sealed(request: &Request, received_at: Timestamp) -> bool {
    request.standing.state.lifecycle == Lifecycle::Withdrawn
        && request.closed_at.is_none_or(|closed| closed <= received_at)
}

/// Opens a response with the person's key, when the mandate permits it. Whoever calls it writes the audit entry.
pub(in crate::service) fn open(
    key: &SubjectKey,
    request: &Request,
    row: &StoredResponse,
    files: &[Attachment],
    permitted: bool,
) -> Outcome<OpenedResponse> {
    let sealed = !permitted || is_sealed(request, row.received_at);
    let (mut response, mut attachments) = (None, Vec::new());
    if let (false, Some(content)) = (sealed, &row.content) {
        let json = key.open(&content_binding(request.organisation, row.id), content)?;
        let read = serde_json::from_slice(json.expose());
        response = Some(read.map_err(|_| Failure::Defect("a kept response cannot be read"))?);
        for file in files.iter().filter(|file| file.response_id == Some(row.id)) {
            let name = key.open_text(&name_binding(request.organisation, file.id), &file.file_name)?;
            attachments.push(OpenedFile {
                id: file.id,
                file_name: name.into_exposed(),
                media_type: file.media_type.clone(),
                size: file.size,
                sha256: file.sha256.iter().map(|byte| format!("{byte:02x}")).collect(),
            });
        }
    }
    Ok(OpenedResponse {
        id: row.id,
        kind: row.kind,
        via: row.via,
        received_at: row.received_at,
        lateness_days: row.lateness_days,
        sealed,
        deleted: row.content.is_none(),
        response,
        attachments,
    })
}
