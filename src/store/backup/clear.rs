//! An empty database, to be restored into.

use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use sqlx::sqlite::SqliteConnectOptions;

use crate::store::db::{self, Db, DbOptions};
use crate::store::error::{StoreError, StoreResult};

/// What keeps a database from being restored into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occupied {
    /// It holds something.
    InUse,
    /// A later version of the program was here.
    Later,
}

impl Db {
    /// How many steps of the schema these are; none when this program does not know one of them, or not in this order.
    pub fn known_steps(schema: &[String]) -> Option<u32> {
        let known = Migrator::migrations();
        let same = schema.len() <= known.len() && known.iter().zip(schema).all(|(step, taken)| step.name() == taken);
        same.then(|| u32::try_from(schema.len()).ok()).flatten()
    }

    /// The steps of the schema that the database has taken, in their order.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn taken_steps(&self) -> StoreResult<Vec<String>> {
        self.schema_steps().await
    }

    /// Looks whether a database can be restored into: it is not there, has no rows, or holds what a restore that was broken off has
    /// left.
    ///
    /// # Errors
    /// When the database cannot be read. That it holds something is no error but the answer.
    pub async fn occupied(options: &DbOptions) -> StoreResult<Option<Occupied>> {
        let Some(db) = Self::inspect(options).await? else { return Ok(None) };
        if !db.schema_state().await?.unknown.is_empty() {
            return Ok(Some(Occupied::Later));
        }
        if db.is_of_others().await? {
            return Ok(Some(Occupied::InUse));
        }
        if db.schema_steps().await?.is_empty()
            || db.is_being_restored().await?
            || db.snapshot().await?.is_empty().await?
        {
            return Ok(None);
        }
        Ok(Some(Occupied::InUse))
    }

    /// Whether this is a file of another program: it has tables, and none that this program makes first.
    async fn is_of_others(&self) -> StoreResult<bool> {
        if self.readers().get_database_backend() != DbBackend::Sqlite {
            // Of a schema that is shared with others no table but ours is removed.
            return Ok(false);
        }
        let sql = "SELECT COUNT(*) > 0 AND SUM(name = 'seaql_migrations') = 0 FROM sqlite_master WHERE type = 'table'";
        let row = self.readers().query_one_raw(Statement::from_string(DbBackend::Sqlite, sql)).await?;
        Ok(row.ok_or(StoreError::Unavailable)?.try_get_by_index::<Option<bool>>(0)?.unwrap_or(false))
    }

    /// Removes everything from a database that [`occupied`](Self::occupied) has found free, or into which a restore has failed.
    ///
    /// # Errors
    /// When the database or its file cannot be changed.
    pub async fn clear(options: &DbOptions) -> StoreResult<()> {
        if options.url.starts_with("sqlite:") {
            let path = options.url.parse::<SqliteConnectOptions>()?.get_filename().to_owned();
            for suffix in ["", "-wal", "-shm"] {
                let mut file = path.clone().into_os_string();
                file.push(suffix);
                match std::fs::remove_file(file) {
                    Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                        return Err(StoreError::from(sqlx::Error::Io(error)));
                    }
                    _ => {}
                }
            }
            return Ok(());
        }
        let owner = db::owner(options).await?;
        Migrator::reset(&owner).await?;
        owner.close().await?;
        Ok(())
    }
}
