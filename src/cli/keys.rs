//! `recourse keys`: making new keys and changing over to them.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use entity::id::OrganisationId;

use crate::config::Config;
use crate::crypto::MasterKey;
use crate::crypto::master::{MasterKeyError, MasterSource};
use crate::domain::access::KeyPurpose;
use crate::domain::rotation::{GRACE, RotationKind, RotationState};
use crate::ports::{Clock, OffsetClock, OsRandom, Random};
use crate::service::Keys;
use crate::service::keys::{NOTICE, ask_for_master, ask_for_organisation, ask_for_signing, prove};
use crate::store::{Db, DbOptions, KeyRotation};

use super::CliError;

/// What to do with the keys.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Make a new master key: a line in the key file, or for another place the line or whole text to put there.
    NewMaster {
        /// Print it, whatever the place: whoever sees it can open the database once it is in use.
        #[arg(long)]
        print: bool,
    },
    /// Change over to a new key while the service runs. It does the work; this asks for it and shows how far it is.
    Rotate {
        #[command(subcommand)]
        which: Which,
        /// Ask, and do not wait for the end.
        #[arg(long, global = true)]
        no_wait: bool,
    },
    /// Tell what is sealed under which key, and which changes are on their way.
    Status,
}

#[derive(Debug, clap::Subcommand)]
enum Which {
    /// The master key: everything under an older one is sealed anew under the newest.
    Master {
        /// The id of another key than the newest.
        #[arg(long, value_name = "ID")]
        to: Option<u8>,
    },
    /// The key of an organisation: it gets a new one, and the old one is destroyed when nothing is under it.
    Organisation {
        /// Its id.
        id: OrganisationId,
    },
    /// A key that signs: the next one is published, and signs ten minutes later.
    Signing {
        /// What it signs.
        #[arg(value_parser = purpose)]
        purpose: KeyPurpose,
    },
}

fn purpose(word: &str) -> Result<KeyPurpose, String> {
    let words: Vec<&str> = KeyPurpose::ALL.iter().map(|purpose| purpose.as_str()).collect();
    word.parse().map_err(|_| format!("one of {}", words.join(", ")))
}

pub(super) async fn run(config: &Config, arguments: Arguments) -> Result<(), CliError> {
    match arguments.action {
        Action::NewMaster { print } => new_master(&config.key_source(), print),
        Action::Rotate { which, no_wait } => rotate(config, which, no_wait).await,
        Action::Status => status(config).await,
    }
}

/// How often it is looked how far a change is.
const LOOK: Duration = Duration::from_secs(1);
/// After so long without a sign of a worker that is said.
const SILENCE: u32 = 15;

async fn rotate(config: &Config, which: Which, no_wait: bool) -> Result<(), CliError> {
    let context = super::start(config, Arc::new(OffsetClock::default())).await?.context;
    let id = match which {
        Which::Master { to } => ask_for_master(&context, to).await?,
        Which::Organisation { id } => ask_for_organisation(&context, id).await?,
        Which::Signing { purpose } => ask_for_signing(&context, purpose).await?,
    };
    if no_wait {
        println!("{id} is asked for; `recourse keys status` tells how far it is.");
        return Ok(());
    }
    let (mut told, mut looks) = (None, 0);
    loop {
        let rotation = context.db.rotation(id).await?.ok_or("the change is not there any more")?;
        let now = (rotation.state, rotation.moved);
        if told != Some(now) {
            println!("{}", line(&rotation));
            told = Some(now);
        }
        if rotation.state == RotationState::Done {
            context.keys.look(&context.db).await?;
            println!("{}", end(&rotation, &context.keys.master()));
            return Ok(());
        }
        looks += 1;
        if looks == SILENCE && rotation.state == RotationState::Asked {
            eprintln!("No worker has taken it up yet: `recourse serve` does the work, also when it is started later.");
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// How far a change is.
fn line(rotation: &KeyRotation) -> String {
    let what = match rotation.kind {
        RotationKind::Master => format!("master key {}", rotation.to_version),
        RotationKind::Organisation => format!("key of {}", rotation.organisation),
        RotationKind::Signing => format!("key for {}", rotation.detail.as_deref().unwrap_or_default()),
    };
    let grace = GRACE.as_secs();
    let how = match (rotation.state, rotation.kind) {
        (RotationState::Asked, _) => "asked for".to_owned(),
        (RotationState::Announced, _) => format!("there, for every process to take it up; seals {grace} s from then"),
        (RotationState::Switched, _) => format!("seals; what is under older ones is looked for {grace} s from then"),
        (RotationState::Moving, _) => "what is under older ones is sealed anew".to_owned(),
        (RotationState::Done, RotationKind::Signing) => "published".to_owned(),
        (RotationState::Done, _) => "nothing is left under an older one".to_owned(),
    };
    format!("{} {what}: {how}; {} rows sealed anew", rotation.changed_at, rotation.moved)
}

/// What follows from a change that is done.
fn end(rotation: &KeyRotation, master: &MasterKey) -> String {
    match rotation.kind {
        RotationKind::Master => {
            let old = master.others();
            let old: Vec<String> = old.iter().map(u8::to_string).collect();
            format!(
                "The lines of other master keys ({}) can be taken out now: nothing in this database needs them. Backups made \
                 before still do: keep the lines as long as those, in another place.",
                old.join(", ")
            )
        }
        RotationKind::Organisation => {
            "The old key is destroyed in this database. In backups made before it still is.".to_owned()
        }
        RotationKind::Signing => {
            format!("It signs {} s after it was published. The old one stays published.", NOTICE.as_secs())
        }
    }
}

/// Nothing of each column need be opened to tell how much is under which key.
const NO_SAMPLE: u64 = 0;

async fn status(config: &Config) -> Result<(), CliError> {
    let options = DbOptions { url: config.database_url(), max_connections: 2 };
    let db = Db::inspect(&options).await?.ok_or("there is no database yet")?;
    let (clock, random): (Arc<dyn Clock>, Arc<dyn Random>) =
        (Arc::new(OffsetClock::default()), Arc::new(OsRandom::default()));
    let source = config.key_source();
    let master = source.load()?;
    if db.master_key_check().await?.is_none() {
        return Err("the database is empty".into());
    }
    let keys = Keys::open(&db, source, master, &config.base_url(), &clock, &random).await?;
    let mut left = BTreeSet::new();
    for proof in prove(&db, &keys, NO_SAMPLE).await? {
        let versions: Vec<String> =
            proof.by_version.iter().map(|(version, rows)| format!("{rows} under {version}")).collect();
        let key = if proof.under_master { "master key" } else { "key of organisation or person" };
        let rows = if versions.is_empty() { "none".to_owned() } else { versions.join(", ") };
        println!("{:<36} {key:<30} {rows}", format!("{}.{}", proof.table, proof.column));
        left.extend(proof.by_version.into_keys().filter(|_| proof.under_master));
    }
    let master = keys.master();
    println!("Master key {} seals.", master.sealing());
    let running = db.running_rotations().await?;
    for rotation in db.last_rotations(SHOWN).await?.iter().rev() {
        println!("{}", line(rotation));
    }
    let changing = running.iter().any(|rotation| rotation.kind == RotationKind::Master);
    for id in master.others() {
        if id > master.sealing() && !left.contains(&id) {
            println!("Master key {id} seals nothing yet: `recourse keys rotate master` changes over to it.");
        } else if changing || left.contains(&id) {
            println!("Master key {id} is needed.");
        } else {
            println!("Master key {id} is not needed any more, except for backups made before.");
        }
    }
    Ok(())
}

/// Changes of keys that are shown.
const SHOWN: u64 = 10;

fn new_master(source: &MasterSource, print: bool) -> Result<(), CliError> {
    let random = OsRandom::default();
    match source.file() {
        Some(path) if !print => {
            let id = in_file(path, &random)?;
            println!(
                "Key {id} stands in {}. Keep a copy of the file where backups of the database are not.",
                path.display()
            );
            return Ok(());
        }
        None if !print => {
            let text = format!(
                "{source} is not a file: with --print the new key is written to standard output, to be put there"
            );
            return Err(text.into());
        }
        _ => {}
    }
    match source.load() {
        Ok(known) => {
            let (id, line) = known.new_line(&random)?;
            print!("{}", *line);
            eprintln!("Add this line, key {id}, to {source}, and keep all that stands there.");
        }
        Err(MasterKeyError::Missing { .. } | MasterKeyError::NotSet { .. } | MasterKeyError::Command { .. }) => {
            print!("{}", *MasterKey::new_text(&random));
            eprintln!(
                "There is no master key yet that could be read. This is the text of a new one, for a new database."
            );
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

fn in_file(path: &Path, random: &OsRandom) -> Result<u8, CliError> {
    match MasterKey::add_to_file(path, random) {
        Err(MasterKeyError::Missing { .. }) => Ok(MasterKey::create_new(path, random)?.highest()),
        added => Ok(added?),
    }
}
