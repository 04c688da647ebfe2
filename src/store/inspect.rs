//! Looking at a database without making, migrating or writing anything: for `doctor`.

use jiff::Timestamp;
use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use super::db::Db;
use super::error::{StoreError, StoreResult};

/// How the schema of a database stands to this program.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SchemaState {
    /// Steps that the program brings and the database has not taken.
    pub missing: Vec<String>,
    /// Steps of the database that the program does not know: a later version was here.
    pub unknown: Vec<String>,
}

impl Db {
    /// How the schema stands.
    pub async fn schema_state(&self) -> StoreResult<SchemaState> {
        let known: Vec<String> = Migrator::migrations().iter().map(|step| step.name().to_owned()).collect();
        let taken = self.schema_steps().await?;
        Ok(SchemaState {
            missing: known.iter().filter(|step| !taken.contains(step)).cloned().collect(),
            unknown: taken.iter().filter(|step| !known.contains(step)).cloned().collect(),
        })
    }

    /// The steps the database has taken; none when it is empty.
    pub(super) async fn schema_steps(&self) -> StoreResult<Vec<String>> {
        let backend = self.readers().get_database_backend();
        let exists = match backend {
            DbBackend::Postgres => "SELECT to_regclass('seaql_migrations') IS NOT NULL",
            _ => "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'seaql_migrations')",
        };
        let row = self.readers().query_one_raw(Statement::from_string(backend, exists)).await?;
        let exists: bool = row.ok_or(StoreError::Unavailable)?.try_get_by_index(0)?;
        if !exists {
            return Ok(Vec::new());
        }
        let steps = Statement::from_string(backend, "SELECT version FROM seaql_migrations ORDER BY version");
        let rows = self.readers().query_all_raw(steps).await?;
        Ok(rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<_, _>>()?)
    }

    /// The time by the database's own clock, which leases go by.
    pub async fn clock(&self) -> StoreResult<Timestamp> {
        let backend = self.readers().get_database_backend();
        let sql = match backend {
            DbBackend::Postgres => "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)",
            _ => "SELECT CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)",
        };
        let row = self.readers().query_one_raw(Statement::from_string(backend, sql)).await?;
        let millis: i64 = row.ok_or(StoreError::Unavailable)?.try_get_by_index(0)?;
        Timestamp::from_millisecond(millis).map_err(|_| StoreError::Unavailable)
    }
}
