//! Bodies that are larger than an operation takes: refused, with nothing kept, and the next call goes through.

use reqwest::{Body, Method};
use serde_json::{Value, json};

use crate::on_both;
use crate::support::fixtures::Fixture;
use crate::support::{App, MAX_ATTACHMENT_BYTES, MAX_UPLOAD_BYTES, union, unique};

/// A body of so many bytes whose length is not announced.
fn unannounced(bytes: u64) -> Body {
    const PIECE: u64 = 64 << 10;
    let pieces = (0..bytes.div_ceil(PIECE)).map(move |at| {
        let length = PIECE.min(bytes - at * PIECE);
        Ok::<_, std::io::Error>(vec![b'x'; usize::try_from(length).expect("a small piece")])
    });
    Body::wrap_stream(futures::stream::iter(pieces))
}

async fn rows(app: &App, table: &str) -> i64 {
    app.inspector().await.number(&format!("SELECT count(*) FROM {table}")).await
}

on_both! {
    async fn json_that_is_too_large_is_refused_and_its_key_stays_free(app) {
        let operator = app.operator().await;
        let sound = json!({ "name": "Union", "country": "FR", "language": "fr" });
        for bytes in [1_048_577, 8 << 20] {
            let mut long = sound.clone();
            long["website"] = json!("x".repeat(bytes));
            operator.post_with_key("/v1/organisations", "key", long).await.expect_problem(413, "body_too_large");
        }
        assert_eq!(rows(app, "organisation").await, 0);
        operator.post_with_key("/v1/organisations", "key", sound).await.expect_status(201);
    }

    async fn an_upload_that_is_too_large_leaves_nothing_and_another_goes_in(app) {
        let (_, member) = app.organisation("Union").await;
        let entry = json!({ "name": "Reader", "slug": "reader", "place": "FR", "channels": [{ "kind": "feed" }] });
        let controller = app.operator().await.post("/v1/controllers", entry).await.expect_status(201);
        let campaign = union::campaign("Access", &[&union::text(&controller, "id")]);
        let campaign = union::text(&member.post("/v1/campaigns", campaign).await.expect_status(201), "id");
        let path = format!("/v1/campaigns/{campaign}/batches");
        let batch = member.post(&path, union::batch(union::columns())).await.expect_status(201);
        let path = format!("/v1/batches/{}", union::text(&batch, "id"));
        let content = format!("{path}/content");
        for body in [vec![b'x'; MAX_UPLOAD_BYTES as usize + 1].into(), unannounced(MAX_UPLOAD_BYTES + 1)] {
            let request = member.request(Method::PUT, &content).await.header("content-type", "text/csv");
            member.send(request.body(body)).await.expect_problem(413, "body_too_large");
            assert_eq!(rows(app, "upload_part").await, 0);
            assert_eq!(member.get(&path).await.expect_status(200)["state"], "receiving");
        }
        member.put_bytes(&content, "text/csv", union::people(0, 3)).await.expect_status(202);
        app.work().await;
        assert_eq!(member.get(&path).await.expect_status(200)["counts"]["requests"], 3);
        // Complete, it is compared with what comes later, however long that is.
        let request = member.request(Method::PUT, &content).await.header("content-type", "text/csv");
        member.send(request.body(unannounced(MAX_UPLOAD_BYTES + 1))).await.expect_problem(413, "body_too_large");
        assert_eq!(member.get(&path).await.expect_status(200)["state"], "filed");
    }

    async fn answers_and_files_that_are_too_large_are_refused(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let path = format!("/v1/inbox/requests/{}", scene.requests[0]);
        for body in [vec![b'x'; MAX_ATTACHMENT_BYTES as usize + 1].into(), unannounced(MAX_ATTACHMENT_BYTES + 1)] {
            let request = scene.inbox.request(Method::POST, &format!("{path}/attachments")).await;
            let request = request.header("idempotency-key", unique()).header("content-type", "text/plain");
            scene.inbox.send(request.body(body)).await.expect_problem(413, "body_too_large");
        }
        let long = json!({ "response": { "kind": "other", "message": "x".repeat(2 << 20) } });
        scene.inbox.post(&format!("{path}/responses"), long).await.expect_problem(413, "body_too_large");
        assert_eq!((rows(app, "attachment").await, rows(app, "attachment_part").await, rows(app, "response").await), (0, 0, 0));
        scene.inbox.post(&format!("{path}/responses"), json!({ "response": { "kind": "full" } })).await.expect_status(201);
    }

    async fn of_more_lines_than_one_call_takes_the_first_have_their_outcome(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let answer = json!({ "request_id": scene.requests[0], "response": { "kind": "full" } });
        let body = format!("{answer}\n{}", "x\n".repeat(100_005));
        let request = scene.inbox.request(Method::POST, "/v1/inbox/responses:bulk").await;
        let request = request.header("idempotency-key", unique()).header("content-type", "application/x-ndjson");
        let told = scene.inbox.send(request.body(body)).await;
        told.expect_status(200);
        let lines: Vec<Value> = told.text().lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(lines.len(), 100_001);
        assert!(lines[0]["taken"].is_object(), "{}", lines[0]);
        assert_eq!((&lines[99_999]["code"], &lines[100_000]["code"]), (&json!("line_malformed"), &json!("bulk_too_long")));
    }
}
