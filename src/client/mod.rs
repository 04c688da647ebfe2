//! The command line as a client: for people who script. It uses the public API alone, over the network, and knows nothing of the
//! service but its documented JSON.
//!
//! Exit codes, so that scripts can decide: 0 done; 1 something else failed, such as a file that cannot be read; 2 wrong usage; 3 the
//! service does not answer; 4 it refused the call; 5 it does not know the client, or the client may not do this; 6 a batch went
//! through, and lines of it were refused.

mod api;
mod batch;
mod complaint;
mod credential;
mod failure;
mod login;
mod output;
mod progress;
mod requests;

use std::process::ExitCode;

use clap::Subcommand;

use api::Api;
use failure::ClientFailure;

/// What the help of each command says of how it ends.
const EXIT_CODES: &str = "Exit codes: 0 done, 1 something failed here, 2 wrong usage, 3 no answer from the service, 4 refused by it, \
                          5 client unknown or not allowed, 6 a batch went through and lines of it were refused.";

/// What a client can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Remember a service and a client of it, so that the other commands need not be told. The secret is read from
    /// `RECOURSE_CLIENT_SECRET` or from standard input, never from an argument.
    #[command(after_help = EXIT_CODES)]
    Login(login::Arguments),
    /// Upload people.
    #[command(subcommand, after_help = EXIT_CODES)]
    Batch(batch::Command),
    /// Look at requests.
    #[command(subcommand, after_help = EXIT_CODES)]
    Requests(requests::Command),
    /// Prepare complaints.
    #[command(subcommand, after_help = EXIT_CODES)]
    Complaint(complaint::Command),
}

/// Runs a command to its end, and tells what came of it as the exit code of the process.
pub fn run(command: Command) -> ExitCode {
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return ClientFailure::from(error).report(),
    };
    match runtime.block_on(perform(command)) {
        Ok(code) => code,
        Err(failure) => failure.report(),
    }
}

async fn perform(command: Command) -> Result<ExitCode, ClientFailure> {
    match command {
        Command::Login(arguments) => login::run(arguments).await,
        Command::Batch(command) => batch::run(&Api::remembered()?, command).await,
        Command::Requests(command) => requests::run(&Api::remembered()?, command).await,
        Command::Complaint(command) => complaint::run(&Api::remembered()?, command).await,
    }
}
