//! Imported reference data: shared by all organisations, never changed once written.

use entity::reference_revision::{ActiveModel, Column, Entity};
use jiff::Timestamp;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::db::Db;
use super::error::StoreResult;
use super::tx::Tx;
use crate::domain::reference::ReferenceKind;

/// A text that is imported.
#[derive(Debug, Clone)]
pub struct ReferenceRevision {
    /// Which data it is.
    pub kind: ReferenceKind,
    /// Country and version, for example `FR-2026.2`.
    pub version: String,
    /// The text as it was read.
    pub content: String,
    /// SHA-256 of the content.
    pub digest: [u8; 32],
    /// Prefixed id of who imported it, or `system`.
    pub imported_by: String,
    /// When.
    pub imported_at: Timestamp,
}

/// That a text was imported: by whom and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferenceImport {
    /// Country and version.
    pub version: String,
    /// Prefixed id of who imported it, or `system`.
    pub imported_by: String,
    /// When.
    pub imported_at: Timestamp,
}

impl Db {
    /// The versions of all imported texts of a kind. There are few, so that looking again costs next to nothing.
    pub async fn reference_versions(&self, kind: ReferenceKind) -> StoreResult<Vec<String>> {
        versions(&self.readers(), kind).await
    }

    /// An imported text.
    pub async fn reference_content(&self, kind: ReferenceKind, version: &str) -> StoreResult<Option<String>> {
        content(&self.readers(), kind, version).await
    }

    /// What was imported of a kind, without the texts, in the order of time.
    pub async fn reference_imports(&self, kind: ReferenceKind) -> StoreResult<Vec<ReferenceImport>> {
        let rows = of(kind)
            .select_only()
            .columns([Column::Version, Column::ImportedBy, Column::ImportedAt])
            .order_by_asc(Column::ImportedAt)
            .order_by_asc(Column::Version)
            .into_tuple()
            .all(&self.readers())
            .await?;
        let import = |(version, imported_by, at): (_, _, entity::time::Instant)| ReferenceImport {
            version,
            imported_by,
            imported_at: at.0,
        };
        Ok(rows.into_iter().map(import).collect())
    }
}

impl Tx {
    /// As [`Db::reference_versions`], within this transaction.
    pub async fn reference_versions(&self, kind: ReferenceKind) -> StoreResult<Vec<String>> {
        versions(self, kind).await
    }

    /// As [`Db::reference_content`], within this transaction.
    pub async fn reference_content(&self, kind: ReferenceKind, version: &str) -> StoreResult<Option<String>> {
        content(self, kind, version).await
    }

    /// Keeps an imported text. A second one of the same version fails with [`super::StoreError::Duplicate`].
    pub async fn add_reference_revision(&self, revision: ReferenceRevision) -> StoreResult<()> {
        let row = ActiveModel {
            kind: Set(revision.kind.as_str().to_owned()),
            version: Set(revision.version),
            content: Set(revision.content),
            digest: Set(revision.digest.to_vec()),
            imported_by: Set(revision.imported_by),
            imported_at: Set(revision.imported_at.into()),
        };
        Entity::insert(row).exec_without_returning(self).await?;
        Ok(())
    }
}

fn of(kind: ReferenceKind) -> sea_orm::Select<Entity> {
    Entity::find().filter(Column::Kind.eq(kind.as_str()))
}

async fn versions<C: ConnectionTrait>(conn: &C, kind: ReferenceKind) -> StoreResult<Vec<String>> {
    Ok(of(kind).select_only().column(Column::Version).into_tuple().all(conn).await?)
}

async fn content<C: ConnectionTrait>(conn: &C, kind: ReferenceKind, version: &str) -> StoreResult<Option<String>> {
    let key = (kind.as_str().to_owned(), version.to_owned());
    Ok(Entity::find_by_id(key).one(conn).await?.map(|row| row.content))
}
