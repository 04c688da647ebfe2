//! Webhook endpoints of organisations.

use entity::endpoint::{ActiveModel, Column, Entity, Model};
use entity::id::{EndpointId, EventId, OrganisationId};
use entity::time::Instant;
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::db::Db;
use super::error::{StoreError, StoreResult};
use super::position::Position;
use super::tenant::{Tenant, TenantTable};
use super::tx::Tx;
use crate::domain::delivery::ReceiverState;
use crate::domain::event::EventFilter;

/// Where an organisation wants to be told. Its address, secrets and health are its receiver's.
#[derive(Debug, Clone)]
pub struct Endpoint {
    /// The tenant.
    pub organisation: OrganisationId,
    /// Its id, also that of its receiver.
    pub id: EndpointId,
    /// What its owner calls it.
    pub description: String,
    /// Which events.
    pub filter: EventFilter,
    /// Whether it takes messages.
    pub state: ReceiverState,
    /// Up to where events were turned into deliveries.
    pub cursor: Position,
    /// For optimistic concurrency.
    pub version: i32,
    /// When it was made.
    pub created_at: Timestamp,
    /// Last change by its owner.
    pub updated_at: Timestamp,
}

impl Db {
    /// Active endpoints of all organisations, in the order of their keys.
    pub async fn active_endpoints(
        &self,
        after: Option<(OrganisationId, EndpointId)>,
        limit: u64,
    ) -> StoreResult<Vec<Endpoint>> {
        let mut query = Entity::find()
            .filter(Column::State.eq(ReceiverState::Active.as_str()))
            .order_by_asc(Column::OrganisationId)
            .order_by_asc(Column::Id)
            .limit(limit);
        if let Some((organisation, id)) = after {
            let same = Column::OrganisationId.eq(organisation).and(Column::Id.gt(id));
            query = query.filter(Column::OrganisationId.gt(organisation).or(same));
        }
        query.all(&self.readers()).await?.into_iter().map(read).collect()
    }
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// An endpoint by its id.
    pub async fn endpoint(&self, id: EndpointId) -> StoreResult<Option<Endpoint>> {
        self.select::<Entity>().filter(Column::Id.eq(id)).one(self.conn()).await?.map(read).transpose()
    }

    /// Endpoints in the order of their ids.
    pub async fn endpoints(&self, after: Option<EndpointId>, limit: u64) -> StoreResult<Vec<Endpoint>> {
        let mut query = self.select::<Entity>().order_by_asc(Column::Id).limit(limit);
        if let Some(after) = after {
            query = query.filter(Column::Id.gt(after));
        }
        query.all(self.conn()).await?.into_iter().map(read).collect()
    }
}

impl Tx {
    /// Adds an endpoint.
    pub async fn add_endpoint(&self, new: &Endpoint) -> StoreResult<()> {
        Entity::insert(active(new)?).exec_without_returning(self).await?;
        Ok(())
    }

    /// Stores a changed endpoint, whose version the caller has raised by one.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when another version stands there.
    pub async fn update_endpoint(&self, changed: &Endpoint) -> StoreResult<()> {
        let result = Entity::update_many()
            .set(active(changed)?)
            .filter(Entity::ORGANISATION.eq(changed.organisation))
            .filter(Column::Id.eq(changed.id))
            .filter(Expr::col(Column::Version).eq(changed.version - 1))
            .exec(self)
            .await?;
        if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// Moves the cursor of an endpoint from where it was read.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it was moved meanwhile.
    pub async fn move_endpoint(&self, endpoint: &Endpoint, to: Position) -> StoreResult<()> {
        let result = Entity::update_many()
            .col_expr(Column::CursorTx, Expr::value(to.tx_no))
            .col_expr(Column::CursorId, Expr::value(to.id))
            .filter(Entity::ORGANISATION.eq(endpoint.organisation))
            .filter(Column::Id.eq(endpoint.id))
            .filter(Column::CursorTx.eq(endpoint.cursor.tx_no))
            .filter(Column::CursorId.eq(EventId(endpoint.cursor.id)))
            .exec(self)
            .await?;
        if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// Removes an endpoint and its receiver. Its deliveries stay as a record.
    pub async fn remove_endpoint(&self, organisation: OrganisationId, id: EndpointId) -> StoreResult<()> {
        Entity::delete_many()
            .filter(Entity::ORGANISATION.eq(organisation))
            .filter(Column::Id.eq(id))
            .exec(self)
            .await?;
        let receiver = entity::id::ReceiverId::from(id);
        entity::receiver::Entity::delete_many().filter(entity::receiver::Column::Id.eq(receiver)).exec(self).await?;
        Ok(())
    }
}

fn active(endpoint: &Endpoint) -> StoreResult<ActiveModel> {
    let kinds = serde_json::to_string(&endpoint.filter)
        .map_err(|_| StoreError::corrupt("endpoint", "event_kinds", endpoint.id))?;
    Ok(ActiveModel {
        organisation_id: Set(endpoint.organisation),
        id: Set(endpoint.id),
        description: Set(endpoint.description.clone()),
        event_kinds: Set(kinds),
        state: Set(endpoint.state.as_str().to_owned()),
        cursor_tx: Set(endpoint.cursor.tx_no),
        cursor_id: Set(EventId(endpoint.cursor.id)),
        version: Set(endpoint.version),
        created_at: Set(Instant(endpoint.created_at)),
        updated_at: Set(Instant(endpoint.updated_at)),
    })
}

fn read(row: Model) -> StoreResult<Endpoint> {
    let corrupt = |column| StoreError::corrupt("endpoint", column, row.id);
    Ok(Endpoint {
        organisation: row.organisation_id,
        id: row.id,
        filter: serde_json::from_str(&row.event_kinds).map_err(|_| corrupt("event_kinds"))?,
        state: row.state.parse().map_err(|_| corrupt("state"))?,
        cursor: Position { tx_no: row.cursor_tx, id: row.cursor_id.0 },
        version: row.version,
        created_at: row.created_at.0,
        updated_at: row.updated_at.0,
        description: row.description,
    })
}
