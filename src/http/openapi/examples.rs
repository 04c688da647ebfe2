//! Puts an example beside each JSON body of the document.
//!
//! The examples are calls that were really made: `openapi/examples.json` holds one request and one answer for each operation,
//! written down by the tests of the API and shortened (`tests/support/examples.rs` says how). A request whose schema carries an
//! example of its own keeps that one.

use serde_json::{Map, Value};

const RECORDED: &str = include_str!("../../../openapi/examples.json");

pub(super) fn insert(document: &mut Value) {
    let recorded: Map<String, Value> =
        serde_json::from_str(RECORDED).expect("checked in with the program, a test reads it");
    let schemas = document["components"]["schemas"].clone();
    let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) else { return };
    let operations = paths.values_mut().filter_map(Value::as_object_mut).flat_map(|item| item.values_mut());
    for operation in operations.filter_map(Value::as_object_mut) {
        let Some(example) = operation.get("operationId").and_then(Value::as_str).and_then(|id| recorded.get(id)) else {
            continue;
        };
        if let Some(body) = operation.get_mut("requestBody") {
            place(body, &example["request"], &schemas);
        }
        let responses = operation.get_mut("responses").and_then(Value::as_object_mut);
        for (status, response) in responses.into_iter().flatten() {
            if status.starts_with('2') {
                place(response, &example["response"], &Value::Null);
            }
        }
    }
}

/// Adds an example to the JSON form of a body, unless its schema is among those that have one.
fn place(body: &mut Value, example: &Value, schemas: &Value) {
    let Some(form) = body.pointer_mut("/content/application~1json").and_then(Value::as_object_mut) else { return };
    let name = form["schema"]["$ref"].as_str().and_then(|reference| reference.rsplit('/').next());
    let has_own = name.is_some_and(|name| schemas[name].get("example").is_some());
    if !example.is_null() && !has_own {
        form.entry("example").or_insert_with(|| example.clone());
    }
}
