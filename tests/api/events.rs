//! The feed of an organisation.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::on_both;
use crate::support::{App, Caller, Filing, union};

/// Reads a page of the feed. Gives where to go on, and whether there is more.
async fn read(member: &Caller, path: &str, ids: &mut Vec<String>) -> (String, bool) {
    let page = member.get(path).await.expect_status(200);
    ids.extend(page["items"].as_array().expect("a list").iter().map(|event| union::text(event, "id")));
    (union::text(&page, "next"), page["more"] == true)
}

/// What somebody does who makes events: files for people one by one, each with every controller, and withdraws every second.
async fn write(member: &Caller, campaign: &str, writer: usize, people: usize) {
    for number in 0..people {
        let person = json!({ "external_reference": format!("W{writer}-{number}"), "family_name": "Ada",
                             "mandate": { "signed_on": "2026-01-05" } });
        let mandate = &union::batch(json!({}))["mandate"];
        let filing = json!({ "campaign_id": campaign, "person": person, "mandate": mandate });
        let filed = member.post("/v1/requests", filing).await.expect_status(201);
        if number % 2 == 0 {
            let path = format!("/v1/requests/{}:withdraw", union::text(&filed["requests"][0], "request_id"));
            member.post(&path, json!({})).await.expect_status(200);
        }
    }
}

/// Every event that is stored, past the API.
async fn stored(app: &App) -> BTreeSet<String> {
    let mut inspector = app.inspector().await;
    let sql = format!("SELECT {} FROM event", inspector.id("id"));
    inspector.texts(&sql).await.into_iter().map(|mut row| format!("evt_{}", std::mem::take(&mut row[0]))).collect()
}

on_both! {
    async fn the_feed_goes_on_where_it_stopped(app) {
        let filing = Filing::with_webhook(app).await;
        let mut ids = Vec::new();
        let mut path = "/v1/events?limit=2".to_owned();
        for _ in 0..3 {
            let (request, _) = filing.file(app, "webhook", "pending").await;
            app.work().await;
            let of_request = filing.member.get(&format!("/v1/events?request_id={request}")).await.expect_status(200);
            let seqs: Vec<_> = of_request["items"].as_array().unwrap().iter().map(|event| event["seq"].as_i64().unwrap()).collect();
            assert!(seqs.len() >= 2 && seqs.windows(2).all(|pair| pair[1] == pair[0] + 1), "{seqs:?}");
            loop {
                let page = filing.member.get(&path).await.expect_status(200);
                ids.extend(page["items"].as_array().unwrap().iter().map(|event| event["id"].as_str().unwrap().to_owned()));
                path = page["next"].as_str().unwrap().to_owned();
                if page["more"] == false {
                    break;
                }
            }
        }
        let all = filing.member.get("/v1/events?limit=200").await.expect_status(200);
        let all: Vec<_> = all["items"].as_array().unwrap().iter().map(|event| event["id"].as_str().unwrap().to_owned()).collect();
        assert_eq!(ids, all);
        filing.member.get("/v1/events?kind=nothing").await.expect_problem(400, "invalid_parameter");
    }

    async fn a_reader_among_many_writers_gets_each_event_once(app) {
        const WRITERS: usize = 6;
        const PEOPLE: usize = 8;
        let (_, member) = app.organisation("Union").await;
        let entry = |name: &str| json!({ "name": name, "slug": name, "place": "FR", "channels": [{ "kind": "feed" }] });
        let mut controllers = Vec::new();
        for name in ["one", "two", "three"] {
            let made = app.operator().await.post("/v1/controllers", entry(name)).await.expect_status(201);
            controllers.push(union::text(&made, "id"));
        }
        let controllers: Vec<&str> = controllers.iter().map(String::as_str).collect();
        let campaign = union::text(&member.post("/v1/campaigns", union::campaign("Access", &controllers)).await.expect_status(201), "id");

        // Readers of pages of different sizes, from the first moment until after the last, while the writers commit beside each
        // other and a batch is filed by the worker.
        let left = AtomicUsize::new(WRITERS + 1);
        let writers = (0..WRITERS).map(|writer| {
            let (member, campaign, left) = (&member, &campaign, &left);
            async move {
                write(member, campaign, writer, PEOPLE).await;
                left.fetch_sub(1, Ordering::SeqCst);
            }
        });
        let batch = async {
            union::upload(&member, &controllers, union::columns(), union::people(9, 400)).await;
            while app.step("process_batches").await > 0 {}
            left.fetch_sub(1, Ordering::SeqCst);
        };
        let readers = [1, 7, 200].map(|limit| {
            let (member, left) = (&member, &left);
            async move {
                let (mut ids, mut path, started) = (Vec::new(), format!("/v1/events?limit={limit}"), Instant::now());
                let (mut more, mut meanwhile) = (true, 0);
                while left.load(Ordering::SeqCst) > 0 {
                    (path, _) = read(member, &path, &mut ids).await;
                    meanwhile += 1;
                    assert!(started.elapsed() < Duration::from_secs(240), "the writers do not end");
                }
                app.until_visible().await;
                while more {
                    (path, more) = read(member, &path, &mut ids).await;
                }
                (ids, meanwhile)
            }
        });
        let ((), _, read) = tokio::join!(batch, futures::future::join_all(writers), futures::future::join_all(readers));

        let stored = stored(app).await;
        assert!(stored.len() > WRITERS * PEOPLE * 3 + 400, "{} events", stored.len());
        for (ids, meanwhile) in &read {
            assert!(*meanwhile > 5, "it read {meanwhile} pages while others wrote");
            let distinct: BTreeSet<String> = ids.iter().cloned().collect();
            assert_eq!(distinct.len(), ids.len(), "nothing twice");
            assert_eq!(distinct, stored, "nothing skipped");
        }
        assert!(read.iter().all(|(ids, _)| *ids == read[0].0), "one order for all");
    }
}
