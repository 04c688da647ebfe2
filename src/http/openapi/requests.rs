//! What callers send, told as strictly as it is taken.
//!
//! - An object in a JSON body has no fields but those named: the service refuses others, so that a slip is not silently ignored.
//! - A parameter that is not needed is left out; addresses and headers know no null.
//! - Elements of lists and parts of unions have bounds, which the collector does not see.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::domain::reminders::MAX_DAYS_BEFORE;

/// What the collector of the document cannot say: schema, field, and what holds for each element of that list.
fn elements() -> [(&'static str, &'static str, Value); 11] {
    let plain = |most: u32| json!({ "minLength": 1, "maxLength": most, "pattern": r"^[^\x00-\x1f\x7f-\x9f]*$" });
    let named = || json!({ "minLength": 1, "maxLength": 120, "pattern": r"\S" });
    [
        ("NewAssessment", "unsatisfied", json!({ "pattern": "^[a-z0-9_]{1,64}$" })),
        ("NewController", "aliases", plain(300)),
        ("ControllerChange", "aliases", plain(300)),
        ("NewController", "postal_address", plain(200)),
        ("ControllerChange", "postal_address", plain(200)),
        ("ChannelPost", "address_lines", plain(200)),
        ("AskErasure", "data", named()),
        ("AskRestriction", "data", named()),
        ("AskPortability", "data", named()),
        ("PersonalAsk", "data", named()),
        ("PeopleOutcome", "references", json!({ "pattern": "^P-[0-9]{5,6}$" })),
    ]
}

/// Lists with a schema of their own: what holds for each element. None stands twice.
fn lists() -> [(&'static str, Value); 2] {
    let days = |least: u16| json!({ "minimum": least, "maximum": MAX_DAYS_BEFORE });
    [("Reminders", days(0)), ("QuestionReminders", days(1))]
}

pub(super) fn complete(document: &mut Value) {
    for (schema, bounds) in lists() {
        let Some(list) = document.pointer_mut(&format!("/components/schemas/{schema}")) else { continue };
        list["uniqueItems"] = Value::Bool(true);
        let Some(items) = list["items"].as_object_mut() else { continue };
        items.extend(bounds.as_object().cloned().unwrap_or_default());
    }
    for (schema, field, bounds) in elements() {
        let place = format!("/components/schemas/{schema}/properties/{field}/items");
        let Some(items) = document.pointer_mut(&place).and_then(Value::as_object_mut) else { continue };
        items.extend(bounds.as_object().cloned().unwrap_or_default());
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
        for (schema, field, bounds) in elements() {
            let items = &document["components"]["schemas"][schema]["properties"][field]["items"];
            for (keyword, value) in bounds.as_object().into_iter().flatten() {
                assert_eq!(&items[keyword], value, "{schema}.{field}");
            }
        }
        for (schema, bounds) in lists() {
            let items = &document["components"]["schemas"][schema]["items"];
            assert_eq!((&items["minimum"], &items["maximum"]), (&bounds["minimum"], &bounds["maximum"]), "{schema}");
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
