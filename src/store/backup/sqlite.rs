//! Rows out of and into SQLite, whose values have forms of their own.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use futures::TryStreamExt;
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{Arguments, AssertSqlSafe, Row, SqliteConnection};
use uuid::Uuid;

use super::shape::quoted;
use super::{BLOCK, EPOCH_MICROS, Each};
use crate::backup::row::Field;
use crate::backup::{Kind, Table, row};
use crate::store::error::{StoreError, StoreResult};

/// Rows of a statement, at most.
const ROWS: usize = 250;
/// Values of a statement, at most; SQLite takes 32,766.
const VALUES: usize = 8_000;

/// Hands out the rows of a query in blocks.
pub(super) async fn read<E: From<StoreError>>(
    connection: &mut SqliteConnection,
    table: &Table,
    select: String,
    each: &mut Each<'_, E>,
) -> Result<u64, E> {
    let failed = |error: sqlx::Error| E::from(StoreError::from(error));
    let mut stream = sqlx::query(AssertSqlSafe(select)).fetch(connection);
    let (mut block, mut in_block, mut total) = (Vec::with_capacity(2 * BLOCK), 0, 0);
    while let Some(found) = stream.try_next().await.map_err(failed)? {
        row::begin(&mut block, table.columns.len());
        for (place, column) in table.columns.iter().enumerate() {
            put(&mut block, &found, place, column.kind).map_err(failed)?;
        }
        in_block += 1;
        if block.len() >= BLOCK {
            each(&block, in_block)?;
            total += in_block;
            block.clear();
            in_block = 0;
        }
    }
    if in_block > 0 {
        each(&block, in_block)?;
    }
    Ok(total + in_block)
}

fn put(out: &mut Vec<u8>, found: &SqliteRow, place: usize, kind: Kind) -> Result<(), sqlx::Error> {
    match kind {
        Kind::Id => row::put(out, found.try_get::<Option<Uuid>, _>(place)?.as_ref().map(|id| id.as_bytes().as_slice())),
        Kind::Text => row::put(out, found.try_get::<Option<&str>, _>(place)?.map(str::as_bytes)),
        Kind::Bytes => row::put(out, found.try_get::<Option<&[u8]>, _>(place)?),
        Kind::At => {
            let micros =
                found.try_get::<Option<DateTime<Utc>>, _>(place)?.map(|at| at.timestamp_micros() - EPOCH_MICROS);
            row::put(out, micros.map(i64::to_be_bytes).as_ref().map(|bytes| bytes.as_slice()));
        }
        Kind::Day => {
            let days = found.try_get::<Option<NaiveDate>, _>(place)?.map(|day| (day - epoch_day()).num_days());
            let days = days.map(|days| i32::try_from(days).unwrap_or(i32::MAX).to_be_bytes());
            row::put(out, days.as_ref().map(|bytes| bytes.as_slice()));
        }
        Kind::Number => {
            let number = found.try_get_unchecked::<Option<i64>, _>(place)?;
            row::put(out, number.map(i64::to_be_bytes).as_ref().map(|bytes| bytes.as_slice()));
        }
        Kind::Flag => {
            let flag = found.try_get::<Option<bool>, _>(place)?.map(|flag| [u8::from(flag)]);
            row::put(out, flag.as_ref().map(|bytes| bytes.as_slice()));
        }
    }
    Ok(())
}

/// Adds rows.
pub(super) async fn fill(connection: &mut SqliteConnection, table: &Table, block: &[u8]) -> StoreResult<()> {
    let unreadable = || StoreError::corrupt("backup", "row", &table.name);
    let most = ROWS.min(VALUES / table.columns.len().max(1)).max(1);
    let mut rows = row::rows(table, block).peekable();
    while rows.peek().is_some() {
        let (mut arguments, mut count) = (SqliteArguments::default(), 0);
        for fields in rows.by_ref().take(most) {
            for (field, column) in fields.map_err(|_| unreadable())?.into_iter().zip(&table.columns) {
                add(&mut arguments, field, column.kind)
                    .ok_or_else(unreadable)?
                    .map_err(|error| StoreError::from(sqlx::Error::Encode(error)))?;
            }
            count += 1;
        }
        let sql = insert(table, count);
        sqlx::query_with(AssertSqlSafe(sql), arguments).persistent(count == most).execute(&mut *connection).await?;
    }
    Ok(())
}

fn insert(table: &Table, rows: usize) -> String {
    let names: Vec<String> = table.columns.iter().map(|column| quoted(&column.name)).collect();
    let row = format!("({})", vec!["?"; names.len()].join(","));
    format!("INSERT INTO {} ({}) VALUES {}", quoted(&table.name), names.join(","), vec![row.as_str(); rows].join(","))
}

type Added = Result<(), sqlx::error::BoxDynError>;

/// Adds a value in the form in which the store keeps it; none when it is no value of its kind.
fn add(arguments: &mut SqliteArguments, field: Field<'_>, kind: Kind) -> Option<Added> {
    let Some(bytes) = field else { return Some(arguments.add(None::<i64>)) };
    Some(match kind {
        Kind::Id => arguments.add(Uuid::from_slice(bytes).ok()?),
        Kind::Text => arguments.add(std::str::from_utf8(bytes).ok()?.to_owned()),
        Kind::Bytes => arguments.add(bytes.to_vec()),
        Kind::At => {
            let micros = i64::from_be_bytes(*bytes.first_chunk()?).checked_add(EPOCH_MICROS)?;
            arguments.add(DateTime::from_timestamp_micros(micros)?)
        }
        Kind::Day => {
            let days = TimeDelta::try_days(i32::from_be_bytes(*bytes.first_chunk()?).into())?;
            arguments.add(epoch_day().checked_add_signed(days)?)
        }
        Kind::Number => arguments.add(i64::from_be_bytes(*bytes.first_chunk()?)),
        Kind::Flag => arguments.add(*bytes.first()? != 0),
    })
}

/// The day from which days are counted.
fn epoch_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2000, 1, 1).expect("a date of a calendar")
}
