//! Looks into a test's database past the service, to count what is really there.

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, Connection, PgConnection, Row, SqliteConnection};

use super::database::TestDatabase;

/// What refers to what, among the tables that are written in bulk: table, column, table referred to.
const REFERENCES: &[(&str, &str, &str)] = &[
    ("data_subject", "organisation_id", "organisation"),
    ("subject_key", "data_subject_id", "data_subject"),
    ("mandate", "data_subject_id", "data_subject"),
    ("request", "data_subject_id", "data_subject"),
    ("request", "mandate_id", "mandate"),
    ("request", "campaign_id", "campaign"),
    ("request", "batch_id", "batch"),
    ("request", "dispatch_id", "delivery"),
    ("delivery", "request_id", "request"),
    ("event", "request_id", "request"),
    ("batch_line", "batch_id", "batch"),
    ("batch_line", "data_subject_id", "data_subject"),
    ("batch_line", "mandate_id", "mandate"),
    ("task", "delivery_id", "delivery"),
];

/// A connection of its own to a test's database.
pub enum Inspector {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Inspector {
    pub async fn open(database: &TestDatabase) -> Self {
        Self::open_url(&database.url).await
    }

    pub async fn open_url(url: &str) -> Self {
        if url.starts_with("sqlite:") {
            let options: SqliteConnectOptions = url.parse().expect("an address");
            let options = options.busy_timeout(std::time::Duration::from_secs(30));
            return Self::Sqlite(SqliteConnection::connect_with(&options).await.expect("the database opens"));
        }
        Self::Postgres(PgConnection::connect(url).await.expect("the database opens"))
    }

    /// The expression that gives an id's 32 digits.
    pub fn id(&self, column: &str) -> String {
        match self {
            Self::Sqlite(_) => format!("lower(hex({column}))"),
            Self::Postgres(_) => format!("replace(CAST({column} AS TEXT), '-', '')"),
        }
    }

    /// Rows whose columns are all texts.
    pub async fn texts(&mut self, sql: &str) -> Vec<Vec<String>> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(connection) => {
                let rows = sqlx::query(sql).fetch_all(connection).await.expect("the query runs");
                rows.iter().map(|row| (0..row.len()).map(|at| row.get(at)).collect()).collect()
            }
            Self::Postgres(connection) => {
                let rows = sqlx::query(sql).fetch_all(connection).await.expect("the query runs");
                rows.iter().map(|row| (0..row.len()).map(|at| row.get(at)).collect()).collect()
            }
        }
    }

    /// Changes something past the service.
    pub async fn run(&mut self, sql: &str) {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(connection) => drop(sqlx::query(sql).execute(connection).await.expect("the statement runs")),
            Self::Postgres(connection) => drop(sqlx::query(sql).execute(connection).await.expect("the statement runs")),
        }
    }

    /// A number.
    pub async fn number(&mut self, sql: &str) -> i64 {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(connection) => sqlx::query_scalar(sql).fetch_one(connection).await.expect("the query runs"),
            Self::Postgres(connection) => sqlx::query_scalar(sql).fetch_one(connection).await.expect("the query runs"),
        }
    }

    /// Rows that refer to one that is not there. What comes in bulk has no foreign keys, so that tests look for themselves.
    pub async fn dangling(&mut self) -> Vec<String> {
        let mut dangling = Vec::new();
        for (table, column, referred) in REFERENCES {
            let own = if *referred == "organisation" { "TRUE" } else { "b.organisation_id = a.organisation_id" };
            let sql = format!(
                "SELECT COUNT(*) FROM {table} a WHERE a.{column} IS NOT NULL AND NOT EXISTS \
                 (SELECT 1 FROM {referred} b WHERE {own} AND b.id = a.{column})"
            );
            let count = self.number(&sql).await;
            if count > 0 {
                dangling.push(format!("{count} of {table}.{column}"));
            }
        }
        dangling
    }

    /// Everything that is stored, as the bytes in which it lies there.
    pub async fn everything(&mut self, folder: &std::path::Path) -> Vec<u8> {
        let mut bytes = Vec::new();
        if matches!(self, Self::Sqlite(_)) {
            for file in ["test.db", "test.db-wal"] {
                bytes.extend(std::fs::read(folder.join(file)).unwrap_or_default());
            }
            return bytes;
        }
        let sql = "SELECT table_name::text, column_name::text, data_type::text FROM information_schema.columns \
                   WHERE table_schema = 'public'";
        for row in self.texts(sql).await {
            let [table, column, kind] = <[String; 3]>::try_from(row).expect("three columns");
            let hex = match kind.as_str() {
                "bytea" => format!("encode(\"{column}\", 'hex')"),
                _ => format!("encode(convert_to(\"{column}\"::text, 'UTF8'), 'hex')"),
            };
            let sql = format!("SELECT {hex} FROM \"{table}\" WHERE \"{column}\" IS NOT NULL");
            for value in self.texts(&sql).await.into_iter().flatten() {
                bytes.extend(value.as_bytes().chunks(2).map(|pair| {
                    let digits = std::str::from_utf8(pair).expect("digits");
                    u8::from_str_radix(digits, 16).expect("two digits")
                }));
                bytes.push(b'\n');
            }
        }
        bytes
    }
}
