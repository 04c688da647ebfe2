//! `recourse import controllers FOLDER`: records of the open directory into the shared entries.
//! `recourse import calendars PATH`: newer calendars of public holidays into force.
//! `recourse import authorities PATH`: newer lists of supervisory authorities into force.

use std::path::PathBuf;
use std::sync::Arc;

use crate::config::Config;
use crate::domain::authority::Directory;
use crate::domain::calendar::Calendars;
use crate::ingest::directory::{ImportReport, parse_folder};
use crate::ports::OffsetClock;
use crate::service::Context;
use crate::service::directory::import;
use crate::service::reference::Held;

use super::{CliError, import_folder, import_reference};

/// What to import.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Take controllers over from a folder of the open directory. Safe to repeat.
    Controllers {
        /// A checkout of the open directory, or a folder of its records.
        folder: PathBuf,
        /// Tell what would change, and change nothing.
        #[arg(long)]
        dry_run: bool,
        /// Print the report as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Bring newer calendars of public holidays into force; open deadlines are computed anew. Safe to repeat.
    Calendars(ReferenceArguments),
    /// Bring newer lists of supervisory authorities into force. Safe to repeat.
    Authorities(ReferenceArguments),
}

/// Which texts of reference data.
#[derive(Debug, clap::Args)]
struct ReferenceArguments {
    /// A text of one country, or a folder with such texts in files that end in `.txt`.
    path: PathBuf,
    /// Tell what would change, and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// Print the report as JSON.
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(config: &Config, arguments: Arguments) -> Result<(), CliError> {
    let started = super::start(config, Arc::new(OffsetClock::default())).await?;
    let (shown, dry_run) = match arguments.what {
        What::Controllers { folder, dry_run, json } => {
            let report = controllers(&started.context, folder, dry_run).await?;
            (if json { serde_json::to_string_pretty(&report)? + "\n" } else { report.to_string() }, dry_run && !json)
        }
        What::Calendars(arguments) => reference::<Calendars>(&started.context, arguments).await?,
        What::Authorities(arguments) => reference::<Directory>(&started.context, arguments).await?,
    };
    print!("{shown}");
    if dry_run {
        println!("\nNothing was changed: this was a dry run.");
    }
    Ok(())
}

/// Imports texts of reference data; gives the report, and whether to say that nothing was changed.
async fn reference<R: Held>(context: &Context, arguments: ReferenceArguments) -> Result<(String, bool), CliError> {
    let ReferenceArguments { path, dry_run, json } = arguments;
    let report = import_reference::import::<R>(context, path, dry_run).await?;
    let shown = if json { serde_json::to_string_pretty(&report)? + "\n" } else { import_reference::told(&report) };
    Ok((shown, dry_run && !json))
}

/// Imports a folder and gives the report.
///
/// # Errors
/// The folder cannot be read as a whole, or the database failed. What was taken over before stays; repeat it for the rest.
pub async fn controllers(context: &Context, folder: PathBuf, dry_run: bool) -> Result<ImportReport, CliError> {
    let read = move || Ok::<_, import_folder::FolderError>(parse_folder(import_folder::read_folder(&folder)?));
    let parsed = tokio::task::spawn_blocking(read).await??;
    let plan = import::plan(context, parsed).await?;
    Ok(if dry_run { plan.report() } else { import::apply(context, plan).await? })
}

#[cfg(test)]
#[path = "import_tests.rs"]
mod tests;
