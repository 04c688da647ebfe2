//! Sealed values wherever they stand, for what concerns all of them: sealing anew under another key, proving that they open, and
//! counting them by key. Nothing here knows a key.

mod columns;

use entity::id::OrganisationId;
use sea_orm::{ConnectionTrait, QueryResult, Statement, Value};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::db::Db;
use super::error::{StoreError, StoreResult};
use super::tx::Tx;
use crate::crypto::keyring::Binding;

use columns::KeyKind;
pub use columns::SealedColumn;

/// A value of a primary key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeyValue {
    /// An id.
    Id(Uuid),
    /// A number.
    Number(i32),
    /// Bytes, such as a digest.
    Bytes(Vec<u8>),
}

/// A place in a walk through all columns: of which column, and behind which of its rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedCursor {
    /// Table and column.
    pub column: String,
    /// The key of the row; none before the first.
    pub after: Option<Vec<KeyValue>>,
}

/// Which rows are meant. Every field that is set narrows.
#[derive(Debug, Clone, Copy, Default)]
pub struct SealedSelection {
    /// Of this organisation.
    pub organisation: Option<OrganisationId>,
    /// Sealed under another key version than this.
    pub not_under: Option<u8>,
    /// Of no person: under the key of the organisation where others are under that of a person.
    pub of_nobody: bool,
}

/// A row with a sealed value.
#[derive(Debug, Clone)]
pub struct SealedRow {
    /// Its primary key.
    pub key: Vec<KeyValue>,
    /// Whose it is; the nil id for rows of the instance.
    pub organisation: OrganisationId,
    /// Where the value stands.
    pub binding: Binding,
    /// The person under whose key it is.
    pub person: Option<Uuid>,
    /// The value.
    pub sealed: Vec<u8>,
}

impl SealedRow {
    /// The person whose key this is, for a row of keys of people.
    pub fn key_person(&self) -> Option<Uuid> {
        match self.key.as_slice() {
            [KeyValue::Id(_), KeyValue::Id(person)] => Some(*person),
            _ => None,
        }
    }
}

/// A statement that grows, with its values.
struct Sql {
    text: String,
    values: Vec<Value>,
    is_postgres: bool,
}

impl Sql {
    fn new(conn: &impl ConnectionTrait, text: String) -> Self {
        Self { text, values: Vec::new(), is_postgres: conn.get_database_backend() == sea_orm::DbBackend::Postgres }
    }

    /// Adds text, in which each `?` stands for the next value.
    fn add(&mut self, text: &str, values: impl IntoIterator<Item = Value>) {
        let mut values = values.into_iter();
        for (index, piece) in text.split('?').enumerate() {
            if index > 0 {
                self.values.extend(values.next());
                self.text.push_str(&if self.is_postgres { format!("${}", self.values.len()) } else { "?".to_owned() });
            }
            self.text.push_str(piece);
        }
    }

    fn statement(self, conn: &impl ConnectionTrait) -> Statement {
        Statement::from_sql_and_values(conn.get_database_backend(), self.text, self.values)
    }
}

impl KeyValue {
    fn value(&self) -> Value {
        match self {
            Self::Id(id) => (*id).into(),
            Self::Number(number) => (*number).into(),
            Self::Bytes(bytes) => bytes.clone().into(),
        }
    }
}

impl SealedColumn {
    fn name(&self) -> String {
        format!("{}.{}", self.place.table, self.place.column)
    }

    /// Before the first row of this column.
    pub fn start(&self) -> SealedCursor {
        SealedCursor { column: self.name(), after: None }
    }

    /// Behind one of its rows.
    pub fn behind(&self, row: &SealedRow) -> SealedCursor {
        SealedCursor { column: self.name(), after: Some(row.key.clone()) }
    }

    /// Whether a cursor stands in this column.
    pub fn has(&self, cursor: &SealedCursor) -> bool {
        cursor.column == self.name()
    }

    /// The names of the key, as they are written one after another.
    fn key_names(&self) -> String {
        self.key.iter().map(|(name, _)| format!("t.{name}")).collect::<Vec<_>>().join(", ")
    }

    /// What narrows to the rows that hold something and are meant.
    fn narrow(&self, sql: &mut Sql, selection: &SealedSelection) {
        let column = self.place.column;
        sql.add(&format!(" FROM {} t WHERE t.{column} IS NOT NULL AND length(t.{column}) > 0", self.place.table), []);
        if let Some(organisation) = selection.organisation {
            match self.organisation {
                Some(name) => sql.add(&format!(" AND t.{name} = ?"), [organisation.0.into()]),
                None => sql.add(" AND 1 = 0", []),
            }
        }
        if let Some(version) = selection.not_under {
            sql.add(&format!(" AND substr(t.{column}, 2, 1) <> ?"), [vec![version].into()]);
        }
        if let (true, Some(person)) = (selection.of_nobody, self.person) {
            sql.add(&format!(" AND {person} IS NULL"), []);
        }
    }

    fn read(&self, row: &QueryResult) -> StoreResult<SealedRow> {
        let mut key = Vec::with_capacity(self.key.len());
        for (index, (_, kind)) in self.key.iter().enumerate() {
            key.push(match kind {
                KeyKind::Id => KeyValue::Id(row.try_get_by_index(index)?),
                KeyKind::Number => KeyValue::Number(row.try_get_by_index(index)?),
                KeyKind::Bytes => KeyValue::Bytes(row.try_get_by_index(index)?),
            });
        }
        let unreadable = || StoreError::corrupt(self.place.table, self.place.column, "its key");
        let (organisation, binding) = self.binding(&key).ok_or_else(unreadable)?;
        let sealed = row.try_get_by_index(key.len())?;
        let person = if self.person.is_some() { row.try_get_by_index(key.len() + 1)? } else { None };
        Ok(SealedRow { key, organisation: OrganisationId(organisation), binding, person, sealed })
    }
}

impl Db {
    /// Rows of a column, in the order of their keys.
    pub async fn sealed_rows(
        &self,
        column: &SealedColumn,
        selection: &SealedSelection,
        after: Option<&[KeyValue]>,
        limit: u64,
    ) -> StoreResult<Vec<SealedRow>> {
        let (conn, names) = (self.readers(), column.key_names());
        let mut sql = Sql::new(&conn, format!("SELECT {names}, t.{}", column.place.column));
        if let Some(person) = column.person {
            sql.add(&format!(", {person}"), []);
        }
        column.narrow(&mut sql, selection);
        if let Some(after) = after {
            let marks = vec!["?"; after.len()].join(", ");
            sql.add(&format!(" AND ({names}) > ({marks})"), after.iter().map(KeyValue::value));
        }
        sql.add(&format!(" ORDER BY {names} LIMIT {limit}"), []);
        let rows = conn.query_all_raw(sql.statement(&conn)).await?;
        rows.iter().map(|row| column.read(row)).collect()
    }

    /// How many rows of a column are sealed under which key version, lowest version first.
    pub async fn sealed_by_version(
        &self,
        column: &SealedColumn,
        selection: &SealedSelection,
    ) -> StoreResult<Vec<(u8, i64)>> {
        let (conn, version) = (self.readers(), format!("substr(t.{}, 2, 1)", column.place.column));
        let mut sql = Sql::new(&conn, format!("SELECT {version}, COUNT(*)"));
        column.narrow(&mut sql, selection);
        sql.add(&format!(" GROUP BY {version} ORDER BY {version}"), []);
        let rows = conn.query_all_raw(sql.statement(&conn)).await?;
        let counted = rows.iter().map(|row| {
            let version: Vec<u8> = row.try_get_by_index(0)?;
            Ok((version.first().copied().unwrap_or(0), row.try_get_by_index(1)?))
        });
        counted.collect()
    }
}

impl Tx {
    /// Puts a value sealed anew into the place of the one that was read, if that still stands there. Tells whether it did.
    pub async fn replace_sealed(&self, column: &SealedColumn, row: &SealedRow, sealed: Vec<u8>) -> StoreResult<bool> {
        let name = column.place.column;
        let mut sql = Sql::new(self, format!("UPDATE {}", column.place.table));
        sql.add(&format!(" SET {name} = ? WHERE {name} = ?"), [sealed.into(), row.sealed.clone().into()]);
        for ((name, _), value) in column.key.iter().zip(&row.key) {
            sql.add(&format!(" AND {name} = ?"), [value.value()]);
        }
        Ok(self.execute_raw(sql.statement(self)).await?.rows_affected() == 1)
    }
}
