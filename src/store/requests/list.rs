//! Lists and figures of requests.

use entity::id::{BatchId, CampaignId, ControllerId, DataSubjectId, RequestId, TaskId};
use entity::request::{Column, Entity};
use entity::time::{Day, Instant};
use jiff::Timestamp;
use jiff::civil::Date;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    Select,
};

use super::record::{Request, read};
use crate::domain::request::{ClockState, Lifecycle, Outcome};
use crate::store::error::{StoreError, StoreResult};
use crate::store::tenant::Tenant;

/// Which requests are meant. Every field that is set narrows.
#[derive(Debug, Clone, Default)]
pub struct RequestFilter {
    /// These lifecycles; all when empty.
    pub lifecycles: Vec<Lifecycle>,
    /// These outcomes; all when empty.
    pub outcomes: Vec<Outcome>,
    /// Of this campaign.
    pub campaign: Option<CampaignId>,
    /// Of this batch.
    pub batch: Option<BatchId>,
    /// To this controller.
    pub controller: Option<ControllerId>,
    /// Of this person.
    pub data_subject: Option<DataSubjectId>,
    /// That this task is about.
    pub task: Option<TaskId>,
    /// Not answered, with a final deadline on or before this day.
    pub due_before: Option<Date>,
    /// Overdue at this instant (true), or not overdue (false).
    pub overdue_at: Option<(Timestamp, bool)>,
    /// Without these.
    pub except: Vec<RequestId>,
}

impl RequestFilter {
    /// Whether nothing narrows, so that everything is meant.
    pub fn is_open(&self) -> bool {
        self.lifecycles.is_empty()
            && self.outcomes.is_empty()
            && self.campaign.is_none()
            && self.batch.is_none()
            && self.controller.is_none()
            && self.data_subject.is_none()
            && self.task.is_none()
            && self.due_before.is_none()
            && self.overdue_at.is_none()
    }
}

/// How many requests stand alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestCount {
    /// To this controller.
    pub controller_id: ControllerId,
    /// With this lifecycle.
    pub lifecycle: Lifecycle,
    /// With this clock.
    pub clock: ClockState,
    /// With this outcome.
    pub outcome: Outcome,
    /// Past a deadline without an answer.
    pub overdue: bool,
    /// So many.
    pub count: u64,
    /// So many extensions were announced about them (E-9).
    pub extensions: u64,
}

fn narrow(mut query: Select<Entity>, filter: &RequestFilter) -> Select<Entity> {
    if !filter.lifecycles.is_empty() {
        query = query.filter(Column::Lifecycle.is_in(filter.lifecycles.iter().map(|word| word.as_str())));
    }
    if !filter.outcomes.is_empty() {
        query = query.filter(Column::Outcome.is_in(filter.outcomes.iter().map(|word| word.as_str())));
    }
    if let Some(id) = filter.campaign {
        query = query.filter(Column::CampaignId.eq(id));
    }
    if let Some(id) = filter.batch {
        query = query.filter(Column::BatchId.eq(id));
    }
    if let Some(id) = filter.controller {
        query = query.filter(Column::ControllerId.eq(id));
    }
    if let Some(id) = filter.data_subject {
        query = query.filter(Column::DataSubjectId.eq(id));
    }
    if let Some(day) = filter.due_before {
        let unanswered = [ClockState::Running.as_str(), ClockState::Extended.as_str()];
        query = query.filter(Column::FinalDeadline.lte(Day(day))).filter(Column::Clock.is_in(unanswered));
    }
    match filter.overdue_at {
        Some((now, true)) => query = query.filter(Column::OverdueFrom.lte(Instant(now))),
        Some((now, false)) => {
            let not_overdue =
                Condition::any().add(Column::OverdueFrom.is_null()).add(Column::OverdueFrom.gt(Instant(now)));
            query = query.filter(not_overdue);
        }
        None => {}
    }
    if !filter.except.is_empty() {
        query = query.filter(Column::Id.is_not_in(filter.except.iter().copied()));
    }
    query
}

#[derive(FromQueryResult)]
struct CountRow {
    controller_id: ControllerId,
    lifecycle: String,
    clock: String,
    outcome: String,
    count: i64,
    extensions: Option<i64>,
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    async fn narrowed(&self, filter: &RequestFilter) -> StoreResult<Select<Entity>> {
        let query = narrow(self.select::<Entity>(), filter);
        Ok(match filter.task {
            Some(task) => query.filter(self.is_of_task(task).await?),
            None => query,
        })
    }

    /// Requests in the order of their ids.
    pub async fn list_requests(
        &self,
        filter: &RequestFilter,
        after: Option<RequestId>,
        limit: u64,
    ) -> StoreResult<Vec<Request>> {
        let mut query = self.narrowed(filter).await?.order_by_asc(Column::Id).limit(limit);
        if let Some(after) = after {
            query = query.filter(Column::Id.gt(after));
        }
        query.all(self.conn()).await?.into_iter().map(read).collect()
    }

    /// How many requests a filter means.
    pub async fn count_requests(&self, filter: &RequestFilter) -> StoreResult<u64> {
        Ok(self.narrowed(filter).await?.count(self.conn()).await?)
    }

    /// Requests counted by controller and state; `now` tells which are overdue.
    pub async fn request_counts(&self, filter: &RequestFilter, now: Timestamp) -> StoreResult<Vec<RequestCount>> {
        let mut counts = Vec::new();
        for overdue in [true, false] {
            let filter = RequestFilter { overdue_at: Some((now, overdue)), ..filter.clone() };
            let rows = self
                .narrowed(&filter)
                .await?
                .select_only()
                .columns([Column::ControllerId, Column::Lifecycle, Column::Clock, Column::Outcome])
                .column_as(Column::Id.count(), "count")
                .column_as(Column::Extensions.sum(), "extensions")
                .group_by(Column::ControllerId)
                .group_by(Column::Lifecycle)
                .group_by(Column::Clock)
                .group_by(Column::Outcome)
                .into_model::<CountRow>()
                .all(self.conn())
                .await?;
            for row in rows {
                let corrupt = |column| StoreError::corrupt("request", column, row.controller_id);
                counts.push(RequestCount {
                    controller_id: row.controller_id,
                    lifecycle: row.lifecycle.parse().map_err(|_| corrupt("lifecycle"))?,
                    clock: row.clock.parse().map_err(|_| corrupt("clock"))?,
                    outcome: row.outcome.parse().map_err(|_| corrupt("outcome"))?,
                    overdue,
                    count: u64::try_from(row.count).unwrap_or(0),
                    extensions: u64::try_from(row.extensions.unwrap_or(0)).unwrap_or(0),
                });
            }
        }
        Ok(counts)
    }
}
