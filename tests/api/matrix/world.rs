//! An organisation of which there is something of every kind.

use std::collections::BTreeMap;

use reqwest::Method;
use serde_json::{Value, json};

use super::operations::{Ids, Operation, collect, guarded};
use crate::bundles::Scene;
use crate::complaints::{draft, make_eligible, silence, step};
use crate::support::union::text;
use crate::support::{App, Caller};

pub struct World {
    pub scene: Scene,
    /// One of its ids of each kind.
    pub ids: Ids,
}

impl World {
    pub async fn make(app: &App) -> Self {
        let scene = Scene::set(app).await;
        let requests = silence(app, &scene, 2).await;
        answer(&scene, &requests[0]).await;
        make_eligible(app, scene.organisation).await;
        let complaint = text(&draft(&scene, json!({})).await, "id");
        let file = format!("/v1/complaints/{complaint}/files?kind=exhibit&name=letter.txt");
        let member = &scene.member;
        let file = text(&member.post_bytes(&file, "text/plain", b"A letter".to_vec()).await.expect_status(201), "id");
        member.post(&format!("/v1/complaints/{complaint}:build"), json!({})).await.expect_status(202);
        member.post("/v1/webhook-endpoints", json!({ "url": "http://127.0.0.1:9/x" })).await.expect_status(201);
        member.post("/v1/calendar-feeds", json!({ "name": "Days" })).await.expect_status(201);
        let person = text(&scene.see(&requests[0]).await, "data_subject_id");
        member.post(&format!("/v1/data-subjects/{person}/status-links"), json!({})).await.expect_status(201);
        let own = json!({ "name": "Ours", "place": "FR", "channels": [{ "kind": "portal", "url": "https://example.org/form" }] });
        let own = text(&member.post("/v1/controllers", own).await.expect_status(201), "id");
        let client = json!({ "name": "office", "scopes": ["inbox:read", "inbox:answer"] });
        member.post(&format!("/v1/controllers/{own}/clients"), client).await.expect_status(201);
        app.work().await;
        for done in [json!({ "kind": "complete" }), json!({ "kind": "lodge", "channel": "form" })] {
            step(app, &scene, &complaint, done).await.expect_status(200);
        }
        let mut ids = crawl(member).await;
        ids.insert("org_".to_owned(), scene.organisation.to_string());
        ids.insert("cpf_".to_owned(), file);
        // Entries of the shared directory are everybody's to read; this one is its own.
        ids.insert("ctl_".to_owned(), own);
        ids.insert("req_".to_owned(), requests[0].clone());
        Self { scene, ids }
    }
}

/// The controller answers with a file.
async fn answer(scene: &Scene, request: &str) {
    let path = format!("/v1/inbox/requests/{request}/attachments?name=data.txt");
    let file = scene.office.post_bytes(&path, "text/plain", b"What we hold".to_vec()).await.expect_status(201);
    let response = json!({ "response": { "kind": "full" }, "attachments": [text(&file, "id")] });
    let path = format!("/v1/inbox/requests/{request}/responses");
    scene.office.post(&path, response).await.expect_status(201);
}

/// Reads everything that can be read, from the lists down, and gives an id of each kind.
async fn crawl(member: &Caller) -> Ids {
    let mut known: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let operations: Vec<Operation> = guarded().into_iter().filter(|one| one.method == Method::GET).collect();
    for _ in 0..3 {
        for operation in &operations {
            let first: Ids = known.iter().map(|(prefix, ids)| (prefix.clone(), ids[0].clone())).collect();
            if operation.id == "follow_batch"
                || operation.places.iter().any(|(_, prefix)| !prefix.is_empty() && !first.contains_key(prefix))
            {
                continue;
            }
            let answer = member.get(&operation.with(&first).0).await;
            if answer.status == 200 {
                collect(&answer.text(), &mut known);
            }
        }
    }
    known.into_iter().map(|(prefix, ids)| (prefix, ids[0].clone())).collect()
}

/// What its owner sees of everything, to hold against what is seen later.
pub async fn seen(world: &World) -> BTreeMap<String, Value> {
    let mut all = BTreeMap::new();
    for operation in guarded() {
        let scope = &operation.scopes[0];
        let of_organisation =
            !["inbox", "docket"].iter().any(|part| scope.starts_with(part)) && !scope.ends_with("manage");
        // One has no end, and the other tells of these very looks.
        let never_the_same = ["follow_batch", "list_audit_entries"].contains(&operation.id.as_str());
        if operation.method != Method::GET || !of_organisation || never_the_same {
            continue;
        }
        let answer = world.scene.member.get(&operation.with(&world.ids).0).await;
        let mut body = serde_json::from_slice(&answer.bytes).unwrap_or_else(|_| json!(answer.bytes.len()));
        // What is of this call and not of what it reads.
        if let Some(fields) = body.as_object_mut() {
            fields.retain(|name, _| !["trace_id", "exported_at", "mandate_credential"].contains(&name.as_str()));
        }
        all.insert(operation.id.clone(), json!([answer.status, body]));
    }
    all
}
