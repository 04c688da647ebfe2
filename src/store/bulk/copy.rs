//! PostgreSQL's bulk path: rows in the binary format of `COPY`.

use chrono::Datelike;
use jiff::civil::Date;
use sqlx::{AssertSqlSafe, Executor, PgConnection};

use crate::measure::Protection;
use crate::store::error::{StoreError, StoreResult};
use crate::store::reach::Reach;
use crate::store::roles;

use super::{BulkRow, BulkTable, Cell};

/// Bytes of one message.
const MESSAGE: usize = 1 << 20;
/// Microseconds between the Unix epoch and PostgreSQL's, 2000-01-01.
const POSTGRES_EPOCH_MICROS: i64 = 946_684_800_000_000;

/// Copies the rows in, as the role that may do this and nothing else; the transaction's own role takes over again after it.
///
/// # Errors
/// [`StoreError::OutOfReach`] when a row is of another organisation than the transaction, before anything is sent.
pub(super) async fn load(
    connection: &mut PgConnection,
    table: &BulkTable,
    rows: &[BulkRow],
    reach: Reach,
) -> StoreResult<()> {
    if let Reach::One(organisation) = reach
        && let Some(column) = table.columns.iter().position(|column| *column == "organisation_id")
        && rows.iter().any(|row| row[column] != Cell::Id(organisation.0))
    {
        return Err(StoreError::OutOfReach);
    }
    if Protection::Isolation.is_off() {
        return copy(connection, table, rows).await;
    }
    act_as(connection, roles::LOADER).await?;
    copy(connection, table, rows).await?;
    act_as(connection, roles::of(reach)).await
}

async fn act_as(connection: &mut PgConnection, role: &'static str) -> StoreResult<()> {
    connection.execute(AssertSqlSafe(format!("SET LOCAL ROLE {role}"))).await?;
    Ok(())
}

async fn copy(connection: &mut PgConnection, table: &BulkTable, rows: &[BulkRow]) -> StoreResult<()> {
    let sql = format!("COPY {} ({}) FROM STDIN (FORMAT BINARY)", table.name, table.columns.join(", "));
    let mut copy = connection.copy_in_raw(&sql).await?;
    let sent = async {
        for message in encode(rows) {
            copy.send(message).await?;
        }
        Ok::<_, sqlx::Error>(())
    };
    if let Err(error) = sent.await {
        copy.abort("the rows could not be sent").await?;
        return Err(error.into());
    }
    copy.finish().await?;
    Ok(())
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
        let mut out = Vec::with_capacity(MESSAGE + 4096);
        if !started {
            started = true;
            out.extend_from_slice(b"PGCOPY\n\xff\r\n\0");
            out.extend_from_slice(&[0; 8]);
        }
        while out.len() < MESSAGE {
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
