//! The form of the schema: ready to be distributed by tenant and guarded by row-level security.

use sqlx::{AssertSqlSafe, Connection, PgConnection, Row};

use crate::support::{App, Backend};

/// Tables that no tenant owns, each with the reason.
const SHARED: [(&str, &str); 14] = [
    ("instance", "one row for the whole database"),
    ("signing_key", "keys of the instance"),
    ("key_rotation", "of the instance or of an organisation; any worker goes on with it"),
    ("organisation", "the tenants themselves: its id is the tenant's id"),
    ("client", "looked up before the tenant is known"),
    ("client_assertion", "of a client that has no token yet"),
    ("client_credential", "of a client that has no token yet"),
    ("client_scope_use", "written for clients of all kinds at once"),
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

    let sql = "SELECT c.relname::text, c.relrowsecurity AND c.relforcerowsecurity,
                      (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid)
               FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r'";
    for row in sqlx::query(AssertSqlSafe(sql.to_owned())).fetch_all(&mut database).await.expect("the catalogue") {
        let (table, guarded, policies): (String, bool, i64) = (row.get(0), row.get(1), row.get(2));
        let is_tenants = tenant_tables.contains(&table);
        assert_eq!((guarded, policies), (is_tenants, if is_tenants { 2 } else { 0 }), "{table}: row-level security");
    }

    let sql = "SELECT count(*) FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid JOIN pg_namespace n ON n.oid = t.relnamespace
               WHERE n.nspname = 'public' AND t.relkind = 'r' AND a.attnum > 0
                 AND (a.attidentity <> '' OR pg_get_serial_sequence(quote_ident(t.relname), a.attname) IS NOT NULL)";
    let counters: i64 =
        sqlx::query(AssertSqlSafe(sql.to_owned())).fetch_one(&mut database).await.expect("a count").get(0);
    assert_eq!(counters, 0, "ids are made by the application, never by a sequence");
    drop(database);
    app.stop().await;
}

/// Runs a statement as a role, for an organisation if one is named, and undoes it. Gives the rows it touched or the error's code.
async fn as_role(url: &str, role: &str, organisation: Option<&str>, sql: &str) -> Result<u64, String> {
    let mut database = PgConnection::connect(url).await.expect("the database answers");
    let code =
        |error: sqlx::Error| error.as_database_error().and_then(|error| error.code()).expect("a code").into_owned();
    let named = organisation.map(|id| format!("SET LOCAL recourse.organisation = '{id}';")).unwrap_or_default();
    let begin = format!("BEGIN; SET LOCAL ROLE {role}; {named}");
    sqlx::raw_sql(AssertSqlSafe(begin)).execute(&mut database).await.map_err(code)?;
    let done = sqlx::query(AssertSqlSafe(sql.to_owned())).execute(&mut database).await;
    Ok(done.map_err(code)?.rows_affected())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_database_itself_keeps_organisations_apart() {
    let Some(app) = App::start(Backend::Postgres).await else { return };
    let url = app.config.database_url.clone().expect("a database");
    let mut ids = Vec::new();
    for name in ["One", "Two"] {
        let (organisation, member) = app.organisation(name).await;
        let person = serde_json::json!({ "full_name": name });
        member.post("/v1/data-subjects", person).await.expect_status(201);
        let id: entity::id::OrganisationId = organisation["id"].as_str().expect("an id").parse().expect("an id");
        ids.push(id.0.to_string());
    }
    let all = "SELECT id FROM data_subject";
    assert_eq!(
        as_role(&url, "recourse_tenant", Some(&ids[0]), all).await,
        Ok(1),
        "its own, though the query names nobody"
    );
    assert_eq!(as_role(&url, "recourse_service", None, all).await, Ok(2));
    let unset = as_role(&url, "recourse_tenant", None, all).await;
    assert_eq!(unset, Err("42704".to_owned()), "without a name there is an error, not an empty answer");
    let foreign = format!("DELETE FROM data_subject WHERE organisation_id = '{}'", ids[1]);
    assert_eq!(as_role(&url, "recourse_tenant", Some(&ids[0]), &foreign).await, Ok(0));
    let taken = format!("UPDATE audit_entry SET organisation_id = '{}'", ids[1]);
    assert_eq!(as_role(&url, "recourse_tenant", Some(&ids[0]), &taken).await, Err("42501".to_owned()));
    for refused in [all, "DELETE FROM event", "UPDATE event SET kind = 'x'"] {
        assert_eq!(
            as_role(&url, "recourse_loader", None, refused).await,
            Err("42501".to_owned()),
            "who loads can only add"
        );
    }
    for refused in ["ALTER TABLE event DISABLE ROW LEVEL SECURITY", "DROP TABLE event", "CREATE TABLE mine (a int)"] {
        for role in ["recourse_tenant", "recourse_service", "recourse_loader"] {
            assert_eq!(as_role(&url, role, Some(&ids[0]), refused).await, Err("42501".to_owned()), "{role}: {refused}");
        }
    }
    // The service's own connections act as one of these, and the door to one organisation opens no other.
    let one: entity::id::OrganisationId = entity::id::OrganisationId(ids[0].parse().expect("an id"));
    let two: entity::id::OrganisationId = entity::id::OrganisationId(ids[1].parse().expect("an id"));
    let bound = app.context.db.of(one);
    assert_eq!(bound.tenant(one).data_subjects(None, 5).await.expect("rows").len(), 1);
    assert_eq!(bound.tenant(two).data_subjects(None, 5).await.expect("rows").len(), 0);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_login_that_may_not_make_the_roles_is_told_what_to_run() {
    let Some(app) = App::start(Backend::Postgres).await else { return };
    let url = app.config.database_url.clone().expect("a database");
    let mut database = PgConnection::connect(&url).await.expect("the database answers");
    let login = format!("plain_{}", crate::support::unique());
    let make = format!("CREATE ROLE {login} LOGIN PASSWORD 'plain'");
    sqlx::raw_sql(AssertSqlSafe(make)).execute(&mut database).await.expect("a login");
    let mut plain = url::Url::parse(&url).expect("an address");
    plain.set_username(&login).expect("a name");
    plain.set_password(Some("plain")).expect("a password");
    let options = recourse::store::DbOptions { url: plain.to_string(), max_connections: 2 };
    let refused = recourse::store::Db::open(&options).await.err().expect("it may not act as the roles").to_string();
    assert!(refused.contains("GRANT recourse_tenant TO CURRENT_USER"), "{refused}");
    let end = format!("DROP ROLE {login}");
    sqlx::raw_sql(AssertSqlSafe(end)).execute(&mut database).await.expect("no login");
    drop(database);
    app.stop().await;
}
