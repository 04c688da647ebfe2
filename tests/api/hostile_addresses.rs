//! The table of hostile URLs (`src/domain/egress/policy/hostile.json`), entered as webhooks by those who may enter some: none is taken,
//! and none is dialled, whatever the workers do afterwards.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use recourse::domain::egress::EgressPolicy;
use recourse::http::ServerOptions;
use recourse::service::Settings;
use serde_json::json;
use tokio::net::TcpListener;

use crate::on_both;
use crate::support::App;

/// URL, refusal, and why it is in the table.
fn hostile() -> Vec<(String, String, String)> {
    serde_json::from_str(include_str!("../../src/domain/egress/policy/hostile.json")).expect("three columns")
}

/// A server of this machine that counts who comes. Gives its port.
async fn canary() -> (u16, Arc<AtomicUsize>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
    let (port, came) = (listener.local_addr().expect("an address").port(), Arc::new(AtomicUsize::new(0)));
    let counted = came.clone();
    tokio::spawn(async move {
        while listener.accept().await.is_ok() {
            counted.fetch_add(1, Ordering::SeqCst);
        }
    });
    (port, came)
}

on_both! {
    async fn no_hostile_url_is_taken_as_a_webhook_and_none_is_dialled(app) {
        let (port, came) = canary().await;
        // As a server is set up: the tests' own leave to call loopback is taken away.
        let mut context = app.context.clone();
        let egress = EgressPolicy::strict().with_ports([port]);
        context.settings = Arc::new(Settings { egress, ..(*context.settings).clone() });
        let (address, server) = App::serve_as(context.clone(), &ServerOptions::trial());
        let operator = app.operator().await.at(&address);
        let (_, member) = app.organisation("Union").await;
        let member = member.at(&address);
        let entry = |url: &str| json!({ "name": "Hostile", "place": "FR", "channels": [{ "kind": "webhook", "url": url }] });
        let fine = operator.post("/v1/controllers", entry("https://receiver.example/")).await.expect_status(201);
        let path = format!("/v1/controllers/{}", fine["id"].as_str().expect("an id"));
        for (at, (url, _, why)) in hostile().into_iter().enumerate() {
            let url = url.replace("{port}", &port.to_string());
            // Three ways to enter one, in turn.
            let reply = match at % 3 {
                0 => member.post("/v1/webhook-endpoints", json!({ "url": url })).await,
                1 => operator.post("/v1/controllers", entry(&url)).await,
                _ => operator.patch(&path, json!({ "channels": entry(&url)["channels"] })).await,
            };
            assert_eq!(reply.status, 422, "{url} ({why}): {}", reply.text());
            reply.expect_problem(422, "invalid_field");
        }
        let mut worked = 0;
        for step in recourse::worker::steps().into_iter().filter(|step| ["prove_receivers", "deliver"].contains(&step.name)) {
            // The one that was taken is asked; no name that ends in `example` is registered (RFC 6761, 6.5).
            worked += (step.run)(context.clone()).await.expect("a step");
        }
        assert_eq!((worked, came.load(Ordering::SeqCst)), (1, 0));
        server.stop(false).await;
    }
}
