//! `recourse holidays`: the public holidays of a place in a year. No database is opened.

use std::io::{self, Write};
use std::process::ExitCode;

use super::deadline::{Format, finish, print_json, refused};
use crate::domain::calendar::{Calendars, Holiday, HolidayKind};
use crate::service::calculator::{RefusedCase, holidays};

/// Which holidays.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// `FR`, `DE-BY`, `GB-SCT`. Where the region decides and is left out, those of every region, marked as uncertain.
    #[arg(long)]
    place: String,
    /// 2018 to 2040.
    #[arg(long)]
    year: i16,
    /// How they are written.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(super) fn run(arguments: &Arguments) -> ExitCode {
    let calendars = Calendars::bundled();
    match (holidays(&arguments.place, arguments.year, &calendars), arguments.format) {
        (Ok((holidays, _)), Format::Json) => finish(print_json(&holidays)),
        (Ok((holidays, version)), Format::Text) => finish(io::stdout().write_all(text(&holidays, &version).as_bytes())),
        (Err(problem), Format::Json) => {
            finish(print_json(&RefusedCase::of(None, None, &problem)));
            ExitCode::FAILURE
        }
        (Err(problem), Format::Text) => {
            eprint!("{}", refused(&problem));
            ExitCode::FAILURE
        }
    }
}

fn text(holidays: &[Holiday], version: &str) -> String {
    let width = holidays.iter().map(|holiday| holiday.name.chars().count()).max().unwrap_or(0);
    let mut text = String::new();
    for holiday in holidays {
        let kind = if holiday.kind == HolidayKind::Regional { "regional" } else { "" };
        let doubt = if holiday.uncertain { "uncertain" } else { "" };
        let line = format!("{}  {:<width$}  {kind:<8}  {doubt}", holiday.date.strftime("%Y-%m-%d  %a"), holiday.name);
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text.push_str(&format!("\nCalendar {version}.\n"));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_a_table() {
        let (days, version) = holidays("DE-BY", 2027, &Calendars::bundled()).unwrap();
        let text = text(&days, &version);
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[0].starts_with("2027-01-01  Fri  Neujahr"), "{text}");
        assert!(lines.iter().any(|line| line.contains("2027-11-01  Mon  Allerheiligen") && line.ends_with("regional")));
        assert!(text.ends_with(&format!("\nCalendar {version}.\n")));
    }
}
