//! Links by which people see what is done in their name.

use entity::id::{DataSubjectId, OrganisationId, StatusLinkId};
use entity::status_link::{ActiveModel, Column, Entity, Model};
use entity::time::Instant;
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::db::Db;
use super::error::StoreResult;
use super::tenant::{Tenant, TenantTable};
use super::tx::Tx;

/// A link to the status page of a person.
#[derive(Debug, Clone)]
pub struct StatusLink {
    /// Whose person it is.
    pub organisation: OrganisationId,
    /// Whose page it leads to.
    pub data_subject: DataSubjectId,
    /// Its id.
    pub id: StatusLinkId,
    /// Hash of the secret part of its address.
    pub secret_hash: Vec<u8>,
    /// From when on it leads nowhere.
    pub expires_at: Option<Timestamp>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
}

impl StatusLink {
    /// Whether it leads to the page at a moment.
    pub fn is_open(&self, at: Timestamp) -> bool {
        self.revoked_at.is_none() && self.expires_at.is_none_or(|end| at < end)
    }
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// Links to the page of a person in the order of their ids, those that lead nowhere any more too.
    pub async fn status_links_of(
        &self,
        data_subject: DataSubjectId,
        after: Option<StatusLinkId>,
        limit: u64,
    ) -> StoreResult<Vec<StatusLink>> {
        let mut query = self.select::<Entity>().filter(Column::DataSubjectId.eq(data_subject));
        if let Some(after) = after {
            query = query.filter(Column::Id.gt(after));
        }
        let rows = query.order_by_asc(Column::Id).limit(limit).all(self.conn()).await?;
        Ok(rows.into_iter().map(read).collect())
    }

    /// A link of a person by its id.
    pub async fn status_link(&self, data_subject: DataSubjectId, id: StatusLinkId) -> StoreResult<Option<StatusLink>> {
        let query = self.select::<Entity>().filter(Column::DataSubjectId.eq(data_subject)).filter(Column::Id.eq(id));
        Ok(query.one(self.conn()).await?.map(read))
    }

    /// How many links of a person were not revoked and end after a moment, or never.
    pub async fn count_open_status_links(&self, data_subject: DataSubjectId, at: Timestamp) -> StoreResult<u64> {
        let query = self.select::<Entity>().filter(Column::DataSubjectId.eq(data_subject));
        let query = query.filter(Column::RevokedAt.is_null());
        let lasting = Column::ExpiresAt.is_null().or(Column::ExpiresAt.gt(Instant(at)));
        Ok(query.filter(lasting).count(self.conn()).await?)
    }
}

impl Db {
    /// The link behind a secret address, whether or not it still leads anywhere.
    pub async fn status_link_by_secret(&self, hash: &[u8]) -> StoreResult<Option<StatusLink>> {
        Ok(Entity::find().filter(Column::SecretHash.eq(hash)).one(&self.readers()).await?.map(read))
    }
}

impl Tx {
    /// As [`Db::status_link_by_secret`], within this transaction.
    pub async fn status_link_by_secret(&self, hash: &[u8]) -> StoreResult<Option<StatusLink>> {
        Ok(Entity::find().filter(Column::SecretHash.eq(hash)).one(self).await?.map(read))
    }

    /// Adds a link.
    pub async fn add_status_link(&self, new: &StatusLink) -> StoreResult<()> {
        let row = ActiveModel {
            organisation_id: Set(new.organisation),
            data_subject_id: Set(new.data_subject),
            id: Set(new.id),
            secret_hash: Set(new.secret_hash.clone()),
            expires_at: Set(new.expires_at.map(Into::into)),
            created_at: Set(new.created_at.into()),
            revoked_at: Set(new.revoked_at.map(Into::into)),
        };
        Entity::insert(row).exec_without_returning(self).await?;
        Ok(())
    }

    /// Revokes the links of a person that are not revoked: one, or all. Tells how many.
    pub async fn revoke_status_links(
        &self,
        organisation: OrganisationId,
        data_subject: DataSubjectId,
        one: Option<StatusLinkId>,
        at: Timestamp,
    ) -> StoreResult<u64> {
        let mut query = Entity::update_many()
            .col_expr(Column::RevokedAt, Expr::value(Instant(at)))
            .filter(Entity::ORGANISATION.eq(organisation))
            .filter(Column::DataSubjectId.eq(data_subject))
            .filter(Column::RevokedAt.is_null());
        if let Some(id) = one {
            query = query.filter(Column::Id.eq(id));
        }
        Ok(query.exec(self).await?.rows_affected)
    }
}

fn read(row: Model) -> StatusLink {
    StatusLink {
        organisation: row.organisation_id,
        data_subject: row.data_subject_id,
        id: row.id,
        secret_hash: row.secret_hash,
        expires_at: row.expires_at.map(|at| at.0),
        created_at: row.created_at.0,
        revoked_at: row.revoked_at.map(|at| at.0),
    }
}
