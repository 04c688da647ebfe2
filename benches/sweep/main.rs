//! How fast deadlines are swept, as a multiple of what the database itself needs for the same rows:
//! `cargo bench --bench sweep -- --database sqlite|postgres [--stored N] [--due N]`.
//!
//! Of the stored requests, all with a running clock, some are due: half of them for a reminder, half because their deadline has
//! passed. They stand in runs, as requests that were filed and delivered together become due together; the runs are spread over all
//! that is stored. What is measured is the sweep as the workers run it, two at a time, from the first look to the last commit: requests,
//! events, findings, audit. Its limit is measured in the same run, before and after, on requests of the same kind in the same
//! database: the very values that a sweep has written, laid ready in temporary tables, and put into the same tables by an
//! `UPDATE` over the primary key and an `INSERT … SELECT` each, in one transaction.
//!
//! All of it is done with a tenth of the stored requests and with all of them, on a database each: the cost must follow what is
//! due. PostgreSQL is the server named by `RECOURSE_TEST_DATABASE_URL`. One line of JSON is printed, on standard output.

#[path = "../../tests/support/mod.rs"]
mod support;

mod plain;
mod sets;
mod templates;

use std::process::ExitCode;
use std::time::Instant;

use jiff::SignedDuration;
use recourse::service::Context;
use recourse::service::requests::sweep_deadlines;
use serde_json::json;

use plain::Plain;
use sets::Sets;
use support::{App, Backend};

/// Two limits further apart than this say that something else was at work.
const LIMITS_APART: f64 = 0.3;

struct Arguments {
    backend: Backend,
    stored: u64,
    due: u64,
}

fn arguments() -> Result<Arguments, String> {
    let mut arguments = Arguments { backend: Backend::Sqlite, stored: 2_000_000, due: 20_000 };
    let mut given = std::env::args().skip(1);
    while let Some(name) = given.next() {
        let mut number = || {
            let value = given.next().and_then(|value| value.replace('_', "").parse().ok()).filter(|number| *number > 0);
            value.ok_or_else(|| format!("{name} takes a number"))
        };
        match name.as_str() {
            // Cargo says so itself.
            "--bench" => {}
            "--stored" => arguments.stored = number()?,
            "--due" => arguments.due = number()?,
            "--database" => {
                arguments.backend = match given.next().as_deref() {
                    Some("sqlite") => Backend::Sqlite,
                    Some("postgres") => Backend::Postgres,
                    _ => return Err("--database is sqlite or postgres".to_owned()),
                }
            }
            other => return Err(format!("{other} is not known")),
        }
    }
    if arguments.stored / 10 / arguments.due < 8 || !arguments.due.is_multiple_of(sets::RUN) {
        return Err(format!(
            "at least 80 requests are stored for each that is due, and {} are due together",
            sets::RUN
        ));
    }
    Ok(arguments)
}

fn main() -> ExitCode {
    let arguments = match arguments() {
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("{error}\n--database sqlite|postgres --stored N --due N");
            return ExitCode::from(2);
        }
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(measure(&arguments));
    ExitCode::SUCCESS
}

async fn measure(arguments: &Arguments) {
    let Arguments { backend, stored, due } = *arguments;
    let tenth = round(backend, stored / 10, due).await;
    let all = round(backend, stored, due).await;
    let line = json!({
        "bench": "sweep", "commit": commit(), "profile": if cfg!(debug_assertions) { "dev" } else { "release" },
        "database": if backend == Backend::Sqlite { "sqlite" } else { "postgres" },
        "stored": stored, "due": due,
        "ratio": rounded(all.ratio()), "ratio_at_a_tenth": rounded(tenth.ratio()),
        "growth_from_a_tenth": rounded(all.sweep / tenth.sweep),
        "limits_apart": rounded(all.apart()), "disturbed": all.apart() > LIMITS_APART || tenth.apart() > LIMITS_APART,
        "swept_per_second": (due as f64 / all.sweep).round(),
        "seconds": { "sweep": rounded(all.sweep), "limit": all.limits.map(rounded),
                     "sweep_at_a_tenth": rounded(tenth.sweep), "limit_at_a_tenth": tenth.limits.map(rounded) },
    });
    println!("{line}");
}

struct Round {
    sweep: f64,
    limits: [f64; 2],
}

impl Round {
    fn ratio(&self) -> f64 {
        self.sweep / ((self.limits[0] + self.limits[1]) / 2.0)
    }

    fn apart(&self) -> f64 {
        (self.limits[0] - self.limits[1]).abs() / self.limits[0].min(self.limits[1])
    }
}

async fn round(backend: Backend, stored: u64, due: u64) -> Round {
    let app = App::start(backend).await.expect("the database is there");
    let sets = Sets { stored, due };
    let started = Instant::now();
    templates::store(&app).await;
    let mut plain = Plain::open(&app.config.database_url()).await;
    plain.load(&sets).await;
    eprintln!("{stored} requests stored in {:.0} s", started.elapsed().as_secs_f64());

    let first = sweep(&app.context, due).await;
    eprintln!("{due} swept a first time in {first:.2} s");
    plain.keep_what_was_written(&sets).await;
    let before = plain.limit(sets.second_limit()).await;
    app.clock.advance(SignedDuration::from_hours(1));
    let sweep = sweep(&app.context, due).await;
    let after = plain.limit(sets.third_limit()).await;
    eprintln!("of {stored}, {due} were due: sweep {sweep:.2} s; the database alone {before:.2} s and {after:.2} s");
    app.stop().await;
    Round { sweep, limits: [before, after] }
}

/// Sweeps until nothing is due, as the workers of one process do.
async fn sweep(context: &Context, due: u64) -> f64 {
    let started = Instant::now();
    let one = || {
        let context = context.clone();
        tokio::spawn(async move {
            let mut swept = 0;
            loop {
                match sweep_deadlines(context.clone()).await.expect("the sweep works") {
                    0 => return swept,
                    count => swept += count,
                }
            }
        })
    };
    let (first, second) = tokio::join!(one(), one());
    let seconds = started.elapsed().as_secs_f64();
    assert_eq!(first.expect("no panic") + second.expect("no panic"), due);
    seconds
}

fn rounded(value: f64) -> f64 {
    (value * 1_000.0).round() / 1_000.0
}

fn commit() -> Option<String> {
    let output = std::process::Command::new("git").args(["rev-parse", "--short", "HEAD"]).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
