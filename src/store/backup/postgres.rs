//! Rows out of and into PostgreSQL, by `COPY`.

use futures::TryStreamExt;
use sqlx::{AssertSqlSafe, Executor, PgConnection};

use super::shape::{Shape, quoted};
use super::{BLOCK, Each};
use crate::backup::{Kind, Table, row};
use crate::store::error::{StoreError, StoreResult};
use crate::store::roles;

/// The beginning of the format, with no flag and no extension.
const HEADER: [u8; 19] = *b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";
/// The end of the rows.
const TRAILER: [u8; 2] = (-1i16).to_be_bytes();

/// Hands out the rows of a query in blocks.
pub(super) async fn read<E: From<StoreError>>(
    connection: &mut PgConnection,
    table: &Table,
    select: &str,
    each: &mut Each<'_, E>,
) -> Result<u64, E> {
    let failed = |error: sqlx::Error| E::from(StoreError::from(error));
    let sql = format!("COPY ({select}) TO STDOUT (FORMAT BINARY)");
    let mut stream = connection.copy_out_raw(&sql).await.map_err(failed)?;
    let (mut pending, mut whole, mut in_block, mut total) = (Vec::with_capacity(2 * BLOCK), 0, 0, 0);
    let (mut header_left, mut ended) = (HEADER.len(), false);
    while let Some(message) = stream.try_next().await.map_err(failed)? {
        let skipped = header_left.min(message.len());
        header_left -= skipped;
        pending.extend_from_slice(&message[skipped..]);
        while !ended {
            let rest = &pending[whole..];
            ended = rest == TRAILER;
            let Some(length) = row_length(rest, table.columns.len()).filter(|_| !ended) else { break };
            whole += length;
            in_block += 1;
        }
        if whole >= BLOCK {
            each(&pending[..whole], in_block)?;
            total += in_block;
            pending.drain(..whole);
            (whole, in_block) = (0, 0);
        }
    }
    if !ended {
        return Err(StoreError::corrupt("copy", "rows", &table.name).into());
    }
    if in_block > 0 {
        each(&pending[..whole], in_block)?;
    }
    Ok(total + in_block)
}

/// How long the first row is; none when it is not whole yet.
fn row_length(bytes: &[u8], columns: usize) -> Option<usize> {
    let mut at = 2;
    for _ in 0..columns {
        let length = i32::from_be_bytes(*bytes.get(at..)?.first_chunk()?);
        at += 4 + usize::try_from(length).unwrap_or(0);
    }
    (bytes.len() >= at).then_some(at)
}

/// Adds rows, as the role that may add and nothing else.
pub(super) async fn fill(connection: &mut PgConnection, shape: &Shape, table: &Table, block: &[u8]) -> StoreResult<()> {
    let names: Vec<String> = table.columns.iter().map(|column| quoted(&column.name)).collect();
    let sql = format!("COPY {} ({}) FROM STDIN (FORMAT BINARY)", quoted(&table.name), names.join(", "));
    let body = [HEADER.as_slice(), &narrowed(shape, table, block)?, &TRAILER].concat();
    connection.execute(AssertSqlSafe(format!("SET LOCAL ROLE {}", roles::LOADER))).await?;
    let mut copy = connection.copy_in_raw(&sql).await?;
    if let Err(error) = copy.send(body).await {
        copy.abort("the rows could not be sent").await?;
        return Err(error.into());
    }
    copy.finish().await?;
    connection.execute(AssertSqlSafe(format!("SET LOCAL ROLE {}", roles::SERVICE))).await?;
    Ok(())
}

/// The rows with numbers as wide as their columns.
fn narrowed(shape: &Shape, table: &Table, block: &[u8]) -> StoreResult<Vec<u8>> {
    let unreadable = || StoreError::corrupt("backup", "row", &table.name);
    let narrow: Vec<bool> =
        table.columns.iter().map(|column| column.kind == Kind::Number && shape.narrow.contains(&column.name)).collect();
    if !narrow.contains(&true) {
        return Ok(block.to_vec());
    }
    let mut out = Vec::with_capacity(block.len());
    for fields in row::rows(table, block) {
        let fields = fields.map_err(|_| unreadable())?;
        row::begin(&mut out, fields.len());
        for (field, narrow) in fields.into_iter().zip(&narrow) {
            match field.and_then(<[u8]>::first_chunk) {
                Some(wide) if *narrow => {
                    let number = i32::try_from(i64::from_be_bytes(*wide)).map_err(|_| unreadable())?;
                    row::put(&mut out, Some(&number.to_be_bytes()));
                }
                _ => row::put(&mut out, field),
            }
        }
    }
    Ok(out)
}
