//! The tables of a database as it has them, whatever migrations made them.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, DbBackend, Statement};

use super::UNDER_WAY;
use crate::backup::{Column, Kind, Table};
use crate::store::error::{StoreError, StoreResult};
use crate::store::tx::Tx;

/// A table as the database has it.
#[derive(Debug, Clone)]
pub struct Shape {
    /// Name and columns.
    pub table: Table,
    /// The columns of its key, in their order.
    pub(super) key: Vec<String>,
    /// The tables whose rows it names.
    refers: Vec<String>,
    /// Columns of numbers that have 4 bytes in it.
    pub(super) narrow: Vec<String>,
}

const SQLITE_COLUMNS: &str = "SELECT t.name, c.name, c.type, c.pk FROM pragma_table_list t JOIN pragma_table_info(t.name) c \
     WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> 'seaql_migrations' \
     ORDER BY t.name, c.name";
const SQLITE_REFERENCES: &str = "SELECT DISTINCT t.name, f.\"table\" FROM pragma_table_list t \
     JOIN pragma_foreign_key_list(t.name) f WHERE t.schema = 'main' AND t.type = 'table'";
const POSTGRES_COLUMNS: &str = "SELECT c.relname::text, a.attname::text, format_type(a.atttypid, NULL), \
     COALESCE(array_position(i.indkey::int2[], a.attnum) + 1, 0)::int4 \
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped \
     LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary \
     WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace AND c.relname <> 'seaql_migrations' \
     ORDER BY c.relname COLLATE \"C\", a.attname COLLATE \"C\"";
const POSTGRES_REFERENCES: &str = "SELECT DISTINCT c.relname::text, r.relname::text FROM pg_constraint f \
     JOIN pg_class c ON c.oid = f.conrelid JOIN pg_class r ON r.oid = f.confrelid \
     WHERE f.contype = 'f' AND c.relnamespace = current_schema()::regnamespace";

impl Tx {
    /// The tables, each after those whose rows it names; the row that ties a database to its key comes first.
    pub(super) async fn shapes(&self) -> StoreResult<Vec<Shape>> {
        let embedded = self.get_database_backend() == DbBackend::Sqlite;
        let (columns, references) =
            if embedded { (SQLITE_COLUMNS, SQLITE_REFERENCES) } else { (POSTGRES_COLUMNS, POSTGRES_REFERENCES) };
        let mut keys: BTreeMap<String, Vec<(i32, String)>> = BTreeMap::new();
        let mut shapes: BTreeMap<String, Shape> = BTreeMap::new();
        for row in self.query_all_raw(Statement::from_string(self.get_database_backend(), columns)).await? {
            let (table, column): (String, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            let (kind, place): (String, i32) = (row.try_get_by_index(2)?, row.try_get_by_index(3)?);
            if column == UNDER_WAY {
                continue;
            }
            let shape = shapes.entry(table.clone()).or_insert_with(|| Shape {
                table: Table { name: table.clone(), columns: Vec::new() },
                key: Vec::new(),
                refers: Vec::new(),
                narrow: Vec::new(),
            });
            if kind == "integer" && !embedded {
                shape.narrow.push(column.clone());
            }
            if place > 0 {
                keys.entry(table.clone()).or_default().push((place, column.clone()));
            }
            let kind = known(&kind.to_ascii_lowercase())
                .ok_or_else(|| StoreError::corrupt("schema", "type", format!("{table}.{column}")))?;
            shape.table.columns.push(Column { name: column, kind });
        }
        for (table, mut key) in keys {
            key.sort_unstable();
            shapes.entry(table).and_modify(|shape| shape.key = key.into_iter().map(|(_, column)| column).collect());
        }
        for row in self.query_all_raw(Statement::from_string(self.get_database_backend(), references)).await? {
            let (table, named): (String, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            shapes.entry(table).and_modify(|shape| shape.refers.push(named));
        }
        Ok(in_order(shapes))
    }
}

/// What a declared type holds, on either database.
fn known(declared: &str) -> Option<Kind> {
    Some(match declared {
        "uuid" | "uuid_text" => Kind::Id,
        "text" | "character varying" | "varchar" => Kind::Text,
        "bytea" | "blob" => Kind::Bytes,
        "timestamp with time zone" | "timestamp_with_timezone_text" => Kind::At,
        "date" | "date_text" => Kind::Day,
        "integer" | "bigint" => Kind::Number,
        "boolean" => Kind::Flag,
        _ => return None,
    })
}

fn in_order(mut left: BTreeMap<String, Shape>) -> Vec<Shape> {
    let mut ordered: Vec<Shape> = left.remove("instance").into_iter().collect();
    while !left.is_empty() {
        let free =
            |shape: &Shape| shape.refers.iter().all(|named| *named == shape.table.name || !left.contains_key(named));
        let next: Vec<String> =
            left.values().filter(|shape| free(shape)).map(|shape| shape.table.name.clone()).collect();
        if next.is_empty() {
            // Tables that name each other: the database tells when their rows come in.
            ordered.extend(std::mem::take(&mut left).into_values());
        }
        ordered.extend(next.iter().filter_map(|name| left.remove(name)));
    }
    ordered
}

/// A name as it stands in a statement.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
