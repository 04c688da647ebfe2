//! How fast the file of a complaint is made, as a share of what the typesetter itself can do, and how time and memory grow:
//! `cargo bench --bench casefile -- [--people N] [--workers W]`.
//!
//! What is measured is the whole way from facts to an archive: three annexes for each person in both versions, the same facts
//! as JSON, the register of evidence, the main texts, the signed manifest, and the archive written from what was kept. Each
//! piece is kept in a file of its own as soon as it is made, as the service keeps it sealed in a row. Its limit is measured in
//! the same run, before and after: as many documents with as many pages by the same typesetter and the same house style,
//! with one line on each page. A run whose two limits differ by more than a fifth says nothing and is rejected.
//!
//! The sizes are a hundredth, a tenth and the whole of N, which is 10,000 unless said otherwise. Each is made in a process of
//! its own, so that its memory is not that of what was measured before. One line of JSON is printed, on standard output.

#[path = "../filing/memory.rs"]
mod memory;
#[path = "../../tests/casefile/samples.rs"]
mod samples;

mod limit;
mod rounds;
mod whole;

use std::process::ExitCode;

use serde_json::json;

use rounds::Round;

/// Two limits further apart than this make a run worthless.
const LIMITS_APART: f64 = 0.2;
/// Documents that are enough to measure the limit.
const LIMIT_DOCUMENTS: u64 = 1_000;

/// What is measured.
#[derive(Clone, Copy)]
pub struct Arguments {
    pub people: u64,
    pub workers: usize,
    /// What a process of one round does; none in the one that was called.
    pub round: Option<Round>,
}

fn arguments() -> Result<Arguments, String> {
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    let mut arguments = Arguments { people: 10_000, workers, round: None };
    let mut given = std::env::args().skip(1);
    while let Some(name) = given.next() {
        let mut number = |name: &str| {
            let value = given.next().and_then(|value| value.replace('_', "").parse().ok()).filter(|number| *number > 0);
            value.ok_or_else(|| format!("{name} takes a number"))
        };
        match name.as_str() {
            // Cargo says so itself.
            "--bench" => {}
            "--people" => arguments.people = number(&name)?,
            "--workers" => arguments.workers = usize::try_from(number(&name)?).map_err(|error| error.to_string())?,
            "--round" => arguments.round = given.next().as_deref().and_then(Round::named),
            other => return Err(format!("{other} is not known")),
        }
    }
    Ok(arguments)
}

fn main() -> ExitCode {
    let arguments = match arguments() {
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("{error}\n--people N --workers W");
            return ExitCode::from(2);
        }
    };
    if let Some(round) = arguments.round {
        rounds::run(&arguments, round);
        return ExitCode::SUCCESS;
    }
    if measure(&arguments) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Measures and prints. Tells whether the run counts.
fn measure(arguments: &Arguments) -> bool {
    let people = [arguments.people / 100, arguments.people / 10, arguments.people].map(|people| people.max(1));
    let limit = || rounds::start(&Arguments { people: people[2].min(LIMIT_DOCUMENTS), ..*arguments }, Round::Limit);
    let before = limit();
    let made = people.map(|people| rounds::start(&Arguments { people, ..*arguments }, Round::Whole));
    let after = limit();
    let apart = (before.seconds - after.seconds).abs() / before.seconds.min(after.seconds);
    let rejected = apart > LIMITS_APART;
    let per_second = |round: &rounds::Measured| round.pages as f64 / round.seconds;
    let limit_per_second = f64::midpoint(per_second(&before), per_second(&after));
    let of_each = |figure: &dyn Fn(&rounds::Measured) -> f64| made.iter().map(figure).collect::<Vec<_>>();
    let per_person = of_each(&|round| round.seconds / round.people as f64);
    let line = json!({
        "bench": "casefile", "profile": if cfg!(debug_assertions) { "dev" } else { "release" },
        "workers": arguments.workers, "rejected": rejected, "limits_apart": round_to(apart, 3),
        "people": people, "pages": made.iter().map(|round| round.pages).collect::<Vec<_>>(),
        "archive_mib": of_each(&|round| round_to(round.archive_bytes as f64 / 1_048_576.0, 1)),
        "ratio": round_to(per_second(&made[2]) / limit_per_second, 3),
        "pages_per_second": of_each(&|round| per_second(round).round()),
        "limit_pages_per_second": [per_second(&before).round(), per_second(&after).round()],
        "seconds": of_each(&|round| round_to(round.seconds, 2)),
        "growth_per_person": [round_to(per_person[1] / per_person[0], 3), round_to(per_person[2] / per_person[1], 3)],
        "peak_memory_mib": of_each(&|round| round_to(round.peak_mib, 1)),
    });
    println!("{line}");
    if rejected {
        eprintln!("rejected: the two limits differ by {:.0} %", apart * 100.0);
    }
    !rejected
}

fn round_to(value: f64, digits: i32) -> f64 {
    let scale = 10f64.powi(digits);
    (value * scale).round() / scale
}
