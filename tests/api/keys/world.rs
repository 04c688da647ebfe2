//! Two organisations, with something in every column that holds sealed values.

use std::time::Duration;

use entity::id::OrganisationId;
use recourse::crypto::webhook::SigningSecret;
use recourse::service::keys::{ColumnProof, prove};
use recourse::store::{KeyValue, SealedColumn, SealedRow, SealedSelection};
use serde_json::{Value, json};

use crate::bundles::{Scene, line};
use crate::complaints::{both_powers, draft, make_eligible, today};
use crate::support::union::{self, text};
use crate::support::{App, fixtures};

/// One of the organisations.
pub struct Member {
    pub scene: Scene,
    /// Of its requests one that was answered, and one about which was asked back.
    pub requests: Vec<String>,
    pub complaint: String,
    /// A batch that was uploaded and is not read yet.
    pub waiting: String,
}

impl Member {
    async fn make(app: &App, name: &str, with_files: bool) -> Self {
        let scene = Scene::set_at(app, name).await;
        let mut mandate = both_powers();
        mandate["powers"]["request"]["scope"] = json!("Only what was bought");
        mandate["powers"]["purpose"] = json!("To know what is held");
        let lines: Vec<String> = (0..2).map(|number| line(number, "")).collect();
        let requests = scene.file_under(app, &lines, mandate).await;
        app.work().await;
        app.after(45).await;
        scene.member.forget_token().await;
        scene.office.forget_token().await;
        make_eligible(app, scene.organisation).await;
        let complaint = text(&draft(&scene, json!({ "signatory": { "name": "Ada Example" } })).await, "id");
        let path = format!("/v1/complaints/{complaint}/files?kind=exhibit&name=letter.txt");
        scene.member.post_bytes(&path, "text/plain", b"A letter".to_vec()).await.expect_status(201);
        if with_files {
            scene.member.post(&format!("/v1/complaints/{complaint}:build"), json!({})).await.expect_status(202);
            app.work().await;
        }
        let body = json!({ "on": today(app), "step": { "kind": "close" }, "text": "Settled out of court" });
        scene.member.post(&format!("/v1/complaints/{complaint}/steps"), body).await.expect_status(200);
        answer(&scene, &requests[0]).await;
        ask_back(&scene, &requests[1]).await;
        rectify(app, &scene).await;
        let people = union::people(7, 3);
        let waiting = union::upload(&scene.member, &[&scene.controller.id], union::columns(), people).await;
        let secret = SigningSecret::generate_ed25519(app.context.random.as_ref());
        // A controller whose callbacks are signed has sealed keys.
        fixtures::controller(app, &secret).await;
        Self { scene, requests, complaint, waiting }
    }

    /// What it sees of its people, answers and complaint.
    pub async fn sees(&self) -> Value {
        let member = &self.scene.member;
        member.forget_token().await;
        let found =
            member.post("/v1/data-subjects:search", json!({ "email": "p0@example.org" })).await.expect_status(200);
        let person = format!("/v1/data-subjects/{}", text(&found["items"][0], "id"));
        let (answered, asked) = (&self.requests[0], &self.requests[1]);
        json!([
            found["items"][0]["id"],
            member.get(&person).await.expect_status(200),
            member.get(&format!("{person}/mandates")).await.expect_status(200),
            member.get(&format!("/v1/requests/{answered}/responses")).await.expect_status(200),
            member.get(&format!("/v1/requests/{asked}/supplies")).await.expect_status(200),
            member.get(&format!("/v1/complaints/{}", self.complaint)).await.expect_status(200),
            member.get(&format!("/v1/complaints/{}/steps", self.complaint)).await.expect_status(200),
        ])
    }
}

/// The controller answers with a file.
async fn answer(scene: &Scene, request: &str) {
    let path = format!("/v1/inbox/requests/{request}/attachments?name=data.txt");
    let file = scene.office.post_bytes(&path, "text/plain", b"What we hold".to_vec()).await.expect_status(201);
    let response =
        json!({ "response": { "kind": "full", "message": "Here it is" }, "attachments": [text(&file, "id")] });
    let path = format!("/v1/inbox/requests/{request}/responses");
    scene.office.post(&path, response).await.expect_status(201);
}

/// The controller asks back, and is told.
async fn ask_back(scene: &Scene, request: &str) {
    let question =
        json!({ "response": { "kind": "identity_question", "asks_for": ["birth_date"], "doubts": "Two accounts." } });
    scene.office.post(&format!("/v1/inbox/requests/{request}/responses"), question).await.expect_status(201);
    let told = json!({ "kind": "identity", "text": "The older one" });
    let path = format!("/v1/requests/{request}:supply-information");
    scene.member.post(&path, told).await.expect_status(200);
}

/// Somebody asks for something of their own.
async fn rectify(app: &App, scene: &Scene) {
    let campaign = json!({
        "name": "Correction", "purpose": "Addresses are wrong", "language": "fr", "controllers": [scene.controller.id],
        "ask": { "right": "rectification", "fields": [{ "field": "address" }] }, "policy": { "undo_window_seconds": 0 },
    });
    let campaign = text(&scene.member.post("/v1/campaigns", campaign).await.expect_status(201), "id");
    let mandate = json!({
        "powers": { "request": { "rights": ["rectification"], "controllers": { "kind": "all" }, "answer_recipient": "organisation" },
                    "disclosure_consent": true },
        "evidence": { "kind": "signed_paper" },
    });
    let batch = json!({ "mode": "file", "format": "ndjson", "mandate": mandate });
    let batch = scene.member.post(&format!("/v1/campaigns/{campaign}/batches"), batch).await.expect_status(201);
    let person = json!({
        "external_reference": "K1", "family_name": "Corrected", "email": "k1@example.org", "mandate": { "signed_on": "2026-01-05" },
        "ask": { "rectifications": [{ "field": "address", "wrong": "Old Street", "right": "New Street" }] },
    });
    let path = format!("/v1/batches/{}/content", text(&batch, "id"));
    let content = person.to_string().into_bytes();
    scene.member.put_bytes(&path, "application/x-ndjson", content).await.expect_status(202);
    while app.step("process_batches").await > 0 {}
}

/// Both organisations.
pub async fn make(app: &App) -> [Member; 2] {
    [Member::make(app, "first", true).await, Member::make(app, "second", false).await]
}

/// All rows of a column.
pub async fn rows(app: &App, column: &SealedColumn) -> Vec<SealedRow> {
    let all = SealedSelection::default();
    let (mut found, mut after): (Vec<SealedRow>, Option<Vec<KeyValue>>) = (Vec::new(), None);
    loop {
        let page = app.context.db.sealed_rows(column, &all, after.as_deref(), column.page).await.expect("rows");
        let Some(last) = page.last() else { return found };
        after = Some(last.key.clone());
        found.extend(page);
    }
}

/// Every row opened.
pub async fn proven(app: &App) -> Vec<ColumnProof> {
    prove(&app.context.db, &app.context.keys, 1_000_000).await.expect("a proof")
}

/// Nothing that does not open.
#[track_caller]
pub fn whole(proofs: &[ColumnProof]) {
    let broken: Vec<_> = proofs.iter().filter(|proof| !proof.broken.is_empty()).collect();
    assert!(broken.is_empty(), "{broken:?}");
}

/// Moves the clock and takes the steps of changes of keys, until none is on its way. Gives how many pieces that took.
pub async fn rotated(app: &App) -> u64 {
    let mut pieces = 0;
    for _ in 0..60 {
        while app.step("rotate_keys").await > 0 {
            pieces += 1;
        }
        if app.context.db.running_rotations().await.expect("changes").is_empty() {
            return pieces;
        }
        app.until_visible().await;
        app.clock.advance(recourse::domain::rotation::GRACE);
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("a change of a key does not end: {:?}", app.context.db.running_rotations().await);
}

/// The version that seals the rows of an organisation in a column, if it is one.
pub async fn versions(app: &App, column: &SealedColumn, organisation: OrganisationId) -> Vec<u8> {
    let selection = SealedSelection { organisation: Some(organisation), of_nobody: true, ..SealedSelection::default() };
    let counted = app.context.db.sealed_by_version(column, &selection).await.expect("counts");
    counted.into_iter().map(|(version, _)| version).collect()
}
