//! Workers beside each other, workers that come too late, the pace of receivers, and turns between tenants.

use std::time::{Duration, Instant};

use jiff::SignedDuration;
use recourse::demo::sample_controller::Receiver;
use recourse::domain::retry::FailureKind;
use recourse::ports::machine_now;
use recourse::service::deliveries::{self, Ended, Turn};
use recourse::service::{Failure, batches};
use recourse::store::{ChunkMark, Lease, Reach, StoreError};
use sea_orm::ConnectionTrait;
use serde_json::json;
use tokio_util::sync::CancellationToken;

use crate::on_both;
use crate::support::union::{self, Addressee};
use crate::support::{App, Caller, Filing, Gauge};

/// How long all the work of a test may take.
const PATIENCE: Duration = Duration::from_secs(240);

/// Files what was uploaded; its messages stay where they are.
async fn file(app: &App) {
    while app.step("process_batches").await > 0 {}
}

async fn upload(member: &Caller, controllers: &[&str], round: usize, people: usize) -> String {
    union::upload(member, controllers, union::columns(), union::people(round, people)).await
}

/// How each message of a turn ended, if all ended alike.
fn all(turn: &Turn, ended: Ended) -> Vec<(deliveries::Outgoing, Ended)> {
    turn.messages.iter().map(|message| (message.clone(), ended)).collect()
}

fn is_lost<T>(result: Result<T, Failure>) -> bool {
    matches!(result, Err(Failure::Store(StoreError::LeaseLost)))
}

/// Of which organisations messages came since the last time.
fn senders(controller: &Addressee) -> Vec<String> {
    let name =
        |message: &recourse::demo::sample_controller::Received| union::text(&message.data["organisation"], "name");
    let mut names: Vec<_> = controller.inbox.take_new().iter().map(name).collect();
    names.dedup();
    names
}

on_both! {
    async fn two_sets_of_workers_do_each_thing_once(app) {
        const PEOPLE: usize = 60;
        const ROUNDS: usize = 4;
        let receiver = Receiver::start(app.clock.clone()).unwrap();
        let gauge = Gauge::start(Duration::from_millis(5));
        let one = union::addressee(app, &receiver, "one", json!({ "mode": "single" }), json!({ "max_concurrency": 4 })).await;
        let two = union::addressee(app, &receiver, "two", json!({ "mode": "bundle", "max_bundle": 7 }), json!({})).await;
        let three = union::listed(app, &gauge.url, "three", json!({ "mode": "single" }), json!({ "max_concurrency": 1 })).await;
        let controllers = [one.id.as_str(), two.id.as_str(), three["id"].as_str().unwrap()];
        let members = [app.organisation("Union").await.1, app.organisation("Other").await.1];
        for round in 0..ROUNDS {
            upload(&members[round % 2], &controllers, round, PEOPLE).await;
        }

        let (stop, mut inspector, started) = (CancellationToken::new(), app.inspector().await, Instant::now());
        let sets = [recourse::worker::start(app.context.clone(), stop.clone()), recourse::worker::start(app.beside().await, stop.clone())];
        let open = "SELECT (SELECT count(*) FROM batch WHERE state <> 'filed') + (SELECT count(*) FROM delivery WHERE state <> 'delivered')";
        while inspector.number(open).await > 0 {
            assert!(started.elapsed() < PATIENCE, "the work does not end");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        stop.cancel();
        for set in sets {
            set.await.unwrap();
        }

        let requests = (PEOPLE * ROUNDS * controllers.len()) as i64;
        assert_eq!(inspector.number("SELECT count(*) FROM request WHERE lifecycle = 'received'").await, requests);
        let pairs = "SELECT count(*) FROM (SELECT DISTINCT data_subject_id, controller_id FROM request) AS pairs";
        assert_eq!(inspector.number(pairs).await, requests, "each person once with each controller");
        let messages = inspector.number("SELECT count(*) FROM delivery").await;
        assert_eq!(inspector.number("SELECT count(*) FROM attempt").await, messages, "one attempt at each message");
        assert_eq!(inspector.number("SELECT count(*) FROM attempt WHERE finished_at IS NULL").await, 0);
        let gaps = "SELECT count(*) FROM request r WHERE r.event_seq <> (SELECT count(*) FROM event e \
                    WHERE e.organisation_id = r.organisation_id AND e.request_id = r.id)";
        assert_eq!(inspector.number(gaps).await, 0, "timelines with a gap or a repetition");
        let (singles, bundles) = (one.inbox.report(), two.inbox.report());
        assert_eq!(singles.messages, (PEOPLE * ROUNDS) as u64);
        assert_eq!(gauge.total(), PEOPLE * ROUNDS);
        assert_eq!(singles.messages + bundles.messages + gauge.total() as u64, messages as u64);
        for report in [singles, bundles] {
            assert_eq!((report.duplicates, report.changed, report.unverified, report.malformed), (0, 0, 0, 0));
        }
        assert_eq!(gauge.most(), 1, "the lease of a receiver is held once");
    }

    async fn a_late_worker_neither_ends_nor_undoes_a_delivery(app) {
        let filing = Filing::with_webhook(app).await;
        let (request, delivery) = filing.file(app, "webhook", "pending").await;
        let late = deliveries::begin(&app.hasty()).await.unwrap().expect("a turn");
        let present = deliveries::begin(&app.context).await.unwrap().expect("the lease has run out");
        assert_eq!(late.messages[0].delivery.id, present.messages[0].delivery.id);
        assert!(deliveries::begin(&app.context).await.unwrap().is_none(), "the receiver is taken");

        let now = app.context.clock.now();
        let gone = Ended::Failed { at: now, status: Some(410), kind: FailureKind::Gone, retry_after: None };
        let delivered = Ended::Delivered { at: now, status: 204 };
        for ended in [gone, delivered, Ended::NotSent] {
            assert!(is_lost(deliveries::finish(&app.context, &late.claim, all(&late, ended)).await));
        }
        assert!(is_lost(deliveries::prolong(&app.context, &late.claim).await));
        assert_eq!(filing.delivery(delivery).await["state"], "pending");
        deliveries::prolong(&app.context, &present.claim).await.unwrap();
        deliveries::finish(&app.context, &present.claim, all(&present, delivered)).await.unwrap();
        let done = filing.delivery(delivery).await;
        assert_eq!(done["state"], "delivered");

        for ended in [gone, delivered, Ended::NotSent] {
            assert!(is_lost(deliveries::finish(&app.context, &late.claim, all(&late, ended)).await));
        }
        assert_eq!(filing.delivery(delivery).await, done);
        assert_eq!(filing.request(request).await["request"]["lifecycle"], "received");
        let tasks = filing.member.get("/v1/tasks?state=open").await.expect_status(200);
        assert_eq!(tasks["items"], json!([]));
        filing.file(app, "webhook", "pending").await;
        app.work().await;
        assert_eq!(filing.inbox.report().messages, 1, "the receiver takes messages as before");
    }

    async fn a_late_worker_does_not_go_on_with_a_batch(app) {
        let gauge = Gauge::start(Duration::ZERO);
        let controller = union::listed(app, &gauge.url, "one", json!({ "mode": "bundle", "max_bundle": 1000 }), json!({})).await;
        let (_, member) = app.organisation("Union").await;
        upload(&member, &[controller["id"].as_str().unwrap()], 0, 9_000).await;
        let (organisation, batch) = app.context.db.waiting_batches(Reach::Everybody, machine_now(), 1).await.unwrap()[0];
        let [late, present] = [(); 2].map(|()| Lease { organisation, batch, id: app.context.ids.next() });
        let (now, hour) = (machine_now(), SignedDuration::from_hours(1));
        let mark = ChunkMark { checkpoint: "late".to_owned(), counts: Default::default(), lease_until: now + hour, at: now };
        app.context.db.write(move |tx| Box::pin(async move {
            assert!(tx.lease_batch(&late, now, now).await?);
            assert!(tx.lease_batch(&present, now, now + hour).await?);
            assert!(!tx.lease_batch(&late, now, now + hour).await?, "it is held");
            assert!(matches!(tx.renew_batch_lease(&late, now + hour).await, Err(StoreError::LeaseLost)));
            assert!(matches!(tx.mark_chunk(&late, &mark).await, Err(StoreError::LeaseLost)));
            tx.renew_batch_lease(&present, now).await
        })).await.unwrap();

        // Leases that are over at once: these workers take the batch from each other in the middle of their chunks.
        let beside = app.beside().await;
        for _ in 0..3 {
            let (first, second) = tokio::join!(batches::process(app.hasty()), batches::process(beside.clone()));
            first.unwrap();
            second.unwrap();
        }
        app.context.db.write(move |tx| Box::pin(async move {
            if let Some(mut row) = tx.hold_batch(organisation, batch).await? {
                row.lease_until = None;
                row.version += 1;
                tx.update_batch(&row).await?;
            }
            Ok::<_, StoreError>(())
        })).await.unwrap();
        file(app).await;
        let mut inspector = app.inspector().await;
        for table in ["request", "data_subject", "mandate", "batch_line"] {
            assert_eq!(inspector.number(&format!("SELECT count(*) FROM {table}")).await, 9_000, "{table}");
        }
        assert_eq!(inspector.number("SELECT count(*) FROM batch WHERE state = 'filed'").await, 1);
    }

    async fn two_batches_of_the_same_people_at_once_file_for_each_once(app) {
        // More than a chunk each, so that chunks are decided while others are written, and are decided again.
        const PEOPLE: usize = 9_000;
        let receiver = Receiver::start(app.clock.clone()).unwrap();
        let controller = union::addressee(app, &receiver, "one", json!({ "mode": "bundle", "max_bundle": 1000 }), json!({})).await;
        let (_, member) = app.organisation("Union").await;
        let batches = [upload(&member, &[&controller.id], 0, PEOPLE).await, upload(&member, &[&controller.id], 0, PEOPLE).await];
        let work = || async {
            let context = app.context.clone();
            while recourse::service::batches::process(context.clone()).await.unwrap() > 0 {}
        };
        tokio::join!(work(), work());
        let mut shown = Vec::new();
        for path in &batches {
            let batch = member.get(path).await.expect_status(200);
            assert_eq!(batch["state"], "filed", "{batch}");
            shown.push(["lines", "people_new", "requests"].map(|name| batch["counts"][name].as_u64().unwrap()));
        }
        let [lines, people, requests] = [0, 1, 2].map(|at| shown[0][at] + shown[1][at]);
        assert_eq!((lines, people, requests), (18_000, 9_000, 9_000), "{shown:?}");
        let mut inspector = app.inspector().await;
        for (table, count) in [("data_subject", 9_000), ("mandate", 9_000), ("request", 9_000), ("batch_line", 18_000)] {
            assert_eq!(inspector.number(&format!("SELECT count(*) FROM {table}")).await, count, "{table}");
        }
    }

    async fn of_two_transactions_in_each_others_way_one_is_to_be_done_again(app) {
        for name in ["one", "two"] {
            let entry = json!({ "name": name, "slug": name, "place": "FR", "channels": [{ "kind": "feed" }] });
            app.operator().await.post("/v1/controllers", entry).await.expect_status(201);
        }
        let both = |first: &'static str, second: &'static str| app.context.db.write(move |tx| Box::pin(async move {
            for (name, pause) in [(first, 500), (second, 0)] {
                let changed = tx.execute_unprepared(&format!("UPDATE controller SET version = version + 1 WHERE slug = '{name}'")).await?;
                assert_eq!(changed.rows_affected(), 1, "{name} is held");
                tokio::time::sleep(Duration::from_millis(pause)).await;
            }
            Ok::<_, StoreError>(())
        }));
        let ends = tokio::join!(both("one", "two"), both("two", "one"));
        let done = [&ends.0, &ends.1].into_iter().filter(|end| end.is_ok()).count();
        assert!([ends.0, ends.1].into_iter().all(|end| matches!(end, Ok(()) | Err(StoreError::Stale))));
        // SQLite has one writer: nothing is in its way.
        let expected = if app.config.database_url().starts_with("postgres") { 1 } else { 2 };
        assert_eq!(done, expected);
    }

    async fn what_a_paused_campaign_has_filed_waits_until_it_goes_on(app) {
        let receiver = Receiver::start(app.clock.clone()).unwrap();
        let controller = union::addressee(app, &receiver, "one", json!({ "mode": "single" }), json!({})).await;
        let (_, member) = app.organisation("Union").await;
        let batch = upload(&member, &[&controller.id], 0, 4).await;
        file(app).await;
        let campaign = union::text(&member.get(&batch).await.expect_status(200), "campaign_id");
        let path = format!("/v1/campaigns/{campaign}");
        member.patch(&path, json!({ "state": "paused" })).await.expect_status(200);
        upload(&member, &[&controller.id], 1, 3).await;
        app.clock.advance(SignedDuration::from_mins(1));
        app.work().await;
        assert_eq!(controller.inbox.report().messages, 3, "another campaign is not held up");
        app.clock.advance(SignedDuration::from_mins(1));
        assert_eq!(app.step("deliver").await, 0, "the lane is not looked at again and again");
        member.patch(&path, json!({ "state": "active" })).await.expect_status(200);
        app.work().await;
        assert_eq!(controller.inbox.report().messages, 7);
    }

    async fn a_receiver_gets_no_more_in_a_minute_than_agreed(app) {
        let receiver = Receiver::start(app.clock.clone()).unwrap();
        let controller = union::addressee(app, &receiver, "one", json!({ "mode": "single" }), json!({ "max_per_minute": 3 })).await;
        let (_, member) = app.organisation("Union").await;
        upload(&member, &[&controller.id], 0, 8).await;
        app.work().await;
        let mut came = vec![controller.inbox.report().messages];
        for seconds in [50, 15, 50, 15] {
            app.clock.advance(SignedDuration::from_secs(seconds));
            app.work().await;
            came.push(controller.inbox.report().messages);
        }
        assert_eq!(came, [3, 3, 6, 6, 8]);
    }

    async fn a_receiver_gets_no_more_at_one_time_than_agreed(app) {
        let gauge = Gauge::start(Duration::from_millis(100));
        let controller = union::listed(app, &gauge.url, "one", json!({ "mode": "single" }), json!({ "max_concurrency": 3 })).await;
        let (_, member) = app.organisation("Union").await;
        upload(&member, &[controller["id"].as_str().unwrap()], 0, 12).await;
        app.work().await;
        assert_eq!((gauge.total(), gauge.most()), (12, 3), "it is used, and not exceeded");
    }

    async fn a_tenant_with_much_does_not_hold_up_one_with_little(app) {
        let receiver = Receiver::start(app.clock.clone()).unwrap();
        let controller = union::addressee(app, &receiver, "one", json!({ "mode": "single" }), json!({})).await;
        let (_, much) = app.organisation("Much").await;
        let (_, little) = app.organisation("Little").await;
        upload(&much, &[&controller.id], 0, 250).await;
        file(app).await;
        upload(&little, &[&controller.id], 1, 3).await;
        file(app).await;
        let mut turns = Vec::new();
        while app.step("deliver").await > 0 {
            turns.push(senders(&controller));
        }
        assert_eq!(turns, [["Much"], ["Little"], ["Much"], ["Much"]]);
        assert_eq!(controller.inbox.report().messages, 253);
    }

    async fn the_pace_of_a_receiver_is_shared_by_its_tenants(app) {
        let receiver = Receiver::start(app.clock.clone()).unwrap();
        let controller = union::addressee(app, &receiver, "one", json!({ "mode": "single" }), json!({ "max_per_minute": 10 })).await;
        let (_, much) = app.organisation("Much").await;
        let (_, little) = app.organisation("Little").await;
        upload(&much, &[&controller.id], 0, 25).await;
        file(app).await;
        upload(&little, &[&controller.id], 1, 3).await;
        file(app).await;
        let mut turns = Vec::new();
        for _ in 0..4 {
            app.work().await;
            turns.push(senders(&controller));
            app.clock.advance(SignedDuration::from_secs(65));
        }
        assert_eq!(turns, [["Much"], ["Little"], ["Much"], ["Much"]]);
        assert_eq!(controller.inbox.report().messages, 28);
    }
}
