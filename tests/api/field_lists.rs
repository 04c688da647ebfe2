//! Field lists (Z-9, B-7): what the document says that a recipient can be told and what its list says are the same.

use std::collections::{BTreeMap, BTreeSet};

use recourse::domain::access::{ClientKind, Scope};
use recourse::domain::recipient::{PartKind, Recipient};
use serde_json::{Value, json};

use crate::on_both;

/// Answers that are no JSON: the files they hold are made by another part of the list, or are what the recipient sent or was sent.
const BINARY: [&str; 3] = ["get_inbox_letter", "download_docket_file", "download_docket_archive"];

/// Operations of a recipient that need no scope.
const WITHOUT_SCOPE: [(&str, Recipient); 2] =
    [("receive_callback", Recipient::Controller), ("get_mandate_status", Recipient::Controller)];

fn scopes(recipient: Recipient) -> Vec<&'static str> {
    let scopes: &[Scope] = match recipient {
        Recipient::Controller => Scope::of_kind(ClientKind::Controller),
        Recipient::Authority => Scope::of_kind(ClientKind::Authority),
        Recipient::Statistics => &[Scope::RequestsFigures, Scope::ComplaintsFigures],
        Recipient::Lawyer | Recipient::Individual => &[],
    };
    scopes.iter().map(|scope| scope.as_str()).collect()
}

/// The places of a schema where a single value can stand.
fn places(document: &Value, schema: &Value, path: &str, found: &mut BTreeSet<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        return places(document, document.pointer(name.trim_start_matches('#')).unwrap(), path, found);
    }
    let mut inner = false;
    for word in ["allOf", "oneOf", "anyOf"] {
        for part in schema[word].as_array().into_iter().flatten().filter(|part| part["type"] != "null") {
            places(document, part, path, found);
            inner = true;
        }
    }
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let below = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        places(document, property, &below, found);
        inner = true;
    }
    if schema["additionalProperties"].is_object() {
        places(document, &schema["additionalProperties"], &format!("{path}.*"), found);
        inner = true;
    }
    if schema["items"].is_object() {
        places(document, &schema["items"], path, found);
        inner = true;
    }
    if !inner {
        found.insert(path.to_owned());
    }
}

/// The operations that a recipient can call, each with the fields of its answer.
fn answers(document: &Value, recipient: Recipient) -> BTreeMap<String, BTreeSet<String>> {
    let mut answers = BTreeMap::new();
    let operations =
        document["paths"].as_object().unwrap().values().flat_map(|item| item.as_object().unwrap().values());
    for operation in operations.filter(|operation| operation["operationId"].is_string()) {
        let id = operation["operationId"].as_str().unwrap();
        let asked = operation["security"].as_array().into_iter().flatten();
        let mut asked = asked.flat_map(|way| way["oauth2"].as_array().into_iter().flatten());
        let own = asked.any(|scope| scopes(recipient).contains(&scope.as_str().unwrap()));
        if !(own || WITHOUT_SCOPE.contains(&(id, recipient))) {
            continue;
        }
        let mut fields = BTreeSet::new();
        for (_, response) in
            operation["responses"].as_object().unwrap().iter().filter(|(code, _)| code.starts_with('2'))
        {
            for (media, content) in response["content"].as_object().into_iter().flatten() {
                match media.as_str() {
                    "application/json" => places(document, &content["schema"], "", &mut fields),
                    "application/x-ndjson" => places(document, &content["x-ndjson-item"], "", &mut fields),
                    _ => assert!(BINARY.contains(&id), "{id} answers with {media}"),
                }
            }
        }
        if !fields.is_empty() {
            answers.insert(id.to_owned(), fields);
        }
    }
    answers
}

on_both! {
    async fn what_a_recipient_can_be_told_is_what_its_list_names(app) {
        let operator = app.operator().await;
        let document = operator.get("/openapi.json").await.expect_status(200);
        let (_, member) = app.organisation("Association").await;
        let told = member.get("/v1/field-lists").await.expect_status(200);
        let mut looked_at = 0;
        for list in told["items"].as_array().unwrap() {
            let recipient: Recipient = list["recipient"].as_str().unwrap().parse().unwrap();
            let mut listed = BTreeMap::new();
            for part in list["parts"].as_array().unwrap().iter().filter(|part| part["kind"] == PartKind::Answer.as_str()) {
                let fields: BTreeSet<String> =
                    part["fields"].as_array().unwrap().iter().map(|field| field.as_str().unwrap().to_owned()).collect();
                listed.insert(part["name"].as_str().unwrap().to_owned(), fields);
            }
            let answers = answers(&document, recipient);
            assert_eq!(listed.keys().collect::<Vec<_>>(), answers.keys().collect::<Vec<_>>(), "{recipient}");
            for (operation, fields) in &answers {
                assert_eq!(&listed[operation], fields, "{recipient}: {operation}");
                looked_at += fields.len();
            }
        }
        assert!(looked_at > 400, "only {looked_at} fields were looked at");

        let mut message = BTreeSet::new();
        places(&document, &json!({ "$ref": "#/components/schemas/ControllerMessage" }), "", &mut message);
        let listed = Recipient::Controller.list().part("webhook").unwrap();
        assert_eq!(listed.fields.iter().cloned().collect::<BTreeSet<_>>(), message);
    }
}

on_both! {
    async fn by_what_a_controller_recognises_people_is_told_to_auditors(app) {
        let operator = app.operator().await;
        let (_, member) = app.organisation("Association").await;
        let told = member.get("/v1/field-lists").await.expect_status(200);
        assert_eq!(told["identity"]["by_default"], json!(["name", "email"]));
        assert_eq!(told["identity"]["of_controller"], Value::Null);
        let need = json!({ "element": "customer_number", "description": "As on the bill" });
        let entry = json!({ "name": "Shop", "place": "FR", "channels": [{ "kind": "feed" }], "identity_needs": [need] });
        let own = member.post("/v1/controllers", entry.clone()).await.expect_status(201);
        let path = format!("/v1/field-lists?controller_id={}", own["id"].as_str().unwrap());
        let told = member.get(&path).await.expect_status(200);
        assert_eq!(told["identity"]["of_controller"], json!(["customer_number"]));
        let (_, other) = app.organisation("Another").await;
        other.get(&path).await.expect_status(404);
        operator.get(&path).await.expect_status(404);

        let mut entry = entry;
        entry["identity_needs"] = json!([]);
        let shared = operator.post("/v1/controllers", entry).await.expect_status(201);
        let path = format!("/v1/field-lists?controller_id={}", shared["id"].as_str().unwrap());
        let told = other.get(&path).await.expect_status(200);
        assert_eq!(told["identity"]["of_controller"], json!(["name", "email"]));
    }
}
