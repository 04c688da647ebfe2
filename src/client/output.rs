//! Records as a table for people, as CSV for spreadsheets, as JSON for programs.

use clap::ValueEnum;
use serde_json::Value;

/// How records are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Output {
    /// Columns for people.
    #[default]
    Table,
    /// One JSON object on each line, as the API has them.
    Json,
    /// Comma-separated, with a heading.
    Csv,
}

/// A column: its heading, and the field of the record.
pub(super) type Column = (&'static str, &'static str);

/// Writes records as text.
pub(super) fn write(output: Output, columns: &[Column], records: &[Value]) -> String {
    match output {
        Output::Json => records.iter().map(|record| format!("{record}\n")).collect(),
        Output::Csv => {
            let heading = columns.iter().map(|(_, field)| (*field).to_owned()).collect();
            let rows = records.iter().map(|record| cells(columns, record));
            std::iter::once(heading).chain(rows).map(|row: Vec<String>| csv_line(&row)).collect()
        }
        Output::Table => table(columns, records),
    }
}

fn cells(columns: &[Column], record: &Value) -> Vec<String> {
    let cell = |(_, field): &Column| match &record[*field] {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    columns.iter().map(cell).collect()
}

/// A line of RFC 4180. What a spreadsheet would take for a formula is told to be text.
fn csv_line(cells: &[String]) -> String {
    let quoted = cells.iter().map(|cell| {
        let cell = if cell.starts_with(['=', '+', '-', '@', '\t']) { format!("'{cell}") } else { cell.clone() };
        if cell.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
    });
    quoted.collect::<Vec<_>>().join(",") + "\r\n"
}

fn table(columns: &[Column], records: &[Value]) -> String {
    let heading: Vec<String> = columns.iter().map(|(heading, _)| (*heading).to_owned()).collect();
    let rows: Vec<Vec<String>> = records.iter().map(|record| cells(columns, record)).collect();
    let length = |cell: &String| cell.chars().count();
    let widths: Vec<usize> = (0..columns.len())
        .map(|at| std::iter::once(&heading).chain(&rows).map(|row| length(&row[at])).max().unwrap_or_default())
        .collect();
    let line = |row: &Vec<String>| {
        let padded: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        format!("{}\n", padded.join("  ").trim_end())
    };
    std::iter::once(&heading).chain(&rows).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const COLUMNS: &[Column] = &[("Id", "id"), ("Due", "due")];

    #[test]
    fn a_record_is_the_same_in_every_form() {
        let records = [json!({ "id": "req_1", "due": "2027-01-02" }), json!({ "id": "req_22", "more": 1 })];
        assert_eq!(write(Output::Table, COLUMNS, &records), "Id      Due\nreq_1   2027-01-02\nreq_22\n");
        assert_eq!(write(Output::Csv, COLUMNS, &records), "id,due\r\nreq_1,2027-01-02\r\nreq_22,\r\n");
        let lines = write(Output::Json, COLUMNS, &records);
        let read: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(read, records);
    }

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        let line = csv_line(&["a,b".to_owned(), "say \"x\"".to_owned(), "=1+1".to_owned()]);
        assert_eq!(line, "\"a,b\",\"say \"\"x\"\"\",'=1+1\r\n");
    }
}
