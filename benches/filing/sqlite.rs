//! SQLite's limit: prepared inserts of many rows, 10,000 rows to a transaction, into the same schema in a fresh file, with the
//! settings that the service gives its writer. Foreign keys are not checked there, which makes the limit higher, not lower.

use std::path::Path;
use std::time::{Duration, Instant};

use futures::TryStreamExt;
use recourse::store::SQLITE_WRITER;
use sqlx::sqlite::{
    SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqliteRow, SqliteSynchronous, SqliteValueRef,
};
use sqlx::{
    Arguments, AssertSqlSafe, ConnectOptions, Decode, Executor, Row, Sqlite, SqliteConnection, TypeInfo, ValueRef,
};

use crate::limit::{Limit, TABLES};

/// Rows of a transaction.
const TRANSACTION: usize = 10_000;
/// Rows of a statement.
const STATEMENT: usize = 500;

enum Cell {
    Null,
    Integer(i64),
    Real(f64),
    Text(String),
    Blob(Vec<u8>),
}

/// Reads every row that filing has left, piece by piece, and loads them all into a fresh file. Reading is not counted.
pub async fn limit(url: &str) -> Limit {
    let source: SqliteConnectOptions = url.parse().expect("an address");
    let mut source = source.connect().await.expect("the database opens");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut target = fresh(&folder.path().join("limit.db")).await;
    let schema = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' \
                  ORDER BY CASE type WHEN 'table' THEN 0 ELSE 1 END";
    let statements: Vec<String> = sqlx::query_scalar(schema).fetch_all(&mut source).await.expect("the schema");
    for statement in statements {
        target.execute(AssertSqlSafe(statement)).await.expect("the same schema");
    }
    let (mut rows, mut spent) = (0, Duration::ZERO);
    for table in TABLES {
        let mut stream = sqlx::query(AssertSqlSafe(format!("SELECT * FROM {table}"))).fetch(&mut source);
        let mut piece = Vec::with_capacity(TRANSACTION);
        loop {
            let row = stream.try_next().await.expect("rows can be read");
            let over = row.is_none();
            piece.extend(row.map(|row| cells(&row)));
            if piece.len() == TRANSACTION || (over && !piece.is_empty()) {
                rows += piece.len() as u64;
                let piece = std::mem::take(&mut piece);
                let started = Instant::now();
                load(&mut target, table, piece).await;
                spent += started.elapsed();
            }
            if over {
                break;
            }
        }
    }
    Limit { rows, seconds: spent.as_secs_f64() }
}

/// With the settings that the service gives its writer.
async fn fresh(path: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(false);
    SQLITE_WRITER
        .into_iter()
        .fold(options, |options, (name, value)| options.pragma(name, value))
        .connect()
        .await
        .expect("a fresh file")
}

fn cells(row: &SqliteRow) -> Vec<Cell> {
    (0..row.len()).map(|at| cell(row.try_get_raw(at).expect("a column"))).collect()
}

fn cell(value: SqliteValueRef<'_>) -> Cell {
    if value.is_null() {
        return Cell::Null;
    }
    let kind = value.type_info().name().to_owned();
    match kind.as_str() {
        "INTEGER" | "BOOLEAN" => Cell::Integer(<i64 as Decode<Sqlite>>::decode(value).expect("an integer")),
        "REAL" => Cell::Real(<f64 as Decode<Sqlite>>::decode(value).expect("a number")),
        "BLOB" => Cell::Blob(<Vec<u8> as Decode<Sqlite>>::decode(value).expect("bytes")),
        _ => Cell::Text(<String as Decode<Sqlite>>::decode(value).expect("a text")),
    }
}

async fn load(target: &mut SqliteConnection, table: &str, rows: Vec<Vec<Cell>>) {
    target.execute("BEGIN IMMEDIATE").await.expect("a transaction");
    let columns = rows[0].len();
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let part: Vec<Vec<Cell>> = rows.by_ref().take(STATEMENT).collect();
        let row = format!("({})", vec!["?"; columns].join(","));
        let sql = format!("INSERT INTO {table} VALUES {}", vec![row.as_str(); part.len()].join(","));
        let mut arguments = SqliteArguments::default();
        for cell in part.into_iter().flatten() {
            let added = match cell {
                Cell::Null => arguments.add(None::<i64>),
                Cell::Integer(number) => arguments.add(number),
                Cell::Real(number) => arguments.add(number),
                Cell::Text(text) => arguments.add(text),
                Cell::Blob(bytes) => arguments.add(bytes),
            };
            added.expect("a value");
        }
        sqlx::query_with(AssertSqlSafe(sql), arguments).execute(&mut *target).await.expect("rows are taken");
    }
    target.execute("COMMIT").await.expect("the transaction is durable");
}
