//! Loading many rows at the speed of the database: binary `COPY` on PostgreSQL, for few rows a statement of arrays, prepared
//! multi-row inserts on SQLite, each inside the transaction of everything else.
//!
//! They write the same rows; the tests of batches run on both.

mod arrays;
mod copy;
mod insert;

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::error::StoreResult;
use super::tx::{Inner, Tx};

/// One value of a row. Borrowed nowhere, so that rows can be made on another thread than the one that writes them.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Absent.
    Null,
    /// An id.
    Id(Uuid),
    /// A text.
    Text(String),
    /// A text known at compile time: a word of a closed list.
    Word(&'static str),
    /// A text that many rows have.
    Shared(Arc<str>),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A 32-bit integer.
    Int(i32),
    /// A 64-bit integer.
    Big(i64),
    /// An instant.
    At(Timestamp),
    /// A day.
    Day(Date),
}

impl Cell {
    /// `Null` when there is no value.
    pub fn or_null<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Null, cell)
    }
}

/// A table and the columns that rows fill, in order.
#[derive(Debug, Clone, Copy)]
pub struct BulkTable {
    /// Name of the table.
    pub name: &'static str,
    /// Names of the columns.
    pub columns: &'static [&'static str],
}

/// A row in the order of the table's columns.
pub type BulkRow = Vec<Cell>;

impl Tx {
    /// Writes all rows, or fails as a whole.
    ///
    /// # Errors
    /// [`super::StoreError::Duplicate`] when a unique constraint holds already one of them.
    pub(super) async fn load(&self, table: &BulkTable, rows: Vec<BulkRow>) -> StoreResult<()> {
        if rows.is_empty() {
            return Ok(());
        }
        debug_assert!(rows.iter().all(|row| row.len() == table.columns.len()), "rows of {} match", table.name);
        self.count_rows(rows.len());
        match &mut *self.inner.lock().await {
            Inner::Postgres(tx) if rows.len() <= arrays::MOST_ROWS => arrays::load(tx, table, rows).await,
            Inner::Postgres(tx) => copy::load(tx, table, &rows, self.reach()).await,
            Inner::Sqlite(tx) => insert::load(tx, table, rows).await,
        }
    }
}
