//! How fast an audit log is verified, as a share of the speed at which the same bytes can be hashed:
//! `cargo bench --bench audit -- --database sqlite|postgres [--entries N]`.
//!
//! What is measured is the whole verification as `recourse audit verify` does it: each entry read from the database, made into its
//! leaf, hashed, compared with the leaf and the nodes that are kept, and the roots with what was signed. The same is done with entries
//! and nodes in memory, which leaves the database out, and with a tenth of the entries: the cost must follow their number. The limit is
//! measured in the same run, before and after: SHA-256 over the bytes of the same leaves, one after the other, on one core.
//!
//! PostgreSQL is the server named by `RECOURSE_TEST_DATABASE_URL`. One line of JSON is printed, on standard output.

#[path = "../../tests/support/mod.rs"]
mod support;

mod memory;

use jiff::Timestamp;
use std::convert::Infallible;
use std::process::ExitCode;
use std::time::Instant;

use aws_lc_rs::digest::{SHA256, digest};
use entity::id::OrganisationId;
use futures::FutureExt;
use recourse::domain::access::KeyPurpose;
use recourse::ledger::check::check;
use recourse::ledger::tile::Layout;
use recourse::ledger::{Entry, Place};
use recourse::service::audit;
use recourse::store::AuditNote;
use serde_json::json;

use memory::Memory;
use support::{App, Backend};

/// Two limits further apart than this say that something else was at work.
const LIMITS_APART: f64 = 0.3;
/// Entries of one transaction, as a large batch writes them.
const TRANSACTION: u64 = 1_000;
/// Entries held in memory at a time.
const PAGE: u64 = 20_000;
/// Most entries of the round without a database.
const IN_MEMORY: u64 = 200_000;

struct Arguments {
    backend: Backend,
    entries: u64,
}

fn arguments() -> Result<Arguments, String> {
    let mut arguments = Arguments { backend: Backend::Sqlite, entries: 1_000_000 };
    let mut given = std::env::args().skip(1);
    while let Some(name) = given.next() {
        match name.as_str() {
            // Cargo says so itself.
            "--bench" => {}
            "--entries" => {
                let value = given.next().and_then(|value| value.replace('_', "").parse().ok());
                arguments.entries = value.filter(|number| *number >= 100).ok_or("--entries takes a number from 100")?;
            }
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
    Ok(arguments)
}

fn main() -> ExitCode {
    let arguments = match arguments() {
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("{error}\n--database sqlite|postgres --entries N");
            return ExitCode::from(2);
        }
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(measure(&arguments));
    ExitCode::SUCCESS
}

async fn measure(arguments: &Arguments) {
    let Arguments { backend, entries } = *arguments;
    let app = App::start(backend).await.expect("a database");
    let (tenth, all) = (organisation(&app).await, organisation(&app).await);
    fill(&app, tenth, entries / 10).await;
    let filled = Instant::now();
    fill(&app, all, entries).await;
    let filled = filled.elapsed().as_secs_f64();

    let before = limit(&app, all).await;
    let (seconds, count) = verified(&app, all).await;
    let (tenth_seconds, tenth_count) = verified(&app, tenth).await;
    let (memory_seconds, memory_count) = verified_in_memory(&app, all).await;
    let after = limit(&app, all).await;
    let limits = [before, after].map(|(seconds, _)| seconds / count);
    let apart = (limits[0] - limits[1]).abs() / limits[0].min(limits[1]);
    let hashing = (limits[0] + limits[1]) / 2.0;

    let proof = prove(&app, all).await;
    println!(
        "{}",
        json!({
            "bench": "audit", "profile": if cfg!(debug_assertions) { "dev" } else { "release" },
            "database": if backend == Backend::Sqlite { "sqlite" } else { "postgres" }, "entries": count,
            "ratio": rounded(hashing * count / seconds),
            "ratio_in_memory": rounded(hashing * memory_count / memory_seconds),
            "growth_from_a_tenth": rounded((seconds / count) / (tenth_seconds / tenth_count)),
            "limits_apart": rounded(apart), "disturbed": apart > LIMITS_APART,
            "verified_per_second": (count / seconds).round(), "hashed_per_second": (1.0 / hashing).round(),
            "bytes_of_a_leaf": (before.1 as f64 / count).round(), "proof": proof,
            "seconds": { "written_and_taken_in": rounded(filled), "verified": rounded(seconds) },
        })
    );
    app.stop().await;
}

fn rounded(number: f64) -> f64 {
    (number * 1_000.0).round() / 1_000.0
}

async fn organisation(app: &App) -> OrganisationId {
    let (organisation, _) = app.organisation("Union").await;
    organisation["id"].as_str().expect("an id").parse().expect("an id")
}

/// Entries as the service writes them, taken into the log as the worker does.
async fn fill(app: &App, organisation: OrganisationId, entries: u64) {
    for first in (0..entries).step_by(usize::try_from(TRANSACTION).expect("a small number")) {
        let context = app.context.clone();
        let written = app.context.db.write(move |tx| {
            Box::pin(async move {
                let notes = (first..entries.min(first + TRANSACTION)).map(|number| AuditNote {
                    id: context.ids.next(),
                    organisation,
                    actor: "cli_0193d2b4a1c07e3f8b6a5d4c3b2a1908".to_owned(),
                    action: "disclose",
                    subject: format!("req_{number:032x}"),
                    record_count: 1,
                    records_digest: None,
                    recipient: Some("ctl_0193d2b4a1c07e3f8b6a5d4c3b2a1908".to_owned()),
                    trace_id: format!("{number:032x}"),
                    at: context.clock.now(),
                });
                tx.note_all(notes).await
            })
        });
        written.await.expect("entries are written");
    }
    app.until_visible().await;
    while app.step("log_audit_entries").await > 0 {}
}

async fn page(app: &App, organisation: OrganisationId, after: Place) -> Vec<Entry> {
    let page = app.context.db.tenant(organisation).audit_entries_after(after, i64::MAX, PAGE).await;
    page.expect("entries are read")
}

/// Seconds for hashing the leaves, and their bytes.
async fn limit(app: &App, organisation: OrganisationId) -> (f64, u64) {
    let (mut after, mut seconds, mut bytes, mut all) = (Place::START, 0.0, 0, 0u8);
    loop {
        let entries = page(app, organisation, after).await;
        let Some(last) = entries.last() else { break };
        after = last.place();
        let leaves: Vec<String> = entries.iter().map(Entry::leaf).collect();
        let started = Instant::now();
        for leaf in &leaves {
            all ^= digest(&SHA256, leaf.as_bytes()).as_ref()[0];
        }
        seconds += started.elapsed().as_secs_f64();
        bytes += leaves.iter().map(|leaf| leaf.len() as u64).sum::<u64>();
    }
    std::hint::black_box(all);
    (seconds, bytes)
}

async fn verified(app: &App, organisation: OrganisationId) -> (f64, f64) {
    let started = Instant::now();
    let report = audit::verify(&app.context.db, &app.context.keys, organisation, None, Timestamp::MAX, |_| {}).await;
    let report = report.expect("the log is read");
    assert_eq!(report.broken, None);
    (started.elapsed().as_secs_f64(), report.entries as f64)
}

async fn verified_in_memory(app: &App, organisation: OrganisationId) -> (f64, f64) {
    let (mut after, mut entries) = (Place::START, Vec::new());
    while (entries.len() as u64) < IN_MEMORY {
        let more = page(app, organisation, after).await;
        let Some(last) = more.last() else { break };
        after = last.place();
        entries.extend(more);
    }
    let key = app.context.keys.signing(KeyPurpose::AuditCheckpoint).expect("a key");
    let memory = Memory::of(organisation, entries, &key);
    let keys = [key.to_jwk()];
    let started = Instant::now();
    let checked = check(&memory, Layout::STORED, memory.log(), &keys, None, Timestamp::MAX, |_| {});
    let Ok::<_, Infallible>(report) = checked.now_or_never().expect("memory does not wait");
    assert_eq!(report.broken, None);
    (started.elapsed().as_secs_f64(), report.entries as f64)
}

/// The most hashes and the middle of the time of some proofs.
async fn prove(app: &App, organisation: OrganisationId) -> serde_json::Value {
    let entries = page(app, organisation, Place::START).await;
    let (mut times, mut most) = (Vec::new(), 0);
    for entry in entries.iter().step_by(entries.len().div_ceil(100)) {
        let started = Instant::now();
        let proof = audit::inclusion(&app.context, organisation, entry.id, None).await.expect("a proof");
        times.push(started.elapsed().as_secs_f64() * 1_000.0);
        most = most.max(proof.hashes.len());
    }
    times.sort_by(f64::total_cmp);
    json!({ "hashes": most, "ms": rounded(times[times.len() / 2]) })
}
