//! What controllers see, and how they answer by the API.

use recourse::domain::code::Code;
use recourse::service::answers::{MAX_LINES, NdjsonAnswers};
use recourse::service::{Actor, Call, Idempotency};
use reqwest::Method;
use serde_json::{Value, json};

use crate::on_both;
use crate::support::fixtures::Fixture;
use crate::support::{Caller, Reply, unique};

async fn send_bulk(caller: &Caller, key: &str, body: &str) -> Reply {
    let request = caller.request(Method::POST, "/v1/inbox/responses:bulk").await;
    let request = request.header("idempotency-key", key).header("content-type", "application/x-ndjson");
    caller.send(request.body(body.to_owned())).await
}

async fn bulk(caller: &Caller, body: String) -> Vec<Value> {
    let answer = send_bulk(caller, &unique(), &body).await;
    answer.expect_status(200);
    answer.text().lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

async fn upload(caller: &Caller, request: &str, media: &str, name: &str, content: Vec<u8>) -> Reply {
    let path = format!("/v1/inbox/requests/{request}/attachments");
    let request = caller.request(Method::POST, &path).await;
    let request = request
        .header("idempotency-key", unique())
        .header("content-type", media)
        .header("content-disposition", format!("attachment; filename=\"{name}\""));
    caller.send(request.body(content)).await
}

on_both! {
    async fn asking_for_the_headers_alone_proves_no_receipt(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let path = format!("/v1/inbox/requests/{}", scene.requests[0]);
        for path in [path.clone(), format!("{path}/letter"), format!("{path}/letter?format=pdf")] {
            let asked = scene.inbox.head(&path).await;
            assert_eq!((asked.status, asked.bytes.len()), (200, 0), "{path}");
            let seen = scene.see(scene.requests[0]).await;
            assert_eq!((&seen["request"]["lifecycle"], &seen["request"]["clock"]), (&json!("sent"), &json!("not_started")), "{path}");
        }
        let told = async || app.inspector().await.number("SELECT count(*) FROM audit_entry WHERE action = 'disclose'").await;
        assert_eq!(told().await, 0, "nothing was told");
        scene.inbox.get(&path).await.expect_status(200);
        assert_eq!(scene.see(scene.requests[0]).await["request"]["clock"], "running");
        assert_eq!(told().await, 1);
    }

    async fn a_controller_sees_what_is_addressed_to_it_and_no_more(app) {
        let scene = Fixture::with_requests(app, 2).await;
        let other = Fixture::with_requests(app, 1).await;
        let path = format!("/v1/inbox/requests/{}", scene.requests[0]);
        let seen = scene.inbox.get(&path).await.expect_status(200);
        assert_eq!((&seen["lifecycle"], &seen["clock"]), (&json!("received"), &json!("running")), "fetched is received");
        let identity = seen["content"]["identity"].as_object().unwrap();
        assert_eq!(identity.keys().collect::<Vec<_>>(), ["email", "name"], "what it needs and no more (B-7)");
        assert_eq!(seen["content"]["ask"]["right"], "access");
        assert_eq!(seen["content"]["mandate_credential"].as_str().unwrap().split('.').count(), 3);
        other.inbox.get(&path).await.expect_problem(404, "not_found");
        scene.association.get(&path).await.expect_problem(403, "insufficient_scope");
        scene.inbox.get("/v1/inbox/requests/req_nonsense").await.expect_problem(404, "not_found");
        assert_eq!(scene.inbox.get("/v1/inbox").await.expect_status(200)["items"], json!([]));
        scene.inbox.get("/v1/inbox/messages/dlv_00000000000000000000000000000000/requests").await.expect_problem(404, "not_found");
        let mandate = scene.people[1].1;
        scene.association.post(&format!("/v1/mandates/{mandate}:revoke"), json!({})).await.expect_status(200);
        let ended = scene.inbox.get(&format!("/v1/inbox/requests/{}", scene.requests[1])).await.expect_status(200);
        assert_eq!(ended["content"], Value::Null, "nothing personal once the mandate has ended");
    }

    async fn many_looks_at_once_are_all_answered(app) {
        let scene = Fixture::with_requests(app, 5).await;
        scene.inbox.token().await;
        for request in &scene.requests {
            let path = format!("/v1/inbox/requests/{request}");
            for seen in futures::future::join_all((0..8).map(|_| scene.inbox.get(&path))).await {
                assert_eq!(seen.expect_status(200)["lifecycle"], "received");
            }
        }
    }

    async fn the_organisation_gets_the_credential_that_the_controller_gets(app) {
        let scene = Fixture::with_requests(app, 2).await;
        let path = format!("/v1/requests/{}/credential", scene.requests[0]);
        let given = scene.association.get(&path).await;
        assert_eq!(given.header("cache-control"), Some("no-store"));
        let given = given.expect_status(200);
        assert_eq!((&given["request_id"], &given["controller_id"]), (&json!(scene.requests[0]), &json!(scene.controller)));
        let shown = json!({ "credential": given["mandate_credential"] });
        let verified = scene.inbox.post("/v1/credentials:verify", shown.clone()).await.expect_status(200);
        assert_eq!(verified["request_id"], json!(scene.requests[0]));
        let other = Fixture::with_requests(app, 1).await;
        let refused = other.inbox.post("/v1/credentials:verify", shown).await;
        assert_ne!(refused.status, 200, "it is for one controller");
        other.association.get(&path).await.expect_problem(404, "not_found");
        scene.inbox.get(&path).await.expect_problem(403, "insufficient_scope");
        scene.association.post(&format!("/v1/requests/{}:withdraw", scene.requests[0]), json!({})).await.expect_status(200);
        scene.association.get(&path).await.expect_problem(409, "illegal_transition");
    }

    async fn one_answer_by_the_api(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let path = format!("/v1/inbox/requests/{}/responses", scene.requests[0]);
        let body = json!({ "response": { "kind": "full" }, "message_id": "m-1" });
        let first = scene.inbox.post_with_key(&path, "k", body.clone()).await.expect_status(201);
        assert_eq!(scene.inbox.post_with_key(&path, "k", body.clone()).await.expect_status(201), first);
        let again = scene.inbox.post(&path, body).await.expect_status(201);
        assert_eq!((&again["repeated"], &again["response_id"]), (&json!(true), &first["response_id"]));
        scene.inbox.post(&path, json!({ "response": { "kind": "full" } })).await.expect_problem(409, "already_answered");
        let other = Fixture::with_requests(app, 1).await;
        other.inbox.post(&path, json!({ "response": { "kind": "full" } })).await.expect_problem(404, "not_found");
    }

    async fn two_thousand_answers_with_bad_lines_in_between(app) {
        let scene = Fixture::with_requests(app, 2_000).await;
        let foreign = Fixture::with_requests(app, 1).await.requests[0];
        let mut lines = Vec::new();
        for (index, request) in scene.requests.iter().enumerate() {
            lines.push(match index % 500 {
                10 => "{broken".to_owned(),
                20 => json!({ "request_id": request, "response": { "kind": "nonsense" } }).to_string(),
                30 => json!({ "request_id": foreign, "response": { "kind": "full" } }).to_string(),
                40 => format!("\"{}\"", "x".repeat(200 << 10)),
                _ => json!({ "request_id": request, "response": { "kind": "full" } }).to_string(),
            });
        }
        let body = lines.join("\n");
        let outcomes = bulk(&scene.inbox, body.clone()).await;
        assert_eq!(outcomes.len(), 2_000);
        for (index, outcome) in outcomes.iter().enumerate() {
            let code = match index % 500 {
                10 => json!("line_malformed"),
                20 => json!("invalid_field"),
                30 => json!("not_found"),
                40 => json!("line_too_long"),
                _ => Value::Null,
            };
            assert_eq!((outcome["line"].as_u64().unwrap(), &outcome["code"]), (index as u64 + 1, &code), "{outcome}");
        }
        let again = bulk(&scene.inbox, body).await;
        let repeated = again.iter().filter(|outcome| outcome["taken"]["repeated"] == true).count();
        assert_eq!(repeated, 2_000 - 16, "sent again, nothing happens again");
    }

    async fn the_same_upload_gives_the_same_outcomes_and_another_is_refused(app) {
        let scene = Fixture::with_requests(app, 3).await;
        let line = |number: usize, response: Value| {
            json!({ "request_id": scene.requests[number], "response": response, "message_id": "m" }).to_string()
        };
        let body = format!("{}\n\n{{broken\n{}", line(0, json!({ "kind": "full" })), line(1, json!({ "kind": "no_data" })));
        let first = send_bulk(&scene.inbox, "k", &body).await;
        first.expect_status(200);
        let again = send_bulk(&scene.inbox, "k", &body).await;
        assert_eq!((again.status, &again.bytes), (200, &first.bytes), "not even `repeated` differs");
        assert_eq!((first.header("idempotency-replayed"), again.header("idempotency-replayed")), (None, Some("true")));
        assert_eq!(again.header("content-type"), Some("application/x-ndjson"));
        let other = format!("{body}\n{}", line(2, json!({ "kind": "full" })));
        send_bulk(&scene.inbox, "k", &other).await.expect_problem(422, "idempotency_key_reused");
        assert_eq!(scene.see(scene.requests[2]).await["request"]["lifecycle"], "sent", "nothing of the other upload is done");
        let taken = bulk(&scene.inbox, other).await;
        assert_eq!((&taken[0]["taken"]["repeated"], &taken[3]["taken"]["repeated"]), (&json!(true), &json!(false)));
    }

    async fn an_upload_that_broke_off_goes_on_safely_under_its_key(app) {
        let scene = Fixture::with_requests(app, 700).await;
        let full = |request| json!({ "request_id": request, "response": { "kind": "full" } }).to_string() + "\n";
        let body: String = scene.requests.iter().map(full).collect();
        let actor = Actor::Controller(app.context.ids.next(), scene.controller);
        let call = Call { actor, idempotency: Some(Idempotency { key: [7; 32], body: [0; 32] }), ..Call::system() };
        let begin = async || NdjsonAnswers::begin(app.context.clone(), call.clone(), scene.controller).await;
        let mut cut = begin().await.unwrap();
        assert!(begin().await.is_err_and(|error| error.into_problem().code == Code::IdempotencyInFlight));
        assert!(cut.push(&body.as_bytes()[..body.len() * 6 / 7]).await.unwrap());
        drop(cut);
        let mut again = begin().await.unwrap();
        assert!(again.push(body.as_bytes()).await.unwrap());
        let answer = again.finish().await.unwrap();
        let outcomes: Vec<Value> = answer.body.split(|byte| *byte == b'\n').filter(|line| !line.is_empty())
            .map(|line| serde_json::from_slice(line).expect("JSON")).collect();
        let repeated = outcomes.iter().filter(|outcome| outcome["taken"]["repeated"] == true).count();
        assert_eq!((outcomes.len(), repeated, answer.replayed), (700, 500, false), "one chunk had been taken");
        let mut third = begin().await.unwrap();
        assert!(third.push(body.as_bytes()).await.unwrap());
        let third = third.finish().await.unwrap();
        assert_eq!((third.replayed, third.body), (true, answer.body));
    }

    async fn what_broke_off_binds_its_key_to_what_was_taken(app) {
        let scene = Fixture::with_requests(app, 1_200).await;
        let line = |kind: &str, request| json!({ "request_id": request, "response": { "kind": kind } }).to_string() + "\n";
        let body: String = scene.requests.iter().map(|request| line("full", request)).collect();
        let actor = Actor::Controller(app.context.ids.next(), scene.controller);
        let call = Call { actor, idempotency: Some(Idempotency { key: [8; 32], body: [0; 32] }), ..Call::system() };
        let begin = async || NdjsonAnswers::begin(app.context.clone(), call.clone(), scene.controller).await.unwrap();
        let mut cut = begin().await;
        assert!(cut.push(&body.as_bytes()[..body.len() * 5 / 12 + 100]).await.unwrap());
        drop(cut);
        let other: String = scene.requests.iter().rev().map(|request| line("no_data", request)).collect();
        let refused = begin().await.push(other.as_bytes()).await.unwrap_err().into_problem();
        assert_eq!(refused.code, Code::IdempotencyKeyReused);
        let last = *scene.requests.last().unwrap();
        assert_eq!(scene.see(last).await["request"]["lifecycle"], "sent", "nothing of the other upload is taken");
        let mut less = begin().await;
        assert!(less.push(&body.as_bytes()[..body.len() / 12]).await.unwrap());
        assert_eq!(less.finish().await.unwrap_err().into_problem().code, Code::IdempotencyKeyReused);
        let mut again = begin().await;
        assert!(again.push(body.as_bytes()).await.unwrap());
        let answer = String::from_utf8(again.finish().await.unwrap().body).unwrap();
        let repeated = answer.lines().filter(|line| line.contains("\"repeated\":true")).count();
        assert_eq!((answer.lines().count(), repeated), (1_200, 500));
    }

    async fn empty_lines_count(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let line = json!({ "request_id": scene.requests[0], "response": { "kind": "full" } }).to_string();
        let most = usize::try_from(MAX_LINES).unwrap();
        let outcomes = bulk(&scene.inbox, format!("{}{line}", "\n".repeat(most - 1))).await;
        assert_eq!((outcomes.len(), &outcomes[0]["line"], &outcomes[0]["code"]), (1, &json!(MAX_LINES), &Value::Null));
        let outcomes = bulk(&scene.inbox, format!("{}{line}", "\n".repeat(most + 7))).await;
        assert_eq!((outcomes.len(), &outcomes[0]["line"], &outcomes[0]["code"]), (1, &json!(MAX_LINES + 1), &json!("bulk_too_long")));
    }

    async fn files_come_before_the_answer_that_names_them(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let request = scene.requests[0].to_string();
        let mut content = b"%PDF-1.7\n".to_vec();
        content.resize((2 << 20) + 77, b'x');
        let file = upload(&scene.inbox, &request, "application/octet-stream", "answer.pdf", content.clone()).await.expect_status(201);
        assert_eq!(file["media_type"], "application/pdf");
        for bad in [&b"<html><script>"[..], b"MZ\x90\x00\x03", b"<svg onload=x>"] {
            upload(&scene.inbox, &request, "application/pdf", "x.pdf", bad.to_vec()).await.expect_problem(415, "file_type_refused");
        }
        let other = Fixture::with_requests(app, 1).await;
        upload(&other.inbox, &request, "text/plain", "x.txt", b"hello".to_vec()).await.expect_problem(404, "not_found");
        let id = file["id"].as_str().unwrap();
        let download = format!("/v1/requests/{request}/attachments/{id}");
        scene.association.get(&download).await.expect_problem(404, "not_found");
        let path = format!("/v1/inbox/requests/{request}/responses");
        let unknown = json!({ "response": { "kind": "full" }, "attachments": ["att_00000000000000000000000000000000"] });
        scene.inbox.post(&path, unknown).await.expect_problem(422, "attachment_unknown");
        scene.inbox.post(&path, json!({ "response": { "kind": "full" }, "attachments": [id] })).await.expect_status(201);
        let opened = scene.association.get(&format!("/v1/requests/{request}/responses")).await.expect_status(200);
        assert_eq!(opened["items"][0]["attachments"][0]["file_name"], "answer.pdf");
        let got = scene.association.get(&download).await;
        assert_eq!(got.status, 200);
        assert_eq!(got.bytes, content);
        assert!(got.header("content-disposition").unwrap().starts_with("attachment"));
        assert!(got.header("content-security-policy").unwrap().contains("sandbox"));
        other.association.get(&download).await.expect_problem(404, "not_found");
    }

    async fn a_file_that_no_answer_names_is_deleted(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let request = scene.requests[0].to_string();
        let (path, text) = (format!("/v1/inbox/requests/{request}/responses"), b"hello".to_vec());
        let old = upload(&scene.inbox, &request, "text/plain", "old.txt", text.clone()).await.expect_status(201);
        let named = upload(&scene.inbox, &request, "text/plain", "named.txt", text.clone()).await.expect_status(201);
        scene.after(app, 6).await;
        let answer = json!({ "response": { "kind": "acknowledgement" }, "attachments": [named["id"]] });
        scene.inbox.post(&path, answer).await.expect_status(201);
        let young = upload(&scene.inbox, &request, "text/plain", "young.txt", text).await.expect_status(201);
        scene.after(app, 2).await;
        let id = |file: &Value| file["id"].as_str().unwrap().parse().unwrap();
        let tenant = app.context.db.tenant(scene.organisation);
        assert!(tenant.attachment(id(&old)).await.unwrap().is_none());
        assert!(tenant.attachment_part(id(&old), 0).await.unwrap().is_none());
        assert!(tenant.attachment(id(&named)).await.unwrap().is_some());
        let body = |file: &Value| json!({ "response": { "kind": "full" }, "attachments": [file["id"]] });
        scene.inbox.post(&path, body(&old)).await.expect_problem(422, "attachment_unknown");
        scene.inbox.post(&path, body(&young)).await.expect_status(201);
    }
}
