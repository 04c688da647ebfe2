//! The feed of a controller: messages addressed to it, of all organisations, in the order in which they became visible.

use entity::id::{ControllerId, DeliveryId, OrganisationId, RequestId};
use entity::inbox_item::{Column, Entity};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::db::Db;
use super::error::StoreResult;
use super::position::Position;

/// A message in the feed.
#[derive(Debug, Clone)]
pub struct FeedItem {
    /// Where it stands.
    pub position: Position,
    /// The message.
    pub id: DeliveryId,
    /// Who sent it.
    pub organisation: OrganisationId,
    /// Word of `domain::delivery::MessageKind`.
    pub kind: String,
    /// The request it is about; none for a bundle.
    pub request: Option<RequestId>,
    /// How many requests it carries.
    pub requests: i32,
    /// When it was sent.
    pub created_at: Timestamp,
}

impl Db {
    /// Messages to a controller after a position, in the order of the feed. Nothing that a running transaction could still
    /// get in front of is shown.
    pub async fn inbox_after(
        &self,
        controller: ControllerId,
        after: Position,
        limit: u64,
    ) -> StoreResult<Vec<FeedItem>> {
        let horizon = self.horizon().await?;
        let same = Condition::all().add(Column::TxNo.eq(after.tx_no)).add(Expr::col(Column::Id).gt(after.id));
        let rows = Entity::find()
            .filter(Column::ControllerId.eq(controller))
            .filter(Column::TxNo.gte(after.tx_no))
            .filter(Column::TxNo.lt(horizon))
            .filter(Condition::any().add(Column::TxNo.gt(after.tx_no)).add(same))
            .order_by_asc(Column::TxNo)
            .order_by_asc(Column::Id)
            .limit(limit)
            .all(&self.readers())
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| FeedItem {
                position: Position { tx_no: row.tx_no, id: row.id.0 },
                id: row.id,
                organisation: row.organisation_id,
                kind: row.kind,
                request: row.request_id,
                requests: row.request_count,
                created_at: row.created_at.0,
            })
            .collect())
    }

    /// A message in the feed of a controller.
    pub async fn inbox_item(&self, controller: ControllerId, id: DeliveryId) -> StoreResult<Option<FeedItem>> {
        let query = Entity::find().filter(Column::ControllerId.eq(controller)).filter(Column::Id.eq(id));
        Ok(query.one(&self.readers()).await?.map(|row| FeedItem {
            position: Position { tx_no: row.tx_no, id: row.id.0 },
            id: row.id,
            organisation: row.organisation_id,
            kind: row.kind,
            request: row.request_id,
            requests: row.request_count,
            created_at: row.created_at.0,
        }))
    }
}
