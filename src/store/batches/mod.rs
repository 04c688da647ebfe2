//! Batches: the row of an upload, its sealed parts, its processing under a lease, and what became of each line.

mod lines;
mod parts;
mod undo;
mod work;

use entity::batch;
use entity::id::{BatchId, CampaignId, ClientId, OrganisationId};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::domain::batch::{BatchMode, BatchState, Counts, UploadFormat};
use crate::domain::code::Code;

use super::error::{StoreError, StoreResult};
use super::tenant::Tenant;
use super::tx::Tx;

pub use lines::BatchLine;
pub use parts::UploadPart;
pub use undo::{UndoneDelivery, UnsentRequest, WithdrawnColumns};
pub use work::{ChunkMark, Lease};

/// A batch.
#[derive(Debug, Clone)]
pub struct Batch {
    /// Whose it is.
    pub organisation: OrganisationId,
    /// Its id.
    pub id: BatchId,
    /// The campaign it files into.
    pub campaign: CampaignId,
    /// Validate or file.
    pub mode: BatchMode,
    /// How far it got.
    pub state: BatchState,
    /// How the upload is written.
    pub format: UploadFormat,
    /// JSON of `service::batches::Settings`.
    pub settings: String,
    /// The words that its mandates have in common, sealed. Written once, with the batch.
    pub words: Option<Vec<u8>>,
    /// SHA-256 of the upload, once it is complete.
    pub content_sha256: Option<[u8; 32]>,
    /// Bytes of the upload, as far as they are durable.
    pub content_bytes: u64,
    /// JSON of `service::batches::Progress`: where the next chunk starts.
    pub checkpoint: Option<String>,
    /// Figures.
    pub counts: Counts,
    /// Why the upload as a whole was refused.
    pub failure: Option<Code>,
    /// Until then nothing is sent.
    pub undo_until: Option<Timestamp>,
    /// Fence of the upload or the worker that has it.
    pub lease_id: Option<Uuid>,
    /// When another worker may take it, by the machine's clock.
    pub lease_until: Option<Timestamp>,
    /// Who made it.
    pub created_by: ClientId,
    /// Grows with every change of its state.
    pub version: i32,
    /// When it was made.
    pub created_at: Timestamp,
    /// Last change.
    pub updated_at: Timestamp,
    /// When it came to rest.
    pub completed_at: Option<Timestamp>,
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// A batch by its id.
    pub async fn batch(&self, id: BatchId) -> StoreResult<Option<Batch>> {
        let found = self.select::<batch::Entity>().filter(batch::Column::Id.eq(id)).one(self.conn()).await?;
        found.map(read).transpose()
    }

    /// Batches in the order of their ids, of one campaign or state when named.
    pub async fn batches(
        &self,
        campaign: Option<CampaignId>,
        state: Option<BatchState>,
        after: Option<BatchId>,
        limit: u64,
    ) -> StoreResult<Vec<Batch>> {
        let mut query = self.select::<batch::Entity>().order_by_asc(batch::Column::Id).limit(limit);
        if let Some(campaign) = campaign {
            query = query.filter(batch::Column::CampaignId.eq(campaign));
        }
        if let Some(state) = state {
            query = query.filter(batch::Column::State.eq(state.as_str()));
        }
        if let Some(after) = after {
            query = query.filter(batch::Column::Id.gt(after));
        }
        query.all(self.conn()).await?.into_iter().map(read).collect()
    }
}

impl Tx {
    /// A batch by its id, held until the end of this transaction: no part of an upload comes in meanwhile, a chunk that is
    /// being written is waited for, and what comes after finds the batch as this transaction leaves it.
    pub async fn hold_batch(&self, organisation: OrganisationId, id: BatchId) -> StoreResult<Option<Batch>> {
        let tenant = self.tenant(organisation);
        let query = tenant.select::<batch::Entity>().filter(batch::Column::Id.eq(id));
        query.lock_exclusive().one(self).await?.map(read).transpose()
    }

    /// Adds a batch.
    pub async fn add_batch(&self, new: &Batch) -> StoreResult<()> {
        batch::Entity::insert(active(new)?).exec_without_returning(self).await?;
        Ok(())
    }

    /// Writes a batch over the version that was read; its own `version` is the new one.
    ///
    /// Whoever holds a lease on it loses it when `lease_id` changes.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when another version stands there.
    pub async fn update_batch(&self, changed: &Batch) -> StoreResult<()> {
        let result = batch::Entity::update_many()
            // Its words stay as they are, under whatever key they are by now.
            .set(batch::ActiveModel { words: NotSet, ..active(changed)? })
            .filter(batch::Column::OrganisationId.eq(changed.organisation))
            .filter(batch::Column::Id.eq(changed.id))
            .filter(Expr::col(batch::Column::Version).eq(changed.version - 1))
            .exec(self)
            .await?;
        if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }
}

fn active(batch: &Batch) -> StoreResult<batch::ActiveModel> {
    let corrupt = |column| StoreError::corrupt("batch", column, batch.id);
    Ok(batch::ActiveModel {
        organisation_id: Set(batch.organisation),
        id: Set(batch.id),
        campaign_id: Set(batch.campaign),
        mode: Set(batch.mode.as_str().to_owned()),
        state: Set(batch.state.as_str().to_owned()),
        format: Set(batch.format.as_str().to_owned()),
        settings: Set(batch.settings.clone()),
        words: Set(batch.words.clone()),
        content_sha256: Set(batch.content_sha256.map(|digest| digest.to_vec())),
        content_bytes: Set(i64::try_from(batch.content_bytes).map_err(|_| corrupt("content_bytes"))?),
        checkpoint: Set(batch.checkpoint.clone()),
        counts: Set(serde_json::to_string(&batch.counts).map_err(|_| corrupt("counts"))?),
        failure_code: Set(batch.failure.map(|code| code.as_str().to_owned())),
        undo_until: Set(batch.undo_until.map(Into::into)),
        lease_id: Set(batch.lease_id),
        lease_until: Set(batch.lease_until.map(Into::into)),
        created_by: Set(batch.created_by),
        version: Set(batch.version),
        created_at: Set(batch.created_at.into()),
        updated_at: Set(batch.updated_at.into()),
        completed_at: Set(batch.completed_at.map(Into::into)),
    })
}

fn read(row: batch::Model) -> StoreResult<Batch> {
    let corrupt = |column| StoreError::corrupt("batch", column, row.id);
    let digest = row.content_sha256.map(<[u8; 32]>::try_from).transpose().map_err(|_| corrupt("content_sha256"))?;
    Ok(Batch {
        organisation: row.organisation_id,
        id: row.id,
        campaign: row.campaign_id,
        mode: row.mode.parse().map_err(|_| corrupt("mode"))?,
        state: row.state.parse().map_err(|_| corrupt("state"))?,
        format: row.format.parse().map_err(|_| corrupt("format"))?,
        settings: row.settings,
        words: row.words,
        content_sha256: digest,
        content_bytes: u64::try_from(row.content_bytes).map_err(|_| corrupt("content_bytes"))?,
        checkpoint: row.checkpoint,
        counts: serde_json::from_str(&row.counts).map_err(|_| corrupt("counts"))?,
        failure: row.failure_code.map(|word| word.parse()).transpose().map_err(|_| corrupt("failure_code"))?,
        undo_until: row.undo_until.map(|at| at.0),
        lease_id: row.lease_id,
        lease_until: row.lease_until.map(|at| at.0),
        created_by: row.created_by,
        version: row.version,
        created_at: row.created_at.0,
        updated_at: row.updated_at.0,
        completed_at: row.completed_at.map(|at| at.0),
    })
}
