//! Changes of keys: how far each has come. A worker takes one piece after another; of two that take the same piece one gives way.

use entity::id::{KeyRotationId, OrganisationId};
use entity::key_rotation;
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::domain::rotation::{RotationKind, RotationState};

use super::db::Db;
use super::error::{StoreError, StoreResult};
use super::sealed::SealedCursor;
use super::tx::Tx;

/// A change of a key.
#[derive(Debug, Clone)]
pub struct KeyRotation {
    /// Its id.
    pub id: KeyRotationId,
    /// Which kind of key.
    pub kind: RotationKind,
    /// Whose key; [`SHARED`](super::SHARED) for keys of the instance.
    pub organisation: OrganisationId,
    /// How far it has come.
    pub state: RotationState,
    /// The key that everything is to be sealed under; 0 until it is made.
    pub to_version: u8,
    /// Of a new master key its check value; of a signing key its purpose.
    pub detail: Option<String>,
    /// Behind which row the present pass goes on.
    pub cursor: Option<SealedCursor>,
    /// Rows that the present pass has found under another key.
    pub found: i64,
    /// Rows that were sealed anew.
    pub moved: i64,
    /// Number of the transaction that brought it into its state.
    pub tx_no: i64,
    /// For optimistic concurrency.
    pub version: i32,
    /// When it was asked for.
    pub started_at: Timestamp,
    /// Since when it is in its state.
    pub changed_at: Timestamp,
    /// When nothing was left under another key.
    pub finished_at: Option<Timestamp>,
}

impl Db {
    /// Changes that are not at their end, oldest first.
    pub async fn running_rotations(&self) -> StoreResult<Vec<KeyRotation>> {
        let running = key_rotation::Entity::find().filter(key_rotation::Column::FinishedAt.is_null());
        let rows = running.order_by_asc(key_rotation::Column::Id).all(&self.readers()).await?;
        rows.into_iter().map(read).collect()
    }

    /// The last changes, newest first.
    pub async fn last_rotations(&self, limit: u64) -> StoreResult<Vec<KeyRotation>> {
        let rows = key_rotation::Entity::find().order_by_desc(key_rotation::Column::Id).limit(limit);
        rows.all(&self.readers()).await?.into_iter().map(read).collect()
    }

    /// A change by its id.
    pub async fn rotation(&self, id: KeyRotationId) -> StoreResult<Option<KeyRotation>> {
        key_rotation::Entity::find_by_id(id).one(&self.readers()).await?.map(read).transpose()
    }
}

impl Tx {
    /// Adds a change that is asked for.
    ///
    /// # Errors
    /// [`StoreError::Duplicate`] when one of the same key is on its way.
    pub async fn add_rotation(&self, new: &KeyRotation) -> StoreResult<()> {
        key_rotation::Entity::insert(active(new)?).exec_without_returning(self).await?;
        Ok(())
    }

    /// Writes a change over the version that was read; its own `version` is the new one.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when another worker has taken the same piece.
    pub async fn update_rotation(&self, changed: &KeyRotation) -> StoreResult<()> {
        let result = key_rotation::Entity::update_many()
            .set(active(changed)?)
            .filter(key_rotation::Column::Id.eq(changed.id))
            .filter(Expr::col(key_rotation::Column::Version).eq(changed.version - 1))
            .exec(self)
            .await?;
        if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }
}

fn active(rotation: &KeyRotation) -> StoreResult<key_rotation::ActiveModel> {
    let cursor = rotation.cursor.as_ref().map(serde_json::to_string).transpose();
    Ok(key_rotation::ActiveModel {
        id: Set(rotation.id),
        kind: Set(rotation.kind.as_str().to_owned()),
        organisation_id: Set(rotation.organisation),
        state: Set(rotation.state.as_str().to_owned()),
        to_version: Set(rotation.to_version.into()),
        detail: Set(rotation.detail.clone()),
        cursor: Set(cursor.map_err(|_| StoreError::corrupt("key_rotation", "cursor", rotation.id))?),
        found: Set(rotation.found),
        moved: Set(rotation.moved),
        tx_no: Set(rotation.tx_no),
        version: Set(rotation.version),
        started_at: Set(rotation.started_at.into()),
        changed_at: Set(rotation.changed_at.into()),
        finished_at: Set(rotation.finished_at.map(Into::into)),
    })
}

fn read(row: key_rotation::Model) -> StoreResult<KeyRotation> {
    let corrupt = |column| StoreError::corrupt("key_rotation", column, row.id);
    Ok(KeyRotation {
        id: row.id,
        kind: row.kind.parse().map_err(|_| corrupt("kind"))?,
        organisation: row.organisation_id,
        state: row.state.parse().map_err(|_| corrupt("state"))?,
        to_version: u8::try_from(row.to_version).map_err(|_| corrupt("to_version"))?,
        detail: row.detail,
        cursor: row.cursor.map(|text| serde_json::from_str(&text)).transpose().map_err(|_| corrupt("cursor"))?,
        found: row.found,
        moved: row.moved,
        tx_no: row.tx_no,
        version: row.version,
        started_at: row.started_at.0,
        changed_at: row.changed_at.0,
        finished_at: row.finished_at.map(|at| at.0),
    })
}
