//! What makes a restored database another course of history: marks in the row `instance`, and positions of feeds that no consumer has
//! seen.

use entity::id::{DataSubjectId, OrganisationId};
use entity::instance;
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, Statement};

use crate::store::db::Db;
use crate::store::error::{StoreError, StoreResult};
use crate::store::position;
use crate::store::tx::Tx;

impl Db {
    /// Whether a restore into this database was begun and has not ended.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn is_being_restored(&self) -> StoreResult<bool> {
        let row = instance::Entity::find_by_id(1).one(&self.readers()).await?;
        Ok(row.is_some_and(|row| row.restoring_since.is_some()))
    }

    /// People whose key is not there though they were not erased, in the order of their organisations and ids.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn people_without_key(&self, limit: u64) -> StoreResult<Vec<(OrganisationId, DataSubjectId)>> {
        let sql = "SELECT d.organisation_id, d.id FROM data_subject d WHERE d.erased_at IS NULL AND NOT EXISTS \
                   (SELECT 1 FROM subject_key k WHERE k.organisation_id = d.organisation_id AND k.data_subject_id = d.id) \
                   ORDER BY d.organisation_id, d.id LIMIT $1";
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let readers = self.readers();
        let statement = Statement::from_sql_and_values(readers.get_database_backend(), sql, [limit.into()]);
        let rows = readers.query_all_raw(statement).await?;
        rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
    }
}

impl Tx {
    /// Lets positions of feeds go on from a number that no course of this database's history has given: the microseconds of `now`,
    /// which all of them stay below, or the highest number that is stored. Takes effect when the database is opened again.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn go_on_from(&self, now: Timestamp) -> StoreResult<()> {
        let next = position::highest_stored(self).await?.saturating_add(1).max(now.as_microsecond());
        let own = match self.get_database_backend() {
            DbBackend::Postgres => position::postgres_transaction(self).await?,
            _ => 0,
        };
        let set = instance::Entity::update_many().col_expr(instance::Column::PositionBase, Expr::value(next - own));
        set.exec(self).await?;
        Ok(())
    }

    /// Says that the restore is done.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when none was under way.
    pub async fn end_restore(&self, now: Timestamp) -> StoreResult<()> {
        let nothing = Expr::value(sea_orm::Value::ChronoDateTimeUtc(None));
        let set = instance::Entity::update_many()
            .col_expr(instance::Column::RestoringSince, nothing)
            .col_expr(instance::Column::RestoredAt, Expr::value(entity::time::Instant(now)));
        match set.exec(self).await?.rows_affected {
            1 => Ok(()),
            _ => Err(StoreError::Stale),
        }
    }
}
