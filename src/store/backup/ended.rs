//! What was ended after an archive was made is ended in what is restored from it, by the rows of the newest keys file.

use sea_orm::{ConnectionTrait, Statement, Value};

use super::shape::quoted;
use super::{EPOCH_MICROS, KeysSection};
use crate::backup::{Kind, Table, row};
use crate::store::error::{StoreError, StoreResult};
use crate::store::tx::Tx;

/// How the rows of a section are told apart: so many of its columns name the row.
fn names(section: KeysSection) -> usize {
    match section.table {
        "client" => 1,
        "status_link" => 3,
        _ => 2,
    }
}

impl Tx {
    /// Writes the newest state of rows that are there over what the archive had. Rows of which the archive knows nothing are passed
    /// by. Gives how many were changed.
    ///
    /// # Errors
    /// When a row is none, or the database fails.
    pub async fn bring_up(&self, section: KeysSection, table: &Table, block: &[u8]) -> StoreResult<u64> {
        let unreadable = || StoreError::corrupt("backup", "row", &table.name);
        let places: Vec<(usize, &str)> =
            section.columns.iter().filter_map(|name| Some((table.place(name)?, *name))).collect();
        let (named, set) = places.split_at(names(section).min(places.len()));
        let number = |(place, _): &(usize, &str)| place + 1;
        let equal = |column: &(usize, &str)| format!("{} = ${}", quoted(column.1), number(column));
        let differs = |column: &(usize, &str)| format!("{} IS DISTINCT FROM ${}", quoted(column.1), number(column));
        let list = |columns: &[(usize, &str)], each: &dyn Fn(&(usize, &str)) -> String, by: &str| {
            columns.iter().map(each).collect::<Vec<_>>().join(by)
        };
        let sql = format!(
            "UPDATE {} SET {} WHERE {} AND ({})",
            quoted(&table.name),
            list(set, &equal, ", "),
            list(named, &equal, " AND "),
            list(set, &differs, " OR ")
        );
        let mut changed = 0;
        for fields in row::rows(table, block) {
            let fields = fields.map_err(|_| unreadable())?;
            let values: Option<Vec<Value>> =
                fields.into_iter().zip(&table.columns).map(|(field, column)| value(field, column.kind)).collect();
            let values = values.ok_or_else(unreadable)?;
            let statement = Statement::from_sql_and_values(self.get_database_backend(), &sql, values);
            changed += self.execute_raw(statement).await?.rows_affected();
        }
        Ok(changed)
    }
}

/// A value as the store binds it; none when it is no value of its kind.
fn value(field: row::Field<'_>, kind: Kind) -> Option<Value> {
    Some(match kind {
        Kind::Id => Value::from(field.map(uuid::Uuid::from_slice).transpose().ok()?),
        Kind::Text => Value::from(field.map(std::str::from_utf8).transpose().ok()?.map(str::to_owned)),
        Kind::Bytes => Value::from(field.map(<[u8]>::to_vec)),
        Kind::At => match field {
            None => Value::ChronoDateTimeUtc(None),
            Some(bytes) => {
                let micros = i64::from_be_bytes(*bytes.first_chunk()?).checked_add(EPOCH_MICROS)?;
                Value::ChronoDateTimeUtc(Some(chrono::DateTime::from_timestamp_micros(micros)?))
            }
        },
        Kind::Number => match field {
            None => Value::BigInt(None),
            Some(bytes) => Value::from(i64::from_be_bytes(*bytes.first_chunk()?)),
        },
        // No section has such a column but as a whole table, which is filled.
        Kind::Day | Kind::Flag => return None,
    })
}
