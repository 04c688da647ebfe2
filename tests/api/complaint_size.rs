//! One complaint for very many people. `RECOURSE_TEST_FULL=1` takes 10,000 of them.

use std::time::Instant;

use recourse::demo::sample_controller::Receiver;
use serde_json::{Value, json};

use crate::complaints::{both_powers, make_eligible, today};
use crate::on_both;
use crate::support::union::{self, text};
use crate::support::{App, Caller};

const SOME: usize = 450;
const MANY: usize = 10_000;

async fn counted(caller: &Caller, path: &str) -> usize {
    let (mut count, mut next) = (0, Some(path.to_owned()));
    while let Some(path) = next {
        let page = caller.get(&path).await.expect_status(200);
        count += page["items"].as_array().unwrap().len();
        next = page["next"].as_str().map(str::to_owned);
    }
    count
}

on_both! {
    async fn one_complaint_speaks_for_thousands_and_is_split_for_each_of_them(app) {
        let people = if std::env::var_os("RECOURSE_TEST_FULL").is_some() { MANY } else { SOME };
        let receiver = Receiver::start(app.clock.clone()).unwrap();
        let office = union::addressee(app, &receiver, "office", json!({ "mode": "bundle", "max_bundle": 1000 }), json!({})).await;
        let (organisation, member) = app.organisation("Union").await;
        make_eligible(app, text(&organisation, "id")).await;
        let mut batch = union::batch(union::columns());
        batch["mandate"] = both_powers();
        union::upload_batch(&member, &[&office.id], batch, union::people(0, people)).await;
        app.work().await;
        app.after(45).await;
        member.forget_token().await;

        let new = json!({
            "filter": { "controller_id": office.id, "overdue": true }, "language": "fr", "authority_id": "fr-cnil",
            "description": [{ "text": "Pas de réponse." }],
        });
        let (made, drafted) = timed(member.post("/v1/complaints", new)).await;
        let made = made.expect_status(201);
        assert_eq!((&made["people"], &made["requests"]), (&json!(people), &json!(people)));
        assert_eq!(made["points"][0]["people"], json!(people));
        let path = format!("/v1/complaints/{}", text(&made, "id"));
        assert_eq!(counted(&member, &format!("{path}/people?limit=200")).await, people);

        let (ended, split) = timed(member.post(&format!("{path}/steps"), self::split(app))).await;
        assert_eq!(ended.expect_status(200)["state"], "split");
        let parts = format!("/v1/complaints?split_from={}&limit=200", text(&made, "id"));
        assert_eq!(counted(&member, &parts).await, people);
        println!("{people} people: drafted in {drafted} ms, split in {split} ms");
        receiver.stop().await;
    }
}

fn split(app: &App) -> Value {
    json!({ "on": today(app), "step": { "kind": "split" } })
}

/// What comes of a call, and how many milliseconds it took.
async fn timed<T>(call: impl Future<Output = T>) -> (T, u128) {
    let started = Instant::now();
    (call.await, started.elapsed().as_millis())
}
