//! Reading, within the reach of whoever reads.

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr, Statement};
use sqlx::{AssertSqlSafe, PgPool, Postgres, Transaction};

use super::reach::Reach;
use super::roles;
use super::tx::{parts, query_error};

/// A connection for reading. On PostgreSQL, what is read for one organisation is read in a transaction that names it, so that
/// the database itself shows no row of another.
#[derive(Clone)]
pub struct Reader(Within);

#[derive(Clone)]
enum Within {
    /// What a query says, and no more.
    Query(DatabaseConnection),
    /// A query in a transaction of its own that begins so.
    Transaction(PgPool, String),
}

impl Reader {
    /// A reader of so much.
    pub(super) fn new(connection: &DatabaseConnection, reach: Reach) -> Self {
        match reach {
            Reach::One(_) if connection.get_database_backend() == DbBackend::Postgres => Self(Within::Transaction(
                connection.get_postgres_connection_pool().clone(),
                roles::begin(reach, "READ ONLY"),
            )),
            _ => Self(Within::Query(connection.clone())),
        }
    }
}

async fn begin(pool: &PgPool, beginning: &str) -> Result<Transaction<'static, Postgres>, DbErr> {
    let beginning = || AssertSqlSafe(beginning.to_owned());
    let begun = match pool.begin_with(beginning()).await {
        // A connection whose last user went away in the middle of beginning says so once, and is good again.
        Err(sqlx::Error::BeginFailed) => pool.begin_with(beginning()).await,
        begun => begun,
    };
    begun.map_err(|error| match error {
        sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Io(_) => {
            DbErr::Conn(RuntimeErr::SqlxError(std::sync::Arc::new(error)))
        }
        error => query_error(error),
    })
}

#[async_trait::async_trait]
impl ConnectionTrait for Reader {
    fn get_database_backend(&self) -> DbBackend {
        match &self.0 {
            Within::Query(connection) => connection.get_database_backend(),
            Within::Transaction(..) => DbBackend::Postgres,
        }
    }

    /// Writes nothing: a reader's connection or transaction is read-only, and the database refuses.
    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        match &self.0 {
            Within::Query(connection) => connection.execute_raw(statement).await,
            Within::Transaction(pool, beginning) => {
                let (sql, values) = parts(statement);
                let mut tx = begin(pool, beginning).await?;
                let done = sqlx::query_with(sql, values).execute(&mut *tx).await.map_err(query_error)?;
                tx.commit().await.map_err(query_error)?;
                Ok(done.into())
            }
        }
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.execute_raw(Statement::from_string(self.get_database_backend(), sql)).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        match &self.0 {
            Within::Query(connection) => connection.query_one_raw(statement).await,
            Within::Transaction(pool, beginning) => {
                let (sql, values) = parts(statement);
                let mut tx = begin(pool, beginning).await?;
                let row = sqlx::query_with(sql, values).fetch_optional(&mut *tx).await.map_err(query_error)?;
                tx.commit().await.map_err(query_error)?;
                Ok(row.map(Into::into))
            }
        }
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        match &self.0 {
            Within::Query(connection) => connection.query_all_raw(statement).await,
            Within::Transaction(pool, beginning) => {
                let (sql, values) = parts(statement);
                let mut tx = begin(pool, beginning).await?;
                let rows = sqlx::query_with(sql, values).fetch_all(&mut *tx).await.map_err(query_error)?;
                tx.commit().await.map_err(query_error)?;
                Ok(rows.into_iter().map(Into::into).collect())
            }
        }
    }
}
