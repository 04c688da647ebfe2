//! A schema with its references followed, its parts put together and its null told apart.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{elements, fields};

/// What a schema says of the values that are not null.
pub(super) struct View {
    /// Its keywords.
    pub(super) schema: Map<String, Value>,
    /// Whether null is a value.
    pub(super) nullable: bool,
    /// The component it came from; tells that a schema was seen before.
    pub(super) name: Option<String>,
}

impl View {
    pub(super) fn of(document: &Value, schema: &Value) -> Self {
        let mut view = Self { schema: Map::new(), nullable: false, name: None };
        view.take(document, schema, 0);
        view.fold_null(document);
        view
    }

    /// Takes the keywords of a schema, of what it refers to and of all its parts.
    fn take(&mut self, document: &Value, schema: &Value, depth: usize) {
        assert!(depth < 50, "a schema refers to itself alone: {schema}");
        if let Some(reference) = schema["$ref"].as_str() {
            self.name = Some(reference.to_owned());
            let target = document.pointer(reference.trim_start_matches('#'));
            self.take(document, target.unwrap_or_else(|| panic!("nothing stands behind {reference}")), depth + 1);
        }
        for part in elements(&schema["allOf"]) {
            self.take(document, part, depth + 1);
        }
        for (keyword, value) in fields(schema).filter(|(keyword, _)| !["$ref", "allOf"].contains(keyword)) {
            self.merge(keyword, value);
        }
    }

    fn merge(&mut self, keyword: &str, value: &Value) {
        match (self.schema.get_mut(keyword), value) {
            (Some(Value::Object(known)), Value::Object(more)) if keyword == "properties" => known.extend(more.clone()),
            (Some(Value::Array(known)), Value::Array(more)) if keyword == "required" => known.extend(more.clone()),
            _ => {
                self.schema.insert(keyword.to_owned(), value.clone());
            }
        }
    }

    /// `type: [x, null]` and `oneOf: [x, null]` say the same.
    fn fold_null(&mut self, document: &Value) {
        if let Some(Value::Array(types)) = self.schema.get_mut("type") {
            let before = types.len();
            types.retain(|one| one != "null");
            self.nullable = types.len() < before;
        }
        for keyword in ["oneOf", "anyOf"] {
            let Some(Value::Array(alternatives)) = self.schema.get_mut(keyword) else { continue };
            let before = alternatives.len();
            alternatives.retain(|one| one["type"] != "null");
            if alternatives.len() == before {
                continue;
            }
            self.nullable = true;
            if let [single] = alternatives.as_slice() {
                let single = single.clone();
                self.schema.remove(keyword);
                self.take(document, &single, 0);
                self.fold_null(document);
                self.nullable = true;
            }
        }
    }

    pub(super) fn get(&self, keyword: &str) -> &Value {
        self.schema.get(keyword).unwrap_or(&Value::Null)
    }

    /// The types a value may have; empty when any will do.
    pub(super) fn types(&self) -> BTreeSet<&str> {
        match self.get("type") {
            Value::String(one) => BTreeSet::from([one.as_str()]),
            several => super::words(several).into_iter().collect(),
        }
    }

    /// The only values it may have, if there is such a list.
    pub(super) fn closed_list(&self) -> Option<Vec<Value>> {
        match (self.get("const"), self.get("enum")) {
            (Value::Null, Value::Array(list)) => Some(list.iter().filter(|one| !one.is_null()).cloned().collect()),
            (Value::Null, _) => None,
            (only, _) => Some(vec![only.clone()]),
        }
    }

    /// The alternatives of a union, each by its tag or, without a tag, by the name of its schema.
    pub(super) fn alternatives(&self) -> Vec<(String, Value)> {
        let mapping = &self.get("discriminator")["mapping"];
        let union = if self.get("oneOf").is_array() { self.get("oneOf") } else { self.get("anyOf") };
        let name = |alternative: &Value| {
            let reference = alternative["$ref"].as_str().map_or_else(|| alternative.to_string(), str::to_owned);
            let tag = fields(mapping).find(|(_, target)| target.as_str() == Some(&reference));
            tag.map_or(reference, |(tag, _)| tag.to_owned())
        };
        elements(union).iter().map(|alternative| (name(alternative), alternative.clone())).collect()
    }

    pub(super) fn requires(&self, property: &str) -> bool {
        elements(self.get("required")).iter().any(|name| name == property)
    }

    pub(super) fn is_closed(&self) -> bool {
        self.get("additionalProperties") == false
    }
}
