//! The `recourse` binary: roles as subcommands.

use std::process::ExitCode;

fn main() -> ExitCode {
    recourse::cli::main()
}
