//! Streams of events: to whom they stay open, and how many.

use std::time::{Duration, Instant};

use futures::StreamExt;
use recourse::http::followers::MOST;
use reqwest::{Method, Response};
use serde_json::json;

use crate::on_both;
use crate::support::union::{self, text};
use crate::support::{App, Caller};

/// The path of a client that may read, this client, the path of the events of a batch that waits for a worker, and the organisation.
async fn scene(app: &App, name: &str) -> (String, Caller, String, String) {
    let (organisation, member) = app.organisation(name).await;
    let entry = json!({ "name": name, "place": "FR", "channels": [{ "kind": "feed" }] });
    let one = text(&app.operator().await.post("/v1/controllers", entry).await.expect_status(201), "id");
    let batch = union::upload(&member, &[&one], union::columns(), union::people(0, 2)).await;
    let path = format!("/v1/organisations/{}/clients", text(&organisation, "id"));
    let new = json!({ "name": "reader", "scopes": ["requests:read"] });
    let made = app.operator().await.post(&path, new).await.expect_status(201);
    let (id, secret) = (text(&made, "client_id"), text(&made, "client_secret"));
    (format!("{path}/{id}"), app.client(&id, &secret), format!("{batch}/events"), text(&organisation, "id"))
}

async fn follow(reader: &Caller, path: &str) -> Response {
    reader.request(Method::GET, path).await.send().await.expect("an answer")
}

/// How long the stream goes on from now.
async fn until_end(stream: Response) -> Duration {
    let began = Instant::now();
    let mut pieces = stream.bytes_stream();
    let end = async { while let Some(Ok(_)) = pieces.next().await {} };
    tokio::time::timeout(Duration::from_secs(15), end).await.expect("it ends soon");
    began.elapsed()
}

on_both! {
    async fn a_stream_ends_soon_after_its_client_was_revoked_or_its_organisation_suspended(app) {
        let (client, reader, path, _) = scene(app, "Union").await;
        let (_, other, elsewhere, organisation) = scene(app, "Other").await;
        let (first, second) = (follow(&reader, &path).await, follow(&other, &elsewhere).await);
        assert_eq!((first.status().as_u16(), second.status().as_u16()), (200, 200));
        app.operator().await.delete(&client).await.expect_status(204);
        let state = json!({ "state": "suspended" });
        app.operator().await.patch(&format!("/v1/organisations/{organisation}"), state).await.expect_status(200);
        tokio::join!(until_end(first), until_end(second));
    }

    async fn a_client_follows_no_more_than_it_may(app) {
        let (_, reader, path, _) = scene(app, "Union").await;
        let mut open = Vec::new();
        for _ in 0..MOST {
            let stream = follow(&reader, &path).await;
            assert_eq!(stream.status().as_u16(), 200);
            open.push(stream);
        }
        let refused = reader.get(&path).await;
        refused.expect_problem(429, "too_many_streams");
        assert!(refused.header("retry-after").is_some());
        // Once the batch is at rest they end, and there is room again.
        app.work().await;
        for stream in open {
            until_end(stream).await;
        }
        assert_eq!(follow(&reader, &path).await.status().as_u16(), 200);
    }
}
