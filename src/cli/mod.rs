//! The command line: roles and tools as subcommands of one binary.

pub mod audit;
pub mod backup;
mod deadline;
mod demo;
pub mod doctor;
mod holidays;
pub mod import;
pub mod import_folder;
mod import_reference;
mod keys;
mod logging;
mod migrate;
mod openapi;
mod operator;
pub mod restore;
pub mod serve;
mod start;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::client;
use crate::config::Config;

pub use start::{StartError, Started, start};

/// Data-protection rights in bulk, for data intermediaries.
#[derive(Debug, Parser)]
#[command(name = "recourse", version, about)]
struct Arguments {
    /// TOML file with settings; `RECOURSE_…` environment variables override it.
    #[arg(long, global = true, env = "RECOURSE_CONFIG")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the service: API and worker, or one of them.
    Serve(serve::Arguments),
    /// Show the whole main job on this machine, with nothing to set up.
    Demo(demo::Arguments),
    /// Bring the database's schema up to date and stop.
    Migrate,
    /// Look whether the service can run here, and say what to do where it cannot.
    Doctor,
    /// Take data over from elsewhere.
    Import(import::Arguments),
    /// Compute legal dates and explain them, without a database.
    Deadline(deadline::Arguments),
    /// List the public holidays of a place, without a database.
    Holidays(holidays::Arguments),
    /// Print the OpenAPI document.
    Openapi,
    /// Hold the audit logs to what was signed.
    Audit(audit::Arguments),
    /// Save everything while the service is at work, or look whether a backup is whole.
    Backup(backup::Arguments),
    /// Put a backup into an empty database, and prove that it is there.
    Restore(restore::Arguments),
    /// Make new keys, and change over to them while the service runs.
    Keys(keys::Arguments),
    /// Make an operator's client and print its secret once.
    Operator(operator::Arguments),
    /// Call a running service.
    #[command(flatten)]
    Client(client::Command),
}

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if cfg!(feature = "measure") {
        eprintln!("this build can switch protections off, for the benchmark of what they cost; it runs nothing else");
        return ExitCode::from(2);
    }
    // These need no configuration and no database.
    let command = match arguments.command {
        Command::Openapi => return openapi::run(),
        Command::Deadline(arguments) => return deadline::run(&arguments),
        Command::Holidays(arguments) => return holidays::run(&arguments),
        Command::Client(command) => return client::run(command),
        command => command,
    };
    if matches!(command, Command::Doctor) {
        return match tokio::runtime::Runtime::new() {
            Ok(runtime) => runtime.block_on(doctor::run(arguments.config.as_deref())),
            Err(error) => fail(&error),
        };
    }
    let config = match Config::load(arguments.config.as_deref()) {
        Ok(config) => config,
        Err(error) => return fail(&error),
    };
    // The demonstration's own lines are what is to be read.
    let quiet = matches!(command, Command::Demo(_));
    logging::tell_panics();
    logging::start(if quiet { "error" } else { &config.log });
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&error),
    };
    let result = runtime.block_on(async {
        match command {
            Command::Serve(arguments) => serve::run(config, arguments).await,
            Command::Demo(arguments) => demo::run(arguments).await,
            Command::Migrate => migrate::run(&config).await,
            Command::Audit(arguments) => audit::run(&config, arguments).await,
            Command::Backup(arguments) => backup::run(&config, arguments).await,
            Command::Restore(arguments) => restore::run(&config, arguments).await,
            Command::Keys(arguments) => keys::run(&config, arguments).await,
            Command::Operator(arguments) => operator::run(&config, arguments).await,
            Command::Import(arguments) => import::run(&config, arguments).await,
            Command::Deadline(_) | Command::Holidays(_) | Command::Openapi | Command::Client(_) | Command::Doctor => {
                Ok(())
            }
        }
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(error.as_ref()),
    }
}

/// An error on its way to the terminal.
type CliError = Box<dyn std::error::Error + Send + Sync>;

fn fail(error: &dyn std::error::Error) -> ExitCode {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        let inner_text = inner.to_string();
        // A message that already ends with its cause need not say it twice.
        if !text.contains(&inner_text) {
            text = format!("{text}: {inner_text}");
        }
        source = inner.source();
    }
    eprintln!("recourse: {text}");
    ExitCode::FAILURE
}
