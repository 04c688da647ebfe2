//! Writes calls down as examples for the API document.
//!
//! `scripts/record-examples` runs the tests of the API with `RECOURSE_TEST_EXAMPLES` naming a folder; each JSON call that
//! succeeds is then a candidate, and the fullest that is still short wins. Secrets are masked and lists keep their first
//! entry: an example shows a form, not a record.

use std::path::Path;

use serde_json::{Value, json};

/// Longest example, in bytes of JSON.
const MAX_BYTES: usize = 6_000;

/// Fields whose value opens something. They keep their form.
const SECRETS: [(&str, &str); 6] = [
    ("access_token", "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJjbGlfMDEifQ.c2lnbmF0dXJl"),
    ("client_secret", "rcs_shown-once-and-never-again-0123456789abcdef"),
    ("credential", "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJtZHRfMDEifQ.c2lnbmF0dXJl"),
    ("secret", "whsec_c2hvd24gb25jZSBhbmQgbmV2ZXIgYWdhaW4gMDE="),
    ("signing_secret", "whsec_c2hvd24gb25jZSBhbmQgbmV2ZXIgYWdhaW4gMDE="),
    ("token", "mst_shown-to-the-controller-0123456789abcdef"),
];

/// Keeps a call, when examples are being recorded and it is a better one than those before it.
pub(super) fn record(operation: &Value, request: Option<&[u8]>, response: &[u8]) {
    let Some(folder) = std::env::var_os("RECOURSE_TEST_EXAMPLES") else { return };
    let Some(id) = operation["operationId"].as_str() else { return };
    let read = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).ok().map(shortened);
    let call = json!({ "request": request.and_then(read), "response": read(response) });
    let text = serde_json::to_string(&call).expect("plain data");
    let file = Path::new(&folder).join(format!("{id}.json"));
    let before = std::fs::metadata(&file).map(|found| found.len()).unwrap_or(0);
    if text.len() <= MAX_BYTES && text.len() as u64 > before {
        // Tests run beside each other: a file is replaced as a whole.
        let own = Path::new(&folder).join(format!("{id}.{}", super::unique()));
        std::fs::write(&own, text).and_then(|()| std::fs::rename(&own, &file)).expect("a folder to write to");
    }
}

fn shortened(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let masked = |(name, field): (String, Value)| {
                let mask = SECRETS.iter().find(|(secret, _)| *secret == name && field.is_string());
                let field = mask.map_or_else(|| shortened(field), |(_, text)| json!(text));
                (name, field)
            };
            Value::Object(fields.into_iter().map(masked).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().take(1).map(shortened).collect()),
        other => other,
    }
}
