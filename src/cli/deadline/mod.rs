//! `recourse deadline`: legal dates of one case from its options, or of many from standard input. No database is opened.

mod options;
mod stream;
mod text;

use std::io::{self, Write};
use std::process::ExitCode;

use crate::domain::calculator::CaseForm;
use crate::domain::calendar::Calendars;
use crate::service::calculator::{RefusedCase, compute};
use crate::wording::{Language, Words};

use options::{Extension, Suspension};

pub(super) use text::refused;

/// How results are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// The case.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    recourse deadline --place FR --received 2026-01-31\n  \
    recourse deadline --place DE-BY --received 2026-03-05 --extended 2026-03-20:2:reasoned\n  \
    recourse deadline --place FI --received 2026-06-09 --at 2026-06-09T22:30:00Z --format json\n  \
    recourse deadline --place IE --received 2026-01-15 --regime sa_information\n  \
    recourse deadline --ndjson < cases.ndjson > results.ndjson")]
pub(super) struct Arguments {
    /// Where the act is due: `FR`, `DE-BY`, `GB-SCT`.
    #[arg(long, required_unless_present = "ndjson")]
    place: Option<String>,
    /// Local day of receipt, or of what else sets the period going. It is not counted itself.
    #[arg(long, value_name = "DATE")]
    received: Option<String>,
    /// The moment of it, with its offset: its local date at the place counts, whatever day it is elsewhere.
    #[arg(long, value_name = "INSTANT")]
    at: Option<String>,
    /// Which right is exercised; matters in the United Kingdom.
    #[arg(long)]
    right: Option<String>,
    /// An extension: the day of the notice, the months, and whether it gives reasons.
    #[arg(long, value_name = "ON:MONTHS[:reasoned]")]
    extended: Option<Extension>,
    /// A time for which the controller waited for information; leave RECEIVED out while it waits. Can be repeated.
    #[arg(long, value_name = "ASKED..RECEIVED[:identity|scope|fee]")]
    suspended: Vec<Suspension>,
    /// The suspensions are contested: none counts.
    #[arg(long)]
    contested: bool,
    /// Which period is computed: `gdpr_request` when left out, `sa_information`, `uk_request`, `breach_72h` …
    #[arg(long)]
    regime: Option<String>,
    /// Day on which the complaint was lodged, for later steps of a cross-border procedure.
    #[arg(long, value_name = "DATE")]
    lodged: Option<String>,
    /// The language of the explanation: `en`, `fr`, `de`, `es`, `it`, `nl` or `pl`.
    #[arg(long, default_value_t)]
    language: Language,
    /// How the result is written.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Read one JSON case per line, and write one result or problem per line in the same order.
    #[arg(long, conflicts_with_all = [
        "place", "received", "at", "right", "extended", "suspended", "contested", "regime", "lodged", "format"
    ])]
    ndjson: bool,
}

impl Arguments {
    fn form(&self) -> CaseForm {
        CaseForm {
            id: None,
            place: self.place.clone().unwrap_or_default(),
            received: self.received.clone(),
            received_at: self.at.clone(),
            right: self.right.clone(),
            extension: self.extended.clone().map(|extension| extension.0),
            suspensions: self.suspended.iter().map(|suspension| suspension.0.clone()).collect(),
            contested: self.contested,
            regime: self.regime.clone(),
            lodged: self.lodged.clone(),
        }
    }
}

pub(super) fn run(arguments: &Arguments) -> ExitCode {
    let calendars = Calendars::bundled();
    let words = Words::of(arguments.language);
    if arguments.ndjson {
        return finish(stream::run(io::stdin().lock(), io::stdout().lock(), &calendars, words));
    }
    let form = arguments.form();
    match (compute(&form, &calendars, words), arguments.format) {
        (Ok(result), Format::Text) => finish(print(&text::of(&form.place, &result))),
        (Ok(result), Format::Json) => finish(print_json(&result)),
        (Err(problem), Format::Text) => {
            eprint!("{}", refused(&problem));
            ExitCode::FAILURE
        }
        (Err(problem), Format::Json) => {
            finish(print_json(&RefusedCase::of(None, None, &problem)));
            ExitCode::FAILURE
        }
    }
}

fn print(text: &str) -> io::Result<()> {
    io::stdout().lock().write_all(text.as_bytes())
}

/// Prints a value as JSON that people can read too.
pub(super) fn print_json<T: serde::Serialize>(value: &T) -> io::Result<()> {
    let mut text = serde_json::to_string_pretty(value)?;
    text.push('\n');
    print(&text)
}

/// Whoever closes the pipe has read enough.
pub(super) fn finish(written: io::Result<()>) -> ExitCode {
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => super::fail(&error),
    }
}

#[cfg(test)]
mod tests;
