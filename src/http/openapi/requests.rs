//! What callers send, told as strictly as it is taken.
//!
//! - An object in a JSON body has no fields but those named: the service refuses others, so that a slip is not silently ignored.
//! - A parameter that is not needed is left out; addresses and headers know no null.
//! - Elements of lists and parts of unions have bounds, which the collector does not see.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::domain::reminders::MAX_DAYS_BEFORE;
use crate::ingest::TargetField;

/// What the collector of the document cannot say: schema, place in it, and what holds there besides.
fn bounds() -> Vec<(&'static str, &'static str, Value)> {
    let plain = |most: u32| json!({ "minLength": 1, "maxLength": most, "pattern": r"^[^\x00-\x1f\x7f-\x9f]*$" });
    let named = || json!({ "minLength": 1, "maxLength": 120, "pattern": r"\S" });
    // Plain, and not only blanks.
    let name = || json!({ "pattern": r"^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$" });
    let column = || json!({ "pattern": TargetField::pattern() });
    let days = |least: u16| json!({ "minimum": least, "maximum": MAX_DAYS_BEFORE });
    let once = || json!({ "uniqueItems": true });
    vec![
        ("NewAssessment", "properties/unsatisfied/items", json!({ "pattern": "^[a-z0-9_]{1,64}$" })),
        ("NewController", "properties/name", name()),
        ("ControllerChange", "properties/name", name()),
        ("NewController", "properties/aliases/items", plain(300)),
        ("ControllerChange", "properties/aliases/items", plain(300)),
        ("NewController", "properties/postal_address/items", plain(200)),
        ("ControllerChange", "properties/postal_address/items", plain(200)),
        ("ChannelPost", "properties/address_lines/items", plain(200)),
        ("AskErasure", "properties/data/items", named()),
        ("AskRestriction", "properties/data/items", named()),
        ("AskPortability", "properties/data/items", named()),
        ("PersonalAsk", "properties/data/items", named()),
        ("PeopleOutcome", "properties/references/items", json!({ "pattern": "^P-[0-9]{5,6}$" })),
        ("ColumnMapping", "properties/columns/propertyNames", column()),
        ("ColumnMapping", "properties/positions/propertyNames", column()),
        ("ColumnMapping", "properties/defaults/propertyNames", column()),
        ("Reminders", "items", days(0)),
        ("QuestionReminders", "items", days(1)),
        ("NewController", "properties/categories", once()),
        ("ControllerChange", "properties/categories", once()),
        ("Reminders", "", once()),
        ("QuestionReminders", "", once()),
    ]
}

/// A place in a schema of the document, as a JSON pointer.
fn pointer(schema: &str, place: &str) -> String {
    format!("/components/schemas/{schema}/{place}").trim_end_matches('/').to_owned()
}

pub(super) fn complete(document: &mut Value) {
    for (schema, place, bounds) in bounds() {
        let Some(found) = document.pointer_mut(&pointer(schema, place)).and_then(Value::as_object_mut) else {
            continue;
        };
        found.extend(bounds.as_object().cloned().unwrap_or_default());
    }
    let kinds = json!({ "type": "string", "pattern": r"^[a-z]+\.([a-z_]+|\*)$" });
    if let Some(items) = document.pointer_mut("/components/schemas/EventFilter/items") {
        *items = kinds;
    }
    no_null_in_parameters(document);
    for name in sent(document) {
        if let Some(schema) = document["components"]["schemas"].get_mut(&name) {
            close(schema);
        }
    }
}

fn operations(document: &mut Value) -> impl Iterator<Item = &mut Value> {
    let items =
        document.get_mut("paths").and_then(Value::as_object_mut).into_iter().flat_map(|paths| paths.values_mut());
    items.filter_map(Value::as_object_mut).flat_map(|item| item.values_mut())
}

fn no_null_in_parameters(document: &mut Value) {
    for operation in operations(document) {
        let parameters = operation.get_mut("parameters").and_then(Value::as_array_mut);
        for parameter in parameters.into_iter().flatten() {
            let Some(Value::Array(types)) = parameter.pointer_mut("/schema/type") else { continue };
            types.retain(|one| one != "null");
            if let [only] = types.as_slice() {
                parameter["schema"]["type"] = only.clone();
            }
        }
    }
}

/// The names of all schemas that stand in JSON bodies of calls.
fn sent(document: &mut Value) -> BTreeSet<String> {
    let bodies =
        operations(document).filter_map(|operation| operation.pointer("/requestBody/content/application~1json"));
    let mut open: Vec<Value> = bodies.map(|form| form["schema"].clone()).collect();
    let mut found = BTreeSet::new();
    while let Some(value) = open.pop() {
        match value {
            Value::Object(fields) => {
                let name = fields.get("$ref").and_then(Value::as_str).and_then(|name| name.rsplit('/').next());
                if let Some(name) = name.filter(|name| found.insert((*name).to_owned())) {
                    open.push(document["components"]["schemas"][name].clone());
                }
                open.extend(fields.into_iter().filter(|(name, _)| name != "example").map(|(_, field)| field));
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    found
}

fn close(schema: &mut Value) {
    let Some(object) = schema.as_object_mut() else { return };
    let composed = ["allOf", "oneOf", "anyOf"].iter().any(|keyword| object.contains_key(*keyword));
    if object.contains_key("properties") && !composed {
        object.entry("additionalProperties").or_insert(Value::Bool(false));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::openapi::document;

    #[test]
    fn every_bound_has_found_its_place() {
        let document = document();
        for (schema, place, bounds) in bounds() {
            let found = document.pointer(&pointer(schema, place)).unwrap_or(&Value::Null);
            for (keyword, value) in bounds.as_object().into_iter().flatten() {
                assert_eq!(&found[keyword], value, "{schema}/{place}");
            }
        }
    }

    #[test]
    fn what_is_sent_is_closed_and_parameters_are_never_null() {
        let mut document = document();
        for name in sent(&mut document) {
            let schema = &document["components"]["schemas"][&name];
            assert!(
                schema.get("properties").is_none() || schema.get("additionalProperties").is_some(),
                "{name} is open"
            );
        }
        for operation in operations(&mut document) {
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                assert!(!parameter["schema"].to_string().contains("\"null\""), "{parameter}");
            }
        }
    }
}
