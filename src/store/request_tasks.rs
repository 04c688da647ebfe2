//! Settling what waited for a person about one request.

use entity::id::{ClientId, OrganisationId, RequestId};
use entity::task;
use entity::time::Instant;
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::error::StoreResult;
use super::tx::Tx;
use crate::domain::task::{TaskKind, TaskState};

impl Tx {
    /// Settles the open tasks of some kinds about a request.
    pub async fn settle_tasks_about(
        &self,
        organisation: OrganisationId,
        request: RequestId,
        kinds: &[TaskKind],
        at: Timestamp,
        by: Option<ClientId>,
    ) -> StoreResult<()> {
        task::Entity::update_many()
            .col_expr(task::Column::State, Expr::value(TaskState::Done.as_str()))
            .col_expr(task::Column::DoneAt, Expr::value(Instant(at)))
            .col_expr(task::Column::DoneBy, Expr::value(by.map(|id| id.0)))
            .filter(task::Column::OrganisationId.eq(organisation))
            .filter(task::Column::RequestId.eq(request))
            .filter(task::Column::State.eq(TaskState::Open.as_str()))
            .filter(task::Column::Kind.is_in(kinds.iter().map(|kind| kind.as_str())))
            .exec(self)
            .await?;
        Ok(())
    }
}
