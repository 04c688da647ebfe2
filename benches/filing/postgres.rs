//! PostgreSQL's limit: `COPY` in binary form into tables with the same columns, constraints and indexes.

use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use futures::TryStreamExt;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};

use crate::limit::{Limit, TABLES};

/// Bytes sent at a time.
const PIECE: usize = 1 << 20;

/// Reads every row that filing has left, and loads them all into fresh tables.
pub async fn limit(url: &str) -> Limit {
    let mut connection = PgConnection::connect(url).await.expect("the database answers");
    let folder = tempfile::tempdir().expect("a temporary folder");
    for table in TABLES {
        read(&mut connection, table, &folder.path().join(table)).await;
        let sql = format!("CREATE TABLE limit_{table} (LIKE {table} INCLUDING ALL)");
        run(&mut connection, sql).await;
    }
    // Only some roles may; then writing back goes on meanwhile, as it does while filing.
    let _ = connection.execute("CHECKPOINT").await;
    let (mut rows, mut spent) = (0, Duration::ZERO);
    for table in TABLES {
        let started = Instant::now();
        rows += load(&mut connection, table, &folder.path().join(table)).await;
        spent += started.elapsed();
    }
    for table in TABLES {
        run(&mut connection, format!("DROP TABLE limit_{table}")).await;
    }
    Limit { rows, seconds: spent.as_secs_f64() }
}

async fn run(connection: &mut PgConnection, sql: String) {
    connection.execute(AssertSqlSafe(sql)).await.expect("the statement runs");
}

async fn read(connection: &mut PgConnection, table: &str, path: &Path) {
    let sql = format!("COPY {table} TO STDOUT (FORMAT BINARY)");
    let mut file = BufWriter::new(File::create(path).expect("a file"));
    let mut rows = connection.copy_out_raw(&sql).await.expect("rows can be read");
    while let Some(piece) = rows.try_next().await.expect("rows can be read") {
        file.write_all(&piece).expect("the file takes them");
    }
    file.flush().expect("the file takes them");
}

async fn load(connection: &mut PgConnection, table: &str, path: &Path) -> u64 {
    let sql = format!("COPY limit_{table} FROM STDIN (FORMAT BINARY)");
    let mut file = File::open(path).expect("the file");
    let mut copy = connection.copy_in_raw(&sql).await.expect("rows can be loaded");
    loop {
        let mut piece = Vec::with_capacity(PIECE);
        Read::by_ref(&mut file).take(PIECE as u64).read_to_end(&mut piece).expect("the file can be read");
        if piece.is_empty() {
            return copy.finish().await.expect("rows are loaded");
        }
        copy.send(piece).await.expect("rows can be loaded");
    }
}
