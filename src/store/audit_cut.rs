//! Cutting off the first entries of an audit log whose time is over. Their leaves, the nodes above them and what was signed stay.

use entity::id::{AuditEntryId, OrganisationId};
use entity::time::Instant;
use entity::{audit_checkpoint, audit_entry, audit_log};
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::error::{StoreError, StoreResult};
use super::tenant::{Tenant, TenantTable};
use super::tx::Tx;
use crate::ledger::check::Log;

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// Sizes of the checkpoints of more than a size that were signed before an instant, in their order.
    pub async fn audit_sizes_signed_before(&self, after: u64, before: Timestamp, limit: u64) -> StoreResult<Vec<u64>> {
        let sizes: Vec<i64> = self
            .select::<audit_checkpoint::Entity>()
            .select_only()
            .column(audit_checkpoint::Column::Size)
            .filter(audit_checkpoint::Column::Size.gt(i64::try_from(after).unwrap_or(i64::MAX)))
            .filter(audit_checkpoint::Column::SignedAt.lt(Instant(before)))
            .order_by_asc(audit_checkpoint::Column::Size)
            .limit(limit)
            .into_tuple()
            .all(self.conn())
            .await?;
        Ok(sizes.into_iter().filter_map(|size| u64::try_from(size).ok()).collect())
    }

    /// The first entries that are still there, in the order of the log: numbers of their transactions and their ids.
    pub async fn first_audit_entries(&self, limit: u64) -> StoreResult<Vec<(i64, AuditEntryId)>> {
        let query = self.select::<audit_entry::Entity>().select_only();
        let query = query.column(audit_entry::Column::TxNo).column(audit_entry::Column::Id);
        let query = query.order_by_asc(audit_entry::Column::TxNo).order_by_asc(audit_entry::Column::Id);
        Ok(query.limit(limit).into_tuple().all(self.conn()).await?)
    }
}

impl Tx {
    /// Deletes the entries of a log up to one, and notes that so many of the first ones are gone.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when another has cut it meanwhile.
    pub async fn cut_audit_log(
        &self,
        organisation: OrganisationId,
        from: &Log,
        cut: u64,
        last: (i64, AuditEntryId),
    ) -> StoreResult<()> {
        let number = |size: u64| i64::try_from(size).unwrap_or(i64::MAX);
        let noted = audit_log::Entity::update_many()
            .col_expr(audit_log::Column::Cut, Expr::value(number(cut)))
            .filter(audit_log::Entity::ORGANISATION.eq(organisation))
            .filter(audit_log::Column::Cut.eq(number(from.cut)))
            .exec(self)
            .await?;
        if noted.rows_affected != 1 {
            return Err(StoreError::Stale);
        }
        let (tx_no, id) = last;
        let same = Condition::all().add(audit_entry::Column::TxNo.eq(tx_no)).add(audit_entry::Column::Id.lte(id));
        audit_entry::Entity::delete_many()
            .filter(audit_entry::Entity::ORGANISATION.eq(organisation))
            .filter(Condition::any().add(audit_entry::Column::TxNo.lt(tx_no)).add(same))
            .exec(self)
            .await?;
        Ok(())
    }
}
