//! Counts of complaints.

use entity::complaint::{Column, Entity};
use sea_orm::{ColumnTrait, ConnectionTrait, FromQueryResult, QuerySelect};

use super::record::{ComplaintFilter, narrow};
use crate::domain::complaint::{ComplaintState, DecisionOutcome};
use crate::store::error::{StoreError, StoreResult};
use crate::store::tenant::Tenant;

/// How many complaints stand alike.
#[derive(Debug, Clone)]
pub struct ComplaintCount {
    /// At which authority.
    pub authority: Option<String>,
    /// In which state.
    pub state: ComplaintState,
    /// Whether the authority is silent.
    pub silent: bool,
    /// What came of them.
    pub outcome: Option<DecisionOutcome>,
    /// How many.
    pub count: u64,
    /// People who take part in them.
    pub people: u64,
}

#[derive(FromQueryResult)]
struct CountRow {
    authority: Option<String>,
    state: String,
    silent: bool,
    outcome: Option<String>,
    count: i64,
    people: Option<i64>,
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// Complaints that the filter means, counted by where they stand.
    pub async fn complaint_counts(&self, filter: &ComplaintFilter) -> StoreResult<Vec<ComplaintCount>> {
        let rows = narrow(self.select::<Entity>(), filter)
            .select_only()
            .columns([Column::Authority, Column::State, Column::Silent, Column::Outcome])
            .column_as(Column::Id.count(), "count")
            .column_as(Column::PeopleCount.sum(), "people")
            .group_by(Column::Authority)
            .group_by(Column::State)
            .group_by(Column::Silent)
            .group_by(Column::Outcome)
            .into_model::<CountRow>()
            .all(self.conn())
            .await?;
        let read = |row: CountRow| {
            let corrupt = |column| StoreError::corrupt("complaint", column, "a count");
            Ok(ComplaintCount {
                state: row.state.parse().map_err(|_| corrupt("state"))?,
                outcome: row.outcome.as_deref().map(str::parse).transpose().map_err(|_| corrupt("outcome"))?,
                authority: row.authority,
                silent: row.silent,
                count: u64::try_from(row.count).unwrap_or(0),
                people: u64::try_from(row.people.unwrap_or(0)).unwrap_or(0),
            })
        };
        rows.into_iter().map(read).collect()
    }
}
