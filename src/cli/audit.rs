//! `recourse audit`: holds the audit logs of a database to what was signed. It writes nothing, and can be run beside a service that
//! is at work or on a copy of its database.

use std::path::PathBuf;
use std::sync::Arc;

use entity::id::OrganisationId;

use crate::config::Config;
use crate::crypto::note;
use crate::ledger::Checkpoint;
use crate::ledger::check::{Head, Report};
use crate::ports::{Clock, OffsetClock, OsRandom, Random};
use crate::service::{Keys, audit};
use crate::store::{Db, DbOptions, SHARED};

use super::CliError;

/// What to do with the audit logs.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Go through whole logs, and name the first entry that is not what it was.
    Verify(Verify),
}

/// Which logs, and what they are held to.
#[derive(Debug, Default, clap::Args)]
pub struct Verify {
    /// Only the log of this organisation; `shared` for that of shared data. All logs when absent.
    #[arg(long, value_parser = owner)]
    pub organisation: Option<OrganisationId>,
    /// A checkpoint that was kept elsewhere: its log must have grown from there.
    #[arg(long, value_name = "FILE")]
    pub checkpoint: Option<PathBuf>,
}

fn owner(text: &str) -> Result<OrganisationId, String> {
    if text == "shared" {
        return Ok(SHARED);
    }
    text.parse().map_err(|error: entity::id::NotAnId| error.to_string())
}

pub(super) async fn run(config: &Config, arguments: Arguments) -> Result<(), CliError> {
    let Action::Verify(arguments) = arguments.action;
    let reports = verify(config, &arguments, |organisation, done| {
        eprintln!("{organisation}: {done} entries gone through");
    })
    .await?;
    if reports.is_empty() {
        println!("There is no audit log yet.");
    }
    let mut broken = 0;
    for (organisation, report) in &reports {
        let Report { entries, cut, checkpoints, waiting, broken: first } = report;
        match first {
            None => {
                println!("{organisation}: ok, {entries} entries, {checkpoints} checkpoints; {waiting} entries wait");
                if *cut > 0 {
                    println!(
                        "{organisation}: what the first {cut} entries said could not be looked at, their time is over; \
                         their leaves are those that were signed"
                    );
                }
            }
            Some(first) => {
                broken += 1;
                println!("{organisation}: BROKEN at {first}");
            }
        }
    }
    if broken > 0 { Err(format!("{broken} of {} audit logs are broken", reports.len()).into()) } else { Ok(()) }
}

/// How often it is told how far a log has been gone through.
const TOLD_EACH: u64 = 100_000;

/// Goes through the logs that are meant. `progress` is told now and then of which log how many entries are done.
///
/// # Errors
/// When the database or its key cannot be read, or the checkpoint is none. What is broken is no error but in the reports.
pub async fn verify(
    config: &Config,
    arguments: &Verify,
    progress: impl Fn(OrganisationId, u64) + Send + Sync,
) -> Result<Vec<(OrganisationId, Report)>, CliError> {
    let options = DbOptions { url: config.database_url(), max_connections: 4 };
    let db = Db::inspect(&options).await?.ok_or("there is no database yet")?;
    if db.master_key_check().await?.is_none() {
        return Err("the database is empty".into());
    }
    let (clock, random): (Arc<dyn Clock>, Arc<dyn Random>) =
        (Arc::new(OffsetClock::default()), Arc::new(OsRandom::default()));
    let source = config.key_source();
    let master = source.load()?;
    let keys = Keys::open(&db, source, master, &config.base_url(), &clock, &random).await?;
    let mut elsewhere = arguments.checkpoint.as_ref().map(|path| kept(path)).transpose()?;
    let mut meant =
        if elsewhere.is_some() || arguments.organisation.is_some() { Vec::new() } else { logged(&db).await? };
    if let Some((owner, _)) = &elsewhere {
        meant = vec![*owner];
    }
    if let Some(only) = arguments.organisation {
        meant = vec![only];
    }
    let mut reports = Vec::with_capacity(meant.len());
    for organisation in meant {
        let head = elsewhere.take_if(|(owner, _)| *owner == organisation).map(|(_, head)| head);
        let mut told = 0;
        let tell = |done: u64| {
            if done - told >= TOLD_EACH {
                told = done;
                progress(organisation, done);
            }
        };
        reports.push((organisation, audit::verify(&db, &keys, organisation, head, clock.now(), tell).await?));
    }
    if elsewhere.is_some() {
        return Err("the checkpoint is one of another log".into());
    }
    Ok(reports)
}

/// Organisations of one query.
const PAGE: u64 = 500;

/// Whoever has anything of a log: that of shared data, and those of organisations in the order of their ids.
async fn logged(db: &Db) -> Result<Vec<OrganisationId>, CliError> {
    let (mut found, mut after, mut some) = (Vec::new(), None, vec![SHARED]);
    loop {
        for organisation in some {
            let tenant = db.tenant(organisation);
            let is_empty = tenant.audit_log().await?.size == 0
                && tenant.last_audit_checkpoint().await?.is_none()
                && tenant.audit_tiles(0, 0, 1).await?.is_empty();
            found.extend((!is_empty).then_some(organisation));
        }
        some = db.organisations(after, PAGE).await?.into_iter().map(|organisation| organisation.id).collect();
        if some.is_empty() {
            return Ok(found);
        }
        after = some.last().copied();
    }
}

/// A checkpoint from a file, and whose log it is of.
fn kept(path: &std::path::Path) -> Result<(OrganisationId, Head), CliError> {
    let note = std::fs::read_to_string(path)?;
    let checkpoint = Checkpoint::read(note::text(&note)?).ok_or("the file is no checkpoint of an audit log")?;
    let owner = checkpoint.owner().ok_or("the file is no checkpoint of an audit log of this service")?;
    Ok((owner, Head { size: checkpoint.size, note }))
}
