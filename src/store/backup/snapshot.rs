//! One consistent look at everything, while others go on writing.

use entity::id::OrganisationId;
use jiff::Timestamp;
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, Statement};
use sqlx::AssertSqlSafe;

use super::shape::{Shape, quoted};
use super::{Each, KEPT_APART, postgres, sqlite};
use crate::backup::{Column, Kind, LogRoot, Table};
use crate::ledger::tile::{Edge, Layout};
use crate::store::audit::SHARED;
use crate::store::db::Db;
use crate::store::error::{StoreError, StoreResult};
use crate::store::reach::Reach;
use crate::store::roles;
use crate::store::tx::{Inner, Tx};

/// Columns of a table that are in the keys file: keys, and what must not come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeysSection {
    /// The table.
    pub table: &'static str,
    /// The columns; all of them when there are none.
    pub columns: &'static [&'static str],
    /// Which rows; all when absent.
    pub(super) only: Option<&'static str>,
}

impl KeysSection {
    /// What a keys file consists of. Organisations come first: their keys open those of people.
    pub const ALL: [Self; 7] = [
        Self { table: "organisation", columns: &["id", "wrapped_key"], only: None },
        Self { table: "subject_key", columns: &[], only: None },
        Self { table: "erased_person", columns: &[], only: None },
        Self {
            table: "mandate",
            columns: &["organisation_id", "id", "state", "ended_at", "version", "updated_at"],
            only: Some("ended_at IS NOT NULL"),
        },
        Self { table: "client", columns: &["id", "revoked_at"], only: Some("revoked_at IS NOT NULL") },
        Self {
            table: "client_credential",
            columns: &["client_id", "id", "ends_at"],
            only: Some("ends_at IS NOT NULL"),
        },
        Self {
            table: "status_link",
            columns: &["organisation_id", "data_subject_id", "id", "revoked_at"],
            only: Some("revoked_at IS NOT NULL"),
        },
    ];
}

/// One consistent look at everything.
pub struct Snapshot {
    tx: Tx,
    shapes: Vec<Shape>,
}

impl Db {
    /// Takes a look that shows what was committed until now, and nothing that comes later, for as long as it is open. Nobody waits for
    /// it; SQLite's log of changes grows meanwhile.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn snapshot(&self) -> StoreResult<Snapshot> {
        let readers = self.connection();
        let tx = if readers.get_database_backend() == DbBackend::Postgres {
            let begin = format!("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL ROLE {}", roles::SERVICE);
            let begun = readers.get_postgres_connection_pool().begin_with(AssertSqlSafe(begin)).await?;
            Tx::postgres(begun, 0, Reach::Everybody)
        } else {
            Tx::sqlite(readers.get_sqlite_connection_pool().begin().await?)
        };
        // The first reading is what fixes the moment.
        let shapes = tx.shapes().await?;
        Ok(Snapshot { tx, shapes })
    }
}

impl Snapshot {
    /// The tables of an archive, each after those whose rows it names.
    pub fn archived(&self) -> impl Iterator<Item = &Table> {
        self.shapes.iter().map(|shape| &shape.table).filter(|table| !KEPT_APART.contains(&table.name.as_str()))
    }

    /// A table of the keys file with the columns that are in it.
    ///
    /// # Errors
    /// When the database has no such column.
    pub fn section(&self, section: KeysSection) -> StoreResult<Table> {
        let missing = || StoreError::corrupt("schema", "column", section.table);
        let own = &self.shapes.iter().find(|shape| shape.table.name == section.table).ok_or_else(missing)?.table;
        if section.columns.is_empty() {
            return Ok(own.clone());
        }
        let columns = section.columns.iter().map(|name| Ok(own.columns[own.place(name).ok_or_else(missing)?].clone()));
        Ok(Table { name: own.name.clone(), columns: columns.collect::<StoreResult<Vec<Column>>>()? })
    }

    /// Hands out the rows of some columns of a table in the order of its key, in blocks of whole rows. Gives how many.
    ///
    /// # Errors
    /// When the database cannot be read, or lacks one of the columns; and what `each` fails with.
    pub async fn read<E: From<StoreError>>(
        &self,
        table: &Table,
        section: Option<KeysSection>,
        each: &mut Each<'_, E>,
    ) -> Result<u64, E> {
        let shape = self.shapes.iter().find(|shape| shape.table.name == table.name);
        let shape = shape.ok_or_else(|| StoreError::corrupt("schema", "table", &table.name))?;
        let condition = section.and_then(|section| section.only);
        match &mut *self.tx.inner.lock().await {
            Inner::Postgres(tx) => postgres::read(tx, table, &select(shape, table, condition, true), each).await,
            Inner::Sqlite(tx) => sqlite::read(tx, table, select(shape, table, condition, false), each).await,
        }
    }

    /// How far the audit log of each organisation has come, that of shared data among them. Empty ones are left out.
    ///
    /// # Errors
    /// When the database cannot be read, or a log lacks its nodes.
    pub async fn log_roots(&self) -> StoreResult<Vec<LogRoot>> {
        let mut owners: Vec<OrganisationId> = vec![SHARED];
        owners.extend(entity::organisation::Entity::find().all(&self.tx).await?.into_iter().map(|row| row.id));
        owners.sort_unstable();
        let mut roots = Vec::new();
        for organisation in owners {
            let tenant = self.tx.tenant(organisation);
            let log = tenant.audit_log().await?;
            if log.size == 0 {
                continue;
            }
            let open = tenant.audit_tiles_named(&Layout::STORED.open(log.size)).await?;
            let edge = Edge::new(Layout::STORED, log.size, open)
                .ok_or_else(|| StoreError::corrupt("audit_tile", "hashes", organisation))?;
            roots.push(LogRoot { organisation, size: log.size, root: edge.root().to_string() });
        }
        Ok(roots)
    }

    /// When the database was first used, and when it was last restored; none when it is not in use yet.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn origin(&self) -> StoreResult<Option<(Timestamp, Option<Timestamp>)>> {
        let row = entity::instance::Entity::find_by_id(1).one(&self.tx).await?;
        Ok(row.map(|row| (row.created_at.0, row.restored_at.map(|at| at.0))))
    }

    /// Rows of people whose key is not there though they were not erased, and keys without their person. There are none in a database
    /// that is whole.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn unpaired_keys(&self) -> StoreResult<(i64, i64)> {
        let count = |of: &str, without: &str, on: &str, only: &str| {
            format!(
                "SELECT COUNT(*) FROM {of} a WHERE {only} NOT EXISTS (SELECT 1 FROM {without} b \
                 WHERE b.organisation_id = a.organisation_id AND {on})"
            )
        };
        let people = count("data_subject", "subject_key", "b.data_subject_id = a.id", "a.erased_at IS NULL AND");
        let keys = count("subject_key", "data_subject", "b.id = a.data_subject_id", "");
        Ok((self.number(people).await?, self.number(keys).await?))
    }

    async fn number(&self, sql: String) -> StoreResult<i64> {
        let row = self.tx.query_one_raw(Statement::from_string(self.tx.get_database_backend(), sql)).await?;
        Ok(row.ok_or(StoreError::Unavailable)?.try_get_by_index(0)?)
    }

    /// Whether no table has a row.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn is_empty(&self) -> StoreResult<bool> {
        for shape in &self.shapes {
            let sql = format!("SELECT COUNT(*) FROM (SELECT 1 FROM {} LIMIT 1) found", quoted(&shape.table.name));
            if self.number(sql).await? > 0 {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// The rows of a table in the order of its key: texts by their bytes, on either database.
fn select(shape: &Shape, table: &Table, condition: Option<&str>, is_postgres: bool) -> String {
    let kind = |name: &String| shape.table.place(name).map(|place| shape.table.columns[place].kind);
    let columns: Vec<String> = table
        .columns
        .iter()
        .map(|column| match column.kind {
            Kind::Number if is_postgres => format!("{}::bigint", quoted(&column.name)),
            _ => quoted(&column.name),
        })
        .collect();
    let key: Vec<String> = shape
        .key
        .iter()
        .map(|name| match kind(name) {
            Some(Kind::Text) if is_postgres => format!("{} COLLATE \"C\"", quoted(name)),
            _ => quoted(name),
        })
        .collect();
    let condition = condition.map(|only| format!(" WHERE {only}")).unwrap_or_default();
    let (columns, key) = (columns.join(", "), key.join(", "));
    format!("SELECT {columns} FROM {}{condition} ORDER BY {key}", quoted(&table.name))
}
