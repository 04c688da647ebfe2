//! Rows in the binary format of PostgreSQL's `COPY`, without its header and trailer: the number of fields (2 bytes), then each field
//! as its length (4 bytes, -1 for none) and its bytes. All numbers are big-endian.

use super::fault::BackupError;
use super::table::Table;

/// A value of a row; none where there is none.
pub type Field<'a> = Option<&'a [u8]>;

/// Begins a row of so many fields.
pub fn begin(out: &mut Vec<u8>, fields: usize) {
    let fields = i16::try_from(fields).expect("tables have few columns");
    out.extend_from_slice(&fields.to_be_bytes());
}

/// Adds a field to a row that was begun.
pub fn put(out: &mut Vec<u8>, field: Field<'_>) {
    let Some(bytes) = field else {
        out.extend_from_slice(&(-1i32).to_be_bytes());
        return;
    };
    let length = i32::try_from(bytes.len()).expect("values are shorter than 2 GiB");
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(bytes);
}

/// The rows of a block, each held against its table.
pub fn rows<'a>(table: &'a Table, mut block: &'a [u8]) -> impl Iterator<Item = Result<Vec<Field<'a>>, BackupError>> {
    std::iter::from_fn(move || {
        if block.is_empty() {
            return None;
        }
        let row = row(table, &mut block).ok_or_else(|| {
            // Nothing can be said of what follows.
            block = &[];
            BackupError::contradiction(format!("a row of {} is none", table.name))
        });
        Some(row)
    })
}

fn row<'a>(table: &Table, block: &mut &'a [u8]) -> Option<Vec<Field<'a>>> {
    let fields = i16::from_be_bytes(*block.split_off(..2)?.first_chunk()?);
    if usize::try_from(fields).ok()? != table.columns.len() {
        return None;
    }
    table
        .columns
        .iter()
        .map(|column| {
            let length = i32::from_be_bytes(*block.split_off(..4)?.first_chunk()?);
            if length == -1 {
                return Some(None);
            }
            let value = block.split_off(..usize::try_from(length).ok()?)?;
            column.kind.length().is_none_or(|expected| expected == value.len()).then_some(Some(value))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backup::{Column, Kind};

    #[test]
    fn rows_come_back_and_what_is_no_row_is_refused() {
        let column = |name: &str, kind| Column { name: name.to_owned(), kind };
        let table = Table { name: "t".to_owned(), columns: vec![column("a", Kind::Text), column("b", Kind::Number)] };
        let mut block = Vec::new();
        for (text, number) in [("one", Some(1i64)), ("", None)] {
            begin(&mut block, 2);
            put(&mut block, Some(text.as_bytes()));
            put(&mut block, number.map(i64::to_be_bytes).as_ref().map(|bytes| bytes.as_slice()));
        }
        let found: Vec<_> = rows(&table, &block).collect::<Result<_, _>>().unwrap();
        assert_eq!(found, [vec![Some(b"one".as_slice()), Some(&1i64.to_be_bytes())], vec![Some(b"".as_slice()), None]]);
        for length in (1..block.len()).filter(|length| *length != 2 + 4 + 3 + 4 + 8) {
            assert!(rows(&table, &block[..length]).any(|row| row.is_err()), "{length}");
        }
        let narrow = Table { columns: vec![column("a", Kind::Text), column("b", Kind::Day)], ..table };
        assert!(rows(&narrow, &block).next().unwrap().is_err());
    }
}
