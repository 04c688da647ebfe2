//! `recourse backup`: an archive and the keys file, while the service is at work. `recourse backup verify FILE`: whether a file is whole.

use std::io::{IsTerminal, Write, stderr};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use crate::backup::{Folder, Manifest, Reader, Tail};
use crate::config::Config;
use crate::crypto::MasterKey;
use crate::ports::{Clock, OffsetClock, OsRandom};
use crate::service::backups::{Made, Written, make, make_keys};
use crate::store::{Db, DbOptions};

use super::CliError;

/// Where to, and how much is kept.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    action: Option<Action>,
    /// Folder to write to; `backup_dir` when absent.
    #[arg(long, value_name = "FOLDER")]
    to: Option<PathBuf>,
    /// Archives that stay in the folder, this one among them.
    #[arg(long, default_value = "14")]
    keep: NonZeroUsize,
    /// Replace the keys file alone, which takes seconds: so that an erasure or the end of a mandate holds for all archives from now on.
    #[arg(long)]
    keys_only: bool,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Read a file to its end, and hold counts and digests to what is in it. Needs the master key and no database.
    Verify {
        /// An archive or a keys file.
        file: PathBuf,
    },
}

/// How many rows are told of at a time.
const TOLD_EACH: u64 = 10_000;

pub(super) async fn run(config: &Config, arguments: Arguments) -> Result<(), CliError> {
    if let Some(Action::Verify { file }) = arguments.action {
        let (manifest, tail) = verify(config, &file)?;
        print!("{}", told(&file, &manifest, &tail));
        return Ok(());
    }
    let folder = arguments.to.as_deref().or(config.backup_dir.as_deref());
    let folder = folder.ok_or("name a folder with `--to`, or set `backup_dir`")?;
    let clock = OffsetClock::default();
    if arguments.keys_only {
        let keys = keys(config, folder, &clock).await?;
        println!("{}", line(&keys));
        return Ok(());
    }
    let mut progress = Progress::new();
    let made = backup(config, folder, arguments.keep, &clock, |table, rows| progress.tell(table, rows)).await;
    progress.end();
    let made = made?;
    println!("{}", line(&made.archive));
    println!("{}", line(&made.keys));
    if made.removed > 0 {
        println!("{} older archives were removed", made.removed);
    }
    Ok(())
}

/// Makes a backup of the configured database into a folder. `progress` is told of which table how many rows are written.
///
/// # Errors
/// When the database, its key or the folder cannot be used; the folder is as it was then.
pub async fn backup(
    config: &Config,
    folder: &Path,
    keep: NonZeroUsize,
    clock: &dyn Clock,
    progress: impl FnMut(&str, u64) + Send,
) -> Result<Made, CliError> {
    let (db, master) = open(config).await?;
    let (folder, random) = (Folder::take(folder)?, OsRandom::default());
    Ok(make(&db, &master, &folder, (clock, &random), keep.get(), progress).await?)
}

/// Replaces the keys file of a folder.
///
/// # Errors
/// As [`backup`].
pub async fn keys(config: &Config, folder: &Path, clock: &dyn Clock) -> Result<Written, CliError> {
    let (db, master) = open(config).await?;
    let (folder, random) = (Folder::take(folder)?, OsRandom::default());
    Ok(make_keys(&db, &master, &folder, (clock, &random)).await?)
}

/// Reads a file to its end.
///
/// # Errors
/// When it is damaged, cut off, of another master key, or contradicts itself.
pub fn verify(config: &Config, file: &Path) -> Result<(Manifest, Tail), CliError> {
    let reader = Reader::open(file, &config.key_source().load()?)?;
    let manifest = reader.manifest().clone();
    Ok((manifest, reader.into_tail()?))
}

async fn open(config: &Config) -> Result<(Db, MasterKey), CliError> {
    let options = DbOptions { url: config.database_url(), max_connections: 4 };
    let db = Db::inspect(&options).await?.ok_or("there is no database yet")?;
    Ok((db, config.key_source().load()?))
}

fn line(written: &Written) -> String {
    let Written { path, bytes, tail } = written;
    format!("{}: {} rows of {} tables, {bytes} bytes", path.display(), tail.rows(), tail.tables.len())
}

/// What a file says of itself, for people and for `grep`.
fn told(file: &Path, manifest: &Manifest, tail: &Tail) -> String {
    let mut text = format!(
        "{}: ok, {} rows of {} tables, made at {} by version {}\n",
        file.display(),
        tail.rows(),
        tail.tables.len(),
        manifest.made_at,
        manifest.product
    );
    for table in &tail.tables {
        text.push_str(&format!("  {:<20} {:>12} rows  {}\n", table.name, table.rows, table.sha256));
    }
    for log in &tail.logs {
        text.push_str(&format!("  audit log of {}: {} entries, root {}\n", log.organisation, log.size, log.root));
    }
    text
}

/// One line that is drawn over itself on a terminal, and not at all elsewhere.
pub(super) struct Progress {
    shown: bool,
    drawn: bool,
    told: (String, u64),
}

impl Progress {
    pub(super) fn new() -> Self {
        Self { shown: stderr().is_terminal(), drawn: false, told: (String::new(), 0) }
    }

    /// Tells how many rows of a table are done.
    pub(super) fn tell(&mut self, table: &str, rows: u64) {
        let far = self.told.0 != table || rows >= self.told.1 + TOLD_EACH;
        if self.shown && far {
            self.drawn = true;
            self.told = (table.to_owned(), rows);
            // A line that cannot be drawn is no reason to end what it tells of.
            let _ = write!(stderr(), "\r{table}: {rows} rows\x1b[K").and_then(|()| stderr().flush());
        }
    }

    /// Clears the line.
    pub(super) fn end(&self) {
        if self.drawn {
            eprint!("\r\x1b[K");
        }
    }
}
