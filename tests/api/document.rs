//! The OpenAPI document itself.

use recourse::http::openapi;
use serde_json::Value;

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
    let mut ids = std::collections::BTreeSet::new();
    for (place, operation) in operations(&document) {
        let id = operation["operationId"].as_str().unwrap_or_else(|| panic!("{place} has no id"));
        assert!(ids.insert(id.to_owned()), "{id} stands twice");
        assert!(id.contains('_') && id.chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{id} is not verb_noun");
        assert!(operation["summary"].as_str().is_some_and(|text| !text.is_empty()), "{place} has no summary");
        assert_eq!(operation["tags"].as_array().map(Vec::len), Some(1), "{place} has one tag");
        assert!(operation["security"].is_array(), "{place} says who may call it");
        let responses = operation["responses"].as_object().expect("responses");
        assert!(responses.keys().any(|status| status.starts_with('2') || status.starts_with('3')), "{place} succeeds");
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
        let reads = ["search_", "detect_", "preview_", "verify_", "compute_"].iter().any(|verb| id.starts_with(verb));
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
