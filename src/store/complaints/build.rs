//! Making the files of a complaint under a lease: what is made of some people, and how far that is, are one transaction.
//!
//! Leases run by the machine's clock, never by the product's, which the demo moves.

use entity::complaint::{Column, Entity};
use entity::id::{ComplaintId, OrganisationId};
use entity::time::Instant;
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::domain::complaint::FileState;
use crate::store::db::Db;
use crate::store::error::{StoreError, StoreResult};
use crate::store::reach::Reach;
use crate::store::tx::Tx;

/// The right to make the files of a complaint until an instant of the machine's clock.
#[derive(Debug, Clone, Copy)]
pub struct BuildLease {
    /// The tenant.
    pub organisation: OrganisationId,
    /// The complaint.
    pub complaint: ComplaintId,
    /// Fence: whoever claims next has another one.
    pub id: Uuid,
}

fn free_at(machine: Timestamp) -> Condition {
    Condition::any().add(Column::LeaseUntil.is_null()).add(Column::LeaseUntil.lte(Instant(machine)))
}

impl Db {
    /// Complaints within reach whose files wait for a worker, those that waited longest first.
    pub async fn complaints_to_build(
        &self,
        reach: Reach,
        machine: Timestamp,
        limit: u64,
    ) -> StoreResult<Vec<(OrganisationId, ComplaintId)>> {
        let query = Entity::find()
            .select_only()
            .columns([Column::OrganisationId, Column::Id])
            // Written out so that the partial index is found.
            .filter(Expr::cust("file_state IN ('queued', 'building')"))
            .filter(free_at(machine))
            .filter(reach.of(Column::OrganisationId))
            .order_by_asc(Column::LeaseUntil)
            .order_by_asc(Column::Id)
            .limit(limit);
        Ok(query.into_tuple().all(&self.readers()).await?)
    }
}

impl Tx {
    /// Takes a complaint whose files wait. Tells whether it was still free.
    pub async fn lease_build(&self, lease: &BuildLease, machine: Timestamp, until: Timestamp) -> StoreResult<bool> {
        let result = Entity::update_many()
            .col_expr(Column::LeaseId, Expr::value(lease.id))
            .col_expr(Column::LeaseUntil, Expr::value(Instant(until)))
            .col_expr(Column::FileState, Expr::value(FileState::Building.as_str()))
            .filter(Column::OrganisationId.eq(lease.organisation))
            .filter(Column::Id.eq(lease.complaint))
            .filter(Expr::cust("file_state IN ('queued', 'building')"))
            .filter(free_at(machine))
            .exec(self)
            .await?;
        Ok(result.rows_affected == 1)
    }

    /// Records up to which person the files of this making are there, and renews the lease; the complaint is held until the end of
    /// this transaction. Call it before the files are written.
    ///
    /// # Errors
    /// [`StoreError::LeaseLost`] when another worker has it, or the complaint has changed; nothing may be written then.
    pub async fn mark_built(
        &self,
        lease: &BuildLease,
        build_no: i32,
        person: i32,
        until: Timestamp,
    ) -> StoreResult<()> {
        let result = Entity::update_many()
            .col_expr(Column::BuiltTo, Expr::value(person))
            .col_expr(Column::LeaseUntil, Expr::value(Instant(until)))
            .filter(Column::OrganisationId.eq(lease.organisation))
            .filter(Column::Id.eq(lease.complaint))
            .filter(Column::LeaseId.eq(lease.id))
            .filter(Column::BuildNo.eq(build_no))
            .filter(Column::FileState.eq(FileState::Building.as_str()))
            .exec(self)
            .await?;
        if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::LeaseLost) }
    }

    /// Ends a making: its files are complete, or it could not be done. The lease is given back.
    ///
    /// # Errors
    /// As [`Tx::mark_built`].
    pub async fn end_build(
        &self,
        lease: &BuildLease,
        build_no: i32,
        state: FileState,
        at: Timestamp,
    ) -> StoreResult<()> {
        let result = Entity::update_many()
            .col_expr(Column::FileState, Expr::value(state.as_str()))
            .col_expr(Column::BuiltAt, Expr::value((state == FileState::Ready).then_some(Instant(at))))
            .col_expr(Column::LeaseId, Expr::value(None::<Uuid>))
            .col_expr(Column::LeaseUntil, Expr::value(None::<Instant>))
            .col_expr(Column::UpdatedAt, Expr::value(Instant(at)))
            .col_expr(Column::Version, Expr::col(Column::Version).add(1))
            .filter(Column::OrganisationId.eq(lease.organisation))
            .filter(Column::Id.eq(lease.complaint))
            .filter(Column::LeaseId.eq(lease.id))
            .filter(Column::BuildNo.eq(build_no))
            .filter(Column::FileState.eq(FileState::Building.as_str()))
            .exec(self)
            .await?;
        if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::LeaseLost) }
    }

    /// Gives a lease back, so that any worker may go on.
    pub async fn return_build(&self, lease: &BuildLease, machine: Timestamp) -> StoreResult<()> {
        Entity::update_many()
            .col_expr(Column::LeaseUntil, Expr::value(Instant(machine)))
            .filter(Column::OrganisationId.eq(lease.organisation))
            .filter(Column::Id.eq(lease.complaint))
            .filter(Column::LeaseId.eq(lease.id))
            .exec(self)
            .await?;
        Ok(())
    }
}
