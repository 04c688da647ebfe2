//! Calls that take effect once.

use recourse::domain::access::{ClientKind, Scope};
use recourse::http::openapi;
use reqwest::Method;
use serde_json::json;

use crate::on_both;
use crate::support::fixtures::Fixture;
use crate::support::{Caller, Reply};

/// Every operation that takes a key: a path with ids that are well formed, and the kind of client that may call it.
fn operations() -> Vec<(String, ClientKind)> {
    let document = openapi::document();
    let mut found = Vec::new();
    for (template, item) in document["paths"].as_object().expect("paths") {
        let operation = &item["post"];
        let parameters = operation["parameters"].as_array().map(Vec::as_slice).unwrap_or_default();
        if !parameters.iter().any(|parameter| parameter["name"] == "Idempotency-Key") {
            continue;
        }
        let mut path = template.clone();
        for parameter in parameters.iter().filter(|parameter| parameter["in"] == "path") {
            let form = parameter["schema"]["$ref"].as_str().expect("a named form").trim_start_matches('#');
            let example = document.pointer(form).and_then(|form| form["examples"][0].as_str()).expect("an example");
            path = path.replace(&format!("{{{}}}", parameter["name"].as_str().expect("a name")), example);
        }
        let scope = operation["security"][0]["oauth2"][0].as_str().expect("a scope");
        let kinds = [ClientKind::Operator, ClientKind::Organisation, ClientKind::Controller, ClientKind::Authority];
        let kind = kinds.into_iter().find(|kind| Scope::of_kind(*kind).iter().any(|own| own.as_str() == scope));
        found.push((path, kind.expect("somebody may call it")));
    }
    found
}

async fn with_keys(caller: &Caller, path: &str, keys: &[&[u8]]) -> Reply {
    let mut request = caller.request(Method::POST, path).await.json(&json!({}));
    for key in keys {
        request = request.header("idempotency-key", reqwest::header::HeaderValue::from_bytes(key).expect("a header"));
    }
    caller.send(request).await
}

on_both! {
    async fn the_same_call_gives_the_same_answer_and_one_effect(app) {
        let operator = app.operator().await;
        let body = json!({ "name": "Once", "country": "FR", "language": "fr" });
        let first = operator.post_with_key("/v1/organisations", "key-1", body.clone()).await;
        let again = operator.post_with_key("/v1/organisations", "key-1", body.clone()).await;
        assert_eq!((first.status, &first.bytes), (again.status, &again.bytes));
        assert_eq!((first.header("idempotency-replayed"), again.header("idempotency-replayed")), (None, Some("true")));
        let list = operator.get("/v1/organisations").await.expect_status(200);
        assert_eq!(list["items"].as_array().unwrap().len(), 1);

        let other = json!({ "name": "Other", "country": "FR", "language": "fr" });
        operator.post_with_key("/v1/organisations", "key-1", other).await.expect_problem(422, "idempotency_key_reused");
        let bare = operator.request(reqwest::Method::POST, "/v1/organisations").await.json(&body);
        operator.send(bare).await.expect_problem(400, "idempotency_key_missing");
    }

    async fn a_key_belongs_to_its_caller(app) {
        let body = json!({ "name": "Once", "country": "FR", "language": "fr" });
        let first = app.operator().await.post_with_key("/v1/organisations", "shared", body.clone()).await.expect_status(201);
        let second = app.operator().await.post_with_key("/v1/organisations", "shared", body).await.expect_status(201);
        assert_ne!(first["id"], second["id"]);
    }

    async fn a_refused_call_leaves_its_key_free(app) {
        let operator = app.operator().await;
        operator.post_with_key("/v1/organisations", "k", json!({ "name": "" })).await.expect_problem(422, "invalid_field");
        let sound = json!({ "name": "Sound", "country": "FR", "language": "fr" });
        operator.post_with_key("/v1/organisations", "k", sound).await.expect_status(201);
    }

    async fn many_at_once_have_one_effect(app) {
        let operator = app.operator().await;
        operator.token().await;
        let body = json!({ "name": "Once", "country": "FR", "language": "fr" });
        let calls = (0..24).map(|_| operator.post_with_key("/v1/organisations", "same", body.clone()));
        let replies = futures::future::join_all(calls).await;
        let mut made = std::collections::BTreeSet::new();
        for reply in &replies {
            match reply.status {
                201 => drop(made.insert(reply.bytes.clone())),
                _ => drop(reply.expect_problem(409, "idempotency_in_flight")),
            }
        }
        assert_eq!(made.len(), 1, "one organisation, however many calls");
        let list = operator.get("/v1/organisations").await.expect_status(200);
        assert_eq!(list["items"].as_array().unwrap().len(), 1);
    }

    async fn a_key_lives_seventy_two_hours_and_more(app) {
        let operator = app.operator().await;
        let body = json!({ "name": "Kept", "country": "FR", "language": "fr" });
        let first = operator.post_with_key("/v1/organisations", "kept", body.clone()).await.expect_status(201);
        app.after(4).await;
        operator.forget_token().await;
        let again = operator.post_with_key("/v1/organisations", "kept", body).await.expect_status(201);
        assert_eq!(first, again);
    }

    async fn every_operation_that_takes_a_key_asks_for_one_that_is_one(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let (operator, office, mut count) = (app.operator().await, crate::docket::authority(app, "fr-cnil").await, 0);
        let mut inspector = app.inspector().await;
        let kept = "SELECT count(*) FROM idempotency_key";
        let before = inspector.number(kept).await;
        let long = [b'x'; 256];
        for (path, kind) in operations() {
            let caller = match kind {
                ClientKind::Operator => &operator,
                ClientKind::Organisation => &scene.association,
                ClientKind::Controller => &scene.inbox,
                ClientKind::Authority => &office,
            };
            with_keys(caller, &path, &[]).await.expect_problem(400, "idempotency_key_missing");
            for keys in [&[b"".as_slice()] as &[&[u8]], &[b"\"\""], &[b"\"open"], &[b"in\"side"], &[b"caf\xe9"], &[&long], &[b"one", b"two"]] {
                with_keys(caller, &path, keys).await.expect_problem(400, "idempotency_key_invalid");
            }
            count += 1;
        }
        assert!(count > 30, "operations are found");
        assert_eq!(inspector.number(kept).await, before, "nothing of it is kept");
    }

    async fn a_key_that_is_used_for_another_file_or_answer_is_refused(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let path = format!("/v1/inbox/requests/{}", scene.requests[0]);
        let file = async |content: &'static str| {
            let request = scene.inbox.request(Method::POST, &format!("{path}/attachments")).await;
            let request = request.header("idempotency-key", "file").header("content-type", "text/plain");
            scene.inbox.send(request.body(content)).await
        };
        let first = file("one").await.expect_status(201);
        assert_eq!(file("one").await.expect_status(201), first);
        file("two").await.expect_problem(422, "idempotency_key_reused");
        let answer = |kind: &str| json!({ "response": { "kind": kind } });
        let responses = format!("{path}/responses");
        scene.inbox.post_with_key(&responses, "answer", answer("acknowledgement")).await.expect_status(201);
        scene.inbox.post_with_key(&responses, "answer", answer("full")).await.expect_problem(422, "idempotency_key_reused");
        assert_eq!(scene.see(scene.requests[0]).await["request"]["lifecycle"], "received", "the second was not taken");
        let mut inspector = app.inspector().await;
        for table in ["attachment", "response"] {
            assert_eq!(inspector.number(&format!("SELECT count(*) FROM {table}")).await, 1, "{table}");
        }
    }
}
