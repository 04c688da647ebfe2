//! What an import needs to know of the shared directory.

use std::collections::HashMap;

use entity::controller;
use entity::id::{ControllerId, OrganisationId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};

use crate::domain::controller::ControllerState;
use crate::store::{Db, StoreError, StoreResult, Tx};

/// A slug of the shared directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownSlug {
    /// The entry.
    pub id: ControllerId,
    /// Its slug.
    pub slug: String,
    /// Digest of the imported record; none for an entry made here.
    pub digest: Option<[u8; 32]>,
    /// Whether it is in use.
    pub state: ControllerState,
    /// Slug of the entry that took its place.
    pub redirect_to: Option<String>,
}

type SlugRow = (ControllerId, String, Option<Vec<u8>>, String, Option<ControllerId>);

impl Db {
    /// Every slug of the shared directory.
    pub async fn shared_slugs(&self) -> StoreResult<Vec<KnownSlug>> {
        let rows: Vec<SlugRow> = controller::Entity::find()
            .select_only()
            .columns([
                controller::Column::Id,
                controller::Column::Slug,
                controller::Column::SourceDigest,
                controller::Column::State,
                controller::Column::RedirectTo,
            ])
            .filter(controller::Column::OwnerOrganisationId.is_null())
            .into_tuple()
            .all(&self.readers())
            .await?;
        let slugs: HashMap<ControllerId, String> = rows.iter().map(|row| (row.0, row.1.clone())).collect();
        rows.into_iter()
            .map(|(id, slug, digest, state, target)| {
                let corrupt = |column| StoreError::corrupt("controller", column, id);
                let digest = digest.map(<[u8; 32]>::try_from).transpose();
                let target = target.map(|target| slugs.get(&target).cloned().ok_or_else(|| corrupt("redirect_to")));
                Ok(KnownSlug {
                    id,
                    slug,
                    digest: digest.map_err(|_| corrupt("source_digest"))?,
                    state: state.parse().map_err(|_| corrupt("state"))?,
                    redirect_to: target.transpose()?,
                })
            })
            .collect()
    }
}

impl Tx {
    /// Whether a slug is taken in the shared directory, or among an organisation's own entries.
    pub async fn is_slug_taken(&self, owner: Option<OrganisationId>, slug: &str) -> StoreResult<bool> {
        Ok(by_slug(self, owner, slug).await?.is_some())
    }

    /// The shared entry with a slug.
    pub async fn shared_controller_id(&self, slug: &str) -> StoreResult<Option<ControllerId>> {
        by_slug(self, None, slug).await
    }

    /// How many private entries an organisation has.
    pub async fn count_own_controllers(&self, owner: OrganisationId) -> StoreResult<u64> {
        let own = controller::Entity::find().filter(controller::Column::OwnerOrganisationId.eq(owner));
        Ok(own.count(self).await?)
    }
}

async fn by_slug<C: ConnectionTrait>(
    conn: &C,
    owner: Option<OrganisationId>,
    slug: &str,
) -> StoreResult<Option<ControllerId>> {
    let query = controller::Entity::find()
        .select_only()
        .column(controller::Column::Id)
        .filter(controller::Column::Slug.eq(slug));
    let query = match owner {
        Some(owner) => query.filter(controller::Column::OwnerOrganisationId.eq(owner)),
        None => query.filter(controller::Column::OwnerOrganisationId.is_null()),
    };
    Ok(query.into_tuple().one(conn).await?)
}
