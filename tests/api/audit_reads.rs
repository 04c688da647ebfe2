//! Whoever is told something of a person leaves an entry in the audit record of the organisation whose person it is (Z-11): each
//! operation of the document that reads is called in a scene with something of every kind and a value that exists once in the world
//! wherever a person's could stand. New operations are in it by themselves.

use std::collections::{BTreeMap, BTreeSet};

use recourse::domain::access::ClientKind;
use recourse::http::openapi::document;
use reqwest::Method;
use serde_json::{Value, json};

use crate::audit::record;
use crate::bundles::{Scene, line};
use crate::canaries_everywhere::{address, called, told};
use crate::canaries_schema::{Bodies, canary, turns};
use crate::matrix::operations::{Ids, Operation, collect, guarded};
use crate::matrix::world::World;
use crate::matrix::{all, client, kinds};
use crate::on_both;
use crate::support::union::text;
use crate::support::{App, Caller, Reply, unique};

/// What tells of people, or might, and leaves no entry, with the reason. This list may only become shorter.
const EXCEPTIONS: [(&str, &str); 1] =
    [("preview_letter_template", "a letter about a person who is made up in the code, and about nobody else")];

/// What is read in this scene without a word of anybody: what is public, or the organisation's and the operator's own things. A new
/// operation that tells of nobody here is put into it with its reason, or the scene gets something for it to tell.
const OF_NOBODY: &[(&str, &[&str])] = &[
    (
        "the directory, and what the service itself is",
        &[
            "get_callback_keys",
            "get_controller",
            "list_controllers",
            "list_field_lists",
            "list_reference_data",
            "list_roles",
        ],
    ),
    (
        "organisations and programs",
        &[
            "get_controller_client",
            "get_organisation",
            "get_organisation_client",
            "get_own_organisation",
            "list_authority_clients",
            "list_controller_clients",
            "list_organisation_authorisations",
            "list_organisation_clients",
            "list_organisations",
        ],
    ),
    (
        "what an organisation calls its own things, and how many there are of what",
        &[
            "check_letter_template",
            "get_batch",
            "get_calendar_feed",
            "get_campaign",
            "get_letter_template",
            "get_sandbox",
            "get_webhook_endpoint",
            "list_batches",
            "list_calendar_feeds",
            "list_campaigns",
            "list_letter_templates",
            "list_webhook_endpoints",
        ],
    ),
    ("figures", &["get_complaint_statistics", "get_statistics"]),
    (
        "hashes and limits of the record, and which client did how much of what",
        &["get_audit_checkpoint", "get_audit_limits", "list_audit_alerts", "prove_audit_entry", "prove_audit_growth"],
    ),
];

/// A stream that ends by itself only after minutes. What its items are is what another operation answers with.
const STREAM: &str = "follow_batch";

/// What only one person, or what was written for a few, has an id of: whoever is told one is told that there is somebody.
const OF_PEOPLE: [&str; 14] =
    ["sub_", "mdt_", "stl_", "req_", "dlv_", "rsp_", "att_", "spl_", "fnd_", "cpl_", "cpe_", "cpf_", "tsk_", "evt_"];

/// Who calls: a client of each kind that may see something of the scene.
struct Callers {
    operator: Caller,
    member: Caller,
    office: Caller,
    registry: Caller,
}

impl Callers {
    fn of(&self, kind: ClientKind) -> &Caller {
        match kind {
            ClientKind::Operator => &self.operator,
            ClientKind::Organisation => &self.member,
            ClientKind::Controller => &self.office,
            ClientKind::Authority => &self.registry,
        }
    }
}

/// An answer that told something of people.
struct Told {
    operation: String,
    kind: ClientKind,
    trace: String,
    /// Ids that the call named.
    named: BTreeSet<String>,
    /// The ids of the elements, when it is a list; as many as there are, when they have none.
    listed: Option<Vec<Option<String>>>,
}

/// Whether an operation only reads: by its method, or because whoever may only read may call it.
fn reads(operation: &Operation) -> bool {
    let only = |scope: &String| scope.ends_with(":read");
    operation.method == Method::GET || (operation.method == Method::POST && operation.scopes.iter().all(only))
}

/// Alternatives of a body that are tried: enough for something of each to be taken.
const MOST_TURNS: usize = 4;

/// Sends canaries through every operation that takes a personal value. What ends something is left out, and what is asked of everybody
/// stands in clear.
async fn fill(callers: &Callers, bodies: &mut Bodies<'_>, document: &Value) {
    for (template, item) in document["paths"].as_object().unwrap() {
        for operation in guarded_of(item) {
            let (method, operation) = operation;
            let name = operation["operationId"].as_str().unwrap();
            let content = &operation["requestBody"]["content"]["application/json"];
            let mut personal = BTreeSet::new();
            bodies.personal(name, &content["schema"], &mut BTreeSet::new(), &mut personal);
            if personal.is_empty() || ["create_campaign", "update_campaign", "revoke_mandate"].contains(&name) {
                continue;
            }
            let scopes = operation["security"].to_string();
            let kind = match () {
                () if scopes.contains("inbox:") => ClientKind::Controller,
                () if scopes.contains("docket:") => ClientKind::Authority,
                () if scopes.contains(":manage") && !scopes.contains("webhooks") => ClientKind::Operator,
                () => ClientKind::Organisation,
            };
            for turn in 0..turns(document, &content["schema"], 0).min(MOST_TURNS) {
                let body = bodies.value(name, "", &content["schema"], turn, 0);
                let path = address(template, operation, &bodies.ids);
                let (status, answer) = called(callers.of(kind), method, &path, "application/json", &body).await;
                assert!(status < 500, "{name}: {status} {}", String::from_utf8_lossy(&answer));
            }
        }
    }
}

fn guarded_of(item: &Value) -> impl Iterator<Item = (&String, &Value)> {
    let operations = item.as_object().unwrap().iter();
    operations.filter(|(_, operation)| operation["requestBody"]["content"]["application/json"].is_object())
}

/// The ids of a scene by the names of their schemas.
fn by_schema(document: &Value, ids: &Ids) -> BTreeMap<String, String> {
    let schemas = document["components"]["schemas"].as_object().unwrap().iter();
    let known = schemas.filter_map(|(name, schema)| {
        let prefix = schema["pattern"].as_str()?.strip_prefix('^')?.strip_suffix("[0-9a-f]{32}$")?;
        Some((name.clone(), ids.get(prefix)?.clone()))
    });
    known.collect()
}

/// What bodies name that is no id.
struct Known {
    credential: String,
    email: String,
}

/// Another request, about which the controller asked back and was answered. Gives the ids of the scene with this one, with its person,
/// and with a file that the authority sees too.
async fn asked_back(app: &App, world: &World, registry: &Caller, used: &mut BTreeMap<String, String>) -> Ids {
    let mut said = |what: &str| {
        let word = canary("Scene", what);
        used.insert(word.clone(), what.to_owned());
        word
    };
    let request = world.scene.file(app, &[line(7, "")]).await.remove(0);
    app.work().await;
    let question =
        json!({ "response": { "kind": "identity_question", "asks_for": ["birth_date"], "doubts": said("doubts") } });
    world.scene.office.post(&format!("/v1/inbox/requests/{request}/responses"), question).await.expect_status(201);
    let told = json!({ "kind": "identity", "text": said("supply") });
    world.scene.member.post(&format!("/v1/requests/{request}:supply-information"), told).await.expect_status(200);
    let person = text(&world.scene.see(&request).await, "data_subject_id");
    let link = format!("/v1/data-subjects/{person}/status-links");
    world.scene.member.post(&link, json!({})).await.expect_status(201);
    let docket = registry.get(&format!("/v1/docket/{}/files", world.ids["cpl_"])).await.expect_status(200);
    let mut ids = world.ids.clone();
    ids.insert("cpf_".to_owned(), text(&docket["items"][0], "id"));
    ids.insert("sub_".to_owned(), person);
    ids.insert("req_".to_owned(), request);
    ids
}

async fn read(caller: &Caller, operation: &Operation, ids: &Ids, known: &Known) -> (Reply, String) {
    let (mut path, body) = operation.with(ids);
    let said = format!("{path} {}", body.as_ref().map_or("", |(_, body)| body));
    if operation.has("limit") {
        // More than one is there of most, and exactly those that are told are to be counted.
        path += "?limit=1";
    }
    if operation.id == "list_audit_entries" {
        path = format!("{path}&subject={}", ids["sub_"]);
    }
    let mut request = caller.request(operation.method.clone(), &path).await.header("idempotency-key", unique());
    if let Some((media, body)) = body {
        let body = match operation.id.as_str() {
            "verify_credential" => json!({ "credential": known.credential }).to_string(),
            "search_data_subjects" => json!({ "email": known.email }).to_string(),
            "preview_bulk_action" => json!({ "action": "release", "ids": [ids["req_"]] }).to_string(),
            _ => body,
        };
        request = request.header("content-type", media).body(body);
    }
    (caller.send(request).await, said)
}

/// What of an answer is of people: canaries, and ids that only a person has. A file is what somebody said of them.
fn of_people(answer: &Reply, canaries: &BTreeMap<String, String>) -> Vec<String> {
    let mut ids = BTreeMap::new();
    collect(&answer.text(), &mut ids);
    let ids = ids.into_iter().filter(|(prefix, _)| OF_PEOPLE.contains(&prefix.as_str())).flat_map(|(_, ids)| ids);
    let media = answer.header("content-type").unwrap_or_default();
    let is_file = ["application/pdf", "application/zip", "application/octet-stream", "text/html", "text/plain"];
    let file = is_file.iter().filter(|file| media.starts_with(**file)).map(ToString::to_string);
    told(&answer.bytes, canaries).into_iter().chain(ids).chain(file).collect()
}

fn listed(answer: &Reply) -> Option<Vec<Option<String>>> {
    let body: Value = serde_json::from_slice(&answer.bytes).ok()?;
    let items = body["items"].as_array()?;
    Some(items.iter().map(|item| item["id"].as_str().map(str::to_owned)).collect())
}

fn digest(ids: &[String]) -> String {
    let mut whole = aws_lc_rs::digest::Context::new(&aws_lc_rs::digest::SHA256);
    for id in ids {
        let digits = id.rsplit('_').next().unwrap_or_default();
        whole.update(&u128::from_str_radix(digits, 16).expect("an id").to_be_bytes());
    }
    whole.finish().as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What is wrong with what was noted of an answer; nothing when it is right.
fn fault(told: &Told, entries: &[&Value], actors: &BTreeMap<ClientKind, BTreeSet<String>>) -> Option<String> {
    let reading = ["read", "disclose"];
    let entries: Vec<_> = entries.iter().filter(|entry| reading.iter().any(|word| entry["action"] == *word)).collect();
    if entries.is_empty() {
        return Some("no entry".to_owned());
    }
    if actors[&told.kind].len() != 1 {
        return Some(format!("by {:?}", actors[&told.kind]));
    }
    let is_outside = matches!(told.kind, ClientKind::Controller | ClientKind::Authority);
    if is_outside && !entries.iter().all(|entry| entry["action"] == "disclose" && entry["recipient"].is_string()) {
        return Some(format!("to whom: {entries:?}"));
    }
    let is_of = |entry: &&&&Value| {
        let subject = entry["subject"].as_str().unwrap_or_default();
        told.named.iter().any(|id| id == subject)
            || subject.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    };
    let Some(entry) = entries.iter().find(is_of) else { return Some(format!("of something else: {entries:?}")) };
    let Some(items) = &told.listed else { return None };
    if entry["record_count"] != json!(items.len()) {
        return Some(format!("{} elements, but {entry}", items.len()));
    }
    let ids: Option<Vec<String>> = items.iter().cloned().collect();
    ids.filter(|ids| entry["records_digest"] != json!(digest(ids))).map(|ids| format!("{ids:?}, but {entry}"))
}

async fn scene(app: &App) -> (World, Callers) {
    let world = World::make(app).await;
    let registry = client(app, "/v1/supervisory-authorities/fr-cnil/clients", &all(ClientKind::Authority)).await.1;
    let (member, office) = (world.scene.member.clone(), world.scene.office.clone());
    let callers = Callers { operator: app.operator().await, member, office, registry };
    (world, callers)
}

on_both! {
    async fn whoever_is_told_of_a_person_leaves_an_entry(app) {
        let (world, callers) = scene(app).await;
        let document = document();
        let mut bodies = Bodies::of(&document);
        let asked = asked_back(app, &world, &callers.registry, &mut bodies.used).await;
        let seen = callers.office.get(&format!("/v1/inbox/requests/{}", asked["req_"])).await.expect_status(200);
        let credential = text(&seen["content"], "mandate_credential");
        bodies.ids = by_schema(&document, &asked);
        fill(&callers, &mut bodies, &document).await;
        let person = callers.member.get(&format!("/v1/data-subjects/{}", asked["sub_"])).await.expect_status(200);
        let known = Known { credential, email: text(&person["profile"], "email") };

        let (mut answers, mut canaries) = (Vec::new(), BTreeSet::new());
        let (mut asked_for, mut unread) = (BTreeSet::new(), BTreeSet::new());
        for operation in guarded().iter().filter(|operation| reads(operation) && operation.id != STREAM) {
            let mut was_read = false;
            asked_for.insert(operation.id.clone());
            // What is of one request is read of the one that was answered with a file and of the one about which something was asked.
            let is_of_one = operation.places.iter().any(|(_, prefix)| prefix == "req_");
            let sets: &[&Ids] = if is_of_one { &[&world.ids, &asked] } else { &[&asked] };
            for (kind, ids) in kinds(operation).into_iter().flat_map(|kind| sets.iter().map(move |ids| (kind, ids))) {
                let (answer, said) = read(callers.of(kind), operation, ids, &known).await;
                let found = of_people(&answer, &bodies.used);
                was_read |= answer.status == 200;
                // An empty page tells of nobody, though its address can repeat what the call named.
                let is_empty = listed(&answer).is_some_and(|items| items.is_empty());
                if answer.status != 200 || found.is_empty() || is_empty {
                    continue;
                }
                canaries.extend(told(&answer.bytes, &bodies.used));
                let trace = answer.header("x-request-id").expect("the id of the call").to_owned();
                let mut named = BTreeMap::new();
                collect(&said, &mut named);
                if operation.places.is_empty() {
                    // What is found by something else than its id is named by the answer.
                    collect(&answer.text(), &mut named);
                }
                let named = named.into_values().flatten().collect();
                answers.push(Told { operation: operation.id.clone(), kind, trace, named, listed: listed(&answer) });
            }
            if !was_read {
                unread.insert(operation.id.clone());
            }
        }
        app.until_visible().await;
        let entries = record(&callers.member, "", 200).await;
        let of = |told: &Told| -> Vec<&Value> { entries.iter().filter(|entry| entry["trace_id"] == json!(told.trace)).collect() };
        let mut actors: BTreeMap<ClientKind, BTreeSet<String>> = BTreeMap::new();
        for told in &answers {
            actors.entry(told.kind).or_default().extend(of(told).iter().map(|entry| text(entry, "actor")));
        }
        let mut faults: BTreeMap<&str, String> = BTreeMap::new();
        for told in &answers {
            let fault = fault(told, &of(told), &actors).map(|fault| format!("by a {}: {fault}", told.kind));
            faults.extend(fault.map(|fault| (told.operation.as_str(), fault)));
        }
        for (excepted, _) in EXCEPTIONS {
            assert!(faults.remove(excepted).is_some(), "{excepted} needs no exception any more");
        }
        assert!(faults.is_empty(), "{faults:#?}");
        let everybody: BTreeSet<&String> = actors.values().flatten().collect();
        assert_eq!(everybody.len(), actors.len(), "who it was is told apart: {actors:?}");
        let telling: BTreeSet<&str> = answers.iter().map(|told| told.operation.as_str()).collect();
        let silent: BTreeSet<&str> = asked_for.iter().map(String::as_str).filter(|id| !telling.contains(id)).collect();
        let known: BTreeSet<&str> = OF_NOBODY.iter().flat_map(|(_, ids)| ids.iter().copied()).collect();
        assert_eq!(silent, known, "what tells of nobody");
        assert!(unread.iter().all(|id| known.contains(id.as_str())), "what there was nothing to read of: {unread:?}");
        assert!(canaries.len() >= 12, "{canaries:?}");
        // Content never stands in the record, whatever was read.
        assert_eq!(told(json!(entries).to_string().as_bytes(), &bodies.used), Vec::<String>::new());
    }
    async fn whoever_is_told_nothing_leaves_none(app) {
        let scene = Scene::set(app).await;
        let request = scene.file(app, &[line(0, "")]).await.remove(0);
        app.work().await;
        app.until_visible().await;
        let quiet = ["/v1/tasks?state=done", "/v1/complaints", "/v1/deliveries?state=failed"];
        for path in quiet {
            assert_eq!(scene.member.get(path).await.expect_status(200)["items"], json!([]), "{path}");
        }
        let seen = scene.member.get("/v1/events?limit=200").await.expect_status(200);
        let end = text(&seen, "next_cursor");
        scene.member.get(&format!("/v1/events?cursor={end}")).await.expect_status(200);
        for path in ["/v1/requests".to_owned(), format!("/v1/requests/{request}"), format!("/v1/requests/{request}/events")] {
            assert_eq!(scene.member.head(&path).await.status, 200, "{path}");
        }
        scene.member.get(&format!("/v1/requests/{}", request.replace('0', "1"))).await.expect_problem(404, "not_found");
        app.until_visible().await;
        let read: Vec<Value> = record(&scene.member, "&action=read", 200).await.iter().map(|entry| entry["subject"].clone()).collect();
        // The one page of events that had some; what the scene itself looked at; and the page of the record.
        assert_eq!(read.iter().filter(|subject| *subject == "event").count(), 1, "{read:?}");
        let none = ["task", "complaint", "delivery", "request", request.as_str()];
        assert!(!read.iter().any(|subject| none.iter().any(|word| subject == word)), "{read:?}");
    }
}
