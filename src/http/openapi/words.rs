//! The open lists of the document: words that may grow within a version, each list once and by name.
//!
//! A field that holds one says so where it is declared, by `x-extensible-enum` with the name of its list. Here it becomes a reference
//! to a schema of that name, which tells the words known today. It is no `enum`: a caller must live with a word that is new to it.
//! Generators of clients make constants of it (`openapi/sdk/prepare.py`).

use serde_json::{Value, json};

use crate::domain::code::Code;
use crate::domain::delivery::MessageKind;
use crate::domain::event::EventKind;

const EXTENSION: &str = "x-extensible-enum";

/// The lists: name, what the words are, the words.
fn lists() -> [(&'static str, &'static str, Vec<&'static str>); 3] {
    [
        (
            "ProblemCode",
            "A stable word for what went wrong; `/docs/errors` tells each with its remedy. New ones may be added.",
            Code::ALL.iter().map(|code| code.as_str()).collect(),
        ),
        (
            "EventKind",
            "A dotted word for what happened. New ones may be added.",
            EventKind::ALL.iter().map(|kind| kind.as_str()).collect(),
        ),
        (
            "MessageKind",
            "A dotted word for what a message to a controller says. New ones may be added.",
            MessageKind::ALL.iter().map(|kind| kind.as_str()).collect(),
        ),
    ]
}

/// Adds the schemas of the lists, and refers to them where a field holds one of their words.
pub(super) fn insert(document: &mut Value) {
    let lists = lists();
    let Some(schemas) = document.pointer_mut("/components/schemas") else { return };
    refer(schemas, &lists.each_ref().map(|(name, ..)| *name));
    for (name, description, words) in lists {
        schemas[name] = json!({ "type": "string", "description": description, EXTENSION: words });
    }
}

/// Refers to the lists in a schema and in those inside it: the collector copies a type that is the argument of another.
fn refer(schema: &mut Value, names: &[&str]) {
    if let Some(name) = names.iter().find(|name| schema[EXTENSION] == **name) {
        *schema = reference(schema, name);
        return;
    }
    match schema {
        Value::Object(parts) => parts.values_mut().for_each(|part| refer(part, names)),
        Value::Array(parts) => parts.iter_mut().for_each(|part| refer(part, names)),
        _ => {}
    }
}

/// A property that refers to a list, with what was said of it. What may be absent may be `null`.
fn reference(property: &Value, name: &str) -> Value {
    let mut reference = json!({ "$ref": format!("#/components/schemas/{name}") });
    if let Some(description) = property.get("description") {
        reference["description"] = description.clone();
    }
    if property["type"].is_array() { json!({ "oneOf": [reference, { "type": "null" }] }) } else { reference }
}

#[cfg(test)]
mod tests {
    use crate::http::openapi::document;

    #[test]
    fn every_list_has_its_words_and_every_field_names_a_list() {
        let document = document();
        for (name, word) in
            [("ProblemCode", "invalid_field"), ("EventKind", "request.received"), ("MessageKind", "request.filed")]
        {
            let words = document["components"]["schemas"][name]["x-extensible-enum"].as_array().unwrap();
            assert!(words.iter().any(|known| known == word), "{name} has no {word}");
        }
        let code = &document["components"]["schemas"]["Problem"]["properties"]["code"];
        assert_eq!(code["$ref"], "#/components/schemas/ProblemCode");
        // A name that no list has would have been left where it stands.
        let text = document.to_string();
        assert!(!text.contains("\"x-extensible-enum\":\""), "a field names a list that is not there");
    }
}
