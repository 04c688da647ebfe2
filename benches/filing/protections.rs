//! What each protection costs: the same batch with all of them, and with each switched off.
//!
//! The rounds go through the list, and through it again backwards, so that a machine that becomes slower or quicker meanwhile does
//! so for all alike. Needs a build with the feature `measure`.

use recourse::measure::Protection;
use serde_json::{Map, Value, json};

use crate::rounds::{self, Round};
use crate::support::Backend;
use crate::{Arguments, commit, round_to};

/// Times that the list is gone through.
const TURNS: usize = 4;

/// Measures, and prints a line of JSON. Tells whether this build could.
pub fn measure(arguments: &Arguments) -> bool {
    if !cfg!(feature = "measure") {
        eprintln!("protections can be switched off by a build with --features measure only");
        return false;
    }
    let mut variants: Vec<(&str, Vec<Protection>)> = vec![("none", Vec::new())];
    variants.extend(Protection::ALL.map(|protection| (protection.as_str(), vec![protection])));
    variants.push(("all", Protection::ALL.to_vec()));
    // The first filing of all warms files and caches up.
    rounds::start(&Arguments { requests: arguments.requests / 10, ..arguments.clone() }, Round::Filing);
    let mut seconds = vec![Vec::new(); variants.len()];
    for turn in 0..TURNS {
        let order: Vec<usize> =
            if turn % 2 == 0 { (0..variants.len()).collect() } else { (0..variants.len()).rev().collect() };
        for at in order {
            let (name, without) = &variants[at];
            let round = Arguments { without: without.clone(), ..arguments.clone() };
            let (filing, _) = rounds::start(&round, Round::Filing);
            eprintln!("without {name}: {:.2} s", filing.seconds);
            seconds[at].push(filing.seconds);
        }
    }
    // What disturbs a run makes it slower, so that the quickest of several is the one least disturbed.
    let least = |taken: &[f64]| taken.iter().copied().fold(f64::INFINITY, f64::min);
    let protected = least(&seconds[0]);
    let mut ratios = Map::new();
    for ((name, _), taken) in variants.iter().zip(&seconds).skip(1) {
        ratios.insert((*name).to_owned(), json!(round_to(least(taken) / protected, 3)));
    }
    let all: Map<String, Value> = variants
        .iter()
        .zip(&seconds)
        .map(|((name, _), taken)| {
            ((*name).to_owned(), json!(taken.iter().map(|one| round_to(*one, 2)).collect::<Vec<_>>()))
        })
        .collect();
    let line = json!({
        "bench": "protections", "commit": commit(), "profile": if cfg!(debug_assertions) { "dev" } else { "release" },
        "database": if arguments.backend == Backend::Sqlite { "sqlite" } else { "postgres" },
        "requests": arguments.requests, "controllers": arguments.controllers,
        // Speed with all protections as a share of that without the one named.
        "speed_beside_without": ratios, "seconds_without": all,
    });
    println!("{line}");
    true
}

/// Switches protections off in this process; the policies of PostgreSQL in its database.
#[cfg(feature = "measure")]
pub async fn switch_off(without: &[Protection], url: &str) {
    use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, Row};

    for protection in without {
        protection.switch_off();
    }
    if without.contains(&Protection::Isolation) && !url.starts_with("sqlite:") {
        let mut owner = PgConnection::connect(url).await.expect("the database answers");
        let tables = owner
            .fetch_all("SELECT oid::regclass::text AS name FROM pg_class WHERE relrowsecurity")
            .await
            .expect("the tables are told");
        for table in tables {
            let name: String = table.get("name");
            let sql = format!("ALTER TABLE {name} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY");
            owner.execute(AssertSqlSafe(sql)).await.expect("the owner may");
        }
    }
}

/// Nothing can be switched off in this build.
#[cfg(not(feature = "measure"))]
pub async fn switch_off(without: &[Protection], _url: &str) {
    assert!(without.is_empty(), "this build has every protection");
}
