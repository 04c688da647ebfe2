//! Requests by the rules and the calendar their dates were computed with. The index holds those whose clock is not stopped, so
//! that a new calendar of one country leads to the requests it can move and past all others.

use entity::id::RequestId;
use entity::request::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::record::{Request, read};
use crate::store::db::Db;
use crate::store::error::StoreResult;

impl Db {
    /// The next edition that any request was computed with, in the order of the index; the text of `domain::deadline::Edition`.
    /// Walking them costs one look each, and there are as many as countries and versions in use.
    pub async fn edition_after(&self, edition: &str) -> StoreResult<Option<String>> {
        let query = Entity::find().select_only().column(Column::Edition).filter(Column::Edition.gt(edition));
        Ok(query.order_by_asc(Column::Edition).limit(1).into_tuple().one(&self.readers()).await?)
    }

    /// Requests of all organisations that were computed with an edition, in the order of their ids.
    pub async fn requests_of_edition(
        &self,
        edition: &str,
        after: Option<RequestId>,
        limit: u64,
    ) -> StoreResult<Vec<Request>> {
        let mut query = Entity::find().filter(Column::Edition.eq(edition));
        if let Some(after) = after {
            query = query.filter(Column::Id.gt(after));
        }
        query.order_by_asc(Column::Id).limit(limit).all(&self.readers()).await?.into_iter().map(read).collect()
    }
}
