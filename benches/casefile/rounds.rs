//! One size in a process of its own, so that its memory is not that of what was measured before.

use std::process::{Command, Stdio};

use serde::{Deserialize, Serialize};

use crate::{Arguments, limit, whole};

/// What a process does.
#[derive(Clone, Copy)]
pub enum Round {
    Whole,
    Limit,
}

impl Round {
    fn name(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Limit => "limit",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        [Self::Whole, Self::Limit].into_iter().find(|round| round.name() == name)
    }
}

/// What a round measured.
#[derive(Serialize, Deserialize)]
pub struct Measured {
    pub people: u64,
    pub pages: u64,
    pub seconds: f64,
    pub archive_bytes: u64,
    pub peak_mib: f64,
}

/// Starts a process for the round and reads what it measured.
pub fn start(arguments: &Arguments, round: Round) -> Measured {
    let program = std::env::current_exe().expect("the path of this program");
    let (people, workers) = (arguments.people.to_string(), arguments.workers.to_string());
    let output = Command::new(program)
        .args(["--people", &people, "--workers", &workers, "--round", round.name()])
        .stderr(Stdio::inherit())
        .output()
        .expect("this program starts");
    assert!(output.status.success(), "a round failed: {}", output.status);
    serde_json::from_slice(&output.stdout).expect("a round tells what it measured")
}

/// Runs the round here and prints what it measured.
pub fn run(arguments: &Arguments, round: Round) {
    let measured = match round {
        Round::Whole => whole::make(arguments),
        Round::Limit => limit::limit(arguments),
    };
    let Measured { people, pages, seconds, peak_mib, .. } = measured;
    eprintln!("{}: {people} people, {pages} pages in {seconds:.2} s, {peak_mib:.0} MiB", round.name());
    println!("{}", serde_json::to_string(&measured).expect("figures are JSON"));
}
