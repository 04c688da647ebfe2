//! Finding deliveries.

use entity::id::{BatchId, DeliveryId, ReceiverId, RequestId};
use entity::time::Instant;
use entity::{attempt, delivery, request};
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, QueryFilter, QueryOrder, QuerySelect};

use super::lane::not_paused;
use super::record::{Attempt, Delivery, read, read_attempt};
use crate::domain::delivery::DeliveryState;
use crate::store::error::StoreResult;
use crate::store::tenant::Tenant;

/// Which deliveries are meant. Every field that is set narrows.
#[derive(Debug, Clone, Copy, Default)]
pub struct DeliveryFilter {
    /// About this request, or carrying it.
    pub request: Option<RequestId>,
    /// Of this batch.
    pub batch: Option<BatchId>,
    /// In this state.
    pub state: Option<DeliveryState>,
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// A delivery by its id.
    pub async fn delivery(&self, id: DeliveryId) -> StoreResult<Option<Delivery>> {
        let query = self.select::<delivery::Entity>().filter(delivery::Column::Id.eq(id));
        query.one(self.conn()).await?.map(read).transpose()
    }

    /// Deliveries in the order of their ids.
    pub async fn deliveries(
        &self,
        filter: DeliveryFilter,
        after: Option<DeliveryId>,
        limit: u64,
    ) -> StoreResult<Vec<Delivery>> {
        let mut query = self.select::<delivery::Entity>().order_by_asc(delivery::Column::Id).limit(limit);
        if let Some(after) = after {
            query = query.filter(delivery::Column::Id.gt(after));
        }
        if let Some(id) = filter.request {
            let carrier: Option<Option<DeliveryId>> = self
                .select::<request::Entity>()
                .filter(request::Column::Id.eq(id))
                .select_only()
                .column(request::Column::DispatchId)
                .into_tuple()
                .one(self.conn())
                .await?;
            let mut about = Condition::any().add(delivery::Column::RequestId.eq(id));
            if let Some(carrier) = carrier.flatten() {
                about = about.add(delivery::Column::Id.eq(carrier));
            }
            query = query.filter(about);
        }
        if let Some(id) = filter.batch {
            query = query.filter(delivery::Column::BatchId.eq(id));
        }
        if let Some(state) = filter.state {
            query = query.filter(delivery::Column::State.eq(state.as_str()));
        }
        query.all(self.conn()).await?.into_iter().map(read).collect()
    }

    /// The attempts of a delivery, first to last.
    pub async fn attempts(&self, delivery: DeliveryId) -> StoreResult<Vec<Attempt>> {
        let query = self.select::<attempt::Entity>().filter(attempt::Column::DeliveryId.eq(delivery));
        let rows = query.order_by_asc(attempt::Column::AttemptNo).limit(200).all(self.conn()).await?;
        rows.into_iter().map(read_attempt).collect()
    }

    /// Messages of one lane that are due, the longest due first.
    pub async fn due_deliveries(&self, receiver: ReceiverId, now: Timestamp, limit: u64) -> StoreResult<Vec<Delivery>> {
        self.select::<delivery::Entity>()
            .filter(delivery::Column::ReceiverId.eq(receiver))
            .filter(delivery::Column::State.eq(DeliveryState::Pending.as_str()))
            .filter(delivery::Column::NextAttemptAt.lte(Instant(now)))
            .filter(Expr::cust(not_paused("delivery")))
            .order_by_asc(delivery::Column::NextAttemptAt)
            .order_by_asc(delivery::Column::Id)
            .limit(limit)
            .all(self.conn())
            .await?
            .into_iter()
            .map(read)
            .collect()
    }
}
