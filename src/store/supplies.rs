//! What organisations told controllers that asked back. The content is sealed under the person's key.

use entity::id::{ControllerId, OrganisationId, RequestId, SupplyId};
use entity::supply::{ActiveModel, Column, Entity, Model};
use jiff::Timestamp;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::error::{StoreError, StoreResult};
use super::tenant::Tenant;
use super::tx::Tx;
use crate::domain::deadline::QuestionKind;

/// What was told about one request.
#[derive(Debug, Clone)]
pub struct StoredSupply {
    /// Its id.
    pub id: SupplyId,
    /// The request.
    pub request_id: RequestId,
    /// Who was told.
    pub controller_id: ControllerId,
    /// Which question it answers; every one that was open when none.
    pub kind: Option<QuestionKind>,
    /// JSON of what was told, sealed under the person's key.
    pub content: Vec<u8>,
    /// When.
    pub supplied_at: Timestamp,
}

impl Tx {
    /// Keeps what a controller is told.
    pub async fn add_supply(&self, organisation: OrganisationId, new: StoredSupply) -> StoreResult<()> {
        let row = ActiveModel {
            organisation_id: Set(organisation),
            id: Set(new.id),
            request_id: Set(new.request_id),
            controller_id: Set(new.controller_id),
            kind: Set(new.kind.map(|kind| kind.as_str().to_owned())),
            content: Set(new.content),
            supplied_at: Set(new.supplied_at.into()),
        };
        Entity::insert(row).exec_without_returning(self).await?;
        Ok(())
    }
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// What was told about one request, oldest first.
    pub async fn supplies_of_request(
        &self,
        request: RequestId,
        after: Option<SupplyId>,
        limit: u64,
    ) -> StoreResult<Vec<StoredSupply>> {
        let mut query = self.select::<Entity>().filter(Column::RequestId.eq(request)).order_by_asc(Column::Id);
        if let Some(after) = after {
            query = query.filter(Column::Id.gt(after));
        }
        query.limit(limit).all(self.conn()).await?.into_iter().map(read).collect()
    }

    /// What was told about these requests, oldest first. For the length of a page.
    pub async fn supplies_of_requests(&self, requests: &[RequestId]) -> StoreResult<Vec<StoredSupply>> {
        let query = self.select::<Entity>().filter(Column::RequestId.is_in(requests.iter().copied()));
        query.order_by_asc(Column::Id).all(self.conn()).await?.into_iter().map(read).collect()
    }
}

fn read(row: Model) -> StoreResult<StoredSupply> {
    let kind = row.kind.as_deref().map(str::parse).transpose();
    Ok(StoredSupply {
        id: row.id,
        request_id: row.request_id,
        controller_id: row.controller_id,
        kind: kind.map_err(|_| StoreError::corrupt("supply", "kind", row.id))?,
        content: row.content,
        supplied_at: row.supplied_at.0,
    })
}
