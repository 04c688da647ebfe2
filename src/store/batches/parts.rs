//! Parts of an upload. Each is durable when its write returns; each write is fenced by the upload's own id, so that of two
//! uploads into one batch only the later goes on.

use entity::id::{BatchId, OrganisationId};
use entity::{batch, upload_part};
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::domain::batch::BatchState;
use crate::store::Db;
use crate::store::error::{StoreError, StoreResult};
use crate::store::tenant::Tenant;
use crate::store::tx::Tx;

/// A sealed piece of an upload.
#[derive(Debug, Clone)]
pub struct UploadPart {
    /// From 0; each but the last has the same size before sealing.
    pub part_no: i32,
    /// Sealed under the organisation's key.
    pub sealed: Vec<u8>,
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// One part of an upload.
    pub async fn upload_part(&self, batch: BatchId, part_no: i32) -> StoreResult<Option<Vec<u8>>> {
        let found = self
            .select::<upload_part::Entity>()
            .filter(upload_part::Column::BatchId.eq(batch))
            .filter(upload_part::Column::PartNo.eq(part_no))
            .one(self.conn())
            .await?;
        Ok(found.map(|row| row.sealed))
    }
}

impl Db {
    /// Batches at rest that still have parts and need them no more: all but validated ones, which can still be filed.
    pub async fn batches_with_spent_parts(&self, limit: u64) -> StoreResult<Vec<(OrganisationId, BatchId)>> {
        let spent = [BatchState::Filed, BatchState::Cancelled, BatchState::Failed].map(BatchState::as_str);
        let with_parts = sea_orm::sea_query::Query::select()
            .distinct()
            .column(upload_part::Column::BatchId)
            .from(upload_part::Entity)
            .to_owned();
        let rows: Vec<(OrganisationId, BatchId)> = batch::Entity::find()
            .select_only()
            .columns([batch::Column::OrganisationId, batch::Column::Id])
            .filter(batch::Column::Id.in_subquery(with_parts))
            .filter(batch::Column::State.is_in(spent))
            .limit(limit)
            .into_tuple()
            .all(&self.readers())
            .await?;
        Ok(rows)
    }
}

impl Tx {
    /// Adds a part and tells how long the upload is by now.
    ///
    /// # Errors
    /// [`StoreError::LeaseLost`] when the batch no longer receives, or another upload has taken over.
    pub async fn add_upload_part(
        &self,
        organisation: OrganisationId,
        batch: BatchId,
        upload: Uuid,
        part: UploadPart,
        bytes_so_far: u64,
        at: Timestamp,
    ) -> StoreResult<()> {
        let bytes = i64::try_from(bytes_so_far).map_err(|_| StoreError::corrupt("batch", "content_bytes", batch))?;
        let held = batch::Entity::update_many()
            .col_expr(batch::Column::ContentBytes, Expr::value(bytes))
            .col_expr(batch::Column::UpdatedAt, Expr::value(entity::time::Instant(at)))
            .filter(batch::Column::OrganisationId.eq(organisation))
            .filter(batch::Column::Id.eq(batch))
            .filter(batch::Column::State.eq(BatchState::Receiving.as_str()))
            .filter(batch::Column::LeaseId.eq(upload))
            .exec(self)
            .await?;
        if held.rows_affected != 1 {
            return Err(StoreError::LeaseLost);
        }
        let row = upload_part::ActiveModel {
            organisation_id: Set(organisation),
            batch_id: Set(batch),
            part_no: Set(part.part_no),
            sealed: Set(part.sealed),
        };
        upload_part::Entity::insert(row).exec_without_returning(self).await?;
        Ok(())
    }

    /// Deletes at most `limit` parts of a batch, those below a number when one is named. Tells how many.
    pub async fn delete_upload_parts(
        &self,
        organisation: OrganisationId,
        batch: BatchId,
        below: Option<i32>,
        limit: u64,
    ) -> StoreResult<u64> {
        let mut query = self
            .tenant(organisation)
            .select::<upload_part::Entity>()
            .select_only()
            .column(upload_part::Column::PartNo)
            .filter(upload_part::Column::BatchId.eq(batch))
            .order_by_asc(upload_part::Column::PartNo)
            .limit(limit);
        if let Some(below) = below {
            query = query.filter(upload_part::Column::PartNo.lt(below));
        }
        let numbers: Vec<i32> = query.into_tuple().all(self).await?;
        if numbers.is_empty() {
            return Ok(0);
        }
        let result = upload_part::Entity::delete_many()
            .filter(upload_part::Column::OrganisationId.eq(organisation))
            .filter(upload_part::Column::BatchId.eq(batch))
            .filter(upload_part::Column::PartNo.is_in(numbers))
            .exec(self)
            .await?;
        Ok(result.rows_affected)
    }
}
