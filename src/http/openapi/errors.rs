//! Every operation names every error a caller can get. Those that follow from its form (it takes a body, it needs a token)
//! are added here; those of its own subject stand with the handler.

use serde_json::{Map, Value, json};

const METHODS: [&str; 6] = ["get", "put", "post", "delete", "patch", "head"];

/// The statuses that follow from the form of an operation, with what they mean.
const MEANINGS: [(u16, &str); 13] = [
    (400, "The call is malformed"),
    (401, "A valid access token is needed"),
    (403, "The token lacks a scope this operation needs"),
    (404, "There is no such thing, or it is not yours to see"),
    (408, "The body came too slowly"),
    (409, "The call with this Idempotency-Key is still running, or the record is in another state"),
    (412, "The record has changed since it was read"),
    (413, "The body is larger than this operation accepts"),
    (415, "The content type is not accepted here"),
    (422, "A field has a value that is not accepted"),
    (429, "Too many calls"),
    (500, "Something failed on our side"),
    (503, "The service cannot take this now"),
];

pub(super) fn complete(document: &mut Value) {
    let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) else { return };
    for (path, item) in paths {
        for method in METHODS {
            if let Some(operation) = item.get_mut(method).and_then(Value::as_object_mut) {
                complete_operation(path, method, operation);
            }
        }
    }
}

fn complete_operation(path: &str, method: &str, operation: &mut Map<String, Value>) {
    // `{}` in the list of requirements says that nothing is required.
    let required = |one: &Value| one.as_object().is_some_and(|schemes| !schemes.is_empty());
    let security = operation.get("security").and_then(Value::as_array);
    let secured = security.is_some_and(|list| !list.is_empty() && list.iter().all(required));
    let has_body = operation.contains_key("requestBody");
    let parameters = operation.get("parameters").and_then(Value::as_array).cloned().unwrap_or_default();
    let named = |name: &str| parameters.iter().any(|parameter| parameter["name"] == name);
    let in_path = path.contains('{');
    let open = path == "/health" || path == "/ready" || path == "/metrics";
    let mut statuses: Vec<u16> = vec![500];
    if !open {
        statuses.extend([429, 503]);
    }
    if !parameters.is_empty() || has_body {
        statuses.push(400);
    }
    if secured {
        statuses.extend([401, 403]);
    }
    if in_path {
        statuses.push(404);
    }
    if has_body {
        statuses.extend([408, 413, 415, 422]);
    }
    if named("Idempotency-Key") {
        statuses.extend([409, 422]);
    }
    if named("If-Match") {
        statuses.push(412);
    }
    if method == "get" && open {
        statuses.retain(|status| *status != 429);
    }
    let responses = operation.entry("responses").or_insert_with(|| json!({})).as_object_mut();
    let Some(responses) = responses else { return };
    for status in statuses {
        responses.entry(status.to_string()).or_insert_with(|| problem_response(status));
    }
    // An error whose handler gave only a meaning gets the common body.
    for (status, response) in responses.iter_mut() {
        let is_error = status.starts_with('4') || status.starts_with('5');
        if is_error && response.get("content").is_none() {
            let status = status.parse().unwrap_or(500);
            let described = response.get("description").cloned();
            *response = problem_response(status);
            if let (Some(text), Some(object)) = (described, response.as_object_mut()) {
                object.insert("description".to_owned(), text);
            }
        }
    }
}

fn problem_response(status: u16) -> Value {
    let meaning = MEANINGS.iter().find(|(known, _)| *known == status).map_or("Error", |(_, meaning)| meaning);
    json!({
        "description": meaning,
        "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } }
    })
}
