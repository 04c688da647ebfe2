//! Taking back what a batch filed and what has not left: a message at a time, with the requests it carries.

use entity::id::{BatchId, DeliveryId, OrganisationId, RequestId};
use entity::time::Instant;
use entity::{delivery, request, task};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::domain::delivery::DeliveryState;
use crate::domain::task::TaskState;
use crate::store::error::StoreResult;
use crate::store::tx::Tx;

/// A message of a batch that has not left.
#[derive(Debug, Clone, Copy)]
pub struct UndoneDelivery {
    /// Its id.
    pub id: DeliveryId,
    /// How many requests it carries.
    pub requests: i32,
}

/// A request that has not left.
#[derive(Debug, Clone)]
pub struct UnsentRequest {
    /// Its id.
    pub id: RequestId,
    /// The message that carries it.
    pub message: DeliveryId,
    /// Number of its last event.
    pub event_seq: i32,
    /// JSON of its standing.
    pub standing: String,
}

/// How the rows of requests look that are withdrawn before they were sent.
#[derive(Debug, Clone)]
pub struct WithdrawnColumns {
    /// Word of the lifecycle they end in.
    pub lifecycle: &'static str,
    /// Word of their clock.
    pub clock: &'static str,
    /// JSON of their standing.
    pub standing: String,
    /// When.
    pub at: Timestamp,
}

/// The requests of a bundle leave before its first attempt begins: from then on it is on its way.
const LEAVES_NOBODY: &str = "NOT EXISTS (SELECT 1 FROM request r WHERE r.organisation_id = delivery.organisation_id \
    AND r.dispatch_id = delivery.id AND r.sent_at IS NOT NULL)";

impl Tx {
    /// Messages of a batch that have not left, and of whose requests none has.
    pub async fn unsent_deliveries_of_batch(
        &self,
        organisation: OrganisationId,
        batch: BatchId,
        limit: u64,
    ) -> StoreResult<Vec<UndoneDelivery>> {
        let unsent = [DeliveryState::Pending, DeliveryState::Manual].map(DeliveryState::as_str);
        let query = self
            .tenant(organisation)
            .select::<delivery::Entity>()
            .select_only()
            .columns([delivery::Column::Id, delivery::Column::RequestCount])
            .filter(delivery::Column::BatchId.eq(batch))
            .filter(delivery::Column::State.is_in(unsent))
            .filter(delivery::Column::Attempts.eq(0))
            .filter(Expr::cust(LEAVES_NOBODY))
            .order_by_asc(delivery::Column::Id)
            .limit(limit);
        let rows: Vec<(DeliveryId, i32)> = query.into_tuple().all(self).await?;
        Ok(rows.into_iter().map(|(id, requests)| UndoneDelivery { id, requests }).collect())
    }

    /// Those among messages of which still nothing has left, with their requests that are open held until the end of this
    /// transaction: the requests first and the messages then, as everywhere.
    pub async fn hold_unsent(
        &self,
        organisation: OrganisationId,
        ids: &[DeliveryId],
    ) -> StoreResult<(Vec<DeliveryId>, Vec<UnsentRequest>)> {
        let requests = self.hold_requests_of_deliveries(organisation, ids).await?;
        let unsent = [DeliveryState::Pending, DeliveryState::Manual].map(DeliveryState::as_str);
        let messages = self
            .tenant(organisation)
            .select::<delivery::Entity>()
            .select_only()
            .column(delivery::Column::Id)
            .filter(delivery::Column::Id.is_in(ids.iter().copied()))
            .filter(delivery::Column::State.is_in(unsent))
            .filter(delivery::Column::Attempts.eq(0))
            .filter(Expr::cust(LEAVES_NOBODY))
            .order_by_asc(delivery::Column::Id)
            .lock_exclusive()
            .into_tuple()
            .all(self)
            .await?;
        Ok((messages, requests))
    }

    /// Cancels messages that have still not left, and settles the tasks that wait for a person to deliver them. Tells
    /// how many messages were cancelled.
    pub async fn cancel_unsent_deliveries(
        &self,
        organisation: OrganisationId,
        ids: &[DeliveryId],
        at: Timestamp,
    ) -> StoreResult<u64> {
        let unsent = [DeliveryState::Pending, DeliveryState::Manual].map(DeliveryState::as_str);
        let result = delivery::Entity::update_many()
            .col_expr(delivery::Column::State, Expr::value(DeliveryState::Cancelled.as_str()))
            .col_expr(delivery::Column::NextAttemptAt, Expr::value(Option::<Instant>::None))
            .col_expr(delivery::Column::SettledAt, Expr::value(Instant(at)))
            .filter(delivery::Column::OrganisationId.eq(organisation))
            .filter(delivery::Column::Id.is_in(ids.iter().copied()))
            .filter(delivery::Column::State.is_in(unsent))
            .filter(delivery::Column::Attempts.eq(0))
            .exec(self)
            .await?;
        task::Entity::update_many()
            .col_expr(task::Column::State, Expr::value(TaskState::Done.as_str()))
            .col_expr(task::Column::DoneAt, Expr::value(Instant(at)))
            .filter(task::Column::OrganisationId.eq(organisation))
            .filter(task::Column::DeliveryId.is_in(ids.iter().copied()))
            .filter(task::Column::State.eq(TaskState::Open.as_str()))
            .exec(self)
            .await?;
        Ok(result.rows_affected)
    }

    /// Open requests that the given messages would carry, in the order of their ids, held until the end of this transaction.
    async fn hold_requests_of_deliveries(
        &self,
        organisation: OrganisationId,
        deliveries: &[DeliveryId],
    ) -> StoreResult<Vec<UnsentRequest>> {
        let rows: Vec<(RequestId, DeliveryId, i32, String)> = self
            .tenant(organisation)
            .select::<request::Entity>()
            .select_only()
            .columns([
                request::Column::Id,
                request::Column::DispatchId,
                request::Column::EventSeq,
                request::Column::Standing,
            ])
            .filter(request::Column::DispatchId.is_in(deliveries.iter().copied()))
            .filter(request::Column::ClosedAt.is_null())
            .order_by_asc(request::Column::Id)
            .lock_exclusive()
            .into_tuple()
            .all(self)
            .await?;
        let read = |(id, message, event_seq, standing)| UnsentRequest { id, message, event_seq, standing };
        Ok(rows.into_iter().map(read).collect())
    }

    /// Withdraws the requests of the given messages that stand as `standing` says: untouched requests to controllers at one
    /// place stand alike, so that one statement moves them all.
    pub async fn withdraw_requests_of_deliveries(
        &self,
        organisation: OrganisationId,
        deliveries: &[DeliveryId],
        standing: &str,
        withdrawn: &WithdrawnColumns,
    ) -> StoreResult<u64> {
        let result = request::Entity::update_many()
            .col_expr(request::Column::Lifecycle, Expr::value(withdrawn.lifecycle))
            .col_expr(request::Column::Clock, Expr::value(withdrawn.clock))
            .col_expr(request::Column::Standing, Expr::value(withdrawn.standing.as_str()))
            .col_expr(request::Column::ClosedAt, Expr::value(Instant(withdrawn.at)))
            .col_expr(request::Column::UpdatedAt, Expr::value(Instant(withdrawn.at)))
            .col_expr(request::Column::NextDue, Expr::value(Option::<Instant>::None))
            .col_expr(request::Column::EventSeq, Expr::col(request::Column::EventSeq).add(1))
            .col_expr(request::Column::Version, Expr::col(request::Column::Version).add(1))
            .filter(request::Column::OrganisationId.eq(organisation))
            .filter(request::Column::DispatchId.is_in(deliveries.iter().copied()))
            .filter(request::Column::ClosedAt.is_null())
            .filter(request::Column::Standing.eq(standing))
            .exec(self)
            .await?;
        Ok(result.rows_affected)
    }
}
