//! Tasks: what only a person can do.

use entity::id::{ClientId, ControllerId, DeliveryId, OrganisationId, RequestId, TaskId};
use entity::task;
use entity::time::Instant;
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::bulk::{BulkRow, BulkTable, Cell};
use super::error::{StoreError, StoreResult};
use super::tenant::Tenant;
use super::tx::Tx;
use crate::domain::task::{TaskKind, TaskState};

/// A task.
#[derive(Debug, Clone)]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// Why a person is needed.
    pub kind: TaskKind,
    /// Whether it still waits.
    pub state: TaskState,
    /// The request it is about.
    pub request: Option<RequestId>,
    /// The message it is about.
    pub delivery: Option<DeliveryId>,
    /// The controller it is about.
    pub controller: Option<ControllerId>,
    /// How many requests wait for it.
    pub requests: i32,
    /// Problem code or failure word.
    pub reason: Option<String>,
    /// When it was opened.
    pub created_at: Timestamp,
    /// When it was settled.
    pub done_at: Option<Timestamp>,
    /// By whom.
    pub done_by: Option<ClientId>,
}

/// Which tasks are meant. Every field that is set narrows.
#[derive(Debug, Clone, Copy, Default)]
pub struct TaskFilter {
    /// In this state.
    pub state: Option<TaskState>,
    /// Of this kind.
    pub kind: Option<TaskKind>,
    /// About this request.
    pub request: Option<RequestId>,
}

/// Where tasks are written.
pub(super) const TASKS: BulkTable = BulkTable {
    name: "task",
    columns: &[
        "organisation_id",
        "id",
        "kind",
        "state",
        "request_id",
        "delivery_id",
        "controller_id",
        "request_count",
        "reason",
        "created_at",
        "done_at",
        "done_by",
    ],
};

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// A task by its id.
    pub async fn task(&self, id: TaskId) -> StoreResult<Option<Task>> {
        let query = self.select::<task::Entity>().filter(task::Column::Id.eq(id));
        query.one(self.conn()).await?.map(read).transpose()
    }

    /// Tasks in the order of their ids.
    pub async fn tasks(&self, filter: TaskFilter, after: Option<TaskId>, limit: u64) -> StoreResult<Vec<Task>> {
        let mut query = self.select::<task::Entity>().order_by_asc(task::Column::Id).limit(limit);
        if let Some(after) = after {
            query = query.filter(task::Column::Id.gt(after));
        }
        if let Some(state) = filter.state {
            query = query.filter(task::Column::State.eq(state.as_str()));
        }
        if let Some(kind) = filter.kind {
            query = query.filter(task::Column::Kind.eq(kind.as_str()));
        }
        if let Some(request) = filter.request {
            query = query.filter(task::Column::RequestId.eq(request));
        }
        query.all(self.conn()).await?.into_iter().map(read).collect()
    }
}

impl Tx {
    /// Opens tasks of one organisation.
    pub async fn add_tasks(&self, organisation: OrganisationId, tasks: &[Task]) -> StoreResult<()> {
        let rows: Vec<BulkRow> = tasks.iter().map(|task| row(organisation, task)).collect();
        self.load(&TASKS, rows).await
    }

    /// Settles an open task.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not open.
    pub async fn settle_task(
        &self,
        organisation: OrganisationId,
        id: TaskId,
        at: Timestamp,
        by: Option<ClientId>,
    ) -> StoreResult<()> {
        let result = settle(at, by)
            .filter(task::Column::OrganisationId.eq(organisation))
            .filter(task::Column::Id.eq(id))
            .exec(self)
            .await?;
        if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// Settles the open tasks about a message.
    pub async fn settle_tasks_of_delivery(
        &self,
        organisation: OrganisationId,
        delivery: DeliveryId,
        at: Timestamp,
        by: Option<ClientId>,
    ) -> StoreResult<()> {
        settle(at, by)
            .filter(task::Column::OrganisationId.eq(organisation))
            .filter(task::Column::DeliveryId.eq(delivery))
            .exec(self)
            .await?;
        Ok(())
    }
}

fn settle(at: Timestamp, by: Option<ClientId>) -> sea_orm::UpdateMany<task::Entity> {
    task::Entity::update_many()
        .col_expr(task::Column::State, Expr::value(TaskState::Done.as_str()))
        .col_expr(task::Column::DoneAt, Expr::value(Instant(at)))
        .col_expr(task::Column::DoneBy, Expr::value(by.map(|id| id.0)))
        .filter(task::Column::State.eq(TaskState::Open.as_str()))
}

/// The values of a task in the order of [`TASKS`].
pub(super) fn row(organisation: OrganisationId, task: &Task) -> BulkRow {
    vec![
        Cell::Id(organisation.0),
        Cell::Id(task.id.0),
        Cell::Word(task.kind.as_str()),
        Cell::Word(task.state.as_str()),
        Cell::or_null(task.request, |id| Cell::Id(id.0)),
        Cell::or_null(task.delivery, |id| Cell::Id(id.0)),
        Cell::or_null(task.controller, |id| Cell::Id(id.0)),
        Cell::Int(task.requests),
        Cell::or_null(task.reason.clone(), Cell::Text),
        Cell::At(task.created_at),
        Cell::or_null(task.done_at, Cell::At),
        Cell::or_null(task.done_by, |id| Cell::Id(id.0)),
    ]
}

fn read(row: task::Model) -> StoreResult<Task> {
    let corrupt = |column| StoreError::corrupt("task", column, row.id);
    Ok(Task {
        id: row.id,
        kind: row.kind.parse().map_err(|_| corrupt("kind"))?,
        state: row.state.parse().map_err(|_| corrupt("state"))?,
        request: row.request_id,
        delivery: row.delivery_id,
        controller: row.controller_id,
        requests: row.request_count,
        reason: row.reason,
        created_at: row.created_at.0,
        done_at: row.done_at.map(|at| at.0),
        done_by: row.done_by,
    })
}
