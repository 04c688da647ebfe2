//! Opening a database, reading from it, and the one way to change it.

use std::sync::Arc;
use std::time::Duration;

use entity::instance;
use futures::future::BoxFuture;
use migration::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, EntityTrait, SqlxPostgresConnector, SqlxSqliteConnector, Statement,
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{AssertSqlSafe, ConnectOptions, PgPool};
use tokio::sync::mpsc;

use super::error::{StoreError, StoreResult};
use super::group::{self, Durable};
use super::reach::Reach;
use super::reader::Reader;
use super::tenant::Tenant;
use super::tx::Tx;
use super::{planner, position, roles, writer};
use entity::id::OrganisationId;

/// Where the database is and how many connections it may use.
#[derive(Debug, Clone)]
pub struct DbOptions {
    /// `sqlite:PATH` or `postgres://…`.
    pub url: String,
    /// Upper bound of connections to PostgreSQL, or of readers of SQLite.
    pub max_connections: u32,
}

enum Writer {
    Postgres(PgPool),
    Sqlite(mpsc::Sender<writer::Job>),
}

/// An open database, within the reach of whoever uses it. Clones share it.
#[derive(Clone)]
pub struct Db {
    readers: DatabaseConnection,
    reach: Reach,
    writer: Arc<Writer>,
    position_base: i64,
}

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

impl Db {
    /// Opens the database and brings its schema up to date.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when it cannot be reached within five seconds.
    pub async fn open(options: &DbOptions) -> StoreResult<Self> {
        Self::open_at(options, None).await
    }

    /// The same with a schema of so many further steps only: that of an older backup, before it is brought up to date.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub async fn open_at(options: &DbOptions, steps: Option<u32>) -> StoreResult<Self> {
        if options.url.starts_with("sqlite:") {
            open_sqlite(options, steps).await
        } else {
            open_postgres(options, steps).await
        }
    }

    /// Opens a database as it is, for a look at it: nothing is made or migrated, and nothing can be written. None when it is
    /// embedded and not there yet.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when it cannot be reached within five seconds.
    pub async fn inspect(options: &DbOptions) -> StoreResult<Option<Self>> {
        let readers = if options.url.starts_with("sqlite:") {
            let connect = options.url.parse::<SqliteConnectOptions>()?.read_only(true).disable_statement_logging();
            if !connect.get_filename().exists() {
                return Ok(None);
            }
            let pool =
                SqlitePoolOptions::new().max_connections(options.max_connections).acquire_timeout(CONNECT_TIMEOUT);
            SqlxSqliteConnector::from_sqlx_sqlite_pool(pool.connect_with(connect).await?)
        } else {
            let connect = options.url.parse::<PgConnectOptions>()?.application_name("recourse doctor");
            let connect = connect.options([("default_transaction_read_only", "on")]).disable_statement_logging();
            let pool = PgPoolOptions::new().max_connections(options.max_connections).acquire_timeout(CONNECT_TIMEOUT);
            SqlxPostgresConnector::from_sqlx_postgres_pool(pool.connect_with(connect).await?)
        };
        // A writer whose other end is gone refuses all work.
        let (nobody, _) = mpsc::channel(1);
        let writer = Arc::new(Writer::Sqlite(nobody));
        Ok(Some(Self { readers, reach: Reach::Everybody, writer, position_base: 0 }))
    }

    /// The same database for one organisation: on PostgreSQL it shows and takes no other's rows.
    #[must_use]
    pub fn of(&self, organisation: OrganisationId) -> Self {
        Self { reach: Reach::One(organisation), ..self.clone() }
    }

    /// Whose rows are within reach.
    pub fn reach(&self) -> Reach {
        self.reach
    }

    /// The connections that reading goes through.
    pub(super) fn connection(&self) -> &DatabaseConnection {
        &self.readers
    }

    /// The connection for reading, for queries over shared tables and over the rows of whoever is within reach.
    pub(super) fn readers(&self) -> Reader {
        Reader::new(&self.readers, self.reach)
    }

    /// The door to one tenant's rows, for reading. To another than the one within reach it is there, and nothing behind it.
    pub fn tenant(&self, organisation: OrganisationId) -> Tenant<'static, Reader> {
        let reach = match self.reach {
            Reach::Everybody => Reach::One(organisation),
            one @ Reach::One(_) => one,
        };
        Tenant::owning(Reader::new(&self.readers, reach), organisation)
    }

    /// Whether this is the embedded database.
    pub fn is_embedded(&self) -> bool {
        matches!(*self.writer, Writer::Sqlite(_))
    }

    /// Runs `work` in one transaction and returns once its effects are durable.
    ///
    /// An error from `work` undoes all of it. The work must not wait for anything but the database: on SQLite all
    /// writers wait behind it.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: for<'a> FnOnce(&'a Tx) -> BoxFuture<'a, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &*self.writer {
            Writer::Postgres(pool) => {
                // A connection whose last user went away in the middle of beginning says so once, and is good again.
                let beginning = || AssertSqlSafe(roles::begin(self.reach, ""));
                let begun = match pool.begin_with(beginning()).await {
                    Err(sqlx::Error::BeginFailed) => pool.begin_with(beginning()).await,
                    begun => begun,
                };
                let tx = Tx::postgres(begun.map_err(StoreError::from)?, self.position_base, self.reach);
                match work(&tx).await {
                    Ok(value) => {
                        tx.commit().await?;
                        Ok(value)
                    }
                    Err(error) => {
                        // The connection is dropped with its transaction when even that fails.
                        let _ = tx.rollback().await;
                        Err(error)
                    }
                }
            }
            Writer::Sqlite(sender) => group::write(sender, work).await,
        }
    }

    /// Runs bulk `work` in a transaction and returns once it has run, which can be before its effects are durable: on SQLite
    /// the next piece of work may join the same transaction. Nobody may be told of the effects before [`Durable::wait`] has
    /// ended well; readers do not see them until then, later writes do.
    ///
    /// An error from `work` undoes all of it, and nothing else.
    pub async fn write_ahead<E, F>(&self, work: F) -> Result<Durable, E>
    where
        F: for<'a> FnOnce(&'a Tx) -> BoxFuture<'a, Result<(), E>> + Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &*self.writer {
            Writer::Postgres(_) => self.write(work).await.map(|()| Durable::already()),
            Writer::Sqlite(sender) => group::write_ahead(sender, work).await,
        }
    }

    /// Has all work that ran ahead until now committed, whoever gave it, so that readers see it.
    ///
    /// # Errors
    /// When the database cannot commit.
    pub async fn commit_ahead(&self) -> StoreResult<()> {
        match &*self.writer {
            Writer::Postgres(_) => Ok(()),
            // Work that is waited for ends the transaction it joins.
            Writer::Sqlite(sender) => group::write(sender, |_| Box::pin(async { Ok(()) })).await,
        }
    }

    /// The first transaction number that readers of feeds may not take yet, see [`super::Position`].
    pub async fn horizon(&self) -> StoreResult<i64> {
        position::horizon(&self.readers, self.position_base).await
    }

    /// Asks the database for a sign of life.
    pub async fn ping(&self) -> StoreResult<()> {
        let statement = Statement::from_string(self.readers.get_database_backend(), "SELECT 1");
        self.readers.query_one_raw(statement).await?.map(drop).ok_or(StoreError::Unavailable)
    }

    /// Name and version of the database, for `doctor`.
    pub async fn describe(&self) -> StoreResult<String> {
        let (name, sql) = match self.readers.get_database_backend() {
            DbBackend::Postgres => ("PostgreSQL", "SELECT current_setting('server_version')"),
            _ => ("SQLite", "SELECT sqlite_version()"),
        };
        let statement = Statement::from_string(self.readers.get_database_backend(), sql);
        let row = self.readers.query_one_raw(statement).await?.ok_or(StoreError::Unavailable)?;
        let version: String = row.try_get_by_index(0)?;
        Ok(format!("{name} {version}"))
    }
}

fn postgres_options(options: &DbOptions) -> StoreResult<PgConnectOptions> {
    Ok(options.url.parse::<PgConnectOptions>()?.application_name("recourse").disable_statement_logging())
}

/// A connection to PostgreSQL as the login itself, which owns the schema and is used for nothing else.
pub(super) async fn owner(options: &DbOptions) -> StoreResult<DatabaseConnection> {
    let pool = PgPoolOptions::new().max_connections(1).acquire_timeout(CONNECT_TIMEOUT);
    let owner = SqlxPostgresConnector::from_sqlx_postgres_pool(pool.connect_with(postgres_options(options)?).await?);
    roles::provide(&owner).await?;
    Ok(owner)
}

async fn open_postgres(options: &DbOptions, steps: Option<u32>) -> StoreResult<Db> {
    let owner = owner(options).await?;
    Migrator::up(&owner, steps).await?;
    owner.close().await?;
    let pool = PgPoolOptions::new().max_connections(options.max_connections).acquire_timeout(CONNECT_TIMEOUT);
    let pool = pool.connect_with(postgres_options(options)?.options([("role", roles::SERVICE)])).await?;
    let readers = SqlxPostgresConnector::from_sqlx_postgres_pool(pool.clone());
    let position_base = position_base(&readers).await?;
    Ok(Db { readers, reach: Reach::Everybody, writer: Arc::new(Writer::Postgres(pool)), position_base })
}

/// What SQLite's writer is told beside what every connection is: how much of the file it keeps (KiB after the minus sign), after
/// how many pages of the log it brings them home, and how long the log's file may stay.
pub const SQLITE_WRITER: [(&str, &str); 3] =
    [("cache_size", "-40960"), ("wal_autocheckpoint", "4000"), ("journal_size_limit", "134217728")];
/// The same for each reader: little, because every commit empties it and the pages are in the system's cache anyway.
const READER_CACHE: &str = "-4096";

async fn open_sqlite(options: &DbOptions, steps: Option<u32>) -> StoreResult<Db> {
    let connect: SqliteConnectOptions = options
        .url
        .parse::<SqliteConnectOptions>()?
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(CONNECT_TIMEOUT)
        .pragma("trusted_schema", "OFF")
        .disable_statement_logging();
    let write_pool = SqlitePoolOptions::new()
        .max_connections(1)
        .acquire_timeout(CONNECT_TIMEOUT)
        .connect_with(
            SQLITE_WRITER.into_iter().fold(connect.clone(), |connect, (name, value)| connect.pragma(name, value)),
        )
        .await?;
    let writing = SqlxSqliteConnector::from_sqlx_sqlite_pool(write_pool.clone());
    Migrator::up(&writing, steps).await?;
    planner::tell(&write_pool).await?;
    let last_number = position::highest_stored(&writing).await?.max(position_base(&writing).await?);
    let read_pool = SqlitePoolOptions::new()
        .max_connections(options.max_connections.min(8))
        .acquire_timeout(CONNECT_TIMEOUT)
        .connect_with(connect.read_only(true).pragma("cache_size", READER_CACHE))
        .await?;
    let readers = SqlxSqliteConnector::from_sqlx_sqlite_pool(read_pool);
    let writer = Arc::new(Writer::Sqlite(writer::start(write_pool, last_number)));
    Ok(Db { readers, reach: Reach::Everybody, writer, position_base: 0 })
}

async fn position_base<C: ConnectionTrait>(conn: &C) -> StoreResult<i64> {
    Ok(instance::Entity::find_by_id(1).one(conn).await?.map_or(0, |row| row.position_base))
}
