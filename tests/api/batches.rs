//! Campaigns and batches: from an upload to requests, messages and the outcome of each line.

use recourse::domain::code::Code;
use recourse::domain::controller::{
    Channel, ControllerState, IdentityElement, IdentityNeed, RecordQuality, WebhookMode,
};
use recourse::service::Failure;
use recourse::service::batches::begin_upload;
use recourse::store::{Controller, Reach, StoreError};
use serde_json::{Value, json};

use crate::on_both;
use crate::support::{App, Caller};

/// Puts a controller into the shared directory.
async fn controller(app: &App, slug: &str, channels: Vec<Channel>, needs: &[IdentityElement]) -> String {
    let now = app.context.clock.now();
    let need =
        |element: &IdentityElement| IdentityNeed { element: *element, description: String::new(), optional: false };
    let entry = Controller {
        id: app.context.ids.next(),
        owner: None,
        slug: slug.to_owned(),
        name: slug.to_owned(),
        aliases: Vec::new(),
        place: Some("FR".parse().unwrap()),
        language: None,
        categories: Vec::new(),
        channels,
        identity_needs: needs.iter().map(need).collect(),
        needs_id_document: false,
        postal_address: Vec::new(),
        quality: RecordQuality::Verified,
        source: json!({}),
        source_digest: None,
        state: ControllerState::Active,
        redirect_to: None,
        callback_keys: None,
        version: 1,
        created_at: now,
        updated_at: now,
    };
    let id = entry.id.to_string();
    app.context.db.write(move |tx| Box::pin(async move { tx.add_controller(&entry).await })).await.unwrap();
    id
}

fn webhook(mode: WebhookMode, max_bundle: u32) -> Vec<Channel> {
    vec![Channel::Webhook { url: "https://controller.example/hooks".to_owned(), mode, max_bundle }]
}

async fn campaign(caller: &Caller, controllers: &[&str], ask: Value) -> String {
    let new = json!({ "name": "Access 2027", "purpose": "To see what is kept", "ask": ask, "controllers": controllers,
                      "language": "fr", "policy": { "undo_window_seconds": 900 } });
    let made = caller.post("/v1/campaigns", new).await.expect_status(201);
    made["id"].as_str().unwrap().to_owned()
}

fn mandate() -> Value {
    json!({ "powers": { "request": { "rights": ["access", "rectification"], "controllers": { "kind": "all" }, "answer_recipient": "organisation" },
                        "disclosure_consent": true },
            "signed_on": "2026-01-05", "evidence": { "kind": "signed_paper" } })
}

fn csv_batch(mode: &str) -> Value {
    json!({ "mode": mode, "format": "csv", "mandate": mandate(), "mapping": { "columns": {
        "external_reference": "ref", "family_name": "name", "email": "mail", "identifiers.customer_number": "customer",
        "controllers": "only" } } })
}

const HEADING: &str = "ref;name;mail;customer;only\n";

/// Uploads and works until the batch is at rest; gives the batch and the outcome of its lines.
async fn run(app: &App, caller: &Caller, campaign: &str, batch: Value, content: &str) -> (Value, Vec<Value>) {
    let made = caller.post(&format!("/v1/campaigns/{campaign}/batches"), batch).await.expect_status(201);
    let path = format!("/v1/batches/{}", made["id"].as_str().unwrap());
    let upload = caller.put_bytes(&format!("{path}/content"), "text/csv", content.as_bytes().to_vec()).await;
    assert_eq!(upload.expect_status(202)["state"], "queued");
    app.work().await;
    let batch = caller.get(&path).await.expect_status(200);
    (batch, outcome(caller, &path).await)
}

async fn outcome(caller: &Caller, path: &str) -> Vec<Value> {
    let text = caller.get(&format!("{path}/outcome")).await.text();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn codes(line: &Value) -> Vec<&str> {
    let problems = line["problems"].as_array().map(Vec::as_slice).unwrap_or_default();
    problems.iter().map(|problem| problem["code"].as_str().unwrap()).collect()
}

on_both! {
    async fn an_upload_becomes_requests_and_each_line_is_told(app) {
        let (_, caller) = app.organisation("Union").await;
        let single = controller(app, "single", webhook(WebhookMode::Single, 1), &[]).await;
        let bundle = controller(app, "bundle", webhook(WebhookMode::Bundle, 2), &[IdentityElement::CustomerNumber]).await;
        let letters = controller(app, "letters", vec![Channel::Post { address_lines: vec!["1 rue X".into(), "France".into()] }], &[]).await;
        let nothing = controller(app, "nothing", vec![], &[]).await;
        let id = campaign(&caller, &[&single, &bundle, &letters, &nothing], json!({ "right": "access", "copy": true })).await;
        let content = format!("{HEADING}A1;Ada;ada@example.org;7;\nA2;Bob;bob@example.org;;single|bundle\nA3;;x;;\nA1;Ada;ada@example.org;7;single\nA4;Eve;eve@example.org;9;letters|elsewhere\n");
        let (batch, lines) = run(app, &caller, &id, csv_batch("file"), &content).await;
        assert_eq!(batch["state"], "filed", "{batch}");
        let counts = &batch["counts"];
        assert_eq!((counts["lines"].as_u64(), counts["accepted"].as_u64(), counts["refused"].as_u64()), (Some(5), Some(3), Some(2)), "{counts}");
        assert_eq!((counts["people_new"].as_u64(), counts["mandates"].as_u64(), counts["requests"].as_u64()), (Some(3), Some(3), Some(5)), "{counts}");
        let outcomes: Vec<_> = lines.iter().map(|line| line["outcome"].as_str().unwrap()).collect();
        assert_eq!(outcomes, ["partly_filed", "partly_filed", "refused", "refused", "partly_filed"]);
        assert_eq!(lines[0]["request_ids"].as_array().unwrap().len(), 3);
        assert_eq!(codes(&lines[0]), ["controller_without_channel"]);
        assert_eq!((codes(&lines[1]), lines[1]["problems"][0]["field"].as_str()), (vec!["identity_element_missing"], Some("customer_number")));
        assert!(codes(&lines[2]).contains(&"email_invalid"), "{}", lines[2]);
        assert_eq!(codes(&lines[3]), ["duplicate_in_batch"]);
        assert_eq!(codes(&lines[4]), ["unknown_controller"]);
        let csv = caller.get(&format!("/v1/batches/{}/outcome?format=csv", batch["id"].as_str().unwrap())).await.text();
        assert_eq!(csv.lines().count(), 6);

        // The same people again: known, and their requests stand in the way.
        let (again, lines) = run(app, &caller, &id, csv_batch("file"), &content).await;
        assert_eq!((again["counts"]["requests"].as_u64(), again["counts"]["people_new"].as_u64()), (Some(0), Some(0)));
        assert_eq!(codes(&lines[0]), ["duplicate_request", "duplicate_request", "duplicate_request", "controller_without_channel"]);
    }

    async fn a_known_person_may_stand_on_lines_far_apart(app) {
        let (_, caller) = app.organisation("Union").await;
        let single = controller(app, "single", webhook(WebhookMode::Single, 1), &[]).await;
        let id = campaign(&caller, &[&single], json!({ "right": "access" })).await;
        let known = format!("{HEADING}A1;Ada;ada@example.org;7;\n");
        run(app, &caller, &id, csv_batch("file"), &known).await;
        // More lines between than people are looked up with one statement, all within a chunk.
        let others: String = (0..1_100).map(|at| format!("B{at};Bob;b{at}@example.org;7;\n")).collect();
        let content = format!("{known}{others}A1;Ada;ada@example.org;7;\n");
        let (batch, lines) = run(app, &caller, &id, csv_batch("file"), &content).await;
        assert_eq!((batch["state"].as_str(), batch["counts"]["people_new"].as_u64()), (Some("filed"), Some(1_100)), "{batch}");
        assert_eq!((codes(&lines[0]), codes(&lines[1_101])), (vec!["duplicate_request"], vec!["duplicate_in_batch"]));
    }

    async fn a_person_on_two_chunks_gets_one_mandate(app) {
        let (_, caller) = app.organisation("Union").await;
        let [one, two] = ["one", "two"].map(|slug| controller(app, slug, webhook(WebhookMode::Single, 1), &[]));
        let (one, two) = (one.await, two.await);
        let id = campaign(&caller, &[&one, &two], json!({ "right": "access" })).await;
        // A known person without a mandate, on the first line and, for the other controller, on a line of the chunk after the
        // next, when the first may be written and not durable yet.
        caller.post("/v1/data-subjects", json!({ "external_reference": "A1", "family_name": "Ada", "email": "ada@example.org", "identifiers": { "customer_number": "7" } })).await.expect_status(201);
        let others: String = (0..8_000).map(|at| format!("B{at};Bob;b{at}@example.org;7;one\n")).collect();
        let content = format!("{HEADING}A1;Ada;ada@example.org;7;one\n{others}A1;Ada;ada@example.org;7;two\n");
        let (batch, lines) = run(app, &caller, &id, csv_batch("file"), &content).await;
        assert_eq!((batch["state"].as_str(), batch["counts"]["mandates"].as_u64()), (Some("filed"), Some(8_001)), "{batch}");
        assert_eq!(codes(&lines[8_001]), ["duplicate_in_batch"]);
        assert_eq!(app.inspector().await.dangling().await, Vec::<String>::new());
    }

    async fn what_is_validated_files_nothing_until_it_is_promoted(app) {
        let (_, caller) = app.organisation("Union").await;
        let single = controller(app, "single", webhook(WebhookMode::Single, 1), &[]).await;
        let id = campaign(&caller, &[&single], json!({ "right": "access" })).await;
        let content = format!("{HEADING}A1;Ada;ada@example.org;7;\nA1;Ada;ada@example.org;7;\n");
        let (batch, lines) = run(app, &caller, &id, csv_batch("validate"), &content).await;
        assert_eq!((batch["state"].as_str(), lines[0]["outcome"].as_str()), (Some("validated"), Some("valid")));
        assert_eq!(codes(&lines[1]), ["duplicate_in_batch"]);
        assert!(lines[0].get("request_ids").is_none());
        let path = format!("/v1/batches/{}", batch["id"].as_str().unwrap());
        let filing = caller.post(&format!("{path}:file"), Value::Null).await.expect_status(202);
        assert_eq!((filing["state"].as_str(), filing["mode"].as_str()), (Some("queued"), Some("file")));
        app.work().await;
        let filed = caller.get(&path).await.expect_status(200);
        assert_eq!((filed["state"].as_str(), filed["counts"]["requests"].as_u64()), (Some("filed"), Some(1)), "{filed}");
        assert_eq!(outcome(&caller, &path).await[0]["outcome"], "filed");
        caller.post(&format!("{path}:file"), Value::Null).await.expect_problem(409, "batch_wrong_state");
    }

    async fn within_the_undo_window_everything_is_taken_back(app) {
        let (_, caller) = app.organisation("Union").await;
        let bundle = controller(app, "bundle", webhook(WebhookMode::Bundle, 100), &[]).await;
        let id = campaign(&caller, &[&bundle], json!({ "right": "access" })).await;
        let content = format!("{HEADING}A1;Ada;ada@example.org;7;\nA2;Bob;bob@example.org;7;\n");
        let (batch, _) = run(app, &caller, &id, csv_batch("file"), &content).await;
        assert!(batch["next_action"].as_str().unwrap().starts_with("Cancel it until"), "{batch}");
        let path = format!("/v1/batches/{}", batch["id"].as_str().unwrap());
        assert_eq!(caller.post(&format!("{path}:cancel"), Value::Null).await.expect_status(202)["state"], "cancelling");
        app.work().await;
        assert_eq!(caller.get(&path).await.expect_status(200)["state"], "cancelled");
        // Nothing stands in the way of filing the same again, and nothing warns, since nothing had left.
        let (again, lines) = run(app, &caller, &id, csv_batch("file"), &content).await;
        assert_eq!((again["counts"]["requests"].as_u64(), again["counts"]["warnings"].as_u64()), (Some(2), Some(0)), "{lines:?}");
        assert_eq!(again["counts"]["people_known"], 2);
        assert_eq!(again["counts"]["mandates"], 0, "identical mandates are used again");
    }

    async fn an_upload_starts_over_repeats_and_is_bounded(app) {
        let (_, caller) = app.organisation("Union").await;
        let single = controller(app, "single", webhook(WebhookMode::Single, 1), &[]).await;
        let id = campaign(&caller, &[&single], json!({ "right": "access" })).await;
        let made = caller.post(&format!("/v1/campaigns/{id}/batches"), csv_batch("file")).await.expect_status(201);
        let path = format!("/v1/batches/{}/content", made["id"].as_str().unwrap());
        caller.put_bytes(&path, "image/png", vec![1]).await.expect_problem(415, "unsupported_media_type");
        let mut content = HEADING.to_owned();
        for number in 0..60_000 {
            content.push_str(&format!("M{number};Person {number};m{number}@example.org;;\n"));
        }
        let first = caller.put_bytes(&path, "text/csv", content.clone().into_bytes()).await.expect_status(202);
        assert_eq!(first["content_bytes"].as_u64(), Some(content.len() as u64));
        caller.put_bytes(&path, "text/csv", content.into_bytes()).await.expect_status(202);
        caller.put_bytes(&path, "text/csv", b"other".to_vec()).await.expect_problem(409, "batch_wrong_state");
    }

    async fn what_nobody_uses_is_ended_and_its_parts_go(app) {
        let (organisation, caller) = app.organisation("Union").await;
        let organisation = organisation["id"].as_str().unwrap().parse().unwrap();
        let single = controller(app, "single", webhook(WebhookMode::Single, 1), &[]).await;
        let id = campaign(&caller, &[&single], json!({ "right": "access" })).await;
        let content = format!("{HEADING}A1;Ada;ada@example.org;7;\n");
        let (validated, _) = run(app, &caller, &id, csv_batch("validate"), &content).await;
        let call = recourse::service::Call::system();
        let (mut uploads, mut ids) = (Vec::new(), Vec::new());
        for _ in 0..2 {
            let made = caller.post(&format!("/v1/campaigns/{id}/batches"), csv_batch("file")).await.expect_status(201);
            let batch: entity::id::BatchId = made["id"].as_str().unwrap().parse().unwrap();
            let mut upload = begin_upload(&app.context, call.clone(), organisation, batch, None).await.unwrap();
            upload.push(&vec![b'x'; 3 << 20]).await.unwrap();
            uploads.push(upload);
            ids.push(batch);
        }
        let has_part = async |batch| app.context.db.tenant(organisation).upload_part(batch, 0).await.unwrap().is_some();
        let state = async |batch: &str| caller.get(&format!("/v1/batches/{batch}")).await.expect_status(200)["state"].clone();
        app.after(6).await;
        // One goes on, the other does not.
        uploads[1].push(&vec![b'x'; 1 << 20]).await.unwrap();
        app.after(2).await;
        caller.forget_token().await;
        assert_eq!((state(&ids[0].to_string()).await, has_part(ids[0]).await), (json!("cancelled"), false));
        assert_eq!((state(&ids[1].to_string()).await, has_part(ids[1]).await), (json!("receiving"), true));
        let late = uploads[0].push(&vec![b'x'; 1 << 20]).await.unwrap_err();
        assert!(matches!(late, Failure::Refused(problem) if problem.code == Code::UploadSuperseded));
        assert!(!has_part(ids[0]).await);
        let text = validated["id"].as_str().unwrap();
        let validated = text.parse().unwrap();
        assert_eq!((state(text).await, has_part(validated).await), (json!("validated"), true));
        app.after(24).await;
        caller.forget_token().await;
        assert_eq!((state(text).await, has_part(validated).await), (json!("cancelled"), false));
        let events = caller.get("/v1/events?kind=batch.cancelled").await.expect_status(200);
        assert_eq!(events["items"].as_array().unwrap().len(), 3, "{events}");
        caller.post(&format!("/v1/batches/{text}:file"), Value::Null).await.expect_problem(409, "batch_wrong_state");
    }

    async fn a_lost_lease_and_a_half_done_batch_file_nothing_twice(app) {
        let (_, caller) = app.organisation("Union").await;
        let single = controller(app, "bundle", webhook(WebhookMode::Bundle, 1_000), &[]).await;
        let id = campaign(&caller, &[&single], json!({ "right": "access" })).await;
        let mut content = HEADING.to_owned();
        for number in 0..9_000 {
            content.push_str(&format!("M{number};Person {number};m{number}@example.org;;\n"));
        }
        let made = caller.post(&format!("/v1/campaigns/{id}/batches"), csv_batch("file")).await.expect_status(201);
        let path = format!("/v1/batches/{}", made["id"].as_str().unwrap());
        caller.put_bytes(&format!("{path}/content"), "text/csv", content.into_bytes()).await.expect_status(202);
        // A worker that is stopped in the middle of a chunk, again and again: its lease has to run out, or be given back.
        for _ in 0..3 {
            let work = recourse::service::batches::process(app.context.clone());
            let _ = tokio::time::timeout(std::time::Duration::from_millis(150), work).await;
            expire_leases(app).await;
        }
        app.work().await;
        let batch = caller.get(&path).await.expect_status(200);
        assert_eq!((batch["state"].as_str(), batch["counts"]["requests"].as_u64()), (Some("filed"), Some(9_000)), "{batch}");
        assert_eq!(outcome(&caller, &path).await.len(), 9_000);
    }

    async fn a_bad_mapping_fails_the_whole_and_says_why(app) {
        let (_, caller) = app.organisation("Union").await;
        let single = controller(app, "single", webhook(WebhookMode::Single, 1), &[]).await;
        let id = campaign(&caller, &[&single], json!({ "right": "access" })).await;
        let (batch, lines) = run(app, &caller, &id, csv_batch("file"), "a;b\n1;2\n").await;
        assert_eq!((batch["state"].as_str(), batch["failure_code"].as_str()), (Some("failed"), Some("column_missing")));
        assert!(lines.is_empty());
        let unmapped = json!({ "mode": "file", "format": "csv" });
        caller.post(&format!("/v1/campaigns/{id}/batches"), unmapped).await.expect_problem(422, "mapping_invalid");
        let unknown = json!({ "name": "x", "purpose": "y", "ask": { "right": "access" }, "language": "fr",
                              "controllers": ["ctl_0193d2b4a1c07e3f8b6a5d4c3b2a1908"] });
        caller.post("/v1/campaigns", unknown).await.expect_problem(422, "unknown_controller");
    }

    async fn one_person_is_filed_for_at_once(app) {
        let (_, caller) = app.organisation("Union").await;
        let single = controller(app, "single", webhook(WebhookMode::Single, 1), &[IdentityElement::Email]).await;
        let id = campaign(&caller, &[&single], json!({ "right": "rectification", "fields": [{ "field": "address" }] })).await;
        let person = json!({ "family_name": "Pereira", "email": "a@example.org", "ask": { "rectifications": [{ "field": "address", "right": "2 rue Y" }] } });
        let filing = json!({ "campaign_id": id, "person": person, "mandate": mandate() });
        let filed = caller.post("/v1/requests", filing.clone()).await.expect_status(201);
        assert_eq!((filed["requests"].as_array().unwrap().len(), filed["requests"][0]["controller_id"].as_str()), (1, Some(single.as_str())));
        caller.post("/v1/requests", filing).await.expect_problem(409, "duplicate_request");
        let known = json!({ "campaign_id": id, "data_subject_id": filed["data_subject_id"], "ask": { "fields": [{ "field": "address", "right": "3 rue Z" }] } });
        caller.post("/v1/requests", known).await.expect_status(201);
        let incomplete = json!({ "campaign_id": id, "data_subject_id": filed["data_subject_id"] });
        caller.post("/v1/requests", incomplete).await.expect_problem(422, "ask_incomplete");
        let bare = json!({ "campaign_id": id, "person": { "family_name": "Doe" }, "mandate": mandate(), "controllers": [single] });
        caller.post("/v1/requests", bare).await.expect_problem(422, "ask_incomplete");
    }

    async fn progress_is_followed_as_events(app) {
        let (_, caller) = app.organisation("Union").await;
        let single = controller(app, "single", webhook(WebhookMode::Single, 1), &[]).await;
        let id = campaign(&caller, &[&single], json!({ "right": "access" })).await;
        let (batch, _) = run(app, &caller, &id, csv_batch("file"), &format!("{HEADING}A1;Ada;ada@example.org;7;\n")).await;
        let text = caller.get(&format!("/v1/batches/{}/events", batch["id"].as_str().unwrap())).await.text();
        assert!(text.starts_with("event: progress\ndata: {") && text.contains("event: end"), "{text}");
        let head = json!({ "format": "csv", "head_base64": "TsKwIGFkaMOpcmVudDtOb20KQTE7UGVyZWlyYQo=", "whole": true });
        let found = caller.post("/v1/batches:detect", head).await.expect_status(200);
        assert_eq!(found["mapping"]["columns"]["full_name"], "Nom", "{found}");
    }
}

/// As if the machine's clock had gone on by a minute for every worker.
async fn expire_leases(app: &App) {
    let waiting = app.context.db.waiting_batches(Reach::Everybody, jiff::Timestamp::MAX, 10).await.unwrap();
    for (organisation, id) in waiting {
        app.context
            .db
            .write(move |tx| {
                Box::pin(async move {
                    if let Some(mut batch) = tx.hold_batch(organisation, id).await? {
                        batch.lease_until = None;
                        batch.version += 1;
                        tx.update_batch(&batch).await?;
                    }
                    Ok::<_, StoreError>(())
                })
            })
            .await
            .unwrap();
    }
}
