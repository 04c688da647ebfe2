//! `recourse keys`: making new keys and changing over to them.

use std::path::Path;

use crate::config::Config;
use crate::crypto::MasterKey;
use crate::crypto::master::{MasterKeyError, MasterSource};
use crate::ports::OsRandom;

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
}

pub(super) fn run(config: &Config, arguments: Arguments) -> Result<(), CliError> {
    match arguments.action {
        Action::NewMaster { print } => new_master(&config.key_source(), print),
    }
}

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
