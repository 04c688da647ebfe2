//! What became of each line of a batch. No personal value stands here.

use entity::batch_line;
use entity::id::{BatchId, DataSubjectId, MandateId, OrganisationId, RequestId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::domain::batch::LineOutcome;
use crate::store::error::{StoreError, StoreResult};
use crate::store::tenant::Tenant;
use crate::store::tx::Tx;

/// The outcome of one line.
#[derive(Debug, Clone)]
pub struct BatchLine {
    /// Physical line of the upload, from 1.
    pub line_no: u64,
    /// What became of it.
    pub outcome: LineOutcome,
    /// The person.
    pub data_subject: Option<DataSubjectId>,
    /// The mandate relied on.
    pub mandate: Option<MandateId>,
    /// Requests filed.
    pub requests: Vec<RequestId>,
    /// JSON list of problem codes with field or controller.
    pub problems: Option<String>,
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// Outcomes after a line, in the order of lines.
    pub async fn batch_lines(&self, batch: BatchId, after: u64, limit: u64) -> StoreResult<Vec<BatchLine>> {
        let after = i64::try_from(after).unwrap_or(i64::MAX);
        let rows = self
            .select::<batch_line::Entity>()
            .filter(batch_line::Column::BatchId.eq(batch))
            .filter(batch_line::Column::LineNo.gt(after))
            .order_by_asc(batch_line::Column::LineNo)
            .limit(limit)
            .all(self.conn())
            .await?;
        rows.into_iter().map(read).collect()
    }
}

impl Tx {
    /// Deletes at most `limit` outcomes of a batch, lowest lines first, before it is gone through again. Tells how many.
    pub async fn delete_batch_lines(
        &self,
        organisation: OrganisationId,
        batch: BatchId,
        limit: u64,
    ) -> StoreResult<u64> {
        let last: Option<i64> = self
            .tenant(organisation)
            .select::<batch_line::Entity>()
            .select_only()
            .column(batch_line::Column::LineNo)
            .filter(batch_line::Column::BatchId.eq(batch))
            .order_by_asc(batch_line::Column::LineNo)
            .limit(limit)
            .into_tuple::<i64>()
            .all(self)
            .await?
            .pop();
        let Some(last) = last else { return Ok(0) };
        let result = batch_line::Entity::delete_many()
            .filter(batch_line::Column::OrganisationId.eq(organisation))
            .filter(batch_line::Column::BatchId.eq(batch))
            .filter(batch_line::Column::LineNo.lte(last))
            .exec(self)
            .await?;
        Ok(result.rows_affected)
    }
}

fn read(row: batch_line::Model) -> StoreResult<BatchLine> {
    let corrupt = |column| StoreError::corrupt("batch_line", column, format!("{}:{}", row.batch_id, row.line_no));
    if !row.request_ids.len().is_multiple_of(16) {
        return Err(corrupt("request_ids"));
    }
    let id = |bytes: &[u8]| Uuid::from_slice(bytes).map(RequestId).map_err(|_| corrupt("request_ids"));
    Ok(BatchLine {
        line_no: u64::try_from(row.line_no).map_err(|_| corrupt("line_no"))?,
        outcome: row.outcome.parse().map_err(|_| corrupt("outcome"))?,
        data_subject: row.data_subject_id,
        mandate: row.mandate_id,
        requests: row.request_ids.chunks_exact(16).map(id).collect::<StoreResult<_>>()?,
        problems: row.problems,
    })
}
