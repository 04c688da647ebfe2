//! Which requests a task names, when it is about some of the requests of a message only: those that were held back.

use entity::id::{ClientId, DeliveryId, OrganisationId, RequestId, TaskId};
use entity::time::Instant;
use entity::{request, task, task_request};
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use super::bulk::{BulkRow, BulkTable, Cell};
use super::error::StoreResult;
use super::tenant::Tenant;
use super::tx::Tx;
use crate::domain::request::Lifecycle;
use crate::domain::task::TaskState;

const TABLE: BulkTable = BulkTable { name: "task_request", columns: &["organisation_id", "task_id", "request_id"] };

/// Ids in one statement stay far below the databases' limits.
const IDS_PER_QUERY: usize = 2_000;

impl Tx {
    /// Lets tasks name requests.
    pub async fn name_requests(&self, organisation: OrganisationId, named: &[(TaskId, RequestId)]) -> StoreResult<()> {
        let row = |(task, request): &(TaskId, RequestId)| -> BulkRow {
            vec![Cell::Id(organisation.0), Cell::Id(task.0), Cell::Id(request.0)]
        };
        self.load(&TABLE, named.iter().map(row).collect()).await
    }

    /// Counts anew how many requests the open tasks that name these still wait for, and settles those that wait for none.
    pub async fn recount_tasks_naming(
        &self,
        organisation: OrganisationId,
        requests: &[RequestId],
        at: Timestamp,
        by: Option<ClientId>,
    ) -> StoreResult<()> {
        let waits = format!(
            "(SELECT COUNT(*) FROM task_request n JOIN request r ON r.organisation_id = n.organisation_id \
             AND r.id = n.request_id WHERE n.organisation_id = task.organisation_id AND n.task_id = task.id \
             AND r.lifecycle = '{}' AND r.dispatch_id IS NULL)",
            Lifecycle::Ready
        );
        for part in requests.chunks(IDS_PER_QUERY) {
            let naming = || {
                let tenant = self.tenant(organisation);
                let rows = tenant.select::<task_request::Entity>().select_only().column(task_request::Column::TaskId);
                rows.filter(task_request::Column::RequestId.is_in(part.iter().copied())).into_query()
            };
            let open = || {
                task::Entity::update_many()
                    .filter(task::Column::OrganisationId.eq(organisation))
                    .filter(task::Column::Id.in_subquery(naming()))
                    // Written out so that the partial index is found.
                    .filter(Expr::cust("state = 'open'"))
            };
            open().col_expr(task::Column::RequestCount, Expr::cust(waits.clone())).exec(self).await?;
            open()
                .col_expr(task::Column::State, Expr::value(TaskState::Done.as_str()))
                .col_expr(task::Column::DoneAt, Expr::value(Instant(at)))
                .col_expr(task::Column::DoneBy, Expr::value(by.map(|id| id.0)))
                .filter(task::Column::RequestCount.eq(0))
                .exec(self)
                .await?;
        }
        Ok(())
    }
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// The condition that a request is one that a task is about: one that it names, else its own, else one of its message.
    pub(super) async fn is_of_task(&self, id: TaskId) -> StoreResult<Condition> {
        let named = self.select::<task_request::Entity>().filter(task_request::Column::TaskId.eq(id));
        if named.clone().one(self.conn()).await?.is_some() {
            let ids = named.select_only().column(task_request::Column::RequestId).into_query();
            return Ok(Condition::all().add(request::Column::Id.in_subquery(ids)));
        }
        let about: Option<(Option<RequestId>, Option<DeliveryId>)> = self
            .select::<task::Entity>()
            .select_only()
            .columns([task::Column::RequestId, task::Column::DeliveryId])
            .filter(task::Column::Id.eq(id))
            .into_tuple()
            .one(self.conn())
            .await?;
        let one = match about {
            Some((Some(request), _)) => request::Column::Id.eq(request),
            Some((None, Some(delivery))) => request::Column::DispatchId.eq(delivery),
            _ => request::Column::Id.is_null(),
        };
        Ok(Condition::all().add(one))
    }
}
