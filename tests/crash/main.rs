//! The real binary, killed with SIGKILL again and again while it takes uploads, files and delivers. Then everything is counted.
//!
//! What must hold whenever it dies: an acknowledged call has happened once and is answered the same again; each line is filed
//! exactly once; each message arrives at least once, always with the same body; what arrives again was in flight when the
//! process died. `RECOURSE_TEST_FULL=1` kills more often; `RECOURSE_TEST_SEED` chooses other moments.

#[path = "../support/mod.rs"]
mod support;

mod complaint;
mod count;
mod keys;
mod killer;

use std::sync::Arc;
use std::time::{Duration, Instant};

use recourse::demo::sample_controller::Receiver;
use recourse::ports::OffsetClock;
use serde_json::{Value, json};

use killer::Killer;
use support::union::{self, Addressee, text};
use support::{Inspector, Moves, Patient, Process, TestDatabase};

/// People in one upload.
const PEOPLE: usize = 250;
/// More rounds than this do not happen: the kills would have stopped the work for good.
const ROUNDS_MAX: usize = 500;
/// Seconds until the work of a dead process is taken over.
const LEASE_SECONDS: u64 = 3;
/// How long a batch may take to be filed, kills and all.
const PATIENCE: Duration = Duration::from_secs(240);

/// What was uploaded in one round.
struct Round {
    batch: String,
}

on_each_database! {
    async fn nothing_is_lost_or_done_twice_when_the_process_is_killed(database) {
        let kills = if std::env::var_os("RECOURSE_TEST_FULL").is_some() { 60 } else { 12 };
        let seed = std::env::var("RECOURSE_TEST_SEED").map_or(20_261_122, |seed| seed.parse().expect("a number"));
        println!("{kills} kills, RECOURSE_TEST_SEED={seed}");

        let receiver = Receiver::start(Arc::new(OffsetClock::default())).expect("a free port");
        let mut process = Process::new(database).with("RECOURSE_LEASE_SECONDS", LEASE_SECONDS);
        let operator = process.operator();
        process.start().await;
        let controllers = [
            controller(&operator, &receiver, "one", json!({ "mode": "single" })).await,
            controller(&operator, &receiver, "two", json!({ "mode": "single" })).await,
            controller(&operator, &receiver, "three", json!({ "mode": "bundle", "max_bundle": 40 })).await,
        ];
        let member = union::organisation(&operator, &process.address).await;

        let killer = Killer::start(process, database, kills, seed).await;
        let mut rounds = Vec::new();
        while killer.is_at_work() {
            assert!(rounds.len() < ROUNDS_MAX, "the kills do not come to an end");
            rounds.push(round(&member, rounds.len(), &controllers).await);
        }
        let (mut process, killed) = killer.end().await;
        rounds.push(round(&member, rounds.len(), &controllers).await);
        all_delivered(database).await;

        repeat_acknowledged(&operator).await;
        repeat_acknowledged(&member).await;
        let outcome = count::outcomes(&member, &rounds).await;
        let status = process.stop().await;
        assert!(status.success(), "asked to stop, it ends well: {status}\n{}", process.told());
        // Nor is an audit entry taken into its log twice, or not at all.
        let logs = process.run(&["audit", "verify"]);
        assert!(logs.lines().count() >= 2 && logs.lines().all(|log| log.contains(": ok, ")), "{logs}");
        let told = count::check(database, &controllers, &rounds, &outcome, &killed).await;
        println!("{told}; {} calls had to be made again", member.repeated());
        receiver.stop().await;
    }
}

async fn controller(operator: &Patient, receiver: &Receiver, name: &str, how: Value) -> Addressee {
    let mut channel = json!({ "kind": "webhook", "url": receiver.url(name) });
    channel.as_object_mut().expect("an object").extend(how.as_object().expect("an object").clone());
    let entry = json!({
        "name": format!("Controller {name}"), "place": "FR", "language": "en", "channels": [channel],
        "identity_needs": [{ "element": "email", "description": "Address of the account", "optional": false }],
        "webhook": { "max_concurrency": 4 },
    });
    let made = operator.post("/v1/controllers", &format!("controller-{name}"), entry).await;
    Addressee::of(&made, name, receiver)
}

/// One upload, filed; its messages may still be on their way.
async fn round(member: &Patient, number: usize, controllers: &[Addressee]) -> Round {
    let ids: Vec<&str> = controllers.iter().map(|controller| controller.id.as_str()).collect();
    Round { batch: filed(member, number, PEOPLE, &ids).await }
}

/// So many people, uploaded and filed with some controllers. Gives the batch.
async fn filed(member: &Patient, number: usize, people: usize, controllers: &[&str]) -> String {
    let campaign = union::campaign(&format!("Round {number}"), controllers);
    let campaign = text(&member.post("/v1/campaigns", &format!("campaign-{number}"), campaign).await, "id");
    let path = format!("/v1/campaigns/{campaign}/batches");
    let batch = text(&member.post(&path, &format!("batch-{number}"), union::batch(union::columns())).await, "id");
    let path = format!("/v1/batches/{batch}");
    member.put(&format!("{path}/content"), "text/csv", union::people(number, people)).await;
    let started = Instant::now();
    loop {
        let shown = member.get(&path).await;
        match shown["state"].as_str() {
            Some("filed") => return batch,
            Some("queued" | "processing") => {}
            _ => panic!("the batch ended otherwise: {shown}"),
        }
        assert!(started.elapsed() < PATIENCE, "the batch is not filed: {shown}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn all_delivered(database: &TestDatabase) {
    let mut inspector = Inspector::open(database).await;
    let mut moves = Moves::start();
    loop {
        match inspector.number("SELECT count(*) FROM delivery WHERE state <> 'delivered'").await {
            0 => return,
            waiting => moves.see(waiting),
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// Every acknowledged call, made again with its key, is answered to the byte as the first time, and its key is good for
/// nothing else.
async fn repeat_acknowledged(client: &Patient) {
    let calls = client.acknowledged();
    assert!(!calls.is_empty());
    for call in &calls {
        let again = client.post_as_is(&call.path, &call.key, &call.body).await;
        assert_eq!(again, call.answered, "POST {} with the key {}", call.path, call.key);
    }
    let call = &calls[0];
    let other = client.post_as_is(&call.path, &call.key, &json!({ "name": "something else" })).await;
    assert_eq!(other.status, 422, "{}", String::from_utf8_lossy(&other.bytes));
}
