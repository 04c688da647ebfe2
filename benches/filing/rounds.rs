//! One filing in a process of its own, so that its memory is not that of what was measured before.

use std::process::{Command, Stdio};

use crate::filing::{self, Filing};
use crate::limit::Limit;
use crate::support::{App, Backend};
use crate::{Arguments, postgres, protections, sqlite};

/// What a process does.
#[derive(Clone, Copy)]
pub enum Round {
    Filing,
    FilingAndLimit,
}

impl Round {
    fn name(self) -> &'static str {
        match self {
            Self::Filing => "filing",
            Self::FilingAndLimit => "filing-and-limit",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        [Self::Filing, Self::FilingAndLimit].into_iter().find(|round| round.name() == name)
    }
}

/// Starts a process for the round and reads what it measured.
pub fn start(arguments: &Arguments, round: Round) -> (Filing, Option<Limit>) {
    let program = std::env::current_exe().expect("the path of this program");
    let database = if arguments.backend == Backend::Sqlite { "sqlite" } else { "postgres" };
    let (requests, controllers) = (arguments.requests.to_string(), arguments.controllers.to_string());
    let output = Command::new(program)
        .args(["--database", database, "--requests", &requests, "--controllers", &controllers, "--round", round.name()])
        .args(arguments.without.iter().flat_map(|protection| ["--without", protection.as_str()]))
        .stderr(Stdio::inherit())
        .output()
        .expect("this program starts");
    assert!(output.status.success(), "a round failed: {}", output.status);
    serde_json::from_slice(&output.stdout).expect("a round tells what it measured")
}

/// Runs the round here and prints what it measured.
pub fn run(arguments: &Arguments, round: Round) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    let measured = runtime.block_on(file(arguments, round));
    println!("{}", serde_json::to_string(&measured).expect("figures are JSON"));
}

async fn file(arguments: &Arguments, round: Round) -> (Filing, Option<Limit>) {
    let app = App::start(arguments.backend).await.expect("the database is there").taking_large_uploads();
    protections::switch_off(&arguments.without, &app.config.database_url()).await;
    let filing = filing::run(&app, arguments.requests, arguments.controllers).await;
    let Filing { seconds, peak_mib, .. } = filing;
    eprintln!("filed {} requests in {seconds:.2} s, {peak_mib:.0} MiB", arguments.requests);
    let mut limit = None;
    if matches!(round, Round::FilingAndLimit) {
        let url = app.config.database_url();
        let measured = match arguments.backend {
            Backend::Sqlite => sqlite::limit(&url).await,
            Backend::Postgres => postgres::limit(&url).await,
        };
        eprintln!("the database alone: {} rows in {:.2} s", measured.rows, measured.seconds);
        limit = Some(measured);
    }
    app.stop().await;
    (filing, limit)
}
