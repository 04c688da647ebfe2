//! The members of a union against real controllers: the whole main job on data as it comes, by the real binary.
//!
//! The open directory is imported from the command line; 40 of its controllers get a webhook at a local receiver; the export
//! of members goes in as it is, with a mapping; every request is delivered in bundles and answered by signed callbacks. Nothing
//! is sent to an address of the directory.

#[path = "../support/mod.rs"]
mod support;

mod controllers;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use recourse::demo::sample_controller::Receiver;
use recourse::ports::OffsetClock;
use serde_json::{Value, json};

use support::union::{self, text};
use support::{Inspector, Moves, Patient, Process};

/// Controllers that are asked.
const CONTROLLERS: usize = 40;

fn data() -> Option<PathBuf> {
    let folder = std::env::var_os("RECOURSE_TEST_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    if folder.join("members.csv").is_file() && folder.join("datenanfragen").is_dir() {
        return Some(folder);
    }
    println!("NOT TESTED: there is no sample data at {} (RECOURSE_TEST_DATA names its folder)", folder.display());
    None
}

/// The export, byte for byte, and how many members it has.
fn members(folder: &std::path::Path) -> (Vec<u8>, usize) {
    let export = std::fs::read(folder.join("members.csv")).expect("the export of members");
    let lines = export.iter().filter(|byte| **byte == b'\n').count();
    (export, lines - 1)
}

fn columns() -> Value {
    json!({
        "external_reference": "N° adhérent", "family_name": "Nom", "given_name": "Prénom", "email": "Courriel",
        "phone": "Téléphone", "birth_date": "Date de naissance", "street": "Adresse", "postal_code": "Code postal",
        "city": "Ville", "country": "Pays", "identifiers.customer_number": "N° client",
        "mandate.signed_on": "Mandat signé le", "mandate.valid_until": "Mandat valable jusqu'au", "language": "Langue",
        "mandate.complaint": "Plainte autorisée",
    })
}

on_each_database! {
    async fn the_members_of_a_union_ask_forty_real_controllers(database) {
        let Some(folder) = data() else { return };
        let (export, people) = members(&folder);
        let expected = people * CONTROLLERS;
        let receiver = Receiver::start(Arc::new(OffsetClock::default())).expect("a free port");
        let mut process = Process::new(database).with("RECOURSE_MAX_UPLOAD_BYTES", 64 << 20);
        import(&process, &folder);
        let operator = process.operator();
        process.start().await;
        let asked = controllers::prepare(&operator, &receiver, &process.address, CONTROLLERS).await;
        let union = union::organisation(&operator, &process.address).await;
        let mut watch = Watch(Instant::now(), Vec::new());

        let batch = file(&union, &asked, export).await;
        let counts = &batch["counts"];
        for (name, number) in [("lines", people), ("accepted", people), ("people_new", people), ("mandates", people),
                               ("requests", expected), ("refused", 0), ("pairs_refused", 0)] {
            assert_eq!(counts[name].as_u64(), u64::try_from(number).ok(), "{name} of {counts}");
        }
        watch.lap("filed");
        let mut inspector = Inspector::open(database).await;
        wait_until_none(&mut inspector, "SELECT count(*) FROM delivery WHERE state <> 'delivered'").await;
        watch.lap("delivered");
        let answered = controllers::answer_all(&asked).await;
        assert_eq!(answered, expected, "requests that the controllers were told of");
        watch.lap("answered");
        check(&mut inspector, &union, &batch, expected).await;
        assert!(process.stop().await.success(), "{}", process.told());
        println!("{people} members, {CONTROLLERS} controllers, {expected} requests: {}", watch.1.join(", "));
        receiver.stop().await;
    }
}

/// Imports the directory twice: everything is taken over that can be, and the second time nothing changes.
fn import(process: &Process, folder: &std::path::Path) {
    let directory = folder.join("datenanfragen").display().to_string();
    let import = || -> Value {
        let report = process.run(&["import", "controllers", &directory, "--json"]);
        serde_json::from_str(&report).expect("a report in JSON")
    };
    let first = import();
    for refused in first["refused"].as_array().expect("a list") {
        // The sample does not hold every entry that an obsolete record leads to.
        let mut problems = refused["problems"].as_array().expect("a list").iter();
        assert!(problems.all(|problem| problem["reason"] == "redirect_target_missing"), "{refused}");
    }
    assert!(first["counts"]["added"].as_u64() >= Some(300), "{}", first["counts"]);
    let second = import();
    assert_eq!(
        (&second["counts"]["added"], &second["counts"]["changed"]),
        (&json!(0), &json!(0)),
        "{}",
        second["counts"]
    );
}

/// Files the export and gives the batch at rest.
async fn file(union: &Patient, asked: &[controllers::Asked], export: Vec<u8>) -> Value {
    let ids: Vec<&str> = asked.iter().map(|controller| controller.addressee.id.as_str()).collect();
    let campaign = union.post("/v1/campaigns", "campaign", union::campaign("Members", &ids)).await;
    let path = format!("/v1/campaigns/{}/batches", text(&campaign, "id"));
    let batch = text(&union.post(&path, "batch", union::batch(columns())).await, "id");
    let path = format!("/v1/batches/{batch}");
    union.put(&format!("{path}/content"), "text/csv", export).await;
    let mut moves = Moves::start();
    loop {
        let shown = union.get(&path).await;
        match shown["state"].as_str() {
            Some("filed") => return shown,
            Some("queued" | "processing") => moves.see(shown["counts"]["requests"].as_i64().unwrap_or_default()),
            _ => panic!("the batch ended otherwise: {shown}"),
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

async fn wait_until_none(inspector: &mut Inspector, sql: &str) {
    let mut moves = Moves::start();
    loop {
        match inspector.number(sql).await {
            0 => return,
            left => moves.see(left),
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// What is stored and what the organisation is told, at the end.
async fn check(inspector: &mut Inspector, union: &Patient, batch: &Value, expected: usize) {
    let states = inspector
        .texts(
            "SELECT lifecycle, clock, outcome, CAST(count(*) AS TEXT) FROM request GROUP BY lifecycle, clock, outcome",
        )
        .await;
    assert_eq!(states.len(), 1, "every request ends alike: {states:?}");
    assert_eq!((states[0][2].as_str(), &states[0][3]), ("satisfied", &expected.to_string()), "{states:?}");
    for (sql, number) in [
        ("SELECT count(*) FROM response", expected),
        ("SELECT count(*) FROM request WHERE answered_at IS NULL OR received_at IS NULL", 0),
        // A person reads each answer; nothing else is left to do by hand.
        ("SELECT count(*) FROM task WHERE kind = 'assess_response'", expected),
        ("SELECT count(*) FROM task WHERE kind <> 'assess_response'", 0),
    ] {
        let found = inspector.number(sql).await;
        assert_eq!(usize::try_from(found).ok(), Some(number), "{sql}");
    }
    let path = format!("/v1/statistics?batch_id={}", text(batch, "id"));
    let told = union.get(&path).await;
    assert_eq!(told["by_controller"].as_array().map(Vec::len), Some(CONTROLLERS), "{told}");
}

/// Times of the parts.
struct Watch(Instant, Vec<String>);

impl Watch {
    fn lap(&mut self, name: &str) {
        self.1.push(format!("{name} in {:.1} s", self.0.elapsed().as_secs_f64()));
        self.0 = Instant::now();
    }
}
