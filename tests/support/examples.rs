//! Writes calls down as examples for the API document.
//!
//! `scripts/record-examples` runs the tests of the API with `RECOURSE_TEST_EXAMPLES` naming a folder; each JSON call that
//! succeeds is then a candidate, and the fullest that is still short wins. Secrets are masked and lists keep their first
//! entry: an example shows a form, not a record.

use std::path::Path;

use serde_json::{Value, json};

/// Longest example, in bytes of JSON.
const MAX_BYTES: usize = 6_000;

/// What opens something, and the addresses of a test, by how they begin; what stands there instead has the same form.
const MASKED: [(&str, &str); 5] = [
    ("eyJ", "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJzaG93biBvbmNlIn0.c2hvd24gb25jZQ"),
    ("rcs_", "rcs_shown-once-and-never-again-0123456789abcdef"),
    ("whsec_", "whsec_c2hvd24gb25jZSBhbmQgbmV2ZXIgYWdhaW4gMDE="),
    ("whsk_", "whsk_c2hvd24gb25jZSBhbmQgbmV2ZXIgYWdhaW4gMDE="),
    ("http://127.0.0.1", "https://recourse.example.org/shown/once"),
];

/// Keeps a call, when examples are being recorded and it is a better one than those before it.
pub(super) fn record(operation: &Value, request: Option<&[u8]>, response: &[u8]) {
    let Some(folder) = std::env::var_os("RECOURSE_TEST_EXAMPLES") else { return };
    let Some(id) = operation["operationId"].as_str() else { return };
    let read = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).ok().map(shortened);
    let call = json!({ "request": request.and_then(read), "response": read(response) });
    keep(Path::new(&folder), &format!("calls.{id}"), &call);
}

/// Keeps the messages that a test's service has made, by the kind of whom they are for. `scripts/record-examples` puts them
/// together as `openapi/messages.json`.
pub(super) async fn record_messages(url: &str) {
    let Some(folder) = std::env::var_os("RECOURSE_TEST_EXAMPLES") else { return };
    let mut inspector = super::Inspector::open_url(url).await;
    let events = "SELECT kind, data, author, COALESCE(subject, ''), CASE WHEN request_id IS NULL THEN '' ELSE 'yes' END FROM event";
    for row in inspector.texts(events).await {
        let [kind, data, author, subject, about_request] = row.as_slice() else { continue };
        let data: Value = serde_json::from_str(data).expect("a stored event");
        let mut kept = json!({ "about_request": !about_request.is_empty(), "author": author, "data": shortened(data) });
        if !subject.is_empty() {
            kept["subject"] = json!(subject);
        }
        keep(Path::new(&folder), &format!("events.{kind}"), &kept);
    }
    // Those that were announced, and so are complete.
    let messages =
        "SELECT kind, payload FROM delivery WHERE controller_id IS NOT NULL AND payload LIKE '%\"organisation\"%'";
    for row in inspector.texts(messages).await {
        let [kind, payload] = row.as_slice() else { continue };
        let payload: Value = serde_json::from_str(payload).expect("a stored message");
        keep(Path::new(&folder), &format!("messages.{kind}"), &shortened(payload));
    }
}

/// Replaces what was kept under a name by something fuller that is still short.
fn keep(folder: &Path, name: &str, value: &Value) {
    let text = serde_json::to_string(value).expect("plain data");
    let file = folder.join(format!("{name}.json"));
    let before = std::fs::metadata(&file).map(|found| found.len()).unwrap_or(0);
    if text.len() <= MAX_BYTES && text.len() as u64 > before {
        // Tests run beside each other: a file is replaced as a whole.
        let own = folder.join(format!("{name}.{}", super::unique()));
        std::fs::write(&own, text).and_then(|()| std::fs::rename(&own, &file)).expect("a folder to write to");
    }
}

fn shortened(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields.into_iter().map(|(name, field)| (name, shortened(field))).collect(),
        Value::Array(items) => items.into_iter().take(1).map(shortened).collect(),
        Value::String(text) => {
            let mask = MASKED.iter().find(|(start, _)| text.starts_with(start));
            Value::String(mask.map_or(text, |(_, masked)| (*masked).to_owned()))
        }
        other => other,
    }
}
