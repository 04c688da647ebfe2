//! PostgreSQL's path for some rows: one statement with an array for each column.
//!
//! `COPY` is faster for each row, but ends with a message of its own that is held back until the server's side has acknowledged
//! the data before it, which it has no reason to hurry with: some forty milliseconds, whatever the number of rows. Most loads
//! are a handful of events, and a statement of arrays is one message.

use chrono::{DateTime, NaiveDate, Utc};
use jiff::civil::Date;
use sqlx::postgres::PgArguments;
use sqlx::{Arguments, AssertSqlSafe, PgConnection};
use uuid::Uuid;

use crate::store::error::{StoreError, StoreResult};

use super::{BulkRow, BulkTable, Cell};

/// Up to so many rows a statement of arrays is the faster way.
pub(super) const MOST_ROWS: usize = 500;

/// Inserts the rows.
pub(super) async fn load(connection: &mut PgConnection, table: &BulkTable, rows: Vec<BulkRow>) -> StoreResult<()> {
    let mut columns: Vec<Column> = (0..table.columns.len()).map(|_| Column::new(rows.len())).collect();
    for row in rows {
        for (column, cell) in columns.iter_mut().zip(row) {
            column.push(cell)?;
        }
    }
    let (mut arguments, mut given, mut selected) = (PgArguments::default(), Vec::new(), Vec::new());
    for (column, name) in columns.into_iter().zip(table.columns) {
        match column.values {
            // Nothing tells its type, and nothing needs to.
            None => selected.push("NULL"),
            Some(values) => {
                values.add_to(&mut arguments)?;
                given.push(*name);
                selected.push(*name);
            }
        }
    }
    let places: Vec<String> = (1..=given.len()).map(|number| format!("${number}")).collect();
    let sql = format!(
        "INSERT INTO {} ({}) SELECT {} FROM unnest({}) AS given ({})",
        table.name,
        table.columns.join(", "),
        selected.join(", "),
        places.join(", "),
        given.join(", ")
    );
    sqlx::query_with(AssertSqlSafe(sql), arguments).execute(connection).await?;
    Ok(())
}

/// The values of one column, absent ones among them.
struct Column {
    rows: usize,
    /// How many absent values came before the first one that shows the type.
    absent: usize,
    values: Option<Values>,
}

enum Values {
    Ids(Vec<Option<Uuid>>),
    Texts(Vec<Option<String>>),
    Bytes(Vec<Option<Vec<u8>>>),
    Ints(Vec<Option<i32>>),
    Bigs(Vec<Option<i64>>),
    Instants(Vec<Option<DateTime<Utc>>>),
    Days(Vec<Option<NaiveDate>>),
}

impl Column {
    const fn new(rows: usize) -> Self {
        Self { rows, absent: 0, values: None }
    }

    fn push(&mut self, cell: Cell) -> StoreResult<()> {
        if matches!(cell, Cell::Null) && self.values.is_none() {
            self.absent += 1;
            return Ok(());
        }
        let (rows, absent) = (self.rows, self.absent);
        let values = self.values.get_or_insert_with(|| Values::like(&cell, rows, absent));
        match (values, cell) {
            (Values::Ids(ids), Cell::Id(id)) => ids.push(Some(id)),
            (Values::Texts(texts), Cell::Text(text)) => texts.push(Some(text)),
            (Values::Texts(texts), Cell::Word(word)) => texts.push(Some(word.to_owned())),
            (Values::Texts(texts), Cell::Shared(text)) => texts.push(Some(text.as_ref().to_owned())),
            (Values::Bytes(all), Cell::Bytes(bytes)) => all.push(Some(bytes)),
            (Values::Ints(numbers), Cell::Int(number)) => numbers.push(Some(number)),
            (Values::Bigs(numbers), Cell::Big(number)) => numbers.push(Some(number)),
            (Values::Instants(instants), Cell::At(at)) => {
                instants.push(DateTime::from_timestamp_micros(at.as_microsecond()));
            }
            (Values::Days(days), Cell::Day(day)) => days.push(chrono_date(day)),
            (values, Cell::Null) => values.push_absent(),
            _ => return Err(StoreError::from(sqlx::Error::Encode("a column holds values of two types".into()))),
        }
        Ok(())
    }
}

impl Values {
    /// A list for values of the type of a cell, with the absent ones that came before it.
    fn like(cell: &Cell, rows: usize, absent: usize) -> Self {
        fn list<T: Clone>(rows: usize, absent: usize) -> Vec<Option<T>> {
            let mut list = Vec::with_capacity(rows);
            list.resize(absent, None);
            list
        }
        match cell {
            Cell::Id(_) => Self::Ids(list(rows, absent)),
            Cell::Bytes(_) => Self::Bytes(list(rows, absent)),
            Cell::Int(_) => Self::Ints(list(rows, absent)),
            Cell::Big(_) => Self::Bigs(list(rows, absent)),
            Cell::At(_) => Self::Instants(list(rows, absent)),
            Cell::Day(_) => Self::Days(list(rows, absent)),
            Cell::Null | Cell::Text(_) | Cell::Word(_) | Cell::Shared(_) => Self::Texts(list(rows, absent)),
        }
    }

    fn push_absent(&mut self) {
        match self {
            Self::Ids(list) => list.push(None),
            Self::Texts(list) => list.push(None),
            Self::Bytes(list) => list.push(None),
            Self::Ints(list) => list.push(None),
            Self::Bigs(list) => list.push(None),
            Self::Instants(list) => list.push(None),
            Self::Days(list) => list.push(None),
        }
    }

    fn add_to(self, arguments: &mut PgArguments) -> StoreResult<()> {
        let added = match self {
            Self::Ids(list) => arguments.add(list),
            Self::Texts(list) => arguments.add(list),
            Self::Bytes(list) => arguments.add(list),
            Self::Ints(list) => arguments.add(list),
            Self::Bigs(list) => arguments.add(list),
            Self::Instants(list) => arguments.add(list),
            Self::Days(list) => arguments.add(list),
        };
        added.map_err(|error| StoreError::from(sqlx::Error::Encode(error)))
    }
}

fn chrono_date(date: Date) -> Option<NaiveDate> {
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    NaiveDate::from_ymd_opt(i32::from(date.year()), u32::from(month), u32::from(day))
}
