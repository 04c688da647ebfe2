//! What can go wrong with the database, by what the caller can do about it.

use sea_orm::{DbErr, RuntimeErr, SqlErr};

/// Shorthand of the store.
pub type StoreResult<T> = Result<T, StoreError>;

/// A failure of the database or of what stands in it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A unique constraint holds already what was to be written.
    #[error("a row with the same key exists")]
    Duplicate,
    /// The row changed or went away since it was read, or another transaction was in the way and this one gave way to it.
    #[error("the row has changed since it was read")]
    Stale,
    /// The lease was lost to another worker; nothing was written.
    #[error("the lease was lost")]
    LeaseLost,
    /// A stored row contradicts the program. Names where, never what.
    #[error("a stored row of {table}.{column} cannot be read ({id})")]
    Corrupt {
        /// Table of the row.
        table: &'static str,
        /// Column that contradicts.
        column: &'static str,
        /// Prefixed id of the row.
        id: String,
    },
    /// The database cannot be reached or is shutting down.
    #[error("the database is not available")]
    Unavailable,
    /// A row of another organisation than the one for which the transaction was begun.
    #[error("a row of another organisation was to be written")]
    OutOfReach,
    /// The server lacks the roles that keep organisations apart, and this login may not make them.
    #[error(
        "the server lacks roles that keep organisations apart, and this login may not make them; an administrator runs, in \
         the place of CURRENT_USER with this login's name: {}", .0.join("; ")
    )]
    RolesMissing(Vec<String>),
    /// Any other failure. Its text may quote SQL but is logged without bound values.
    #[error("database failure: {0}")]
    Database(DbErr),
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        if let Some(SqlErr::UniqueConstraintViolation(_)) = error.sql_err() {
            return Self::Duplicate;
        }
        if gave_way(&error) {
            return Self::Stale;
        }
        match error {
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => Self::Unavailable,
            other => Self::Database(other),
        }
    }
}

/// Whether PostgreSQL undid the transaction to end a deadlock or because it could not be put in an order with another
/// (`deadlock_detected`, `serialization_failure`): again, it succeeds.
fn gave_way(error: &DbErr) -> bool {
    let (DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error))) = error else {
        return false;
    };
    let code = error.as_database_error().and_then(|error| error.code());
    code.is_some_and(|code| matches!(code.as_ref(), "40P01" | "40001"))
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Io(_) | sqlx::Error::WorkerCrashed => {
                Self::Unavailable
            }
            other => DbErr::Query(sea_orm::RuntimeErr::SqlxError(std::sync::Arc::new(other))).into(),
        }
    }
}

impl StoreError {
    /// Names a row that cannot be read.
    pub fn corrupt(table: &'static str, column: &'static str, id: impl ToString) -> Self {
        Self::Corrupt { table, column, id: id.to_string() }
    }
}
