//! The headers that follow from the form of an operation, as the responses' bodies do in `errors`: what every answer carries,
//! what tells a caller when to come back, what shows that an answer is given again.

use serde_json::{Map, Value, json};

/// Paths of probes, which are not counted.
const UNCOUNTED: [&str; 3] = ["/health", "/ready", "/metrics"];

pub(super) fn complete(document: &mut Value) {
    document["components"]["headers"] = json!({
        "RequestId": {
            "description": "The id under which this call is logged; your own, when you sent one of 8 to 64 letters, digits and hyphens.",
            "required": true, "schema": { "type": "string", "pattern": "^[A-Za-z0-9-]{8,64}$" },
        },
        "RateLimitPolicy": {
            "description": "How many calls (`q`) one caller may make in a window of so many seconds (`w`).",
            "schema": { "type": "string" }, "example": "\"calls\";q=6000;w=60",
        },
        "RetryAfter": {
            "description": "Seconds to wait before the call is repeated.",
            "schema": { "type": "integer", "minimum": 1 },
        },
        "WwwAuthenticate": {
            "description": "How to authenticate.", "schema": { "type": "string" }, "example": "Bearer",
        },
        "AcceptEncoding": {
            "description": "There when the body had a content coding: which ones are taken.",
            "schema": { "type": "string" }, "example": "identity",
        },
        "IdempotencyReplayed": {
            "description": "There, and `true`, when this is the answer of an earlier call with the same Idempotency-Key.",
            "schema": { "type": "string", "enum": ["true"] },
        },
    });
    let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) else { return };
    for (path, item) in paths {
        for operation in item.as_object_mut().into_iter().flat_map(Map::values_mut) {
            let keyed = operation["parameters"].as_array().into_iter().flatten().any(is_key);
            let responses = operation.get_mut("responses").and_then(Value::as_object_mut);
            for (status, response) in responses.into_iter().flatten() {
                add(path, keyed, status, response);
            }
        }
    }
}

/// A callback's key is the id of its message.
fn is_key(parameter: &Value) -> bool {
    parameter["name"] == "Idempotency-Key" || parameter["name"] == "webhook-id"
}

fn add(path: &str, keyed: bool, status: &str, response: &mut Value) {
    let Some(response) = response.as_object_mut() else { return };
    let headers = response.entry("headers").or_insert_with(|| json!({})).as_object_mut();
    let Some(headers) = headers else { return };
    let mut put = |name: &str, component: &str| {
        headers.entry(name).or_insert_with(|| json!({ "$ref": format!("#/components/headers/{component}") }));
    };
    put("X-Request-Id", "RequestId");
    if !UNCOUNTED.contains(&path) {
        put("RateLimit-Policy", "RateLimitPolicy");
    }
    match status {
        "429" | "503" => put("Retry-After", "RetryAfter"),
        "415" => put("Accept-Encoding", "AcceptEncoding"),
        "409" if keyed => put("Retry-After", "RetryAfter"),
        "401" | "403" => put("WWW-Authenticate", "WwwAuthenticate"),
        _ if keyed && status.starts_with('2') => put("Idempotency-Replayed", "IdempotencyReplayed"),
        _ => {}
    }
}
