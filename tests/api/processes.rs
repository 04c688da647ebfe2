//! The service as processes: one that is asked to stop leaves nothing half done, and several on one server share the work.

use std::sync::Arc;
use std::time::{Duration, Instant};

use recourse::demo::sample_controller::Receiver;
use recourse::ports::OffsetClock;
use reqwest::{Body, Method};
use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::on_each_database;
use crate::support::union::{self, Addressee, text};
use crate::support::{Caller, Gauge, Inspector, Patient, Process, TestDatabase};

/// How long the work of a test may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(240);
/// People whose messages are on their way when the process is asked to stop.
const PEOPLE: usize = 60;

/// Waits until something is so.
async fn until(what: &str, mut is: impl AsyncFnMut() -> bool) {
    let started = Instant::now();
    while !is().await {
        assert!(started.elapsed() < PATIENCE, "{what}: it does not come to that");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

async fn listed(operator: &Patient, name: &str, url: &str, most: u32) -> Value {
    let entry = json!({
        "name": name, "slug": name, "place": "FR", "webhook": { "max_concurrency": most },
        "channels": [{ "kind": "webhook", "url": url, "mode": "single" }],
    });
    operator.post("/v1/controllers", name, entry).await
}

/// A client of a new organisation whose answers are held against the document.
async fn member(process: &Process, operator: &Patient) -> Caller {
    let new = json!({ "name": "Union", "country": "FR", "language": "fr" });
    let organisation = text(&operator.post("/v1/organisations", "union", new).await, "id");
    let client = json!({ "name": "tests", "scopes": ["requests:read", "requests:write", "people:write"] });
    let client = operator.post(&format!("/v1/organisations/{organisation}/clients"), "client", client).await;
    process.caller(&text(&client, "client_id"), &text(&client, "client_secret"))
}

/// What is still leased, begun without an end, or unsent.
async fn left(inspector: &mut Inspector, what: &str) -> i64 {
    let sql = match what {
        "leased" => {
            "SELECT (SELECT count(*) FROM receiver WHERE lease_id IS NOT NULL AND lease_until IS NOT NULL) + \
                     (SELECT count(*) FROM batch WHERE state = 'processing' AND lease_until IS NOT NULL)"
        }
        "begun" => "SELECT count(*) FROM attempt WHERE finished_at IS NULL",
        "delivered" => "SELECT count(*) FROM delivery WHERE state = 'delivered'",
        other => panic!("{other}"),
    };
    inspector.number(sql).await
}

on_each_database! {
    async fn who_is_asked_to_stop_ends_what_is_on_its_way_and_begins_no_more(database) {
        let gauge = Gauge::start(Duration::from_millis(400));
        let mut process = Process::new(database);
        let operator = process.operator();
        process.start().await;
        let controller = text(&listed(&operator, "slow", &gauge.url, 2).await, "id");
        let member = member(&process, &operator).await;
        union::upload(&member, &[&controller], union::columns(), union::people(0, PEOPLE)).await;
        until("messages leave", async || gauge.total() > 2).await;

        // An upload is on its way too: its end comes after the order to stop.
        let made = member.post("/v1/campaigns", union::campaign("Later", &[&controller])).await.expect_status(201);
        let path = format!("/v1/campaigns/{}/batches", text(&made, "id"));
        let batch = text(&member.post(&path, union::batch(union::columns())).await.expect_status(201), "id");
        let (pieces, taken) = mpsc::channel::<Result<Vec<u8>, std::io::Error>>(1);
        let body = futures::stream::unfold(taken, async |mut taken| Some((taken.recv().await?, taken)));
        let upload = member.request(Method::PUT, &format!("/v1/batches/{batch}/content")).await;
        let upload = upload.header("content-type", "text/csv").body(Body::wrap_stream(Box::pin(body)));
        let upload = tokio::spawn({
            let member = member.clone();
            async move { member.send(upload).await }
        });
        let content = union::people(1, 5);
        let (first, second) = content.split_at(40);
        pieces.send(Ok(first.to_vec())).await.unwrap();
        let mut inspector = Inspector::open(database).await;
        let taken_over = "SELECT count(*) FROM batch WHERE state = 'receiving' AND lease_id IS NOT NULL";
        until("the upload begins", async || inspector.number(taken_over).await == 1).await;

        let rest = async {
            tokio::time::sleep(Duration::from_secs(1)).await;
            pieces.send(Ok(second.to_vec())).await.unwrap();
            drop(pieces);
        };
        let (status, ()) = tokio::join!(process.stop(), rest);
        assert!(status.success(), "{status}\n{}", process.told());
        assert_eq!(upload.await.unwrap().expect_status(202)["state"], "queued", "the call in flight was answered");
        assert_eq!((left(&mut inspector, "begun").await, left(&mut inspector, "leased").await), (0, 0));
        let sent = gauge.total();
        assert_eq!(left(&mut inspector, "delivered").await, sent as i64, "what was sent is known");
        assert!(sent < PEOPLE, "it does not first send all that waits");

        process.start().await;
        until("the rest leaves", async || left(&mut inspector, "delivered").await == PEOPLE as i64 + 5).await;
        assert_eq!(gauge.total(), PEOPLE + 5, "nothing twice");
        assert!(process.stop().await.success());
    }

    async fn several_on_one_server_share_the_work_and_one_goes_on_when_another_stops(database) {
        const ROUNDS: usize = 4;
        if database.url.starts_with("sqlite:") {
            return alone(database).await;
        }
        let receiver = Receiver::start(Arc::new(OffsetClock::default())).expect("a free port");
        // Callers reach them under one address, as behind a balancer; tokens are made out for it.
        let mut processes = [(); 2].map(|()| Process::new(database).with("RECOURSE_BASE_URL", "https://recourse.example.org"));
        let operator = processes[0].operator();
        processes[0].start().await;
        processes[1].start().await;
        let mut controllers = Vec::new();
        // More than one process serves at a time, so that something is left for the other.
        for name in ["one", "two", "three", "four", "five", "six"] {
            let made = listed(&operator, name, &receiver.url(name), 2).await;
            controllers.push(Addressee::of(&made, name, &receiver));
        }
        let ids: Vec<&str> = controllers.iter().map(|controller| controller.id.as_str()).collect();
        // What is made through one is there for the other at once.
        let first = member(&processes[0], &operator).await;
        let second = first.at(&processes[1].address);
        for round in 0..ROUNDS {
            let member = [&first, &second][round % 2];
            union::upload(member, &ids, union::columns(), union::people(round, 100)).await;
        }
        let messages = ROUNDS * 100 * ids.len();
        let mut inspector = Inspector::open(database).await;
        until("a part leaves", async || left(&mut inspector, "delivered").await > messages as i64 / 2).await;
        for process in &processes {
            let metrics = reqwest::get(format!("{}/metrics", process.address)).await.unwrap().text().await.unwrap();
            let did = |step: &str| metrics.lines().any(|line| line.starts_with(&format!("recourse_work_done{{step=\"{step}")));
            assert!(did("deliver"), "{} delivers\n{metrics}", process.address);
        }
        assert!(processes[0].stop().await.success());
        until("the rest leaves", async || left(&mut inspector, "delivered").await == messages as i64).await;
        let reports: Vec<_> = controllers.iter().map(|controller| controller.inbox.report()).collect();
        for report in &reports {
            assert_eq!((report.duplicates, report.changed, report.unverified, report.malformed), (0, 0, 0, 0));
        }
        assert_eq!(reports.iter().map(|report| report.messages).sum::<u64>(), messages as u64, "each once");
        assert_eq!(inspector.number("SELECT count(*) FROM attempt").await, messages as i64);
        assert!(processes[1].stop().await.success());
        receiver.stop().await;
    }
}

/// The embedded database belongs to one running service. A second one beside it may look and make clients, and harms nothing.
async fn alone(database: &TestDatabase) {
    let mut process = Process::new(database);
    let before = process.operator();
    process.start().await;
    let after = process.operator();
    for (operator, key) in [(&before, "before"), (&after, "after")] {
        operator.post("/v1/organisations", key, json!({ "name": key, "country": "FR", "language": "fr" })).await;
    }
    let told = process.run(&["doctor"]);
    assert!(told.contains("database"), "{told}");
    assert!(process.stop().await.success());
}
