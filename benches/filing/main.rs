//! How fast a batch is filed, as a share of what the database itself can take in:
//! `cargo bench --bench filing -- --database sqlite|postgres --requests N [--controllers C]`.
//!
//! What is measured is the service's own way from the first byte of an upload to the state `filed`: sealed parts, reading,
//! checks, encryption, blind indexes, requests, messages, events, outcomes, audit. Its limit is measured in the same run,
//! before and after: the very rows that resulted, loaded by the fastest means into empty tables with the same indexes (`COPY`
//! in binary form on PostgreSQL, prepared inserts of many rows in large transactions on SQLite). The order is: a tenth of the
//! batch, the whole, the limit, the whole, the limit, each on a database of its own. A run whose two limits differ by more
//! than a fifth says nothing about the service and is rejected.
//!
//! Each filing runs in a process of its own, whose largest resident memory is read before that process measures the limit: the
//! figure is that of the service and of the few lines that feed it.
//!
//! `cargo bench --features measure --bench filing -- --protections` files the same batch with encryption, blind indexes, the audit
//! record and isolation, and without each, see [`protections`].
//!
//! PostgreSQL is the server named by `RECOURSE_TEST_DATABASE_URL`. One line of JSON is printed, on standard output.

#[path = "../../tests/support/mod.rs"]
mod support;

mod filing;
mod limit;
mod memory;
mod postgres;
mod protections;
mod rounds;
mod sqlite;

use std::process::ExitCode;

use serde_json::json;

use recourse::measure::Protection;
use rounds::Round;
use support::Backend;

/// Two limits further apart than this make a run worthless.
const LIMITS_APART: f64 = 0.2;

/// What is measured.
#[derive(Clone)]
pub struct Arguments {
    pub backend: Backend,
    pub requests: usize,
    pub controllers: usize,
    /// What a process of one round does; none in the one that was called.
    pub round: Option<Round>,
    /// Whether it is measured what each protection costs.
    pub protections: bool,
    /// Protections that a round does without.
    pub without: Vec<Protection>,
}

fn arguments() -> Result<Arguments, String> {
    let mut arguments = Arguments {
        backend: Backend::Sqlite,
        requests: 300_000,
        controllers: 1,
        round: None,
        protections: false,
        without: Vec::new(),
    };
    let mut given = std::env::args().skip(1);
    while let Some(name) = given.next() {
        let mut number = |name: &str| {
            let value = given.next().and_then(|value| value.replace('_', "").parse().ok()).filter(|number| *number > 0);
            value.ok_or_else(|| format!("{name} takes a number"))
        };
        match name.as_str() {
            // Cargo says so itself.
            "--bench" => {}
            "--requests" => arguments.requests = number(&name)?,
            "--controllers" => arguments.controllers = number(&name)?,
            "--database" => {
                arguments.backend = match given.next().as_deref() {
                    Some("sqlite") => Backend::Sqlite,
                    Some("postgres") => Backend::Postgres,
                    _ => return Err("--database is sqlite or postgres".to_owned()),
                }
            }
            "--round" => arguments.round = given.next().as_deref().and_then(Round::named),
            "--protections" => arguments.protections = true,
            "--without" => {
                let name = given.next().unwrap_or_default();
                let protection = Protection::ALL.into_iter().find(|protection| protection.as_str() == name);
                arguments.without.push(protection.ok_or_else(|| format!("{name} is no protection"))?);
            }
            other => return Err(format!("{other} is not known")),
        }
    }
    Ok(arguments)
}

fn main() -> ExitCode {
    let arguments = match arguments() {
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("{error}\n--database sqlite|postgres --requests N --controllers C [--protections]");
            return ExitCode::from(2);
        }
    };
    if let Some(round) = arguments.round {
        rounds::run(&arguments, round);
        return ExitCode::SUCCESS;
    }
    let measure = if arguments.protections { protections::measure } else { measure };
    if measure(&arguments) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Measures and prints. Tells whether the run counts.
fn measure(arguments: &Arguments) -> bool {
    let Arguments { backend, requests, controllers, .. } = *arguments;
    let (tenth, _) = rounds::start(&Arguments { requests: requests / 10, ..arguments.clone() }, Round::Filing);
    let (first, before) = rounds::start(arguments, Round::FilingAndLimit);
    let (second, after) = rounds::start(arguments, Round::FilingAndLimit);
    let (before, after) = (before.expect("it was measured"), after.expect("it was measured"));
    let apart = (before.seconds - after.seconds).abs() / before.seconds.min(after.seconds);
    let rejected = apart > LIMITS_APART;
    // The second filing is the one with a limit on each side.
    let limit_seconds = (before.seconds + after.seconds) / 2.0;
    let per_second = |rows: u64, seconds: f64| (rows as f64 / seconds).round();
    let sorted = |one: f64, other: f64| json!({ "min": one.min(other), "max": one.max(other) });
    let line = json!({
        "bench": "filing", "commit": commit(), "profile": if cfg!(debug_assertions) { "dev" } else { "release" },
        "database": if backend == Backend::Sqlite { "sqlite" } else { "postgres" },
        "requests": requests, "controllers": controllers, "rows": after.rows, "upload_bytes": second.upload_bytes,
        "rejected": rejected, "limits_apart": round_to(apart, 3),
        "ratio": round_to(limit_seconds / second.seconds, 3),
        "ratios": sorted(round_to(before.seconds / first.seconds, 3), round_to(after.seconds / second.seconds, 3)),
        "filing_rows_per_second": sorted(per_second(before.rows, first.seconds), per_second(after.rows, second.seconds)),
        "limit_rows_per_second": sorted(per_second(before.rows, before.seconds), per_second(after.rows, after.seconds)),
        "filing_requests_per_second": per_second(requests as u64, second.seconds),
        "growth_per_request_from_a_tenth": round_to(second.seconds / requests as f64 / (tenth.seconds / (requests / 10) as f64), 3),
        "peak_memory_mib": sorted(round_to(first.peak_mib, 1), round_to(second.peak_mib, 1)),
        "peak_memory_mib_at_a_tenth": round_to(tenth.peak_mib, 1),
        "seconds": { "tenth": round_to(tenth.seconds, 2), "filing": [round_to(first.seconds, 2), round_to(second.seconds, 2)],
                     "limit": [round_to(before.seconds, 2), round_to(after.seconds, 2)] },
    });
    println!("{line}");
    if rejected {
        eprintln!("rejected: the two limits differ by {:.0} %", apart * 100.0);
    }
    !rejected
}

pub fn round_to(value: f64, digits: i32) -> f64 {
    let scale = 10f64.powi(digits);
    (value * scale).round() / scale
}

pub fn commit() -> Option<String> {
    let output = std::process::Command::new("git").args(["rev-parse", "--short", "HEAD"]).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
