//! Infringement points of requests.

use entity::finding::{Column, Entity, Model};
use entity::id::{FindingId, OrganisationId, RequestId};
use jiff::Timestamp;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::bulk::{BulkRow, BulkTable, Cell};
use super::error::{StoreError, StoreResult};
use super::tenant::Tenant;
use super::tx::Tx;
use crate::domain::finding::Finding;

/// A stored finding.
#[derive(Debug, Clone)]
pub struct StoredFinding {
    /// Its id.
    pub id: FindingId,
    /// The request.
    pub request_id: RequestId,
    /// What was found.
    pub finding: Finding,
    /// When it was recorded.
    pub created_at: Timestamp,
}

const TABLE: BulkTable = BulkTable {
    name: "finding",
    columns: &["organisation_id", "id", "request_id", "code", "severity", "found_on", "facts", "created_at"],
};

/// Most findings of one request that are shown.
const SHOWN: u64 = 200;

impl Tx {
    /// Writes findings, each of its organisation.
    pub async fn add_findings(&self, found: &[(OrganisationId, StoredFinding)]) -> StoreResult<()> {
        let rows: StoreResult<Vec<BulkRow>> = found.iter().map(|(owner, finding)| row(*owner, finding)).collect();
        self.load(&TABLE, rows?).await
    }

    /// Removes findings that better facts have shown not to hold. The event that says so stays.
    pub async fn retract_findings(
        &self,
        organisation: OrganisationId,
        request: RequestId,
        retracted: &[Finding],
    ) -> StoreResult<()> {
        for finding in retracted {
            Entity::delete_many()
                .filter(Column::OrganisationId.eq(organisation))
                .filter(Column::RequestId.eq(request))
                .filter(Column::Code.eq(finding.code.as_str()))
                .filter(Column::FoundOn.eq(entity::time::Day(finding.on)))
                .exec(self)
                .await?;
        }
        Ok(())
    }
}

fn row(organisation: OrganisationId, stored: &StoredFinding) -> StoreResult<BulkRow> {
    let facts =
        serde_json::to_string(&stored.finding.facts).map_err(|_| StoreError::corrupt("finding", "facts", stored.id))?;
    Ok(vec![
        Cell::Id(organisation.0),
        Cell::Id(stored.id.0),
        Cell::Id(stored.request_id.0),
        Cell::Word(stored.finding.code.as_str()),
        Cell::Int(i32::from(stored.finding.code.severity())),
        Cell::Day(stored.finding.on),
        Cell::Text(facts),
        Cell::At(stored.created_at),
    ])
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// The findings of one request, oldest first.
    pub async fn findings_of_request(&self, request: RequestId) -> StoreResult<Vec<StoredFinding>> {
        let rows = self
            .select::<Entity>()
            .filter(Column::RequestId.eq(request))
            .order_by_asc(Column::Id)
            .limit(SHOWN)
            .all(self.conn())
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// The findings of these requests, in no order. For the length of a page.
    pub async fn findings_of_requests(&self, requests: &[RequestId]) -> StoreResult<Vec<StoredFinding>> {
        let ids = requests.iter().map(|id| id.0).collect();
        let rows: Vec<Model> = self.among(self.select::<Entity>(), Column::RequestId, ids).await?;
        rows.into_iter().map(read).collect()
    }
}

fn read(row: Model) -> StoreResult<StoredFinding> {
    let corrupt = |column| StoreError::corrupt("finding", column, row.id);
    let finding = Finding {
        code: row.code.parse().map_err(|_| corrupt("code"))?,
        on: row.found_on.0,
        facts: serde_json::from_str(&row.facts).map_err(|_| corrupt("facts"))?,
    };
    Ok(StoredFinding { id: row.id, request_id: row.request_id, finding, created_at: row.created_at.0 })
}
