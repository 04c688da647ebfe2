//! Loading many rows at the speed of the database: binary `COPY` on PostgreSQL, prepared multi-row inserts on SQLite, both
//! inside the transaction of everything else.
//!
//! The two write the same rows; the tests of batches run on both.

use std::sync::Arc;

use chrono::Datelike;
use jiff::Timestamp;
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, Statement, Value};
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

/// Rows of one SQLite statement: fast, and far below the limit of 32,766 values.
const SQLITE_ROWS: usize = 500;
/// Bytes of one `COPY` message.
const COPY_CHUNK: usize = 1 << 20;
/// Microseconds between the Unix epoch and PostgreSQL's, 2000-01-01.
const POSTGRES_EPOCH_MICROS: i64 = 946_684_800_000_000;

impl Tx {
    /// Writes all rows, or fails as a whole.
    ///
    /// # Errors
    /// [`super::StoreError::Duplicate`] when a unique constraint holds already one of them.
    pub(super) async fn load(&self, table: &BulkTable, rows: &[BulkRow]) -> StoreResult<()> {
        if rows.is_empty() {
            return Ok(());
        }
        debug_assert!(rows.iter().all(|row| row.len() == table.columns.len()), "rows of {} match", table.name);
        if let Inner::Postgres(tx) = &mut *self.inner.lock().await {
            let sql = format!("COPY {} ({}) FROM STDIN (FORMAT BINARY)", table.name, table.columns.join(", "));
            let mut copy = tx.copy_in_raw(&sql).await?;
            let sent = async {
                for chunk in encode(rows) {
                    copy.send(chunk).await?;
                }
                Ok::<_, sqlx::Error>(())
            };
            if let Err(error) = sent.await {
                copy.abort("the rows could not be sent").await?;
                return Err(error.into());
            }
            copy.finish().await?;
            return Ok(());
        }
        for chunk in rows.chunks(SQLITE_ROWS) {
            self.execute_raw(multi_row_insert(table, chunk, self)).await?;
        }
        Ok(())
    }
}

fn multi_row_insert(table: &BulkTable, rows: &[BulkRow], tx: &Tx) -> Statement {
    let row = format!("({})", vec!["?"; table.columns.len()].join(","));
    let sql = format!(
        "INSERT INTO {} ({}) VALUES {}",
        table.name,
        table.columns.join(","),
        vec![row.as_str(); rows.len()].join(",")
    );
    let values = rows.iter().flatten().map(to_value);
    Statement::from_sql_and_values(tx.get_database_backend(), sql, values)
}

fn to_value(cell: &Cell) -> Value {
    match cell {
        Cell::Null => Value::String(None),
        Cell::Id(id) => (*id).into(),
        Cell::Text(text) => text.as_str().into(),
        Cell::Word(word) => (*word).into(),
        Cell::Shared(text) => text.as_ref().into(),
        Cell::Bytes(bytes) => bytes.as_slice().into(),
        Cell::Int(number) => (*number).into(),
        Cell::Big(number) => (*number).into(),
        Cell::At(instant) => entity::time::Instant(*instant).into(),
        Cell::Day(date) => entity::time::Day(*date).into(),
    }
}

/// The rows in the binary format of `COPY`, cut into messages.
fn encode(rows: &[BulkRow]) -> impl Iterator<Item = Vec<u8>> + Send + '_ {
    let mut rows = rows.iter();
    let mut started = false;
    let mut ended = false;
    std::iter::from_fn(move || {
        if ended {
            return None;
        }
        let mut out = Vec::with_capacity(COPY_CHUNK + 4096);
        if !started {
            started = true;
            out.extend_from_slice(b"PGCOPY\n\xff\r\n\0");
            out.extend_from_slice(&[0; 8]);
        }
        while out.len() < COPY_CHUNK {
            let Some(row) = rows.next() else {
                out.extend_from_slice(&(-1i16).to_be_bytes());
                ended = true;
                break;
            };
            let columns = i16::try_from(row.len()).expect("tables have few columns");
            out.extend_from_slice(&columns.to_be_bytes());
            row.iter().for_each(|cell| encode_cell(cell, &mut out));
        }
        Some(out)
    })
}

fn encode_cell(cell: &Cell, out: &mut Vec<u8>) {
    let mut put = |bytes: &[u8]| {
        let length = i32::try_from(bytes.len()).expect("values are shorter than 2 GiB");
        out.extend_from_slice(&length.to_be_bytes());
        out.extend_from_slice(bytes);
    };
    match cell {
        Cell::Null => out.extend_from_slice(&(-1i32).to_be_bytes()),
        Cell::Id(id) => put(id.as_bytes()),
        Cell::Text(text) => put(text.as_bytes()),
        Cell::Word(word) => put(word.as_bytes()),
        Cell::Shared(text) => put(text.as_bytes()),
        Cell::Bytes(bytes) => put(bytes),
        Cell::Int(number) => put(&number.to_be_bytes()),
        Cell::Big(number) => put(&number.to_be_bytes()),
        Cell::At(instant) => put(&(instant.as_microsecond() - POSTGRES_EPOCH_MICROS).to_be_bytes()),
        Cell::Day(date) => put(&days_since_2000(*date).to_be_bytes()),
    }
}

fn days_since_2000(date: Date) -> i32 {
    let day = |year: i32, month: u32, day: u32| {
        chrono::NaiveDate::from_ymd_opt(year, month, day).expect("a date of a calendar day").num_days_from_ce()
    };
    let (month, of_month) = (u32::from(date.month().unsigned_abs()), u32::from(date.day().unsigned_abs()));
    day(i32::from(date.year()), month, of_month) - day(2000, 1, 1)
}
