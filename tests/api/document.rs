//! The OpenAPI document itself.

use std::collections::BTreeSet;

use recourse::http::openapi;
use serde_json::{Value, json};

#[test]
fn the_checked_in_document_is_the_one_that_is_served() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/openapi/v1.json");
    let stored = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        stored == openapi::document_text(),
        "openapi/v1.json is stale: write it anew with `cargo run -- openapi > openapi/v1.json` and read the difference"
    );
}

fn operations(document: &Value) -> Vec<(String, &Value)> {
    let paths = document["paths"].as_object().expect("paths");
    paths
        .iter()
        .flat_map(|(path, item)| {
            let methods = item.as_object().expect("methods").iter();
            methods.map(move |(method, operation)| (format!("{method} {path}"), operation))
        })
        .collect()
}

#[test]
fn every_operation_says_what_clients_need() {
    let document = openapi::document();
    let mut ids = BTreeSet::new();
    for (place, operation) in operations(&document) {
        let id = operation["operationId"].as_str().unwrap_or_else(|| panic!("{place} has no id"));
        assert!(ids.insert(id.to_owned()), "{id} stands twice");
        assert!(id.contains('_') && id.chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{id} is not verb_noun");
        assert!(operation["summary"].as_str().is_some_and(|text| !text.is_empty()), "{place} has no summary");
        assert_eq!(operation["tags"].as_array().map(Vec::len), Some(1), "{place} has one tag");
        assert!(operation["security"].is_array(), "{place} says who may call it");
        let responses = operation["responses"].as_object().expect("responses");
        assert!(responses.keys().any(|status| status.starts_with('2') || status.starts_with('3')), "{place} succeeds");
        let probe = ["get_health", "get_readiness", "get_metrics"].contains(&id);
        assert!(
            probe || responses.keys().any(|status| status.starts_with('4')),
            "{place} names no error of its callers"
        );
        for (status, response) in responses {
            let described = response["description"].as_str().is_some_and(|text| !text.is_empty());
            assert!(described, "{place} {status} has no description");
        }
    }
}

#[test]
fn every_post_that_changes_something_takes_an_idempotency_key() {
    let document = openapi::document();
    // These change nothing of their own, or carry a key of another standard.
    let exempt = ["create_token", "receive_callback"];
    for (place, operation) in operations(&document) {
        let id = operation["operationId"].as_str().unwrap_or_default();
        let reads =
            ["search_", "detect_", "preview_", "check_", "verify_", "compute_"].iter().any(|verb| id.starts_with(verb));
        if !place.starts_with("post ") || exempt.contains(&id) || reads {
            continue;
        }
        let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
        assert!(parameters.iter().any(|parameter| parameter["name"] == "Idempotency-Key"), "{place} takes no key");
    }
}

#[test]
fn unions_are_named_and_discriminated() {
    let document = openapi::document();
    for (name, schema) in document["components"]["schemas"].as_object().expect("schemas") {
        let Some(alternatives) = schema["oneOf"].as_array() else { continue };
        if alternatives.iter().any(|alternative| alternative["type"] == "null") {
            continue;
        }
        let named = alternatives.iter().all(|alternative| alternative.get("$ref").is_some());
        assert!(named, "{name} has an alternative without a name");
        assert!(schema["discriminator"]["propertyName"].is_string(), "{name} has no discriminator");
    }
}

/// Names of the schemas that a value refers to.
fn referred(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                let target = field.as_str().and_then(|text| text.strip_prefix("#/components/schemas/"));
                match target {
                    Some(target) if name == "$ref" => {
                        found.insert(target.to_owned());
                    }
                    _ => referred(field, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| referred(item, found)),
        _ => {}
    }
}

#[test]
fn every_schema_is_referred_to_and_every_reference_has_its_schema() {
    let document = openapi::document();
    let schemas = document["components"]["schemas"].as_object().expect("schemas");
    let mut reached = BTreeSet::new();
    referred(&document["paths"], &mut reached);
    referred(&document["webhooks"], &mut reached);
    let mut open: Vec<String> = reached.iter().cloned().collect();
    while let Some(name) = open.pop() {
        let schema = schemas.get(&name).unwrap_or_else(|| panic!("nothing stands behind the reference to {name}"));
        let mut next = BTreeSet::new();
        referred(schema, &mut next);
        open.extend(next.into_iter().filter(|name| reached.insert(name.clone())));
    }
    // A schema without a reference is often one of two types with one name, of which only the other was kept.
    let idle: Vec<_> = schemas.keys().filter(|name| !reached.contains(*name)).collect();
    assert!(idle.is_empty(), "nothing refers to {idle:?}");
}

/// Each body of JSON with the example beside it, or the one of its schema: where it stands, schema, example.
fn bodies(document: &Value) -> Vec<(String, Value, Value)> {
    let mut found = Vec::new();
    for (place, operation) in operations(document) {
        let responses = operation["responses"].as_object().into_iter().flatten();
        let answers =
            responses.filter(|(status, _)| status.starts_with('2')).map(|(status, body)| (status.as_str(), body));
        for (what, body) in answers.chain([("body", &operation["requestBody"])]) {
            let form = &body["content"]["application/json"];
            if form.is_object() {
                let name = form["schema"]["$ref"].as_str().and_then(|reference| reference.rsplit('/').next());
                let of_schema = name.map(|name| document["components"]["schemas"][name]["example"].clone());
                let example = form.get("example").cloned().or(of_schema).unwrap_or_default();
                found.push((format!("{place} {what}"), form["schema"].clone(), example));
            }
        }
    }
    found
}

#[test]
fn every_body_of_json_has_an_example_of_its_form() {
    let document = openapi::document();
    // The document itself is its own example.
    let bodies: Vec<_> = bodies(&document).into_iter().filter(|(place, ..)| !place.contains("/openapi.json")).collect();
    let without: Vec<_> = bodies.iter().filter(|(.., example)| example.is_null()).map(|(place, ..)| place).collect();
    assert!(without.is_empty(), "run scripts/record-examples: there is no example for {without:#?}");
    for (place, schema, example) in &bodies {
        let whole = json!({ "components": document["components"], "allOf": [schema] });
        let validator = jsonschema::validator_for(&whole).expect("a schema");
        let errors: Vec<_> = validator.iter_errors(example).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "the example of {place} is not of its form: {errors:?}");
    }
}

/// Every object that a caller may send and whose field names it chooses, by the name under which it stands.
fn named_by_callers(document: &Value) -> BTreeSet<String> {
    let bodies = operations(document).into_iter().map(|(_, operation)| operation["requestBody"].clone());
    let (mut open, mut seen, mut found): (Vec<Value>, BTreeSet<String>, BTreeSet<String>) =
        (bodies.collect(), BTreeSet::new(), BTreeSet::new());
    while let Some(value) = open.pop() {
        if let Some(name) = value["$ref"].as_str().filter(|name| seen.insert((*name).to_owned())) {
            open.push(document.pointer(name.trim_start_matches('#')).expect("a schema").clone());
        }
        for (name, property) in value["properties"].as_object().into_iter().flatten() {
            if property["additionalProperties"].is_object() {
                found.insert(name.clone());
            }
        }
        match value {
            Value::Object(fields) => open.extend(fields.into_iter().map(|(_, value)| value)),
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    found
}

#[test]
fn no_problem_repeats_a_name_that_a_caller_chose() {
    use recourse::ingest::{ColumnMapping, PersonJson, json::parse};

    let known = ["columns", "defaults", "identifiers", "positions"];
    let found = named_by_callers(&openapi::document());
    assert!(found.iter().eq(known), "what callers name is read by `named_by_callers`, and tried here: {found:?}");
    for field in known {
        let body = format!(r#"{{ "{field}": {{ "Ada Lovelace": [] }} }}"#);
        let refused = match field {
            "identifiers" => parse::<PersonJson>(body.as_bytes()).err(),
            _ => parse::<ColumnMapping>(body.as_bytes()).err(),
        };
        assert_eq!(refused.expect("a problem").fields[0].pointer, format!("/{field}"));
    }
}

#[test]
fn every_message_is_described_with_an_example_of_its_form() {
    use recourse::domain::delivery::MessageKind;
    use recourse::domain::event::EventKind;

    let document = openapi::document();
    let webhooks = document["webhooks"].as_object().expect("webhooks");
    let events = EventKind::ALL.iter().map(|kind| format!("event.{kind}"));
    // A test message goes to endpoints of organisations alone, and a challenge to both.
    let challenge = MessageKind::ReceiverChallenge;
    let told = MessageKind::ALL.iter().filter(|kind| ![MessageKind::EndpointTest, challenge].contains(kind));
    let told = told.map(|kind| format!("controller.{kind}")).chain([challenge.to_string()]);
    let expected: BTreeSet<String> = events.chain(told).collect();
    assert_eq!(webhooks.keys().cloned().collect::<BTreeSet<_>>(), expected);
    for (name, webhook) in webhooks {
        let operation = &webhook["post"];
        assert!(operation["description"].as_str().is_some_and(|text| text.ends_with('.')), "{name} is not described");
        let form = &operation["requestBody"]["content"]["application/json"];
        let kind = name.strip_prefix("event.").or_else(|| name.strip_prefix("controller.")).unwrap_or(name);
        assert_eq!(form["example"]["type"], kind, "{name}");
        assert!(!form["example"]["data"].is_null(), "run scripts/record-examples: there is no example for {name}");
        let whole = json!({ "components": document["components"], "allOf": [form["schema"]] });
        let validator = jsonschema::validator_for(&whole).expect("a schema");
        let errors: Vec<_> = validator.iter_errors(&form["example"]).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "the example of {name} is not of its form: {errors:?}");
    }
}
