//! A value that exists once in the world in every personal field of every schema of the document, through every operation that takes it,
//! with work going on and a kill at the end; then everything that the service writes or shows to others than its caller is searched.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::canaries_schema::{Bodies, turns};
use crate::on_each_database;
use crate::support::union::text;
use crate::support::{Caller, Inspector, Process, unique};

/// Searches a place for what was sent. Gives the fields that are told there.
pub fn told(bytes: &[u8], canaries: &BTreeMap<String, String>) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    canaries.iter().filter(|(word, _)| text.contains(word.as_str())).map(|(_, field)| field.clone()).collect()
}

struct Callers {
    operator: Caller,
    member: Caller,
    office: Caller,
}

impl Callers {
    /// Who can call an operation.
    fn of(&self, operation: &Value) -> &Caller {
        let scopes = operation["security"].to_string();
        let is = |words: &[&str]| words.iter().any(|word| scopes.contains(word));
        match () {
            () if is(&["inbox:"]) => &self.office,
            () if is(&["people:", "requests:", "answers:", "complaints:", "webhooks:", "directory:write"]) => {
                &self.member
            }
            () => &self.operator,
        }
    }
}

async fn client(process: &Process, operator: &Caller, path: &str, scopes: Value) -> Caller {
    let made = operator.post(path, json!({ "name": "tests", "scopes": scopes })).await.expect_status(201);
    process.caller(&text(&made, "client_id"), &text(&made, "client_secret"))
}

/// An organisation, a controller that has a request, and the ids of what there is.
async fn scene(process: &Process, operator: Caller, ids: &mut BTreeMap<String, String>) -> Callers {
    let entry = json!({ "name": "Controller", "place": "FR", "channels": [{ "kind": "feed" }] });
    let controller = text(&operator.post("/v1/controllers", entry).await.expect_status(201), "id");
    let office = format!("/v1/controllers/{controller}/clients");
    let office = client(process, &operator, &office, json!(["inbox:read", "inbox:answer"])).await;
    let new = json!({ "name": "Union in clear", "country": "FR", "language": "fr" });
    let organisation = text(&operator.post("/v1/organisations", new).await.expect_status(201), "id");
    let kind = recourse::domain::access::ClientKind::Organisation;
    let scopes: Vec<_> = recourse::domain::access::Scope::of_kind(kind).iter().map(|scope| scope.as_str()).collect();
    let member = client(process, &operator, &format!("/v1/organisations/{organisation}/clients"), json!(scopes)).await;
    let campaign = json!({
        "name": "Correction", "purpose": "Addresses are wrong", "language": "fr", "controllers": [controller],
        "ask": { "right": "access" }, "policy": { "undo_window_seconds": 0 },
    });
    let campaign = text(&member.post("/v1/campaigns", campaign).await.expect_status(201), "id");
    let mandate = json!({
        "powers": { "request": { "rights": ["access"], "controllers": { "kind": "all" }, "answer_recipient": "organisation" }, "disclosure_consent": true },
        "evidence": { "kind": "signed_paper" },
    });
    let person = json!({ "family_name": "Known", "mandate": { "signed_on": "2026-01-05" } });
    let filing = json!({ "campaign_id": campaign, "person": person, "mandate": mandate });
    let filed = member.post("/v1/requests", filing).await.expect_status(201);
    let subject = text(&filed, "data_subject_id");
    let request = member.get("/v1/requests").await.expect_status(200)["items"][0].clone();
    for (name, id) in [
        ("ControllerId", controller),
        ("OrganisationId", organisation),
        ("CampaignId", campaign),
        ("DataSubjectId", subject),
        ("RequestId", text(&request, "id")),
        ("MandateId", text(&request, "mandate_id")),
    ] {
        ids.insert(name.to_owned(), id);
    }
    Callers { operator, member, office }
}

/// The path of an operation with the ids that there are; what there is nothing of has an id of nothing.
pub fn address(template: &str, operation: &Value, ids: &BTreeMap<String, String>) -> String {
    let mut path = template.to_owned();
    for parameter in operation["parameters"].as_array().into_iter().flatten().filter(|one| one["in"] == "path") {
        let name = parameter["name"].as_str().unwrap();
        let schema =
            parameter["schema"]["$ref"].as_str().and_then(|schema| schema.rsplit('/').next()).unwrap_or_default();
        let known = ids.get(schema).cloned();
        let made_up =
            parameter["example"].as_str().or(parameter["schema"]["example"].as_str()).unwrap_or("x").to_owned();
        path = path.replace(&format!("{{{name}}}"), &known.unwrap_or(made_up));
    }
    path
}

pub async fn called(caller: &Caller, method: &str, path: &str, media: &str, body: &Value) -> (u16, Vec<u8>) {
    let method: Method = method.to_uppercase().parse().unwrap();
    let call = caller.request(method, path).await.header("idempotency-key", unique()).header("content-type", media);
    let reply = caller.send(call.body(body.to_string())).await;
    (reply.status, reply.bytes)
}

on_each_database! {
    async fn no_personal_field_of_any_schema_is_told_or_stored_in_clear(database) {
        let folder = database.folder.path().join("tmp");
        std::fs::create_dir_all(&folder).unwrap();
        let mut process = Process::new(database).with("RECOURSE_LOG", "debug").with("TMPDIR", folder.display());
        let (id, secret) = process.operator_credential();
        process.start().await;
        let operator = process.caller(&id, &secret);
        let document = operator.get("/openapi.json").await.expect_status(200);
        let mut bodies = Bodies::of(&document);
        let callers = scene(&process, operator, &mut bodies.ids).await;

        let (mut all, mut calls, mut leaks) = (BTreeSet::new(), 0, Vec::new());
        for (template, item) in document["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap().iter().filter(|(_, operation)| operation["requestBody"].is_object()) {
                let name = operation["operationId"].as_str().unwrap();
                for (media, content) in operation["requestBody"]["content"].as_object().unwrap() {
                    let schema = if content["x-ndjson-item"].is_object() { &content["x-ndjson-item"] } else { &content["schema"] };
                    let mut personal = BTreeSet::new();
                    bodies.personal(name, schema, &mut BTreeSet::new(), &mut personal);
                    if personal.is_empty() || !media.contains("json") {
                        continue;
                    }
                    all.extend(personal);
                    for turn in 0..turns(&document, schema, 0) {
                        let body = bodies.value(name, "", schema, turn, 0);
                        let path = address(template, operation, &bodies.ids);
                        let (status, answer) = called(callers.of(operation), method, &path, media, &body).await;
                        calls += 1;
                        assert!(status < 500, "{name}: {status} {}", String::from_utf8_lossy(&answer));
                        let is_own = status < 300;
                        leaks.extend(told(&answer, &bodies.used).into_iter().filter(|_| !is_own).map(|field| format!("{name} refuses with {field}")));
                    }
                }
            }
        }
        let sent: BTreeSet<String> = bodies.used.keys().cloned().collect();
        let missed: Vec<&String> = all.difference(&sent).collect();
        assert!(missed.is_empty(), "personal fields that no call had a value for: {missed:?}");
        assert!(all.len() > 60 && calls > 60, "{} fields, {calls} calls", all.len());

        // Work goes on for a while, then the process is killed in the middle of it, and goes on again.
        tokio::time::sleep(Duration::from_secs(2)).await;
        let mut places = Vec::new();
        for path in ["/v1/events?limit=200", "/v1/audit/entries?limit=200", "/metrics", "/v1/deliveries", "/v1/tasks", "/v1/batches"] {
            places.push((path.to_owned(), callers.member.get(path).await.bytes));
        }
        places.push(("the feed of the controller".to_owned(), callers.office.get("/v1/inbox").await.bytes));
        let child = process.id();
        for file in ["environ", "cmdline"] {
            places.push((format!("/proc/{file}"), std::fs::read(format!("/proc/{child}/{file}")).unwrap()));
        }
        let mut inspector = Inspector::open(database).await;
        places.push(("the database".to_owned(), inspector.everything(database.folder.path()).await));
        process.kill();
        places.push(("the database after a kill".to_owned(), inspector.everything(database.folder.path()).await));
        process.start().await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert!(process.stop().await.success());
        places.push(("the database at the end".to_owned(), inspector.everything(database.folder.path()).await));
        let log = process.log();
        assert!(log.contains("\"level\":\"DEBUG\""), "{log}");
        places.push(("the log".to_owned(), log.into_bytes()));
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            places.push((path.display().to_string(), std::fs::read(&path).unwrap_or_default()));
            places.push(("the name of a file".to_owned(), path.display().to_string().into_bytes()));
        }
        for (place, bytes) in &places {
            leaks.extend(told(bytes, &bodies.used).into_iter().map(|field| format!("{place} tells {field}")));
        }
        leaks.sort();
        leaks.dedup();
        assert!(leaks.is_empty(), "{leaks:#?}");
        // What the search would find, it finds: a canary among other bytes, in capitals too.
        let known = bodies.used.keys().next().unwrap().to_uppercase();
        assert_eq!(told(format!("\0\u{1}{known}\u{2}").as_bytes(), &bodies.used).len(), 1);
    }
}
