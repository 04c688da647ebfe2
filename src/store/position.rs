//! Positions in feeds that never skip an event.
//!
//! Ids alone cannot order a feed: a transaction that began earlier may commit later, and a reader that has already passed
//! would miss it. So each row of a feed carries the number of the transaction that wrote it, and a reader takes only rows
//! of transactions below the *horizon*: the oldest one still running. On PostgreSQL both come from the server's transaction
//! ids; on SQLite there is one writer, so that every committed row is below the horizon.
//! See `docs/decisions` for what was set aside.

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use uuid::Uuid;

use super::error::{StoreError, StoreResult};

/// A place in a feed: after the row with this transaction number and id. Opaque to callers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Number of the transaction.
    pub tx_no: i64,
    /// Id of the row within it.
    pub id: Uuid,
}

impl Position {
    /// Before everything.
    pub const START: Self = Self { tx_no: 0, id: Uuid::nil() };
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = [0u8; 24];
        bytes[..8].copy_from_slice(&self.tx_no.to_be_bytes());
        bytes[8..].copy_from_slice(self.id.as_bytes());
        f.write_str(&URL_SAFE_NO_PAD.encode(bytes))
    }
}

impl FromStr for Position {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let bytes: [u8; 24] = URL_SAFE_NO_PAD.decode(text).map_err(drop)?.try_into().map_err(drop)?;
        let (number, id) = bytes.split_at(8);
        let tx_no = i64::from_be_bytes(number.try_into().map_err(drop)?);
        Ok(Self { tx_no, id: Uuid::from_slice(id).map_err(drop)? })
    }
}

/// The first transaction number that a reader may not take yet.
pub(super) async fn horizon<C: ConnectionTrait>(conn: &C, base: i64) -> StoreResult<i64> {
    match conn.get_database_backend() {
        DbBackend::Postgres => {
            Ok(one_number(conn, "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint").await? + base)
        }
        _ => Ok(i64::MAX),
    }
}

/// The number of the current transaction on PostgreSQL.
pub(super) async fn postgres_transaction<C: ConnectionTrait>(conn: &C) -> StoreResult<i64> {
    one_number(conn, "SELECT pg_current_xact_id()::text::bigint").await
}

/// The highest number any feed holds.
pub(super) async fn highest_stored<C: ConnectionTrait>(conn: &C) -> StoreResult<i64> {
    let sql = "SELECT COALESCE(MAX(n), 0) FROM (SELECT MAX(tx_no) AS n FROM event UNION ALL SELECT MAX(tx_no) FROM inbox_item \
               UNION ALL SELECT MAX(tx_no) FROM audit_entry UNION ALL SELECT MAX(tx_no) FROM audit_log \
               UNION ALL SELECT MAX(tx_no) FROM audit_watch) numbers";
    one_number(conn, sql).await
}

async fn one_number<C: ConnectionTrait>(conn: &C, sql: &str) -> StoreResult<i64> {
    let statement = Statement::from_string(conn.get_database_backend(), sql);
    let row = conn.query_one_raw(statement).await?.ok_or(StoreError::Unavailable)?;
    Ok(row.try_get_by_index(0)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_keeps_the_order_and_comes_back() {
        let position = Position { tx_no: 77, id: Uuid::from_u128(5) };
        assert_eq!(position.to_string().parse(), Ok(position));
        assert!("".parse::<Position>().is_err());
        assert!("AAAA".parse::<Position>().is_err());
        assert!(Position::START < position);
    }
}
