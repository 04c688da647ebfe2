//! Taking an upload in, a part at a time: each part is sealed and durable before the next is taken from the caller.
//!
//! An upload that breaks off leaves parts that the next one drops; whoever uploads last wins. What is complete is not taken
//! again: sending the very same content is answered as the first time, other content is refused.

use aws_lc_rs::digest::{Context as Digest, SHA256};
use entity::id::{BatchId, OrganisationId};
use uuid::Uuid;

use crate::crypto::OrganisationKeys;
use crate::crypto::keyring::{Binding, place};
use crate::domain::audit::AuditAction;
use crate::domain::batch::{BatchState, BatchStep};
use crate::domain::code::Code;
use crate::domain::event::EventKind;
use crate::domain::problem::Problem;
use crate::service::{Call, Context, Failure, Outcome};
use crate::store::{Batch, StoreError, UploadPart};

use super::note::event;

/// Bytes of a part before it is sealed.
pub(super) const PART_BYTES: usize = 1 << 20;
/// Parts deleted in one transaction.
pub(super) const PARTS_PER_DELETE: u64 = 64;

/// A running upload.
pub struct Upload {
    context: Context,
    call: Call,
    batch: Batch,
    /// Fence; none when the batch is complete and the content is only compared.
    id: Option<Uuid>,
    keys: std::sync::Arc<OrganisationKeys>,
    digest: Digest,
    gathered: Vec<u8>,
    next_part: i32,
    bytes: u64,
}

/// Where a part of an upload stands.
pub(super) fn part_binding(organisation: OrganisationId, batch: BatchId, part_no: i32) -> Binding {
    place::UPLOAD_PART.of(organisation.0, place::part_row(batch.0, part_no))
}

/// Begins an upload into a batch, dropping what an earlier one left.
///
/// # Errors
/// `not_found`; `body_too_large` when the announced length is; `batch_wrong_state` when the batch takes no upload.
pub async fn begin_upload(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: BatchId,
    announced: Option<u64>,
) -> Outcome<Upload> {
    let batch = context.db.tenant(organisation).batch(id).await?.ok_or(Code::NotFound)?;
    if announced.is_some_and(|bytes| bytes > context.settings.max_upload_bytes) {
        return Err(too_large(context));
    }
    let keys = context.keys.of_organisation(&context.db, organisation).await?;
    let mut upload = Upload {
        context: context.clone(),
        call,
        batch,
        id: None,
        keys,
        digest: Digest::new(&SHA256),
        gathered: Vec::with_capacity(PART_BYTES),
        next_part: 0,
        bytes: 0,
    };
    if upload.batch.state == BatchState::Receiving {
        upload.take_over().await?;
    } else if upload.batch.content_sha256.is_none() {
        return Err(Code::BatchWrongState.into());
    }
    Ok(upload)
}

fn too_large(context: &Context) -> Failure {
    let most = context.settings.max_upload_bytes;
    Problem::with_detail(Code::BodyTooLarge, format!("An upload has at most {most} bytes; nothing was kept.")).into()
}

impl Upload {
    async fn take_over(&mut self) -> Outcome<()> {
        let id: Uuid = self.context.ids.next();
        let mut batch = self.batch.clone();
        batch.lease_id = Some(id);
        batch.content_bytes = 0;
        batch.version += 1;
        batch.updated_at = self.context.clock.now();
        self.batch = batch.clone();
        self.context
            .db
            .write(move |tx| Box::pin(async move { Ok::<_, Failure>(tx.update_batch(&batch).await?) }))
            .await?;
        self.id = Some(id);
        self.drop_parts().await
    }

    /// Takes the next bytes. Returns once every full part is durable.
    ///
    /// # Errors
    /// `body_too_large`, after which nothing of the upload is left; `upload_superseded`.
    pub async fn push(&mut self, mut piece: &[u8]) -> Outcome<()> {
        self.bytes += piece.len() as u64;
        if self.bytes > self.context.settings.max_upload_bytes {
            if self.id.is_some() {
                self.drop_parts().await?;
            }
            return Err(too_large(&self.context));
        }
        self.digest.update(piece);
        if self.id.is_none() {
            return Ok(());
        }
        while !piece.is_empty() {
            let (now, later) = piece.split_at(piece.len().min(PART_BYTES - self.gathered.len()));
            self.gathered.extend_from_slice(now);
            piece = later;
            if self.gathered.len() == PART_BYTES {
                self.store_part().await?;
            }
        }
        Ok(())
    }

    async fn store_part(&mut self) -> Outcome<()> {
        let Some(upload) = self.id else { return Ok(()) };
        let (organisation, batch) = (self.batch.organisation, self.batch.id);
        // Again for each part: an upload can last longer than a version of the key seals.
        self.context.keys.look_when_due(&self.context.db).await?;
        let binding = part_binding(organisation, batch, self.next_part);
        let part = UploadPart { part_no: self.next_part, sealed: self.keys.seal(&binding, &self.gathered)? };
        zeroize::Zeroize::zeroize(&mut self.gathered);
        self.next_part += 1;
        let (bytes, at) = (self.bytes, self.context.clock.now());
        let stored = self
            .context
            .db
            .write(move |tx| {
                Box::pin(async move { tx.add_upload_part(organisation, batch, upload, part, bytes, at).await })
            })
            .await;
        superseded(stored)
    }

    async fn drop_parts(&self) -> Outcome<()> {
        let (organisation, batch) = (self.batch.organisation, self.batch.id);
        loop {
            let deleted = self
                .context
                .db
                .write(move |tx| Box::pin(tx.delete_upload_parts(organisation, batch, None, PARTS_PER_DELETE)))
                .await?;
            if deleted < PARTS_PER_DELETE {
                return Ok(());
            }
        }
    }

    /// Ends the upload: from here on the content is durable and acknowledged, and a worker takes it.
    ///
    /// # Errors
    /// `upload_superseded`; `batch_wrong_state` when the batch was complete with other content.
    pub async fn finish(mut self) -> Outcome<Batch> {
        let digest: [u8; 32] =
            self.digest.clone().finish().as_ref().try_into().map_err(|_| Failure::Defect("SHA-256 has 32 bytes"))?;
        let Some(upload) = self.id else {
            return if self.batch.content_sha256 == Some(digest) {
                Ok(self.batch)
            } else {
                Err(Problem::with_detail(Code::BatchWrongState, "The batch is complete, with other content.").into())
            };
        };
        if !self.gathered.is_empty() {
            self.store_part().await?;
        }
        let (context, call, bytes) = (self.context.clone(), self.call.clone(), self.bytes);
        let (organisation, id) = (self.batch.organisation, self.batch.id);
        self.context
            .db
            .write(move |tx| {
                Box::pin(async move {
                    let mut batch = tx.hold_batch(organisation, id).await?.ok_or(Code::NotFound)?;
                    if batch.lease_id != Some(upload) {
                        return Err(Failure::from(Code::UploadSuperseded));
                    }
                    batch.state = batch.state.after(BatchStep::UploadCompleted).map_err(|refused| refused.code())?;
                    batch.content_sha256 = Some(digest);
                    batch.content_bytes = bytes;
                    batch.lease_id = None;
                    batch.lease_until = None;
                    batch.version += 1;
                    batch.updated_at = context.clock.now();
                    tx.update_batch(&batch).await?;
                    let author = call.actor.name();
                    tx.emit(organisation, vec![event(&context, &batch, EventKind::BatchUploaded, &author)]).await?;
                    tx.note(context.note(&call, organisation, AuditAction::Change, batch.id)).await?;
                    Ok(batch)
                })
            })
            .await
    }
}

fn superseded(stored: Result<(), StoreError>) -> Outcome<()> {
    match stored {
        Err(StoreError::LeaseLost) => Err(Code::UploadSuperseded.into()),
        stored => Ok(stored?),
    }
}
