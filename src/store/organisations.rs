//! Organisations: the tenants themselves.

use entity::id::OrganisationId;
use entity::organisation;
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::domain::eligibility::Eligibility;
use crate::domain::organisation::{OrganisationKind, OrganisationState};
use crate::domain::retention::Retention;

use super::db::Db;
use super::error::{StoreError, StoreResult};
use super::tenant::IN_ONE_STATEMENT;
use super::tx::Tx;

/// An organisation.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// Its id, the tenant's.
    pub id: OrganisationId,
    /// Legal name.
    pub name: String,
    /// ISO 3166-1 alpha-2 country of establishment.
    pub country: String,
    /// BCP 47 language of its own correspondence.
    pub language: String,
    /// Public contact address.
    pub contact_email: Option<String>,
    /// Public web address.
    pub website: Option<String>,
    /// Whether it may act.
    pub state: OrganisationState,
    /// Evidence for Article 80(1).
    pub eligibility: Eligibility,
    /// How long it keeps what (P-9).
    pub retention: Retention,
    /// Its key, wrapped by the master key.
    pub wrapped_key: Vec<u8>,
    /// For optimistic concurrency.
    pub version: i32,
    /// When it was registered.
    pub created_at: Timestamp,
    /// Last change.
    pub updated_at: Timestamp,
}

impl Organisation {
    /// What it is for, which its id says.
    pub const fn kind(&self) -> OrganisationKind {
        if self.id.is_sandbox() { OrganisationKind::Sandbox } else { OrganisationKind::Live }
    }
}

/// The condition that the organisation in this column is active: work for it is taken and what is its may be sent.
///
/// Those that are not are few, stand in an index of their own, and are read once for a statement, on both databases. As `EXISTS` or a
/// join, PostgreSQL without statistics, which is how every table starts, goes through each organisation with each receiver.
pub(super) fn is_active(organisation: &str) -> String {
    format!("{organisation} NOT IN (SELECT o.id FROM organisation o WHERE o.state <> '{}')", OrganisationState::Active)
}

impl Db {
    /// An organisation by its id.
    pub async fn organisation(&self, id: OrganisationId) -> StoreResult<Option<Organisation>> {
        find(&self.readers(), id).await
    }

    /// Organisations in the order of their ids.
    pub async fn organisations(&self, after: Option<OrganisationId>, limit: u64) -> StoreResult<Vec<Organisation>> {
        let mut query = organisation::Entity::find().order_by_asc(organisation::Column::Id).limit(limit);
        if let Some(after) = after {
            query = query.filter(organisation::Column::Id.gt(after));
        }
        query.all(&self.readers()).await?.into_iter().map(read).collect()
    }
}

impl Db {
    /// The wrapped keys of these organisations, in no order.
    pub async fn wrapped_keys(&self, ids: Vec<OrganisationId>) -> StoreResult<Vec<(OrganisationId, Vec<u8>)>> {
        let mut found = Vec::with_capacity(ids.len());
        for some in ids.chunks(IN_ONE_STATEMENT) {
            let query = organisation::Entity::find()
                .select_only()
                .columns([organisation::Column::Id, organisation::Column::WrappedKey])
                .filter(organisation::Column::Id.is_in(some.iter().copied()));
            found.extend(query.into_tuple().all(&self.readers()).await?);
        }
        Ok(found)
    }
}

impl Tx {
    /// Puts another wrapped key in the place of the one that was read.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when another stands there.
    pub async fn replace_wrapped_key(&self, id: OrganisationId, was: &[u8], wrapped: &[u8]) -> StoreResult<()> {
        let replaced = organisation::Entity::update_many()
            .col_expr(organisation::Column::WrappedKey, Expr::value(wrapped.to_vec()))
            .filter(organisation::Column::Id.eq(id))
            .filter(organisation::Column::WrappedKey.eq(was))
            .exec(self);
        if self.wiping(replaced).await?.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }
}

async fn find<C: ConnectionTrait>(conn: &C, id: OrganisationId) -> StoreResult<Option<Organisation>> {
    organisation::Entity::find_by_id(id).one(conn).await?.map(read).transpose()
}

impl Tx {
    /// An organisation by its id, as this transaction sees it.
    pub async fn organisation(&self, id: OrganisationId) -> StoreResult<Option<Organisation>> {
        find(self, id).await
    }

    /// Adds an organisation.
    pub async fn add_organisation(&self, new: &Organisation) -> StoreResult<()> {
        organisation::Entity::insert(active(new)?).exec_without_returning(self).await?;
        Ok(())
    }

    /// Writes an organisation over the version that was read; its own `version` is the new one.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when another version stands there.
    pub async fn update_organisation(&self, changed: &Organisation) -> StoreResult<()> {
        let result = organisation::Entity::update_many()
            // Its key is changed by itself, and must not come back from a row that was read before.
            .set(organisation::ActiveModel { wrapped_key: NotSet, ..active(changed)? })
            .filter(organisation::Column::Id.eq(changed.id))
            .filter(Expr::col(organisation::Column::Version).eq(changed.version - 1))
            .exec(self)
            .await?;
        if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }
}

fn active(organisation: &Organisation) -> StoreResult<organisation::ActiveModel> {
    let eligibility = serde_json::to_string(&organisation.eligibility)
        .map_err(|_| StoreError::corrupt("organisation", "eligibility", organisation.id))?;
    let retention = serde_json::to_string(&organisation.retention)
        .map_err(|_| StoreError::corrupt("organisation", "retention", organisation.id))?;
    Ok(organisation::ActiveModel {
        id: Set(organisation.id),
        name: Set(organisation.name.clone()),
        country: Set(organisation.country.clone()),
        language: Set(organisation.language.clone()),
        contact_email: Set(organisation.contact_email.clone()),
        website: Set(organisation.website.clone()),
        state: Set(organisation.state.as_str().to_owned()),
        eligibility: Set(eligibility),
        retention: Set(retention),
        wrapped_key: Set(organisation.wrapped_key.clone()),
        version: Set(organisation.version),
        created_at: Set(organisation.created_at.into()),
        updated_at: Set(organisation.updated_at.into()),
    })
}

fn read(row: organisation::Model) -> StoreResult<Organisation> {
    let corrupt = |column| StoreError::corrupt("organisation", column, row.id);
    Ok(Organisation {
        id: row.id,
        state: row.state.parse().map_err(|_| corrupt("state"))?,
        eligibility: serde_json::from_str(&row.eligibility).map_err(|_| corrupt("eligibility"))?,
        retention: serde_json::from_str(&row.retention).map_err(|_| corrupt("retention"))?,
        name: row.name,
        country: row.country,
        language: row.language,
        contact_email: row.contact_email,
        website: row.website,
        wrapped_key: row.wrapped_key,
        version: row.version,
        created_at: row.created_at.0,
        updated_at: row.updated_at.0,
    })
}
