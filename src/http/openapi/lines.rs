//! Streams: what one line of NDJSON is, told beside the body by `x-ndjson-item`, and what one server-sent event carries, by
//! `x-sse-data`.
//!
//! OpenAPI 3.1 has no word for the items of a stream, and a schema of the line as schema of the body would have clients send one
//! object. So the body is a file, and the schema of its lines stands beside it, for readers and for the types of clients.

use serde_json::{Value, json};

const NDJSON: [&str; 2] = ["application/x-ndjson", "x-ndjson-item"];
const EVENTS: [&str; 2] = ["text/event-stream", "x-sse-data"];

/// Path, method, where the body stands in the operation, the media type with its word, and the schema of an item.
const ITEMS: [(&str, &str, &str, [&str; 2], &str); 6] = [
    ("/v1/batches/{batch_id}/content", "put", "requestBody", NDJSON, "PersonJson"),
    ("/v1/batches/{batch_id}/events", "get", "responses/200", EVENTS, "Batch"),
    ("/v1/batches/{batch_id}/outcome", "get", "responses/200", NDJSON, "BatchLine"),
    ("/v1/deadlines:compute", "post", "requestBody", NDJSON, "CaseForm"),
    ("/v1/inbox/responses:bulk", "post", "requestBody", NDJSON, "NewResponse"),
    ("/v1/inbox/responses:bulk", "post", "responses/200", NDJSON, "AnsweredLine"),
];

pub(super) fn insert(document: &mut Value) {
    for (path, method, place, [media, word], schema) in ITEMS {
        let [path, media] = [path, media].map(|part| part.replace('/', "~1"));
        if let Some(form) = document.pointer_mut(&format!("/paths/{path}/{method}/{place}/content/{media}")) {
            form[word] = json!({ "$ref": format!("#/components/schemas/{schema}") });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::openapi::document;

    #[test]
    fn every_stream_tells_what_an_item_is() {
        let document = document();
        let paths = document["paths"].to_string();
        let told = [NDJSON, EVENTS].iter().map(|[_, word]| paths.matches(word).count()).sum::<usize>();
        assert_eq!(told, ITEMS.len(), "a path or a media type has changed");
        for (.., schema) in ITEMS {
            assert!(document["components"]["schemas"][schema].is_object(), "{schema} is not in the document");
        }
    }
}
