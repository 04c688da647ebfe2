//! Makes the collected document easy for generators.
//!
//! - The variants of a tagged union become named, flat schemas with a one-value tag, and the union names them all in its
//!   discriminator: generators then make one class per variant with a good name.
//! - An inline schema that equals a component becomes a reference to it.
//! - A parameter is left out or has a value: it is never `null`, which no address and no header can say.
//! - A body of a file is marked as binary: as a mere string, generators would take it for text to decode.
//! - Each response has a description, which OpenAPI demands.
//! - An operation that needs no token has an empty list of securities, not a list with an empty one.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

pub(super) fn normalise(document: &mut Value) {
    hoist_variants(document);
    replace_inline(document);
    plain_parameters(document);
    mark_files(document);
    describe_responses(document);
    free_public(document);
    order(document);
}

fn schemas(document: &mut Value) -> Option<&mut Map<String, Value>> {
    document.get_mut("components")?.get_mut("schemas")?.as_object_mut()
}

fn hoist_variants(document: &mut Value) {
    let Some(schemas) = schemas(document) else { return };
    let names: Vec<String> = schemas.keys().cloned().collect();
    for name in names {
        let Some(mut union) = schemas.get(&name).cloned() else { continue };
        let Some(alternatives) = union.get("oneOf").and_then(Value::as_array).cloned() else { continue };
        let flat: Option<Vec<Value>> = alternatives.iter().map(|alternative| flatten(alternative, schemas)).collect();
        let Some(flat) = flat else { continue };
        let Some(tag) = common_tag(&flat) else { continue };
        let mut references = Vec::new();
        let mut mapping = BTreeMap::new();
        for variant in flat {
            let Some(word) = tag_value(&variant, &tag) else { continue };
            let variant_name = format!("{name}{}", camel(&word));
            let reference = format!("#/components/schemas/{variant_name}");
            references.push(json!({ "$ref": reference }));
            mapping.insert(word, reference);
            schemas.insert(variant_name, variant);
        }
        if let Some(object) = union.as_object_mut() {
            object.insert("oneOf".to_owned(), Value::Array(references));
            object.insert("discriminator".to_owned(), json!({ "propertyName": tag, "mapping": mapping }));
        }
        schemas.insert(name, union);
    }
}

/// One flat object for an alternative: inline, or a reference together with its tag.
fn flatten(alternative: &Value, schemas: &Map<String, Value>) -> Option<Value> {
    if alternative.get("properties").is_some() {
        return Some(alternative.clone());
    }
    let parts = alternative.get("allOf")?.as_array()?;
    let mut merged = json!({ "type": "object", "required": [], "properties": {} });
    for part in parts {
        let part = match part.get("$ref").and_then(Value::as_str) {
            Some(reference) => schemas.get(reference.rsplit('/').next()?)?.clone(),
            None => part.clone(),
        };
        if let Some(description) = part.get("description") {
            merged["description"] = description.clone();
        }
        for (key, value) in part.get("properties").and_then(Value::as_object).into_iter().flatten() {
            merged["properties"][key] = value.clone();
        }
        let required = part.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
        merged["required"].as_array_mut()?.extend(required);
    }
    Some(merged)
}

/// The property that each alternative has as a one-word enum.
fn common_tag(alternatives: &[Value]) -> Option<String> {
    let first = alternatives.first()?.get("properties")?.as_object()?;
    first.keys().find(|key| alternatives.iter().all(|variant| tag_value(variant, key).is_some())).cloned()
}

fn tag_value(variant: &Value, tag: &str) -> Option<String> {
    let property = variant.get("properties")?.get(tag)?;
    match property.get("enum").and_then(Value::as_array).map(Vec::as_slice) {
        Some([Value::String(word)]) => Some(word.clone()),
        _ => property.get("const").and_then(Value::as_str).map(str::to_owned),
    }
}

fn camel(word: &str) -> String {
    let parts = word.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(|part| part[..1].to_ascii_uppercase() + &part[1..]).collect()
}

/// Replaces inline copies of components, which the collector makes for generic arguments.
fn replace_inline(document: &mut Value) {
    let Some(schemas) = schemas(document) else { return };
    let known: Vec<(String, Value)> = schemas
        .iter()
        .filter(|(_, schema)| ["properties", "oneOf", "enum"].iter().any(|key| schema.get(*key).is_some()))
        .map(|(name, schema)| (name.clone(), schema.clone()))
        .collect();
    for (name, schema) in schemas.iter_mut() {
        for child in schema.as_object_mut().into_iter().flat_map(|object| object.values_mut()) {
            replace_in(child, &known, name);
        }
    }
    if let Some(paths) = document.get_mut("paths") {
        replace_in(paths, &known, "");
    }
}

fn replace_in(value: &mut Value, known: &[(String, Value)], own: &str) {
    if value.is_object()
        && let Some((name, _)) = known.iter().find(|(name, schema)| name != own && schema == value)
    {
        *value = json!({ "$ref": format!("#/components/schemas/{name}") });
        return;
    }
    match value {
        Value::Object(object) => object.values_mut().for_each(|child| replace_in(child, known, own)),
        Value::Array(list) => list.iter_mut().for_each(|child| replace_in(child, known, own)),
        _ => {}
    }
}

fn operations(document: &mut Value) -> impl Iterator<Item = &mut Value> {
    let items =
        document.get_mut("paths").and_then(Value::as_object_mut).into_iter().flat_map(|paths| paths.values_mut());
    items.filter_map(Value::as_object_mut).flat_map(|item| item.values_mut())
}

fn plain_parameters(document: &mut Value) {
    for operation in operations(document) {
        let parameters = operation.get_mut("parameters").and_then(Value::as_array_mut);
        for parameter in parameters.into_iter().flatten() {
            let types = parameter.pointer("/schema/type").and_then(Value::as_array).cloned().unwrap_or_default();
            if let [one, null] = types.as_slice()
                && null == "null"
            {
                parameter["schema"]["type"] = one.clone();
            }
        }
    }
}

/// Media types whose bodies are passed on as bytes: files, and streams of lines that may be longer than memory.
const FILES: [&str; 5] =
    ["application/octet-stream", "application/x-ndjson", "application/pdf", "application/zip", "text/csv"];

fn mark_files(document: &mut Value) {
    for operation in operations(document) {
        let responses = operation.get("responses").and_then(Value::as_object);
        let mut places: Vec<String> =
            responses.into_iter().flat_map(Map::keys).map(|status| format!("/responses/{status}/content")).collect();
        places.push("/requestBody/content".to_owned());
        for place in places {
            let content = operation.pointer_mut(&place).and_then(Value::as_object_mut);
            for (media, form) in content.into_iter().flat_map(Map::iter_mut) {
                if FILES.contains(&media.as_str()) && form["schema"] == json!({ "type": "string" }) {
                    form["schema"]["format"] = json!("binary");
                }
            }
        }
    }
}

fn free_public(document: &mut Value) {
    for operation in operations(document) {
        if operation["security"] == json!([{}]) {
            operation["security"] = json!([]);
        }
    }
}

fn describe_responses(document: &mut Value) {
    for operation in operations(document) {
        let responses = operation.get_mut("responses").and_then(Value::as_object_mut);
        for response in responses.into_iter().flat_map(|responses| responses.values_mut()) {
            if let Some(object) = response.as_object_mut() {
                object.entry("description").or_insert_with(|| json!("Done"));
            }
        }
    }
}

/// Puts paths and schemas in the order of their names, so that a change of the document shows only what changed.
fn order(document: &mut Value) {
    for pointer in ["/paths", "/components/schemas"] {
        if let Some(Value::Object(object)) = document.pointer_mut(pointer) {
            let sorted: BTreeMap<String, Value> = std::mem::take(object).into_iter().collect();
            object.extend(sorted);
        }
    }
}
