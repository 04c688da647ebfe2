//! `recourse restore ARCHIVE`: a backup into an empty database.
//!
//! The files are read to their ends before anything is touched. From the first row until the last proof the database says of itself
//! that it is being restored; what fails empties it again, and what is killed is begun anew by the next restore.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use crate::backup::folder::KEYS_FILE;
use crate::config::Config;
use crate::crypto::MasterKey;
use crate::ports::{Clock, OffsetClock};
use crate::service::backups::{BroughtUp, Proof, Source, bring_up, erase_again, finish, load, prove};
use crate::store::{Db, DbOptions, Occupied};

use super::CliError;
use super::backup::Progress;
use super::start::{prepare_data_dir, start_on};

/// Which files.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The archive.
    archive: PathBuf,
    /// The newest keys file; `recourse.keys` beside the archive when absent.
    #[arg(long, value_name = "FILE")]
    keys: Option<PathBuf>,
}

/// What was restored.
#[derive(Debug)]
pub struct Restored {
    /// When the archive was made.
    pub made_at: Timestamp,
    /// When the keys file was made.
    pub keys_made_at: Timestamp,
    /// Rows of the archive.
    pub rows: u64,
    /// What the keys file changed.
    pub brought_up: BroughtUp,
    /// People who were erased after the archive was made, and are erased now.
    pub erased: u64,
    /// Their requests that were open in the archive.
    pub withdrawn: u64,
    /// What was proven.
    pub proof: Proof,
}

pub(super) async fn run(config: &Config, arguments: Arguments) -> Result<(), CliError> {
    let keys = arguments.keys.unwrap_or_else(|| arguments.archive.with_file_name(KEYS_FILE));
    let mut progress = Progress::new();
    let clock = Arc::new(OffsetClock::default());
    let restored = restore(config, &arguments.archive, &keys, clock, |table, rows| progress.tell(table, rows)).await;
    progress.end();
    print!("{}", told(config, &restored?));
    Ok(())
}

/// Restores an archive with the newest keys file into the configured database, which is empty. `progress` is told of which table how
/// many rows are loaded.
///
/// # Errors
/// When the files do not fit or the database is not empty: nothing is touched then. When anything fails later, the database is emptied.
pub async fn restore(
    config: &Config,
    archive: &Path,
    keys: &Path,
    clock: Arc<dyn Clock>,
    progress: impl FnMut(&str, u64) + Send,
) -> Result<Restored, CliError> {
    let master = config.key_source().load()?;
    let source = Source::read(archive, keys, &master)?;
    prepare_data_dir(config)?;
    let options = DbOptions { url: config.database_url(), max_connections: config.database_connections };
    match Db::occupied(&options).await? {
        None => {}
        Some(Occupied::InUse) => {
            let text =
                "is not empty; a restore never writes over anything. Name another database, or move this one away";
            return Err(format!("{} {text}", config.shown_database_url()).into());
        }
        Some(Occupied::Later) => {
            return Err("the database was used by a later version of the program; run that one".into());
        }
    }
    Db::clear(&options).await?;
    let restored = fill(config, &options, &master, &source, clock, progress).await;
    if restored.is_err() {
        Db::clear(&options).await?;
    }
    restored
}

async fn fill(
    config: &Config,
    options: &DbOptions,
    master: &MasterKey,
    source: &Source,
    clock: Arc<dyn Clock>,
    progress: impl FnMut(&str, u64) + Send,
) -> Result<Restored, CliError> {
    let db = Db::open_at(options, Some(source.steps)).await?;
    load(&db, master, source, progress).await?;
    drop(db);
    let db = Db::open_at(options, Some(source.keys_steps.saturating_sub(source.steps))).await?;
    let brought_up = bring_up(&db, master, source, clock.now()).await?;
    drop(db);
    // Opened anew, so that what is written from here on has positions that no consumer has seen.
    let context = start_on(Db::open(options).await?, config, clock).await?.context;
    let (erased, withdrawn) = erase_again(&context).await?;
    let proof = prove(&context, source).await?;
    finish(&context).await?;
    let (made_at, keys_made_at, rows) = (source.manifest.made_at, source.keys_manifest.made_at, source.tail.rows());
    Ok(Restored { made_at, keys_made_at, rows, brought_up, erased, withdrawn, proof })
}

fn told(config: &Config, restored: &Restored) -> String {
    let Restored { made_at, keys_made_at, rows, brought_up, erased, withdrawn, proof } = restored;
    format!(
        "Restored into {url}: {rows} rows, as they were at {made_at}; each was read back.\n\
         Erased and ended since, as known at {keys_made_at}: {erased} people were erased again ({withdrawn} of their requests \
         withdrawn), {ended} mandates, clients, credentials and links ended. {of_nobody} keys of people recorded later were left out.\n\
         Proven: {logs} audit logs with {entries} entries; {opened} values of {columns} sealed columns open.\n\
         \n\
         What happened after {made_at} is not there. Before you run the worker, read docs/BACKUP.md, \"After a restore\":\n\
         `recourse serve --role api` shows everything and sends nothing. Begin a new backup folder: the old one is of the database as it\n\
         was.\n",
        url = config.shown_database_url(),
        ended = brought_up.ended,
        of_nobody = brought_up.keys_of_nobody,
        logs = proof.logs,
        entries = proof.entries,
        opened = proof.opened,
        columns = proof.columns,
    )
}
