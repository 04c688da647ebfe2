//! The directory of controllers. An entry is shared, or private to one organisation.
//!
//! Every read names its [`Viewer`]: an entry that is not there and one that is somebody else's look the same.

mod list;
mod row;
mod slugs;

use entity::controller;
use entity::id::{ControllerId, OrganisationId};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::domain::controller::{Category, Channel, ControllerState, IdentityNeed, RecordQuality};
use crate::domain::place::Place;

use super::db::Db;
use super::error::{StoreError, StoreResult};
use super::tx::Tx;

pub use list::{ControllerFilter, Ownership};
pub use slugs::KnownSlug;

/// Ids in one statement; longer lists are read in parts.
const IDS_PER_QUERY: usize = 1_000;

/// A directory entry.
#[derive(Debug, Clone)]
pub struct Controller {
    /// Its id.
    pub id: ControllerId,
    /// The organisation it is private to; none for a shared entry.
    pub owner: Option<OrganisationId>,
    /// Short stable name, unique among shared entries and among those of one organisation.
    pub slug: String,
    /// Legal name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Place of the establishment that answers; decides the calendar (H-1). None when in doubt.
    pub place: Option<Place>,
    /// Language to write in (BCP 47), where it is not the person's choice.
    pub language: Option<String>,
    /// What it does.
    pub categories: Vec<Category>,
    /// Ways to reach it, the preferred one first.
    pub channels: Vec<Channel>,
    /// What it needs to recognise a person (B-7).
    pub identity_needs: Vec<IdentityNeed>,
    /// Whether it is known to ask everybody for an identity document (M-10).
    pub needs_id_document: bool,
    /// Postal address below the name, the country last; empty when unknown.
    pub postal_address: Vec<String>,
    /// How far the entry can be trusted.
    pub quality: RecordQuality,
    /// JSON object: where the entry comes from and what its source said beside.
    pub source: serde_json::Value,
    /// SHA-256 of the imported record; none for an entry made here.
    pub source_digest: Option<[u8; 32]>,
    /// Whether it is in use.
    pub state: ControllerState,
    /// The entry that took its place; set exactly when the state is `redirected`.
    pub redirect_to: Option<ControllerId>,
    /// Keys that verify its callbacks, sealed under the master key; see `service::callback_keys`.
    pub callback_keys: Option<Vec<u8>>,
    /// For optimistic concurrency.
    pub version: i32,
    /// When it was added.
    pub created_at: Timestamp,
    /// Last change.
    pub updated_at: Timestamp,
}

/// Who looks at the directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Viewer {
    /// An operator: sees the shared entries.
    Operator,
    /// An organisation: sees the shared entries and its own. A sandbox sees its own alone.
    Organisation(OrganisationId),
    /// The service at its own work, or a controller looking at itself: sees every entry.
    Service,
}

impl Viewer {
    fn condition(self) -> Condition {
        let owner = controller::Column::OwnerOrganisationId;
        match self {
            Self::Operator => Condition::all().add(owner.is_null()),
            Self::Organisation(id) if id.is_sandbox() => Condition::all().add(owner.eq(id)),
            Self::Organisation(id) => Condition::any().add(owner.is_null()).add(owner.eq(id)),
            Self::Service => Condition::all(),
        }
    }
}

impl Db {
    /// An entry by its id, in whatever state, when the viewer may see it.
    pub async fn controller(&self, id: ControllerId, viewer: Viewer) -> StoreResult<Option<Controller>> {
        find(&self.readers(), id, viewer).await
    }

    /// The entries among `ids` that the viewer may see, in the order of their ids. Redirects are not followed.
    pub async fn controllers_by_ids(&self, ids: &[ControllerId], viewer: Viewer) -> StoreResult<Vec<Controller>> {
        find_all(&self.readers(), ids, viewer).await
    }
}

impl Tx {
    /// An entry by its id, as this transaction sees it.
    pub async fn controller(&self, id: ControllerId, viewer: Viewer) -> StoreResult<Option<Controller>> {
        find(self, id, viewer).await
    }

    /// The entries among `ids` that the viewer may see, as this transaction sees them.
    pub async fn controllers_by_ids(&self, ids: &[ControllerId], viewer: Viewer) -> StoreResult<Vec<Controller>> {
        find_all(self, ids, viewer).await
    }

    /// Adds an entry.
    ///
    /// # Errors
    /// [`StoreError::Duplicate`] when its slug is taken.
    pub async fn add_controller(&self, new: &Controller) -> StoreResult<()> {
        controller::Entity::insert(row::active(new)?).exec_without_returning(self).await?;
        Ok(())
    }

    /// Adds many entries at once.
    ///
    /// # Errors
    /// [`StoreError::Duplicate`] when a slug is taken; then none is added.
    pub async fn add_controllers(&self, new: &[Controller]) -> StoreResult<()> {
        let rows = new.iter().map(row::active).collect::<StoreResult<Vec<_>>>()?;
        for rows in rows.chunks(IDS_PER_QUERY) {
            controller::Entity::insert_many(rows.to_vec()).exec_without_returning(self).await?;
        }
        Ok(())
    }

    /// Stores a changed entry, whose version the caller has raised by one.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when another version stands there.
    pub async fn update_controller(&self, changed: &Controller) -> StoreResult<()> {
        let result = controller::Entity::update_many()
            .set(row::active(changed)?)
            .filter(controller::Column::Id.eq(changed.id))
            .filter(Expr::col(controller::Column::Version).eq(changed.version - 1))
            .exec(self)
            .await?;
        if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }
}

async fn find<C: ConnectionTrait>(conn: &C, id: ControllerId, viewer: Viewer) -> StoreResult<Option<Controller>> {
    let found = controller::Entity::find_by_id(id).filter(viewer.condition()).one(conn).await?;
    found.map(row::read).transpose()
}

async fn find_all<C: ConnectionTrait>(conn: &C, ids: &[ControllerId], viewer: Viewer) -> StoreResult<Vec<Controller>> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    let mut found = Vec::with_capacity(ids.len());
    for part in ids.chunks(IDS_PER_QUERY) {
        let rows = controller::Entity::find()
            .filter(controller::Column::Id.is_in(part.iter().copied()))
            .filter(viewer.condition())
            .order_by_asc(controller::Column::Id)
            .all(conn)
            .await?;
        for found_row in rows {
            found.push(row::read(found_row)?);
        }
    }
    Ok(found)
}
