//! Personal data nowhere in clear: values that exist once in the world go through the whole of the real service, well and
//! badly, and then everything that it writes outside of its answers is searched for them.

use std::sync::Arc;
use std::time::{Duration, Instant};

use recourse::demo::sample_controller::Receiver;
use recourse::ports::OffsetClock;
use reqwest::Method;
use serde_json::{Value, json};

use crate::on_each_database;
use crate::support::union::{Addressee, text};
use crate::support::{Caller, Inspector, Process, Reply, TestDatabase, check_message, unique};

const GIVEN: &str = "Qorvanthine";
const FAMILY: &str = "Zyxquillard";
const MAIL: &str = "wexmarblo@vexhollow.example";
const PHONE: &str = "+33 6 98 71 53 24";
const NUMBER: &str = "Kx88-4410-qZ";
const REFERENCE: &str = "Mw-77-1935-uV";
const STREET: &str = "77 rue Brixvellaire";
const WRONG: &str = "Old-Flanquezia";
const RIGHT: &str = "New-Grumblevast";
const ANSWER: &str = "Thrumpwickle-answer";
const FILE: &str = "blixtonade-content";
const FILE_NAME: &str = "snorvaldine.txt";
const SCOPE: &str = "Only Plombergastle data";
const PURPOSE: &str = "To find out about Drubblethwaite";
const COMMON: &str = "Vumblethorpe for everybody";

/// What must be found nowhere, in lower case: also parts, and the forms in which values are kept for comparison.
const CANARIES: [&str; 17] = [
    "qorvanthine",
    "zyxquillard",
    "wexmarblo",
    "vexhollow",
    "98 71 53 24",
    "698715324",
    "kx88-4410-qz",
    "mw-77-1935-uv",
    "brixvellaire",
    "flanquezia",
    "grumblevast",
    "thrumpwickle",
    "blixtonade",
    "snorvaldine",
    "plombergastle",
    "drubblethwaite",
    "vumblethorpe",
];

/// Searches a place. An empty one would prove nothing.
#[track_caller]
fn clean(place: &str, bytes: &[u8]) {
    assert!(!bytes.is_empty(), "{place} is empty");
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    for canary in CANARIES {
        if let Some(at) = text.find(canary) {
            let around: String = text[..at].chars().rev().take(200).collect::<Vec<_>>().into_iter().rev().collect();
            panic!("{place} tells {canary} after: {around}");
        }
    }
}

/// A refusal, whose code and body are as they must be.
#[track_caller]
fn refused(reply: &Reply, code: &str) {
    assert!((400..500).contains(&reply.status), "{}", reply.text());
    assert_eq!(reply.json()["code"], code, "{}", reply.text());
    clean("a refusal", &reply.bytes);
}

/// Who takes part.
struct Scene {
    member: Caller,
    office: Caller,
    controller: Addressee,
    endpoint: Arc<recourse::demo::sample_controller::Inbox>,
    campaign: String,
    _receiver: Receiver,
}

async fn client(process: &Process, operator: &Caller, path: &str, scopes: Value) -> Caller {
    let made = operator.post(path, json!({ "name": "tests", "scopes": scopes })).await.expect_status(201);
    process.caller(&text(&made, "client_id"), &text(&made, "client_secret"))
}

impl Scene {
    async fn set(process: &Process, operator: &Caller) -> Self {
        let receiver = Receiver::start(Arc::new(OffsetClock::default())).unwrap();
        let need = |element: &str| json!({ "element": element, "description": "As we know it", "optional": false });
        let entry = json!({
            "name": "Controller", "place": "FR", "channels": [{ "kind": "webhook", "url": receiver.url("one"), "mode": "single" }],
            "identity_needs": [need("name"), need("email"), need("phone"), need("customer_number")],
        });
        let made = operator.post("/v1/controllers", entry).await.expect_status(201);
        let controller = Addressee::of(&made, "one", &receiver);
        let office = format!("/v1/controllers/{}/clients", controller.id);
        let office = client(process, operator, &office, json!(["inbox:read", "inbox:answer"])).await;
        let new = json!({ "name": "Union in clear", "country": "FR", "language": "fr" });
        let organisation = text(&operator.post("/v1/organisations", new).await.expect_status(201), "id");
        let scopes: Vec<_> =
            recourse::domain::access::Scope::of_kind(recourse::domain::access::ClientKind::Organisation)
                .iter()
                .map(|scope| scope.as_str())
                .collect();
        let member =
            client(process, operator, &format!("/v1/organisations/{organisation}/clients"), json!(scopes)).await;
        let endpoint = json!({ "url": receiver.url("office") });
        let made = member.post("/v1/webhook-endpoints", endpoint).await.expect_status(201);
        let endpoint = receiver.inbox("office");
        let secret = recourse::crypto::webhook::SigningSecret::parse(&text(&made, "secret")).unwrap();
        endpoint.set_keys(vec![secret.verifying_key()]);
        let campaign = json!({
            "name": "Correction", "purpose": "Addresses are wrong", "language": "fr", "controllers": [controller.id],
            "ask": { "right": "rectification", "fields": [{ "field": "address" }] }, "policy": { "undo_window_seconds": 0 },
        });
        let campaign = text(&member.post("/v1/campaigns", campaign).await.expect_status(201), "id");
        Self { member, office, controller, endpoint, campaign, _receiver: receiver }
    }

    /// One upload with a good line and bad ones. Gives the request.
    async fn file(&self) -> String {
        let mandate = json!({
            "powers": { "request": { "rights": ["rectification"], "controllers": { "kind": "all" }, "scope": SCOPE,
                                     "answer_recipient": "organisation" },
                        "purpose": PURPOSE, "disclosure_consent": true },
            "evidence": { "kind": "signed_paper" },
        });
        let batch = json!({ "mode": "file", "format": "ndjson", "mandate": mandate });
        let path = format!("/v1/campaigns/{}/batches", self.campaign);
        let made = self.member.post(&path, batch).await.expect_status(201);
        let path = format!("/v1/batches/{}", text(&made, "id"));
        let person = json!({
            "external_reference": REFERENCE, "given_name": GIVEN, "family_name": FAMILY, "email": MAIL, "phone": PHONE,
            "birth_date": "1971-03-29", "street": STREET, "identifiers": { "customer_number": NUMBER },
            "mandate": { "signed_on": "2026-01-05" },
            "ask": { "rectifications": [{ "field": "address", "wrong": WRONG, "right": RIGHT }] },
        });
        let with = |field: &str, value: Value| {
            let mut other = person.clone();
            other[field] = value;
            other.to_string()
        };
        let lines = [
            person.to_string(),
            person.to_string(),
            format!("{{\"family_name\": {FAMILY}"),
            with("email", json!(format!("{MAIL}@{MAIL}"))),
            with("birth_date", json!(FAMILY)),
            with(FAMILY, json!(1)),
            with("family_name", json!({ GIVEN: FAMILY })),
            with("country", json!(GIVEN)),
            with("language", json!(format!("{FAMILY} {GIVEN}"))),
            with("controllers", json!([FAMILY])),
            with("identifiers", json!({ FAMILY: NUMBER })),
            format!("\"{}\"", FAMILY.repeat(10_000)),
        ];
        let content = lines.join("\n").into_bytes();
        self.member.put_bytes(&format!("{path}/content"), "application/x-ndjson", content).await.expect_status(202);
        let started = Instant::now();
        loop {
            let shown = self.member.get(&path).await.expect_status(200);
            if shown["state"] == "filed" {
                clean("a batch", shown.to_string().as_bytes());
                break;
            }
            assert!(started.elapsed() < Duration::from_secs(60), "{shown}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let outcome = self.member.get(&format!("{path}/outcome")).await;
        clean("the outcome of lines", &outcome.bytes);
        let outcome = outcome.text();
        let outcome: Vec<Value> = outcome.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(outcome.len(), lines.len());
        assert!(outcome[1..].iter().all(|line| line["outcome"] != "filed"), "{outcome:?}");
        text(&json!({ "id": outcome[0]["request_ids"][0] }), "id")
    }

    /// The request is seen by its controller, and answered with a file.
    async fn answer(&self, request: &str) {
        let started = Instant::now();
        let path = format!("/v1/inbox/requests/{request}");
        while self.controller.inbox.report().messages == 0 {
            assert!(started.elapsed() < Duration::from_secs(60), "no message comes");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let seen = self.office.get(&path).await.text();
        for value in [GIVEN, FAMILY, MAIL, PHONE, NUMBER, RIGHT] {
            assert!(seen.contains(value), "the controller sees what it needs: {value}");
        }
        let file = self.office.request(Method::POST, &format!("{path}/attachments")).await;
        let file = file
            .header("idempotency-key", unique())
            .header("content-type", "text/plain")
            .header("content-disposition", format!("attachment; filename=\"{FILE_NAME}\""));
        let file = text(&self.office.send(file.body(format!("{FILE} {FAMILY}"))).await.expect_status(201), "id");
        let answer = json!({ "response": { "kind": "full", "message": ANSWER }, "attachments": [file] });
        self.office.post(&format!("{path}/responses"), answer).await.expect_status(201);
        let opened = self.member.get(&format!("/v1/requests/{request}/responses")).await.text();
        assert!(opened.contains(ANSWER) && opened.contains(FILE_NAME));
        let again = json!({ "response": { "kind": "full", "message": ANSWER } });
        refused(&self.office.post(&format!("{path}/responses"), again).await, "already_answered");
        refused(
            &self.office.post(&format!("{path}/responses"), json!({ "response": { "kind": ANSWER } })).await,
            "invalid_field",
        );
    }

    /// Campaigns with words of their owner in each place where what is asked of everybody takes some.
    async fn ask_in_common(&self) {
        let asks = [
            json!({ "right": "rectification", "fields": [{ "field": COMMON, "wrong": format!("no {COMMON}"), "right": COMMON }] }),
            json!({ "right": "rectification", "statement": COMMON }),
            json!({ "right": "erasure", "scope": "named_data", "data": [COMMON] }),
            json!({ "right": "restriction", "ground": "unlawful", "data": [COMMON] }),
            json!({ "right": "portability", "direct_transfer_to": COMMON, "data": [COMMON] }),
            json!({ "right": "objection", "against": "marketing", "grounds": COMMON }),
            json!({ "right": "automated_decision", "decision": COMMON, "view": COMMON }),
        ];
        for ask in asks {
            let new = json!({ "name": "In common", "purpose": "To know", "language": "fr", "controllers": [self.controller.id], "ask": ask });
            let made = self.member.post("/v1/campaigns", new).await.expect_status(201);
            let path = format!("/v1/campaigns/{}", text(&made, "id"));
            let paused = self.member.patch(&path, json!({ "state": "paused" })).await.expect_status(200);
            for shown in [&made, &paused, &self.member.get(&path).await.expect_status(200)] {
                assert!(shown["ask"].to_string().contains(COMMON), "its owner reads what it asks: {shown}");
            }
        }
        let listed = self.member.get("/v1/campaigns").await.text();
        assert!(listed.matches(COMMON).count() >= 10, "{listed}");
    }

    /// The person opens the page about what is done in their name. Gives the secret of its address.
    async fn open_page(&self, process: &Process) -> String {
        let found = self.member.post("/v1/data-subjects:search", json!({ "email": MAIL })).await.expect_status(200);
        let path = format!("/v1/data-subjects/{}/status-links", text(&found["items"][0], "id"));
        let url = text(&self.member.post(&path, json!({})).await.expect_status(201), "url");
        let secret = url.rsplit('/').next().expect("a secret").to_owned();
        let page = reqwest::get(format!("{}/status/{secret}?language=en", process.address)).await.expect("the page");
        assert_eq!(page.status().as_u16(), 200);
        let html = page.text().await.expect("a text");
        assert!(html.contains("The request was sent."), "{html}");
        clean("the page", html.as_bytes());
        secret
    }

    /// Every way to say something wrong that the API knows, with personal values in it.
    async fn say_wrong_things(&self) {
        let member = &self.member;
        let person =
            json!({ "given_name": GIVEN, "family_name": FAMILY, "email": MAIL, "external_reference": REFERENCE });
        refused(&member.post("/v1/data-subjects", person).await, "data_subject_exists");
        let bodies = [
            json!({ "family_name": FAMILY, "email": FAMILY }),
            json!({ "family_name": FAMILY, "birth_date": GIVEN }),
            json!({ "family_name": [FAMILY] }),
            json!({ "family_name": FAMILY, FAMILY: GIVEN }),
            json!({ "family_name": FAMILY, "identifiers": { GIVEN: 1 } }),
            json!({ "family_name": FAMILY, "identifiers": { GIVEN: NUMBER } }),
            json!({ "family_name": FAMILY, "country": GIVEN }),
            json!({ "family_name": FAMILY.repeat(100) }),
            json!(FAMILY),
        ];
        for body in bodies {
            let reply = member.post("/v1/data-subjects", body.clone()).await;
            assert_eq!(reply.status, 422, "{body}: {}", reply.text());
            clean(&format!("the refusal of {body}"), &reply.bytes);
        }
        let broken = member.request(Method::POST, "/v1/data-subjects").await.header("idempotency-key", unique());
        let broken = broken.header("content-type", "application/json").body(format!("{{\"family_name\": {FAMILY}"));
        refused(&member.send(broken).await, "malformed_json");
        let typed = member.request(Method::POST, "/v1/data-subjects").await.header("idempotency-key", unique());
        refused(&member.send(typed.header("content-type", FAMILY).body("x")).await, "unsupported_media_type");
        let keyed =
            member.request(Method::POST, "/v1/data-subjects").await.header("idempotency-key", format!("\"{FAMILY}"));
        refused(&member.send(keyed.json(&json!({ "family_name": "x" }))).await, "idempotency_key_invalid");
        let body = json!({ "family_name": "Other" });
        member.post_with_key("/v1/data-subjects", FAMILY, body).await.expect_status(201);
        let reused = member.post_with_key("/v1/data-subjects", FAMILY, json!({ "family_name": GIVEN })).await;
        refused(&reused, "idempotency_key_reused");
        refused(&member.get(&format!("/v1/requests?state={FAMILY}")).await, "invalid_parameter");
        refused(&member.get(&format!("/v1/data-subjects?{FAMILY}={GIVEN}")).await, "invalid_parameter");
        refused(&member.get(&format!("/v1/data-subjects/sub_{FAMILY}")).await, "not_found");
        refused(&member.get(&format!("/v1/{FAMILY}")).await, "not_found");
        let columns = json!({ "family_name": "name" });
        let named = format!("identifiers.{GIVEN}").to_lowercase();
        for mapping in [
            json!({ "columns": { "nonsense": GIVEN } }),
            json!({ "columns": { GIVEN: "name" } }),
            json!({ "columns": { named.clone(): 1 } }),
            json!({ "columns": { "email": "mail" }, "positions": { named.clone(): 0 } }),
            json!({ "columns": { "email": "mail" }, "defaults": { named.clone(): "x\u{0}" } }),
        ] {
            let mapped = json!({ "mode": "file", "format": "csv", "mapping": mapping });
            let reply = member.post(&format!("/v1/campaigns/{}/batches", self.campaign), mapped).await;
            assert_eq!(reply.status, 422, "{mapping}: {}", reply.text());
            clean(&format!("the refusal of the mapping {mapping}"), &reply.bytes);
        }
        let unread = json!({ "mode": "file", "format": "csv", "mapping": { "columns": columns } });
        let reply = member.post(&format!("/v1/campaigns/{}/batches", self.campaign), unread).await.expect_status(201);
        let path = format!("/v1/batches/{}/content", text(&reply, "id"));
        refused(&member.put_bytes(&path, FAMILY, b"x".to_vec()).await, "unsupported_media_type");
        let callback = json!({ "type": FAMILY, "data": { "message": ANSWER } });
        let path = format!("/v1/callbacks/{}", self.controller.id);
        refused(&self.office.post(&path, callback).await, "signature_invalid");
        let bulk =
            self.office.request(Method::POST, "/v1/inbox/responses:bulk").await.header("idempotency-key", unique());
        let lines =
            format!("{FAMILY}\n{{\"request_id\": \"{FAMILY}\"}}\n{}", json!({ "response": { FAMILY: ANSWER } }));
        let bulk = self.office.send(bulk.header("content-type", "application/x-ndjson").body(lines)).await;
        bulk.expect_status(200);
        clean("the outcome of answers", &bulk.bytes);
        let found = member.post("/v1/data-subjects:search", json!({ "email": MAIL })).await.expect_status(200);
        assert_eq!(found["items"].as_array().map(Vec::len), Some(1), "{found}");
    }
}

on_each_database! {
    async fn nothing_personal_is_told_or_stored_in_clear(database) {
        let mut process = Process::new(database).with("RECOURSE_LOG", "debug");
        let (id, secret) = process.operator_credential();
        process.start().await;
        let operator = process.caller(&id, &secret);
        let scene = Scene::set(&process, &operator).await;
        scene.ask_in_common().await;
        let request = scene.file().await;
        scene.answer(&request).await;
        scene.say_wrong_things().await;

        let started = Instant::now();
        while !scene.endpoint.report().messages.ge(&8) {
            assert!(started.elapsed() < Duration::from_secs(60), "{:?}", scene.endpoint.report());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let mut told = scene.endpoint.take_new();
        told.iter().for_each(|message| check_message("event", message));
        let to_controller = scene.controller.inbox.take_new();
        to_controller.iter().for_each(|message| check_message("controller", message));
        told.extend(to_controller);
        let bodies: String = told.iter().map(|message| format!("{} {}\n", message.kind, message.data)).collect();
        assert!(bodies.contains(&request), "{bodies}");
        clean("messages", bodies.as_bytes());
        let events = scene.member.get("/v1/events?limit=200").await;
        assert!(events.text().contains(&request));
        clean("events", &events.bytes);
        let timeline = scene.member.get(&format!("/v1/requests/{request}/events")).await;
        clean("the timeline", &timeline.bytes);
        let secret = scene.open_page(&process).await;
        let metrics = scene.member.get("/metrics").await;
        assert!(metrics.text().contains("recourse_"), "{}", metrics.text());
        clean("measurements", &metrics.bytes);
        assert!(!metrics.text().contains(&secret), "the address of the page");

        let mut inspector = Inspector::open(database).await;
        let kept = inspector.everything(database.folder.path()).await;
        assert!(!kept.windows(secret.len()).any(|window| window == secret.as_bytes()), "the address of the page");
        stored(&mut inspector, database).await;
        assert!(process.stop().await.success());
        let log = process.log();
        assert!(log.contains("\"level\":\"DEBUG\""), "{log}");
        clean("the log", log.as_bytes());
        assert!(log.contains("/status/{secret}") && !log.contains(&secret), "the address of the page");
        stored(&mut inspector, database).await;
    }
}

/// Searches the database, which must hold what is no secret.
async fn stored(inspector: &mut Inspector, database: &TestDatabase) {
    let bytes = inspector.everything(database.folder.path()).await;
    let known = b"Union in clear";
    assert!(bytes.windows(known.len()).any(|window| window == known), "the search finds what is there");
    clean("the database", &bytes);
}
