//! A file that comes to a complaint: proof of lodging, a letter of the authority. Sealed under the organisation's key.

use entity::id::{ComplaintFileId, ComplaintId, OrganisationId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::keep::Seal;
use crate::crypto::OrganisationKeys;
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::service::call::{Call, Idempotency};
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::service::incoming::{IncomingFile, Received};
use crate::service::once::Answer;
use crate::store::{ComplaintEdition, ComplaintFile};

/// Most files that are uploaded to one complaint.
pub const MAX_OF_COMPLAINT: usize = 500;

/// A file that was taken in.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct UploadedFile {
    /// Its id, to be named with a step.
    pub id: ComplaintFileId,
    /// What it is, as detected from its content.
    #[schema(example = "application/pdf")]
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of its content, 64 hexadecimal digits.
    pub sha256: String,
}

/// A file on its way in.
pub struct FileUpload {
    organisation: OrganisationId,
    complaint: ComplaintId,
    id: ComplaintFileId,
    keys: std::sync::Arc<OrganisationKeys>,
    file: IncomingFile,
}

impl FileUpload {
    /// Begins a file of a complaint.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn begin(context: &Context, organisation: OrganisationId, complaint: ComplaintId) -> Outcome<Self> {
        context.db.tenant(organisation).complaint(complaint).await?.ok_or(Code::NotFound)?;
        Ok(Self {
            organisation,
            complaint,
            id: context.ids.next(),
            keys: context.keys.of_organisation(&context.db, organisation).await?,
            file: IncomingFile::new(context.settings.max_attachment_bytes),
        })
    }

    /// Takes some bytes.
    ///
    /// # Errors
    /// `body_too_large`.
    pub fn push(&mut self, bytes: &[u8]) -> Outcome<()> {
        let (organisation, id, seal) = (self.organisation, self.id, Seal::Organisation(&self.keys));
        self.file.push(bytes, |number, part| seal.seal(organisation, id, number, part))
    }
}

/// Keeps a file whose bytes have all come.
///
/// # Errors
/// `file_type_refused`; `limit_reached` when the complaint has too many files.
pub async fn store_upload(context: &Context, mut call: Call, upload: FileUpload, declared: &str) -> Outcome<Answer> {
    let FileUpload { organisation, complaint, id, keys, file } = upload;
    let seal = Seal::Organisation(&keys);
    let received = file.finish(declared, |number, part| seal.seal(organisation, id, number, part))?;
    let Received { media_type, parts, size, sha256 } = received;
    call.idempotency = call.idempotency.map(|known| Idempotency { body: sha256, ..known });
    let (inner, frame) = (context.clone(), call.clone());
    let file = ComplaintFile {
        id,
        complaint,
        build_no: 0,
        edition: ComplaintEdition::Upload,
        source: Some(call.actor.step_source()),
        name: id.to_string(),
        person: None,
        data_subject: None,
        media_type: media_type.to_owned(),
        size,
        sha256: sha256.to_vec(),
        pages: None,
        created_at: context.clock.now(),
    };
    context
        .once(&call, 201, move |tx| {
            Box::pin(async move {
                let limit = MAX_OF_COMPLAINT as u64;
                let edition = ComplaintEdition::Upload;
                let known = tx.tenant(organisation).complaint_files(complaint, 0, edition, None, limit).await?;
                if known.len() >= MAX_OF_COMPLAINT {
                    let detail = format!("A complaint has at most {MAX_OF_COMPLAINT} uploaded files.");
                    return Err(Problem::with_detail(Code::LimitReached, detail).into());
                }
                let stored = UploadedFile {
                    id,
                    media_type: file.media_type.clone(),
                    size: file.size,
                    sha256: crate::casefile::to_hex(&sha256),
                };
                tx.add_complaint_files(organisation, vec![(file, parts)]).await?;
                tx.note(inner.note(&frame, organisation, AuditAction::Create, id)).await?;
                Ok(stored)
            })
        })
        .await
}
