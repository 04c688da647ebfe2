//! Plain SQL: fills the database, and does what the sweep does without any of its thinking.

use std::time::Instant;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};

use crate::sets::Sets;

/// Columns that a sweep writes.
const WRITTEN: [&str; 19] = [
    "lifecycle",
    "clock",
    "outcome",
    "standing",
    "mandate_id",
    "dispatch_id",
    "sent_at",
    "received_at",
    "answered_at",
    "closed_at",
    "first_deadline",
    "final_deadline",
    "overdue_from",
    "next_due",
    "edition",
    "extensions",
    "event_seq",
    "version",
    "updated_at",
];

/// Requests loaded in one transaction.
const SLICE: u64 = 50_000;
/// After so many loaded requests, progress is told.
const TOLD: u64 = 200_000;

/// A connection of its own.
pub enum Plain {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Plain {
    pub async fn open(url: &str) -> Self {
        if url.starts_with("sqlite:") {
            let options: SqliteConnectOptions = url.parse().expect("an address");
            let options = options.busy_timeout(std::time::Duration::from_secs(60)).pragma("cache_size", "-49152");
            let options = options.pragma("temp_store", "MEMORY").pragma("wal_autocheckpoint", "4000");
            return Self::Sqlite(SqliteConnection::connect_with(&options).await.expect("the database opens"));
        }
        Self::Postgres(PgConnection::connect(url).await.expect("the database opens"))
    }

    async fn run(&mut self, sql: &str) {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(connection) => connection.execute(sql).await.map(drop),
            Self::Postgres(connection) => connection.execute(sql).await.map(drop),
        }
        .expect("the statement runs");
    }

    /// An id made of a number.
    fn id(&self, number: &str) -> String {
        match self {
            Self::Sqlite(_) => format!("unhex(printf('%032x', {number}))"),
            Self::Postgres(_) => format!("lpad(to_hex(({number})::bigint), 32, '0')::uuid"),
        }
    }

    /// Numbers from one on.
    fn series(&self, from: u64, below: u64) -> String {
        match self {
            Self::Sqlite(_) => format!(
                "WITH RECURSIVE series (n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM series WHERE n + 1 < {below})"
            ),
            Self::Postgres(_) => {
                format!("WITH series (n) AS (SELECT generate_series({from}::bigint, {}))", below - 1)
            }
        }
    }

    /// Copies the templates until all requests are there, a slice in each transaction: one of them all would need its own size
    /// once more in the log of the database.
    pub async fn load(&mut self, sets: &Sets) {
        self.run(
            "CREATE TEMP TABLE owner AS SELECT row_number() OVER (ORDER BY organisation_id) - 1 AS k, \
                  organisation_id, data_subject_id, id AS mandate_id FROM mandate",
        )
        .await;
        self.run(
            "CREATE TEMP TABLE template AS SELECT row_number() OVER (ORDER BY id) - 1 AS k, request.* FROM request",
        )
        .await;
        self.run("DELETE FROM request").await;
        let id = self.id("n");
        let scope = match self {
            Self::Sqlite(_) => id.clone(),
            Self::Postgres(_) => "decode(lpad(to_hex(n), 32, '0'), 'hex')".to_owned(),
        };
        let copied = "campaign_id, batch_id, controller_id, right_kind, lifecycle, clock, outcome, standing, ask, place, \
                      dispatch_id, filed_at, sent_at, received_at, answered_at, closed_at, first_deadline, final_deadline, \
                      overdue_from, next_due, edition, extensions, event_seq, version, updated_at";
        let from_template =
            copied.split(", ").map(|column| format!("t.{}", column.trim())).collect::<Vec<_>>().join(", ");
        let mut loaded = 0;
        while loaded < sets.stored {
            let below = sets.stored.min(loaded + SLICE);
            let series = self.series(loaded, below);
            self.run(&format!(
                "{series} INSERT INTO request (organisation_id, id, data_subject_id, mandate_id, scope_hash, {copied}) \
                 SELECT o.organisation_id, {id}, o.data_subject_id, o.mandate_id, {scope}, {from_template} FROM series \
                 JOIN template t ON t.k = {} JOIN owner o ON o.k = {}",
                sets.template(),
                sets.owner()
            ))
            .await;
            if matches!(self, Self::Sqlite(_)) {
                self.run("PRAGMA wal_checkpoint(TRUNCATE)").await;
            }
            loaded = below;
            if loaded % TOLD == 0 || loaded == sets.stored {
                eprintln!("{loaded} of {} requests loaded", sets.stored);
            }
        }
        if matches!(self, Self::Postgres(_)) {
            self.run("VACUUM ANALYZE request").await;
        }
    }

    /// Lays ready what the first sweep has written, by the number of the request.
    pub async fn keep_what_was_written(&mut self, sets: &Sets) {
        let (series, id) = (self.series(0, sets.due), self.id("n"));
        let joined =
            format!("FROM (SELECT {} AS n FROM series) first JOIN owner o ON o.k = {} ", sets.first(), sets.owner());
        let of = |table: &str, column: &str| {
            format!("{joined} JOIN {table} r ON r.organisation_id = o.organisation_id AND r.{column} = {id}")
        };
        for (table, column) in [("request", "id"), ("event", "request_id"), ("finding", "request_id")] {
            self.run(&format!("CREATE TEMP TABLE kept_{table} AS {series} SELECT n, r.* {}", of(table, column))).await;
        }
        self.run(
            "CREATE TEMP TABLE kept_audit_entry AS SELECT row_number() OVER (ORDER BY id) AS n, r.* FROM audit_entry r \
                  WHERE actor = 'system' AND subject = 'request'",
        )
        .await;
    }

    /// Writes the same to the requests of another set. Only the writing is measured.
    pub async fn limit(&mut self, set: u64) -> f64 {
        let request = self.id(&format!("n + {set}"));
        // Fresh ids in the order of time, as the service makes them.
        let fresh = |kind: u64, number: &str| self.id(&format!("{kind}000000000000 + {set}0000000000 + {number}"));
        let (event_id, finding_id, audit_id) = (fresh(1, "n * 8 + seq"), fresh(2, "n"), fresh(3, "n"));
        for sql in [
            "DROP TABLE IF EXISTS new_request".to_owned(),
            "DROP TABLE IF EXISTS new_event".to_owned(),
            "DROP TABLE IF EXISTS new_finding".to_owned(),
            "DROP TABLE IF EXISTS new_audit".to_owned(),
            format!(
                "CREATE TEMP TABLE new_request AS SELECT organisation_id, {request} AS id, {} FROM kept_request ORDER BY n",
                WRITTEN.join(", ")
            ),
            format!(
                "CREATE TEMP TABLE new_event AS SELECT organisation_id, tx_no, {event_id} AS id, kind, {request} AS request_id, \
                     seq, subject, data, author, occurred_at FROM kept_event ORDER BY n"
            ),
            format!(
                "CREATE TEMP TABLE new_finding AS SELECT organisation_id, {finding_id} AS id, {request} AS request_id, code, \
                     severity, found_on, facts, created_at FROM kept_finding ORDER BY n"
            ),
            format!(
                "CREATE TEMP TABLE new_audit AS SELECT organisation_id, tx_no, {audit_id} AS id, actor, action, subject, \
                     record_count, records_digest, recipient, trace_id, at FROM kept_audit_entry ORDER BY n"
            ),
        ] {
            self.run(&sql).await;
        }
        if matches!(self, Self::Postgres(_)) {
            self.run("ANALYZE new_request").await;
        }
        let update = format!(
            "UPDATE request SET {} FROM new_request AS s WHERE request.organisation_id = s.organisation_id AND request.id = s.id",
            WRITTEN.map(|column| format!("{column} = s.{column}")).join(", ")
        );
        let insert = |table: &str, from: &str, columns: &str| {
            format!("INSERT INTO {table} ({columns}) SELECT {columns} FROM {from}")
        };
        let statements = [
            "BEGIN".to_owned(),
            update,
            insert(
                "event",
                "new_event",
                "organisation_id, tx_no, id, kind, request_id, seq, subject, data, author, occurred_at",
            ),
            insert(
                "finding",
                "new_finding",
                "organisation_id, id, request_id, code, severity, found_on, facts, created_at",
            ),
            insert(
                "audit_entry",
                "new_audit",
                "organisation_id, tx_no, id, actor, action, subject, record_count, records_digest, recipient, trace_id, at",
            ),
            "COMMIT".to_owned(),
        ];
        let started = Instant::now();
        for statement in &statements {
            self.run(statement).await;
        }
        started.elapsed().as_secs_f64()
    }
}
