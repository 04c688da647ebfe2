//! Processing under a lease: a chunk's effects, its checkpoint and the renewed lease are one transaction.
//!
//! Leases run by the machine's clock, never by the product's, which the demo moves.

use entity::batch;
use entity::id::{BatchId, OrganisationId};
use entity::time::Instant;
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::domain::batch::{BatchState, Counts};
use crate::store::Db;
use crate::store::error::{StoreError, StoreResult};
use crate::store::organisations::is_active;
use crate::store::reach::Reach;
use crate::store::tx::Tx;

/// The right to work on a batch until an instant of the machine's clock.
#[derive(Debug, Clone, Copy)]
pub struct Lease {
    /// The tenant.
    pub organisation: OrganisationId,
    /// The batch.
    pub batch: BatchId,
    /// Fence: whoever claims next has another one.
    pub id: Uuid,
}

/// What a chunk leaves behind on the row of its batch.
#[derive(Debug, Clone)]
pub struct ChunkMark {
    /// Where the next chunk starts.
    pub checkpoint: String,
    /// Figures so far.
    pub counts: Counts,
    /// When the lease ends now, by the machine's clock.
    pub lease_until: Timestamp,
    /// The product's time.
    pub at: Timestamp,
}

fn in_work() -> Condition {
    let words = BatchState::ALL.iter().filter(|state| state.is_work()).map(|state| state.as_str());
    Condition::all().add(batch::Column::State.is_in(words))
}

fn free_at(machine: Timestamp) -> Condition {
    Condition::any().add(batch::Column::LeaseUntil.is_null()).add(batch::Column::LeaseUntil.lte(Instant(machine)))
}

fn held(lease: &Lease) -> Condition {
    Condition::all()
        .add(batch::Column::OrganisationId.eq(lease.organisation))
        .add(batch::Column::Id.eq(lease.batch))
        .add(batch::Column::LeaseId.eq(lease.id))
}

impl Db {
    /// Batches within reach that wait for a worker, those that waited longest first. Those of an organisation that is not active
    /// wait on, but what was cancelled is taken back.
    pub async fn waiting_batches(
        &self,
        reach: Reach,
        machine: Timestamp,
        limit: u64,
    ) -> StoreResult<Vec<(OrganisationId, BatchId)>> {
        let rows: Vec<(OrganisationId, BatchId)> = batch::Entity::find()
            .select_only()
            .columns([batch::Column::OrganisationId, batch::Column::Id])
            .filter(in_work())
            .filter(free_at(machine))
            .filter(
                Condition::any()
                    .add(batch::Column::State.eq(BatchState::Cancelling.as_str()))
                    .add(Expr::cust(is_active("batch.organisation_id"))),
            )
            .filter(reach.of(batch::Column::OrganisationId))
            .order_by_asc(batch::Column::LeaseUntil)
            .order_by_asc(batch::Column::Id)
            .limit(limit)
            .into_tuple()
            .all(&self.readers())
            .await?;
        Ok(rows)
    }
}

impl Db {
    /// Batches whose upload was not gone on with since one instant, and validated ones that nobody moved since another, within
    /// reach, the longest unused first.
    pub async fn disused_batches(
        &self,
        reach: Reach,
        receiving_since: Timestamp,
        validated_since: Timestamp,
        limit: u64,
    ) -> StoreResult<Vec<(OrganisationId, BatchId)>> {
        let still = |state: BatchState, since: Timestamp| {
            let old = batch::Column::UpdatedAt.lt(Instant(since));
            Condition::all().add(batch::Column::State.eq(state.as_str())).add(old)
        };
        let rows: Vec<(OrganisationId, BatchId)> = batch::Entity::find()
            .select_only()
            .columns([batch::Column::OrganisationId, batch::Column::Id])
            // Written out so that the partial index is found.
            .filter(Expr::cust("state IN ('receiving', 'validated')"))
            .filter(batch::Column::UpdatedAt.lt(Instant(receiving_since.max(validated_since))))
            .filter(reach.of(batch::Column::OrganisationId))
            .filter(
                Condition::any()
                    .add(still(BatchState::Receiving, receiving_since))
                    .add(still(BatchState::Validated, validated_since)),
            )
            .order_by_asc(batch::Column::UpdatedAt)
            .limit(limit)
            .into_tuple()
            .all(&self.readers())
            .await?;
        Ok(rows)
    }
}

impl Tx {
    /// Takes a batch that waits. Tells whether it was still free.
    pub async fn lease_batch(&self, lease: &Lease, machine: Timestamp, until: Timestamp) -> StoreResult<bool> {
        let result = batch::Entity::update_many()
            .col_expr(batch::Column::LeaseId, Expr::value(lease.id))
            .col_expr(batch::Column::LeaseUntil, Expr::value(Instant(until)))
            .filter(batch::Column::OrganisationId.eq(lease.organisation))
            .filter(batch::Column::Id.eq(lease.batch))
            .filter(in_work())
            .filter(free_at(machine))
            .exec(self)
            .await?;
        Ok(result.rows_affected == 1)
    }

    /// Records a finished chunk and renews the lease. On PostgreSQL this locks the row, so that no other worker can slip
    /// between the check and the effects: call it first.
    ///
    /// # Errors
    /// [`StoreError::LeaseLost`] when another worker has the batch, or its owner cancels it; nothing may be written then.
    pub async fn mark_chunk(&self, lease: &Lease, mark: &ChunkMark) -> StoreResult<()> {
        let counts =
            serde_json::to_string(&mark.counts).map_err(|_| StoreError::corrupt("batch", "counts", lease.batch))?;
        let result = batch::Entity::update_many()
            .col_expr(batch::Column::Checkpoint, Expr::value(mark.checkpoint.clone()))
            .col_expr(batch::Column::Counts, Expr::value(counts))
            .col_expr(batch::Column::LeaseUntil, Expr::value(Instant(mark.lease_until)))
            .col_expr(batch::Column::UpdatedAt, Expr::value(Instant(mark.at)))
            .filter(held(lease))
            .filter(batch::Column::State.eq(BatchState::Processing.as_str()))
            .exec(self)
            .await?;
        if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::LeaseLost) }
    }

    /// Renews a lease, or gives it back by a time that has come.
    ///
    /// # Errors
    /// [`StoreError::LeaseLost`].
    pub async fn renew_batch_lease(&self, lease: &Lease, until: Timestamp) -> StoreResult<()> {
        let result = batch::Entity::update_many()
            .col_expr(batch::Column::LeaseUntil, Expr::value(Instant(until)))
            .filter(held(lease))
            .exec(self)
            .await?;
        if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::LeaseLost) }
    }
}
