//! A file that comes to a complaint: proof of lodging, a letter of the authority. Sealed under the organisation's key.

use aws_lc_rs::digest;
use entity::id::{ComplaintFileId, ComplaintId, OrganisationId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::keep::{PART, Seal};
use crate::crypto::{OrganisationKeys, Personal};
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::service::answers::media;
use crate::service::call::{Call, Idempotency};
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::service::once::Answer;
use crate::store::{ComplaintEdition, ComplaintFile};

/// Most files that are uploaded to one complaint.
const MAX_OF_COMPLAINT: usize = 500;

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
    head: Vec<u8>,
    open: Vec<u8>,
    sealed: Vec<Vec<u8>>,
    size: u64,
    limit: u64,
    digest: digest::Context,
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
            head: Vec::new(),
            open: Vec::new(),
            sealed: Vec::new(),
            size: 0,
            limit: context.settings.max_attachment_bytes,
            digest: digest::Context::new(&digest::SHA256),
        })
    }

    /// Takes some bytes.
    ///
    /// # Errors
    /// `body_too_large`.
    pub fn push(&mut self, bytes: &[u8]) -> Outcome<()> {
        self.size += bytes.len() as u64;
        if self.size > self.limit {
            let detail = format!("At most {} bytes are accepted here.", self.limit);
            return Err(Problem::with_detail(Code::BodyTooLarge, detail).into());
        }
        self.digest.update(bytes);
        let wanted = media::HEAD.saturating_sub(self.head.len()).min(bytes.len());
        self.head.extend_from_slice(&bytes[..wanted]);
        self.open.extend_from_slice(bytes);
        while self.open.len() >= PART {
            let rest = self.open.split_off(PART);
            self.seal()?;
            self.open = rest;
        }
        Ok(())
    }

    fn seal(&mut self) -> Outcome<()> {
        let number = i32::try_from(self.sealed.len()).map_err(|_| Code::BodyTooLarge)?;
        let part = Personal::new(std::mem::take(&mut self.open));
        let seal = Seal::Organisation(&self.keys);
        self.sealed.push(seal.seal(self.organisation, self.id, number, part.expose())?);
        Ok(())
    }
}

/// Keeps a file whose bytes have all come.
///
/// # Errors
/// `file_type_refused`; `too_many_messages` when the complaint has too many files.
pub async fn store_upload(
    context: &Context,
    mut call: Call,
    mut upload: FileUpload,
    declared: &str,
) -> Outcome<Answer> {
    let media_type = media::detect(&upload.head, declared).ok_or(Code::FileTypeRefused)?;
    if !upload.open.is_empty() {
        upload.seal()?;
    }
    let digest = upload.digest.clone().finish();
    let sha256: [u8; 32] = digest.as_ref().try_into().expect("SHA-256 has 32 bytes");
    call.idempotency = call.idempotency.map(|known| Idempotency { body: sha256, ..known });
    let (inner, frame) = (context.clone(), call.clone());
    let FileUpload { organisation, complaint, id, sealed, size, .. } = upload;
    let file = ComplaintFile {
        id,
        complaint,
        build_no: 0,
        edition: ComplaintEdition::Upload,
        name: id.to_string(),
        person: None,
        data_subject: None,
        media_type: media_type.to_owned(),
        size: i64::try_from(size).map_err(|_| Code::BodyTooLarge)?,
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
                    return Err(Code::TooManyMessages.into());
                }
                let stored = UploadedFile {
                    id,
                    media_type: file.media_type.clone(),
                    size: file.size,
                    sha256: crate::casefile::to_hex(&sha256),
                };
                tx.add_complaint_files(organisation, vec![(file, sealed)]).await?;
                tx.note(inner.note(&frame, organisation, AuditAction::Create, id)).await?;
                Ok(stored)
            })
        })
        .await
}
