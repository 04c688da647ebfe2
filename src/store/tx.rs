//! One write transaction, on either database.
//!
//! Our own type over the driver's, because SeaORM's transaction hides its connection: through this one both SeaORM's
//! statements and PostgreSQL's `COPY` run in the same transaction.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use sea_orm::{ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr, Statement};
use sea_query_sqlx::SqlxValues;
use sqlx::{AssertSqlSafe, Executor, Postgres, Sqlite, Transaction};
use tokio::sync::Mutex;

use super::error::StoreResult;
use super::position;
use super::reach::Reach;

pub(super) enum Inner {
    Postgres(Transaction<'static, Postgres>),
    Sqlite(Transaction<'static, Sqlite>),
}

/// A running write transaction. Handed to the work given to [`super::Db::write`], never made elsewhere.
pub struct Tx {
    pub(super) inner: Mutex<Inner>,
    backend: DbBackend,
    /// 0 until known.
    number: AtomicI64,
    position_base: i64,
    rows_loaded: AtomicU64,
    reach: Reach,
}

impl Tx {
    pub(super) fn postgres(transaction: Transaction<'static, Postgres>, position_base: i64, reach: Reach) -> Self {
        Self {
            inner: Mutex::new(Inner::Postgres(transaction)),
            backend: DbBackend::Postgres,
            number: AtomicI64::new(0),
            position_base,
            rows_loaded: AtomicU64::new(0),
            reach,
        }
    }

    pub(super) fn sqlite(transaction: Transaction<'static, Sqlite>) -> Self {
        Self {
            inner: Mutex::new(Inner::Sqlite(transaction)),
            backend: DbBackend::Sqlite,
            number: AtomicI64::new(0),
            position_base: 0,
            rows_loaded: AtomicU64::new(0),
            reach: Reach::Everybody,
        }
    }

    /// On SQLite the writer numbers each piece of work.
    pub(super) fn set_number(&self, number: i64) {
        self.number.store(number, Ordering::Relaxed);
    }

    /// Whose rows it may touch, as far as the database holds it to that.
    pub(super) fn reach(&self) -> Reach {
        self.reach
    }

    pub(super) fn count_rows(&self, more: usize) {
        self.rows_loaded.fetch_add(more as u64, Ordering::Relaxed);
    }

    /// Rows that were written in bulk.
    pub(super) fn rows_loaded(&self) -> u64 {
        self.rows_loaded.load(Ordering::Relaxed)
    }

    /// The number of this transaction, the first half of a [`super::Position`].
    pub async fn number(&self) -> StoreResult<i64> {
        let known = self.number.load(Ordering::Relaxed);
        if known != 0 {
            return Ok(known);
        }
        let number = position::postgres_transaction(self).await? + self.position_base;
        self.number.store(number, Ordering::Relaxed);
        Ok(number)
    }

    pub(super) async fn commit(self) -> StoreResult<()> {
        match self.inner.into_inner() {
            Inner::Postgres(transaction) => transaction.commit().await?,
            Inner::Sqlite(transaction) => transaction.commit().await?,
        }
        Ok(())
    }

    pub(super) async fn rollback(self) -> StoreResult<()> {
        match self.inner.into_inner() {
            Inner::Postgres(transaction) => transaction.rollback().await?,
            Inner::Sqlite(transaction) => transaction.rollback().await?,
        }
        Ok(())
    }
}

fn exec_error(error: sqlx::Error) -> DbErr {
    DbErr::Exec(RuntimeErr::SqlxError(std::sync::Arc::new(error)))
}

pub(super) fn query_error(error: sqlx::Error) -> DbErr {
    DbErr::Query(RuntimeErr::SqlxError(std::sync::Arc::new(error)))
}

/// The statement's text and values in the driver's form. The text comes from SeaQuery or from constants of the store.
pub(super) fn parts(statement: Statement) -> (AssertSqlSafe<String>, SqlxValues) {
    (AssertSqlSafe(statement.sql), SqlxValues(statement.values.unwrap_or_else(|| sea_orm::Values(Vec::new()))))
}

#[async_trait::async_trait]
impl ConnectionTrait for Tx {
    fn get_database_backend(&self) -> DbBackend {
        self.backend
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        let (sql, values) = parts(statement);
        match &mut *self.inner.lock().await {
            Inner::Postgres(tx) => {
                sqlx::query_with(sql, values).execute(&mut **tx).await.map(Into::into).map_err(exec_error)
            }
            Inner::Sqlite(tx) => {
                sqlx::query_with(sql, values).execute(&mut **tx).await.map(Into::into).map_err(exec_error)
            }
        }
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        let sql = AssertSqlSafe(sql.to_owned());
        match &mut *self.inner.lock().await {
            Inner::Postgres(tx) => tx.execute(sql).await.map(Into::into).map_err(exec_error),
            Inner::Sqlite(tx) => tx.execute(sql).await.map(Into::into).map_err(exec_error),
        }
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        let (sql, values) = parts(statement);
        match &mut *self.inner.lock().await {
            Inner::Postgres(tx) => sqlx::query_with(sql, values)
                .fetch_optional(&mut **tx)
                .await
                .map(|row| row.map(Into::into))
                .map_err(query_error),
            Inner::Sqlite(tx) => sqlx::query_with(sql, values)
                .fetch_optional(&mut **tx)
                .await
                .map(|row| row.map(Into::into))
                .map_err(query_error),
        }
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let (sql, values) = parts(statement);
        match &mut *self.inner.lock().await {
            Inner::Postgres(tx) => sqlx::query_with(sql, values)
                .fetch_all(&mut **tx)
                .await
                .map(|rows| rows.into_iter().map(Into::into).collect())
                .map_err(query_error),
            Inner::Sqlite(tx) => sqlx::query_with(sql, values)
                .fetch_all(&mut **tx)
                .await
                .map(|rows| rows.into_iter().map(Into::into).collect())
                .map_err(query_error),
        }
    }
}
