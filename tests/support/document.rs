//! Holds answers against the OpenAPI document: the operation is known, the status is documented, the headers are the documented
//! ones, the media type is one of them, and a JSON body has the documented form without any undocumented field; so has each line of
//! a body of lines, and what each event of a stream carries. Messages that the service sends are held against its webhooks.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex};

use recourse::demo::sample_controller::Received;
use reqwest::header::HeaderMap;
use serde_json::{Map, Value, json};

/// The document, made ready to check against.
pub struct Document {
    json: Value,
    validators: Mutex<HashMap<String, Arc<jsonschema::Validator>>>,
}

static SHARED: LazyLock<Arc<Document>> = LazyLock::new(|| {
    let mut json = recourse::http::openapi::document();
    if let Some(schemas) = json.pointer_mut("/components/schemas") {
        close(schemas);
    }
    Arc::new(Document { json, validators: Mutex::default() })
});

/// Headers that are no part of the contract: of the transport, and for browsers. Every other one is documented or a mistake.
const NOT_OF_THE_CONTRACT: [&str; 15] = [
    "allow",
    "cache-control",
    "connection",
    "content-disposition",
    "content-encoding",
    "content-length",
    "content-security-policy",
    "content-type",
    "date",
    "referrer-policy",
    "strict-transport-security",
    "transfer-encoding",
    "x-content-type-options",
    "x-frame-options",
    "x-robots-tag",
];

/// Paths that are for people or for probes and have no form to check.
const FREE: [&str; 2] = ["/docs", "/openapi.json"];

impl Document {
    pub fn shared() -> Arc<Self> {
        SHARED.clone()
    }

    /// # Panics
    /// When the answer is not the documented one.
    pub fn check(&self, method: &str, path: &str, status: u16, headers: &HeaderMap, body: &[u8]) {
        if FREE.iter().any(|free| path.starts_with(free)) {
            return;
        }
        let place = format!("{method} {path} answered {status}");
        let Some((template, operation)) = self.operation(method, path) else {
            assert!(status == 404 || status == 405, "{place}: no such operation is documented");
            return;
        };
        let response = &operation["responses"][status.to_string()];
        assert!(!response.is_null(), "{place}: undocumented status of {template}: {}", String::from_utf8_lossy(body));
        self.check_headers(&place, &response["headers"], headers);
        let Some(content) = response.get("content").and_then(Value::as_object) else {
            assert!(body.is_empty(), "{place}: a body where none is documented");
            return;
        };
        let media = headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
        let essence = media.split(';').next().unwrap_or_default().trim();
        let Some(form) = content.get(essence) else { panic!("{place}: undocumented media type `{media}`") };
        let (values, schema) = match essence {
            "application/x-ndjson" => (lines(body, b""), &form["x-ndjson-item"]),
            "text/event-stream" => (lines(body, b"data:"), &form["x-sse-data"]),
            _ if essence.ends_with("json") => (vec![body], &form["schema"]),
            _ => return,
        };
        // What the lines of the calculator are is told in words.
        if schema.is_null() {
            return;
        }
        let validator = self.validator(&format!("{method} {template} {status} {essence}"), schema);
        for value in values {
            let value: Value = serde_json::from_slice(value).unwrap_or_else(|_| panic!("{place}: not JSON"));
            let errors: Vec<String> =
                validator.iter_errors(&value).map(|error| format!("{} at {}", error, error.instance_path())).collect();
            assert!(errors.is_empty(), "{place}: not the documented form: {errors:?}\n{value:#}");
        }
    }

    /// Every documented header that must be there is, each has its form, and there is no other.
    fn check_headers(&self, place: &str, documented: &Value, headers: &HeaderMap) {
        let mut known: Vec<String> = Vec::new();
        for (name, header) in documented.as_object().into_iter().flatten() {
            known.push(name.to_ascii_lowercase());
            let header = match header["$ref"].as_str() {
                Some(reference) => self.json.pointer(reference.trim_start_matches('#')).expect("a header"),
                None => header,
            };
            let Some(value) = headers.get(name.as_str()) else {
                assert!(header["required"] != true, "{place}: the header {name} is missing");
                continue;
            };
            let text = value.to_str().unwrap_or_else(|_| panic!("{place}: {name} is not plain text"));
            let number = (header["schema"]["type"] == "integer").then(|| text.parse::<i64>().ok()).flatten();
            let value = number.map_or_else(|| json!(text), |number| json!(number));
            let validator = self.validator(&format!("header {}", header["schema"]), &header["schema"]);
            assert!(validator.is_valid(&value), "{place}: {name} is {text}, which is not {}", header["schema"]);
        }
        for name in headers.keys().map(reqwest::header::HeaderName::as_str) {
            let is_known = NOT_OF_THE_CONTRACT.contains(&name) || known.iter().any(|one| one == name);
            // What is packed in another form depends on what the caller takes, in every answer alike.
            let is_packing = name == "vary" && headers[name] == "accept-encoding";
            assert!(is_known || is_packing, "{place}: undocumented header {name}");
        }
    }

    /// Holds a message that was received against the webhook of its kind: `event.request.filed`, `controller.request.filed`.
    ///
    /// # Panics
    /// When there is no such webhook, or the message has another form than it says.
    pub fn check_message(&self, webhook: &str, body: &Value) {
        let content = &self.json["webhooks"][webhook]["post"]["requestBody"]["content"]["application/json"];
        assert!(content.is_object(), "there is no webhook {webhook}");
        let validator = self.validator(&format!("webhook {webhook}"), &content["schema"]);
        let errors: Vec<String> =
            validator.iter_errors(body).map(|error| format!("{} at {}", error, error.instance_path())).collect();
        assert!(errors.is_empty(), "{webhook}: not the documented form: {errors:?}\n{body:#}");
    }

    /// Keeps a call that succeeded as a candidate for an example.
    pub fn record(&self, method: &str, path: &str, request: Option<&[u8]>, response: &[u8]) {
        if let Some((_, operation)) = self.operation(method, path) {
            super::examples::record(operation, request, response);
        }
    }

    fn operation(&self, method: &str, path: &str) -> Option<(&str, &Value)> {
        let paths = self.json["paths"].as_object()?;
        let mut found: Vec<_> = paths
            .iter()
            .filter(|(template, item)| item.get(method).is_some() && fits(template, path))
            .map(|(template, item)| (template.as_str(), &item[method]))
            .collect();
        // The template with the fewest variables is the one that is served.
        found.sort_by_key(|(template, _)| (template.matches('{').count(), std::cmp::Reverse(template.len())));
        found.into_iter().next()
    }

    fn validator(&self, key: &str, schema: &Value) -> Arc<jsonschema::Validator> {
        let mut known = self.validators.lock().expect("no test panics in here");
        known
            .entry(key.to_owned())
            .or_insert_with(|| {
                let mut schema = schema.clone();
                close(&mut schema);
                let whole = json!({
                    "$schema": "https://json-schema.org/draft/2020-12/schema",
                    "components": self.json["components"],
                    "allOf": [schema],
                });
                Arc::new(jsonschema::validator_for(&whole).unwrap_or_else(|error| panic!("{key}: {error}")))
            })
            .clone()
    }
}

/// Holds a message that was received against the document, by whom it is for: `event` or `controller`.
pub fn check_message(audience: &str, message: &Received) {
    let body = json!({ "type": message.kind, "timestamp": message.timestamp, "data": message.data });
    Document::shared().check_message(&format!("{audience}.{}", message.kind), &body);
}

/// What stands behind the mark in the lines that begin with it and hold more.
fn lines<'b>(body: &'b [u8], mark: &[u8]) -> Vec<&'b [u8]> {
    let marked = body.split(|byte| *byte == b'\n').filter_map(|line| line.strip_prefix(mark));
    marked.map(<[u8]>::trim_ascii).filter(|line| !line.is_empty()).collect()
}

/// Whether a path is one of a template. A variable is one segment, or the part of one before a fixed ending.
fn fits(template: &str, path: &str) -> bool {
    let (mut wanted, mut given) = (template.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(wanted), Some(given)) if segment_fits(wanted, given) => {}
            _ => return false,
        }
    }
}

fn segment_fits(wanted: &str, given: &str) -> bool {
    match (wanted.find('{'), wanted.find('}')) {
        (Some(start), Some(end)) => {
            let (before, after) = (&wanted[..start], &wanted[end + 1..]);
            let rest = given.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
            rest.is_some_and(|value| !value.is_empty() && (!after.is_empty() || !value.contains(':')))
        }
        _ => wanted == given,
    }
}

/// Objects with named properties may have no others.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            close_object(object);
            for (keyword, value) in object.iter_mut() {
                match value {
                    // A part of a whole says nothing of the fields of the other parts.
                    Value::Array(parts) if keyword == "allOf" => parts.iter_mut().for_each(close_within),
                    value => close(value),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(close),
        _ => {}
    }
}

fn close_within(part: &mut Value) {
    for value in part.as_object_mut().into_iter().flat_map(Map::values_mut) {
        close(value);
    }
}

fn close_object(object: &mut Map<String, Value>) {
    let named = object.get("properties").is_some_and(Value::is_object);
    let open = ["additionalProperties", "allOf", "oneOf", "anyOf"].iter().any(|key| object.contains_key(*key));
    if named && !open {
        object.insert("additionalProperties".to_owned(), json!(false));
    }
    if object.contains_key("allOf") {
        object.insert("unevaluatedProperties".to_owned(), json!(false));
    }
}
