//! SQLite's bulk path: prepared inserts of many rows.
//!
//! Most of the time of such a statement goes into handing values over, and many columns hold one value in all rows of a load:
//! the organisation, the campaign, the instant. Such a value is handed over once for the whole statement.

use chrono::{DateTime, NaiveDate};
use jiff::civil::Date;
use sqlx::sqlite::SqliteArguments;
use sqlx::{Arguments, AssertSqlSafe, SqliteConnection};

use crate::store::error::{StoreError, StoreResult};

use super::{BulkRow, BulkTable, Cell};

/// Rows of a statement: fast, and far below the limit of 32,766 values. Only statements of this length are kept prepared; what
/// is left over has a length of its own each time.
const ROWS: usize = 250;

/// Inserts the rows.
pub(super) async fn load(connection: &mut SqliteConnection, table: &BulkTable, rows: Vec<BulkRow>) -> StoreResult<()> {
    let shared = shared_columns(table, &rows);
    let whole = insert(table, &shared, ROWS.min(rows.len()));
    let mut rows = rows.into_iter();
    while rows.len() > 0 {
        let count = rows.len().min(ROWS);
        let arguments = arguments(&shared, rows.by_ref().take(count))?;
        let sql = if count == ROWS { whole.clone() } else { insert(table, &shared, count) };
        let query = sqlx::query_with(AssertSqlSafe(sql), arguments).persistent(count == ROWS);
        query.execute(&mut *connection).await?;
    }
    Ok(())
}

/// Which columns hold one value in all rows.
fn shared_columns(table: &BulkTable, rows: &[BulkRow]) -> Vec<bool> {
    let (first, others) = rows.split_first().expect("there are rows");
    let same = |column: usize| !others.is_empty() && others.iter().all(|row| row[column] == first[column]);
    (0..table.columns.len()).map(same).collect()
}

/// The statement. Values of rows are anonymous and come first; a shared one is named by its place among the arguments.
fn insert(table: &BulkTable, shared: &[bool], rows: usize) -> String {
    let mut place = rows * shared.iter().filter(|shared| !**shared).count();
    let mut value = |shared: &bool| {
        if *shared {
            place += 1;
            format!("${place}")
        } else {
            "?".to_owned()
        }
    };
    let row: Vec<String> = shared.iter().map(&mut value).collect();
    let row = format!("({})", row.join(","));
    let rows = vec![row.as_str(); rows].join(",");
    format!("INSERT INTO {} ({}) VALUES {rows}", table.name, table.columns.join(","))
}

fn arguments(shared: &[bool], rows: impl Iterator<Item = BulkRow>) -> StoreResult<SqliteArguments> {
    let mut arguments = SqliteArguments::default();
    let mut last = Vec::new();
    for (index, row) in rows.enumerate() {
        for (cell, shared) in row.into_iter().zip(shared) {
            if !shared {
                add(&mut arguments, cell)?;
            } else if index == 0 {
                last.push(cell);
            }
        }
    }
    last.into_iter().try_for_each(|cell| add(&mut arguments, cell))?;
    Ok(arguments)
}

fn add(arguments: &mut SqliteArguments, cell: Cell) -> StoreResult<()> {
    let added = match cell {
        Cell::Null => arguments.add(None::<i64>),
        Cell::Id(id) => arguments.add(id),
        Cell::Text(text) => arguments.add(text),
        Cell::Word(word) => arguments.add(word),
        Cell::Shared(text) => arguments.add(text),
        Cell::Bytes(bytes) => arguments.add(bytes),
        Cell::Int(number) => arguments.add(number),
        Cell::Big(number) => arguments.add(number),
        Cell::At(instant) => arguments.add(DateTime::from_timestamp_micros(instant.as_microsecond())),
        Cell::Day(date) => arguments.add(chrono_date(date)),
    };
    added.map_err(|error| StoreError::from(sqlx::Error::Encode(error)))
}

/// The same text as SeaORM stores for [`entity::time::Day`].
fn chrono_date(date: Date) -> Option<NaiveDate> {
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    NaiveDate::from_ymd_opt(i32::from(date.year()), u32::from(month), u32::from(day))
}
