//! Organisations are told: endpoints with filters, secrets, tests and replay.

use recourse::crypto::webhook::VerifyingKey;
use recourse::demo::sample_controller::{Fault, Receiver};
use serde_json::{Value, json};

use crate::on_both;
use crate::support::{Filing, check_message};

on_both! {
    async fn an_endpoint_is_told_what_it_wants_once_and_again_on_demand(app) {
        let filing = Filing::with_webhook(app).await;
        let receiver = Receiver::start(app.clock.clone()).unwrap();
        let inbox = receiver.inbox("office");
        let start = app.context.clock.now();
        let new = json!({ "url": receiver.url("office"), "event_kinds": ["request.*"] });
        let made = filing.member.post("/v1/webhook-endpoints", new).await.expect_status(201);
        inbox.set_keys(vec![VerifyingKey::parse(made["secret"].as_str().unwrap()).unwrap()]);
        let path = format!("/v1/webhook-endpoints/{}", made["id"].as_str().unwrap());
        assert!(filing.member.get(&path).await.expect_status(200).get("secret").is_none());

        let (request, _) = filing.file(app, "webhook", "pending").await;
        app.work().await;
        let told = inbox.take_new();
        let mut kinds: Vec<_> = told.iter().map(|message| message.kind.clone()).collect();
        kinds.sort();
        assert_eq!(kinds, ["request.received", "request.sent"]);
        assert!(told.iter().all(|message| message.data["request_id"] == json!(request)));
        for message in &told {
            check_message("event", message);
        }

        filing.member.post(&format!("{path}:replay"), json!({ "since": start })).await.expect_status(202);
        app.work().await;
        assert_eq!(inbox.take_new().len(), 2);

        filing.member.post(&format!("{path}:rotate"), json!({ "overlap_hours": 0 })).await.expect_status(200);
        filing.member.post(&format!("{path}:test"), json!({})).await.expect_status(202);
        app.work().await;
        assert_eq!(inbox.report().unverified, 1, "the old secret ended at once");

        filing.member.delete(&path).await.expect_status(204);
        filing.member.get(&path).await.expect_problem(404, "not_found");
    }

    async fn an_endpoint_that_is_gone_is_switched_off_and_told_of(app) {
        let filing = Filing::with_webhook(app).await;
        let receiver = Receiver::start(app.clock.clone()).unwrap();
        let inbox = receiver.inbox("office");
        inbox.order_faults(1, Fault::Refuse { status: 410, retry_after: None });
        let made = filing.member.post("/v1/webhook-endpoints", json!({ "url": receiver.url("office") })).await.expect_status(201);
        inbox.set_keys(vec![VerifyingKey::parse(made["secret"].as_str().unwrap()).unwrap()]);
        let path = format!("/v1/webhook-endpoints/{}", made["id"].as_str().unwrap());
        filing.member.post(&format!("{path}:test"), json!({})).await.expect_status(202);
        app.work().await;
        assert_eq!(filing.member.get(&path).await.expect_status(200)["state"], "disabled");
        let events = filing.member.get("/v1/events?kind=endpoint.disabled").await.expect_status(200);
        assert_eq!(events["items"].as_array().unwrap().len(), 1);
        assert_eq!(filing.member.patch(&path, json!({ "state": "active" })).await.expect_status(200)["state"], "active");
        filing.member.post("/v1/webhook-endpoints", json!({ "url": "https://10.0.0.1/" })).await.expect_problem(422, "invalid_field");
    }

    async fn a_rotated_secret_and_the_old_one_overlap(app) {
        let filing = Filing::with_webhook(app).await;
        let receiver = Receiver::start(app.clock.clone()).unwrap();
        let inbox = receiver.inbox("office");
        let key = |answer: &Value, name: &str| VerifyingKey::parse(answer[name].as_str().unwrap()).unwrap();
        let made = filing.member.post("/v1/webhook-endpoints", json!({ "url": receiver.url("office") })).await.expect_status(201);
        let path = format!("/v1/webhook-endpoints/{}", made["id"].as_str().unwrap());
        let rotated = filing.member.post(&format!("{path}:rotate"), json!({ "overlap_hours": 2 })).await.expect_status(200);
        assert_eq!(rotated["secrets"].as_array().unwrap().len(), 2, "{rotated}");
        let (old, new) = (key(&made, "secret"), key(&rotated, "webhook_secret"));
        inbox.set_keys(vec![old.clone()]);
        // It is challenged, and told that it has answered.
        app.work().await;
        // How many of so many messages a receiver takes that knows only this key.
        let taken = async |key: &VerifyingKey| {
            inbox.set_keys(vec![key.clone()]);
            let before = inbox.report().messages;
            filing.member.post(&format!("{path}:test"), json!({})).await.expect_status(202);
            app.work().await;
            inbox.report().messages - before
        };
        app.clock.advance(jiff::SignedDuration::from_mins(119));
        filing.member.forget_token().await;
        assert_eq!((taken(&old).await, taken(&new).await), (1, 1), "each message carries both signatures");
        app.clock.advance(jiff::SignedDuration::from_mins(1));
        assert_eq!((taken(&new).await, taken(&old).await), (1, 0), "after the overlap the new one alone signs");
        assert_eq!(inbox.report().unverified, 1);
    }

    async fn a_controllers_rotated_secret_and_the_old_one_overlap(app) {
        let filing = Filing::with_webhook(app).await;
        let operator = app.operator().await;
        let path = format!("/v1/controllers/{}/webhook:rotate", filing.controller);
        let rotated = operator.post(&path, json!({ "overlap_hours": 1 })).await.expect_status(200);
        filing.file(app, "webhook", "pending").await;
        app.work().await;
        assert_eq!((filing.inbox.report().messages, filing.inbox.report().unverified), (1, 0), "the old one still signs");
        filing.inbox.set_keys(vec![VerifyingKey::parse(rotated["webhook_secret"].as_str().unwrap()).unwrap()]);
        filing.file(app, "webhook", "pending").await;
        app.clock.advance(jiff::SignedDuration::from_hours(1));
        app.work().await;
        assert_eq!((filing.inbox.report().messages, filing.inbox.report().unverified), (2, 0), "the new one signs");
    }
}
