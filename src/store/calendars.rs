//! Imported calendars: shared by all organisations, never changed once written.

use entity::calendar_revision::{ActiveModel, Column, Entity};
use jiff::Timestamp;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QuerySelect};

use super::db::Db;
use super::error::StoreResult;
use super::tx::Tx;

/// A calendar that is imported.
#[derive(Debug, Clone)]
pub struct CalendarRevision {
    /// Country and version, for example `FR-2026.2`.
    pub version: String,
    /// The calendar as it was read.
    pub content: String,
    /// SHA-256 of the content.
    pub digest: [u8; 32],
    /// Prefixed id of who imported it, or `system`.
    pub imported_by: String,
    /// When.
    pub imported_at: Timestamp,
}

impl Db {
    /// The versions of all imported calendars. There are few, so that looking again costs next to nothing.
    pub async fn calendar_versions(&self) -> StoreResult<Vec<String>> {
        versions(self.readers()).await
    }

    /// The text of an imported calendar.
    pub async fn calendar_content(&self, version: &str) -> StoreResult<Option<String>> {
        content(self.readers(), version).await
    }
}

impl Tx {
    /// As [`Db::calendar_versions`], within this transaction.
    pub async fn calendar_versions(&self) -> StoreResult<Vec<String>> {
        versions(self).await
    }

    /// As [`Db::calendar_content`], within this transaction.
    pub async fn calendar_content(&self, version: &str) -> StoreResult<Option<String>> {
        content(self, version).await
    }

    /// Keeps an imported calendar. A second one of the same version fails with [`super::StoreError::Duplicate`].
    pub async fn add_calendar_revision(&self, revision: CalendarRevision) -> StoreResult<()> {
        let row = ActiveModel {
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

async fn versions<C: ConnectionTrait>(conn: &C) -> StoreResult<Vec<String>> {
    Ok(Entity::find().select_only().column(Column::Version).into_tuple().all(conn).await?)
}

async fn content<C: ConnectionTrait>(conn: &C, version: &str) -> StoreResult<Option<String>> {
    Ok(Entity::find_by_id(version).one(conn).await?.map(|row| row.content))
}
