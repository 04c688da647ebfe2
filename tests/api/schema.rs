//! The form of the schema: ready to be distributed by tenant and guarded by row-level security.

use sqlx::{AssertSqlSafe, Connection, PgConnection, Row};

use crate::support::{App, Backend};

/// Tables that no tenant owns, each with the reason.
const SHARED: [(&str, &str); 10] = [
    ("instance", "one row for the whole database"),
    ("signing_key", "keys of the instance"),
    ("organisation", "the tenants themselves: its id is the tenant's id"),
    ("client", "looked up before the tenant is known"),
    ("controller", "the directory is shared; private entries name their owner"),
    ("receiver", "a controller's webhook is shared by all who write to it"),
    ("idempotency_key", "belongs to a caller, of whatever kind"),
    ("reference_revision", "public holidays and authorities are those of countries"),
    ("inbox_item", "a controller's feed over all who write to it"),
    ("seaql_migrations", "the migrations' own record"),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_tenant_comes_first_in_every_key_constraint_and_reference() {
    let Some(app) = App::start(Backend::Postgres).await else { return };
    let url = app.config.database_url.clone().expect("a database");
    let mut database = PgConnection::connect(&url).await.expect("the database answers");
    let sql = "SELECT c.conrelid::regclass::text AS table_name, c.conname, c.contype::text,
                      (SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.conrelid AND a.attnum = c.conkey[1]) AS first
               FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
               WHERE n.nspname = 'public' AND c.contype IN ('p', 'u', 'f')
               UNION ALL
               SELECT i.indrelid::regclass::text, i.indexrelid::regclass::text, 'u',
                      (SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attnum = i.indkey[0])
               FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
               WHERE n.nspname = 'public' AND i.indisunique";
    let rows = sqlx::query(AssertSqlSafe(sql.to_owned())).fetch_all(&mut database).await.expect("the catalogue");
    let mut tenant_tables = std::collections::BTreeSet::new();
    for row in &rows {
        let (table, name, first): (String, String, Option<String>) = (row.get(0), row.get(1), row.get(3));
        if SHARED.iter().any(|(shared, _)| *shared == table) {
            continue;
        }
        assert_eq!(first.as_deref(), Some("organisation_id"), "{table}: {name} does not start with the tenant");
        tenant_tables.insert(table);
    }
    assert!(tenant_tables.len() >= 18, "only {tenant_tables:?} were looked at");

    let sql = "SELECT count(*) FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid JOIN pg_namespace n ON n.oid = t.relnamespace
               WHERE n.nspname = 'public' AND t.relkind = 'r' AND a.attnum > 0
                 AND (a.attidentity <> '' OR pg_get_serial_sequence(quote_ident(t.relname), a.attname) IS NOT NULL)";
    let counters: i64 =
        sqlx::query(AssertSqlSafe(sql.to_owned())).fetch_one(&mut database).await.expect("a count").get(0);
    assert_eq!(counters, 0, "ids are made by the application, never by a sequence");
    drop(database);
    app.stop().await;
}
