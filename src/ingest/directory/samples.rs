//! Invented records for tests.

use serde_json::{Value, json};

use super::entry::DirectoryEntry;
use super::parse::{ParsedRecord, SourceFile, parse_file};

/// A record with every field of the format.
pub(super) fn full() -> Value {
    json!({
        "slug": "example-shop",
        "relevant-countries": ["de", "at"],
        "categories": ["commerce", "collection agency"],
        "name": "Example Shop GmbH",
        "runs": ["Example Outlet", "example.shop"],
        "address": "Datenschutz\nBeispielstraße 1\n10115 Berlin\nDeutschland",
        "phone": "+49 30 1234567",
        "fax": "+49 30 1234568 ext. 9",
        "email": "datenschutz@shop.example",
        "webform": "https://shop.example/privacy",
        "pgp-fingerprint": "0123 4567 89AB CDEF 0123  4567 89AB CDEF 0123 4567",
        "pgp-url": "https://shop.example/key.asc",
        "web": "https://shop.example",
        "sources": ["https://shop.example/imprint"],
        "required-elements": [
            {"desc": "Name", "type": "name"},
            {"desc": "Kundennummer", "type": "input", "optional": true}
        ],
        "request-language": "de",
        "custom-access-template": "access-special",
        "custom-erasure-template": "erasure-special",
        "custom-rectification-template": "rectification-special",
        "custom-objection-template": "objection-special",
        "needs-id-document": true,
        "suggested-transport-medium": "letter",
        "comments": ["Erste Zeile\nzweite Zeile"],
        "quality": "tested",
        "facet-group": "school",
        "nsfw": true
    })
}

/// A record with the required fields alone.
pub(super) fn minimal(slug: &str) -> Value {
    json!({
        "slug": slug,
        "relevant-countries": ["all"],
        "name": "Example Ltd",
        "address": "1 Example Street\nExampletown\nIreland",
        "sources": ["https://example.org"],
        "quality": "verified"
    })
}

/// A record that is no longer used.
pub(super) fn obsolete(slug: &str, redirect_to: Option<&str>) -> Value {
    let mut record = json!({
        "slug": slug,
        "name": "Gone Ltd",
        "reason": if redirect_to.is_some() { "company-merged" } else { "company-defunct" },
        "sources": ["https://example.org/gone"],
        "quality": "obsolete"
    });
    if let Some(target) = redirect_to {
        record["redirect-to"] = target.into();
    }
    record
}

/// The record with one field set, or taken away by `null`.
pub(super) fn with(mut record: Value, field: &str, value: Value) -> Value {
    let object = record.as_object_mut().unwrap();
    if value.is_null() {
        object.remove(field)
    } else {
        object.insert(field.into(), value)
    };
    record
}

/// The record as a file under its own slug.
pub(super) fn file(record: &Value) -> SourceFile {
    let slug = record["slug"].as_str().unwrap();
    let folder = if record["quality"] == "obsolete" { "obsolete-records" } else { "companies" };
    SourceFile { path: format!("{folder}/{slug}.json"), content: Ok(record.to_string().into_bytes()) }
}

/// The entry a record becomes.
pub(super) fn entry(record: &Value) -> DirectoryEntry {
    let SourceFile { path, content } = file(record);
    match parse_file(&path, &content.unwrap()) {
        Ok(ParsedRecord::Entry(entry)) => *entry,
        other => panic!("not an entry: {other:?}"),
    }
}
