//! A fresh database per test.

use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use tempfile::TempDir;

/// Which database a test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    Sqlite,
    Postgres,
}

/// A database that goes away after the test.
pub struct TestDatabase {
    pub url: String,
    /// Server address and name, to drop it.
    postgres: Option<(String, String)>,
    pub folder: TempDir,
}

const SERVER: &str = "RECOURSE_TEST_DATABASE_URL";
const ONLY: &str = "RECOURSE_TEST_ONLY";

impl TestDatabase {
    /// None only when PostgreSQL was left out by name; a missing server is a failure, never a silent pass.
    pub async fn create(backend: Backend) -> Option<Self> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        if backend == Backend::Sqlite {
            let url = format!("sqlite:{}", folder.path().join("test.db").display());
            return Some(Self { url, postgres: None, folder });
        }
        if std::env::var(ONLY).as_deref() == Ok("sqlite") {
            eprintln!("NOT RUN on PostgreSQL: {ONLY}=sqlite");
            return None;
        }
        let server = std::env::var(SERVER)
            .unwrap_or_else(|_| panic!("{SERVER} names no PostgreSQL server: run scripts/test, or set {ONLY}=sqlite"));
        let name = format!("recourse_test_{}", super::unique());
        let mut admin = PgConnection::connect(&server).await.expect("the PostgreSQL server of the tests answers");
        admin.execute(AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.expect("a database can be created");
        let mut url = url::Url::parse(&server).expect("a PostgreSQL address");
        url.set_path(&name);
        Some(Self { url: url.to_string(), postgres: Some((server, name)), folder })
    }

    pub async fn drop_it(self) {
        if let Some((server, name)) = self.postgres {
            let mut admin = PgConnection::connect(&server).await.expect("the PostgreSQL server of the tests answers");
            let sql = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            admin.execute(AssertSqlSafe(sql)).await.expect("the database can be dropped");
        }
    }
}
