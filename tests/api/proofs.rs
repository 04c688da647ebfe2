//! An address proves that it wants what is sent to it, before anything is: controllers' webhooks and organisations' endpoints alike.

use actix_web::{App as Server, HttpResponse, HttpServer, web};
use jiff::SignedDuration;
use recourse::crypto::webhook::VerifyingKey;
use recourse::demo::sample_controller::{Fault, Receiver};
use serde_json::{Value, json};

use crate::on_both;
use crate::support::union::text;
use crate::support::{App, Caller, Filing};

/// Stands in answers of receivers, and is shown to nobody.
const CANARY: &str = "canary-of-the-receiver";

/// A server that answers everything with success and what `answer` makes of the body. Gives its address.
fn answering(answer: fn(&Value) -> HttpResponse) -> String {
    let take = move |body: web::Json<Value>| async move { answer(&body) };
    let server = HttpServer::new(move || Server::new().route("/in", web::post().to(take))).workers(1).disable_signals();
    let server = server.bind(("127.0.0.1", 0)).expect("a free port");
    let url = format!("http://{}/in", server.addrs()[0]);
    tokio::spawn(server.run());
    url
}

/// Gives the webhook of the filing's controller another address.
async fn move_to(operator: &Caller, filing: &Filing, url: &str) -> Value {
    let channels = json!({ "channels": [{ "kind": "webhook", "url": url }] });
    operator.patch(&format!("/v1/controllers/{}", filing.controller), channels).await.expect_status(200)
}

async fn proof(operator: &Caller, filing: &Filing) -> Value {
    operator.get(&format!("/v1/controllers/{}", filing.controller)).await.expect_status(200)["webhook"]["proof"].clone()
}

/// Acts of the service itself on a record.
async fn noted(app: &App, subject: &str) -> i64 {
    let sql = format!(
        "SELECT count(*) FROM audit_entry WHERE actor = 'system' AND action = 'change' AND subject = '{subject}'"
    );
    app.inspector().await.number(&sql).await
}

on_both! {
    async fn nothing_is_delivered_to_a_new_address_before_it_has_answered(app) {
        let filing = Filing::with_webhook(app).await;
        let operator = app.operator().await;
        let first = proof(&operator, &filing).await;
        assert_eq!((&first["state"], first["proven_at"].is_string()), (&json!("proven"), true), "{first}");
        assert_eq!(noted(app, &filing.controller.to_string()).await, 1);

        let receiver = Receiver::start(app.clock.clone()).unwrap();
        let inbox = receiver.inbox("moved");
        let moved = move_to(&operator, &filing, &receiver.url("moved")).await;
        assert_eq!(moved["webhook"]["proof"]["state"], "pending", "a proof ends with its address");
        let (_, delivery) = filing.file(app, "webhook", "pending").await;
        app.work().await;
        let shown = filing.delivery(delivery).await;
        assert_eq!((&shown["state"], &shown["attempt_count"]), (&json!("pending"), &json!(0)), "it waits and does not fail");
        assert_eq!((inbox.report().messages, filing.inbox.report().messages), (0, 0));
        let waiting = proof(&operator, &filing).await;
        assert_eq!((&waiting["state"], &waiting["failure"]), (&json!("pending"), &json!("client_error")), "{waiting}");
        assert!(waiting["next_challenge_at"].is_string() && waiting["failed_at"].is_string(), "{waiting}");

        // The secret is the same: the owner of the address has it and the address was the owner's to change.
        inbox.set_keys(filing.keys());
        let next: jiff::Timestamp = text(&waiting, "next_challenge_at").parse().unwrap();
        app.clock.advance(next.duration_since(app.context.clock.now()).max(SignedDuration::ZERO));
        app.work().await;
        assert_eq!(inbox.report().messages, 1, "what waited is sent");
        assert_eq!(filing.delivery(delivery).await["state"], "delivered");
        let proven = proof(&operator, &filing).await;
        assert_eq!((&proven["state"], &proven["failure"]), (&json!("proven"), &Value::Null));
        assert_eq!(noted(app, &filing.controller.to_string()).await, 2);
        assert_eq!(move_to(&operator, &filing, &receiver.url("moved")).await["webhook"]["proof"]["state"], "proven");
    }

    async fn an_answer_without_the_value_proves_nothing_and_is_shown_to_nobody(app) {
        let filing = Filing::with_webhook(app).await;
        let operator = app.operator().await;
        let answers: [fn(&Value) -> HttpResponse; 4] = [
            // A server that gives back whatever it gets, or says yes to everything.
            |body| HttpResponse::Ok().json(body),
            |_| HttpResponse::Ok().body(CANARY),
            |body| HttpResponse::Ok().body(format!("{}{}", " ".repeat(2_000), json!({ "challenge": body["data"]["challenge"] }))),
            |body| HttpResponse::Accepted().json(json!({ "challenge": [body["data"]["challenge"]], "note": CANARY })),
        ];
        for answer in answers {
            move_to(&operator, &filing, &answering(answer)).await;
            app.work().await;
            let shown = operator.get(&format!("/v1/controllers/{}", filing.controller)).await.expect_status(200);
            assert_eq!(shown["webhook"]["proof"]["failure"], "challenge_not_met", "{shown}");
            assert!(!shown.to_string().contains(CANARY));
        }
        let right = answering(|body| HttpResponse::Accepted().json(json!({ "challenge": body["data"]["challenge"], "note": 1 })));
        move_to(&operator, &filing, &right).await;
        app.work().await;
        assert_eq!(proof(&operator, &filing).await["state"], "proven", "any success will do, with anything beside the value");
        let wrong = answering(|body| HttpResponse::BadRequest().json(json!({ "challenge": body["data"]["challenge"] })));
        move_to(&operator, &filing, &wrong).await;
        app.work().await;
        assert_eq!(proof(&operator, &filing).await["failure"], "client_error");
    }

    async fn an_address_that_never_answers_leaves_tasks_and_can_be_asked_again(app) {
        let filing = Filing::with_webhook(app).await;
        let receiver = Receiver::start(app.clock.clone()).unwrap();
        let inbox = receiver.inbox("office");
        let made = filing.member.post("/v1/webhook-endpoints", json!({ "url": receiver.url("office"), "event_kinds": ["request.*"] })).await.expect_status(201);
        assert_eq!(made["proof"]["state"], "pending");
        let path = format!("/v1/webhook-endpoints/{}", text(&made, "id"));
        filing.member.post(&format!("{path}:test"), json!({})).await.expect_status(202);
        for _ in 0..recourse::domain::proof::MAX_CHALLENGES {
            app.after(2).await;
        }
        filing.member.forget_token().await;
        let shown = filing.member.get(&path).await.expect_status(200);
        assert_eq!((&shown["proof"]["state"], &shown["state"]), (&json!("failed"), &json!("active")), "{shown}");
        assert!(shown["proof"].get("next_challenge_at").is_none(), "{shown}");
        let told = filing.member.get("/v1/events?kind=webhook.*").await.expect_status(200);
        let kinds: Vec<_> = told["items"].as_array().unwrap().iter().map(|event| text(event, "kind")).collect();
        assert_eq!(kinds, ["webhook.unproven"]);
        assert_eq!(told["items"][0]["subject"], made["id"]);
        let deliveries = filing.member.get("/v1/deliveries?state=failed").await.expect_status(200);
        assert_eq!(deliveries["items"].as_array().unwrap().len(), 1, "what waited is given up, and not in silence");
        assert_eq!((inbox.report().messages, noted(app, &text(&made, "id")).await), (0, 1));

        inbox.set_keys(vec![VerifyingKey::parse(made["secret"].as_str().unwrap()).unwrap()]);
        let again = filing.member.post_with_key(&format!("{path}:challenge"), "again", json!({})).await;
        assert_eq!(again.expect_status(202)["state"], "pending");
        assert_eq!(filing.member.post_with_key(&format!("{path}:challenge"), "again", json!({})).await.bytes, again.bytes);
        filing.member.post(&format!("{path}:test"), json!({})).await.expect_status(202);
        app.work().await;
        assert_eq!(filing.member.get(&path).await.expect_status(200)["proof"]["state"], "proven");
        assert_eq!(inbox.report().messages, 1);
        let told = filing.member.get("/v1/events?kind=webhook.proven").await.expect_status(200);
        assert_eq!(told["items"].as_array().unwrap().len(), 1);
    }

    async fn whoever_keeps_a_webhook_may_have_it_challenged_and_nobody_else(app) {
        let filing = Filing::with_webhook(app).await;
        let operator = app.operator().await;
        let path = format!("/v1/controllers/{}/webhook:challenge", filing.controller);
        filing.member.post(&path, json!({})).await.expect_problem(403, "entry_not_yours");
        // Faults are for messages: the receiver still answers challenges.
        filing.inbox.order_faults(1, Fault::Refuse { status: 503, retry_after: None });
        let asked = operator.post(&path, json!({})).await.expect_status(202);
        assert_eq!((&asked["state"], asked["next_challenge_at"].is_string()), (&json!("pending"), true), "a proof is given anew");
        app.work().await;
        assert_eq!(proof(&operator, &filing).await["state"], "proven");
        let entry = operator.get(&format!("/v1/controllers/{}", filing.controller)).await.expect_status(200);
        operator.patch(&format!("/v1/controllers/{}", text(&entry, "id")), json!({ "channels": [] })).await.expect_status(200);
        operator.post(&path, json!({})).await.expect_problem(422, "invalid_field");
        let (_, other) = app.organisation("Other").await;
        let made = filing.member.post("/v1/webhook-endpoints", json!({ "url": "https://hooks.example.org/" })).await.expect_status(201);
        other.post(&format!("/v1/webhook-endpoints/{}:challenge", text(&made, "id")), json!({})).await.expect_problem(404, "not_found");
    }
}
