//! Files that come before the answer that names them: detected by content, sealed in parts under the person's key as they come.

use entity::id::{AttachmentId, ControllerId, OrganisationId, RequestId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::name_binding;
use super::read::{is_sealed, subject_key};
use crate::crypto::keyring::place;
use crate::crypto::{Binding, Personal, SubjectKey};
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::mandate::Act;
use crate::domain::problem::Problem;
use crate::domain::request::Lifecycle;
use crate::service::call::{Call, Idempotency};
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::incoming::{IncomingFile, Received};
use crate::service::mandates;
use crate::service::media;
use crate::service::once::Answer;
use crate::store::{Attachment, Request};

/// What a file name must be.
const PLAIN_NAME: &str =
    "Names a file in 1 to 200 characters, without a path, a device or characters that are not seen.";
/// Most files of one request that wait or are kept.
pub const MAX_OF_REQUEST: usize = 100;

/// A file that was taken in and waits for the answer that names it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct StoredFile {
    /// Its id, to be named in the answer.
    pub id: AttachmentId,
    /// What it is, as detected from its content.
    #[schema(example = "application/pdf")]
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of its content, 64 hexadecimal digits.
    pub sha256: String,
}

/// A file on its way in.
pub struct Upload {
    request: Request,
    id: AttachmentId,
    key: SubjectKey,
    file: IncomingFile,
}

/// Each part is bound to its place in its file.
fn part_binding(organisation: OrganisationId, id: AttachmentId, number: i32) -> Binding {
    place::ATTACHMENT_PART.of(organisation.0, place::part_row(id.0, number))
}

impl Upload {
    /// Begins a file for a request that is addressed to the controller.
    ///
    /// # Errors
    /// `not_found`, `illegal_transition` for a request that is closed, `data_subject_erased`.
    pub async fn begin(context: &Context, controller: ControllerId, request: RequestId) -> Outcome<Self> {
        let request = context.db.request_for_controller(controller, request).await?.ok_or(Code::NotFound)?;
        if request.standing.state.lifecycle == Lifecycle::Closed {
            return Err(Code::IllegalTransition.into());
        }
        let tenant = context.db.tenant(request.organisation);
        let wrapped = tenant.subject_key(request.data_subject_id).await?.ok_or(Code::DataSubjectErased)?;
        let keys = context.keys.of_organisation(&context.db, request.organisation).await?;
        Ok(Self {
            key: keys.open_subject_key(request.data_subject_id.0, &wrapped)?,
            request,
            id: context.ids.next(),
            file: IncomingFile::new(context.settings.max_attachment_bytes),
        })
    }

    /// Takes some bytes.
    ///
    /// # Errors
    /// `body_too_large`.
    pub fn push(&mut self, bytes: &[u8]) -> Outcome<()> {
        let (organisation, id, key) = (self.request.organisation, self.id, &self.key);
        self.file.push(bytes, |number, part| Ok(key.seal(&part_binding(organisation, id, number), part)?))
    }
}

/// Keeps a file whose bytes have all come.
///
/// # Errors
/// `file_type_refused`, `invalid_field` for its name, `limit_reached` when the request has too many files.
pub async fn store_file(
    context: &Context,
    mut call: Call,
    upload: Upload,
    file_name: Personal<String>,
    declared: &str,
) -> Outcome<Answer> {
    let Upload { request, id, key, file } = upload;
    let seal = |number, part: &[u8]| Ok(key.seal(&part_binding(request.organisation, id, number), part)?);
    let Received { media_type, parts, size, sha256 } = file.finish(declared, seal)?;
    let name = file_name.expose();
    if !media::is_plain_name(name) {
        return Err(Problem::field("content-disposition", Code::InvalidField, PLAIN_NAME).into());
    }
    call.idempotency = call.idempotency.map(|known| Idempotency { body: sha256, ..known });
    let (inner, frame) = (context.clone(), call.clone());
    let file = Attachment {
        id,
        request_id: request.id,
        response_id: None,
        controller_id: request.controller_id,
        media_type: media_type.to_owned(),
        size,
        sha256: sha256.to_vec(),
        file_name: key.seal(&name_binding(request.organisation, id), name.as_bytes())?,
        created_at: context.clock.now(),
    };
    context
        .once(&call, 201, move |tx| {
            Box::pin(async move {
                let known = tx.tenant(request.organisation).attachments_of_request(request.id).await?;
                if known.len() >= MAX_OF_REQUEST {
                    let detail = format!("A request has at most {MAX_OF_REQUEST} files.");
                    return Err(Problem::with_detail(Code::LimitReached, detail).into());
                }
                tx.add_attachment(request.organisation, &file, parts).await?;
                tx.note(inner.note(&frame, request.organisation, AuditAction::Create, id)).await?;
                Ok(StoredFile {
                    id,
                    media_type: file.media_type,
                    size: file.size,
                    sha256: sha256.iter().map(|byte| format!("{byte:02x}")).collect(),
                })
            })
        })
        .await
}

/// A file that may be read, part by part.
pub struct FileReader {
    /// What is known about it.
    pub file: Attachment,
    /// Its name.
    pub file_name: Personal<String>,
    organisation: OrganisationId,
    key: SubjectKey,
}

/// Opens a file of an answer. The look is recorded.
///
/// # Errors
/// `not_found`; the codes of mandates; `data_subject_erased`.
pub async fn open_file(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    request: RequestId,
    id: AttachmentId,
) -> Outcome<FileReader> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let request = tx.tenant(organisation).request(request).await?.ok_or(Code::NotFound)?;
                mandates::permit_now(&inner, tx, &request, Act::OpenAnswer).await?;
                let file = tx.tenant(organisation).attachment(id).await?.ok_or(Code::NotFound)?;
                if file.request_id != request.id || file.response_id.is_none() || is_sealed(&request, file.created_at) {
                    return Err(Code::NotFound.into());
                }
                let key = subject_key(&inner, tx, &request).await?;
                tx.note(inner.note(&call, organisation, AuditAction::Read, id)).await?;
                let file_name = key.open_text(&name_binding(organisation, id), &file.file_name)?;
                Ok::<_, Failure>(FileReader { file, file_name, organisation, key })
            })
        })
        .await
}

/// One part of an opened file, from 0; none after the last.
pub async fn open_part(context: &Context, reader: &FileReader, number: i32) -> Outcome<Option<Vec<u8>>> {
    let tenant = context.db.tenant(reader.organisation);
    let Some(sealed) = tenant.attachment_part(reader.file.id, number).await? else { return Ok(None) };
    let binding = part_binding(reader.organisation, reader.file.id, number);
    Ok(Some(reader.key.open(&binding, &sealed)?.into_exposed()))
}

/// One part of a file, from 0, with the key of its person; none after the last. Whoever calls it has checked that it may be read, and
/// writes the audit entry.
pub(in crate::service) async fn read_part(
    context: &Context,
    organisation: OrganisationId,
    key: &SubjectKey,
    id: AttachmentId,
    number: usize,
) -> Outcome<Option<Personal<Vec<u8>>>> {
    let number = i32::try_from(number).map_err(|_| Code::BodyTooLarge)?;
    let Some(sealed) = context.db.tenant(organisation).attachment_part(id, number).await? else { return Ok(None) };
    Ok(Some(key.open(&part_binding(organisation, id, number), &sealed)?))
}
