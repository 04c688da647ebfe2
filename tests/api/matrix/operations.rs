//! The operations of the document, as a caller can make them: with ids and bodies that are of the right form.

use std::collections::BTreeMap;

use recourse::http::openapi::document;
use reqwest::Method;
use serde_json::Value;

/// An operation that only certain clients may call.
pub struct Operation {
    pub id: String,
    pub method: Method,
    path: String,
    /// The scopes of which one is needed.
    pub scopes: Vec<String>,
    /// Names of what stands in its path, and how ids of that kind begin; empty for what is no id.
    pub places: Vec<(String, String)>,
    /// Names of what may stand in its query.
    queries: Vec<String>,
    media: Option<String>,
    body: Value,
}

/// Ids by how they begin, such as `req_`.
pub type Ids = BTreeMap<String, String>;

/// Every operation that needs a token.
pub fn guarded() -> Vec<Operation> {
    let document = document();
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("operations") {
            let scopes: Vec<String> = scopes(operation);
            if !scopes.is_empty() {
                let method = method.to_uppercase().parse().expect("a method");
                found.push(Operation::read(&document, path, method, operation, scopes));
            }
        }
    }
    found
}

/// Every operation that needs none.
pub fn open() -> Vec<String> {
    let document = document();
    let items = document["paths"].as_object().expect("paths").values();
    let operations = items.flat_map(|item| item.as_object().expect("operations").values());
    let open = operations.filter(|operation| scopes(operation).is_empty());
    let mut ids: Vec<String> =
        open.map(|operation| operation["operationId"].as_str().expect("an id").to_owned()).collect();
    ids.sort();
    ids
}

fn scopes(operation: &Value) -> Vec<String> {
    let choices = operation["security"].as_array().into_iter().flatten();
    let scopes = choices.flat_map(|choice| choice["oauth2"].as_array().cloned().unwrap_or_default());
    scopes.map(|scope| scope.as_str().expect("a scope").to_owned()).collect()
}

impl Operation {
    fn read(document: &Value, path: &str, method: Method, operation: &Value, scopes: Vec<String>) -> Self {
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        let places = parameters.filter(|parameter| parameter["in"] == "path").map(|parameter| {
            let pattern = resolved(document, &parameter["schema"])["pattern"].as_str().unwrap_or_default();
            let prefix = pattern.trim_start_matches('^').split_inclusive('_').next().unwrap_or_default();
            let prefix = if prefix.ends_with('_') { prefix } else { "" };
            (parameter["name"].as_str().expect("a name").to_owned(), prefix.to_owned())
        });
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        let queries = parameters.filter(|parameter| parameter["in"] == "query");
        let queries = queries.map(|parameter| parameter["name"].as_str().expect("a name").to_owned()).collect();
        let content = operation["requestBody"]["content"].as_object();
        let (media, body) = match content.and_then(|content| content.iter().next_back()) {
            Some((media, content)) => (Some(media.clone()), example(document, content)),
            None => (None, Value::Null),
        };
        let id = operation["operationId"].as_str().expect("an id").to_owned();
        Self { id, method, path: path.to_owned(), scopes, places: places.collect(), queries, media, body }
    }

    /// Whether this may stand in its query.
    pub fn has(&self, query: &str) -> bool {
        self.queries.iter().any(|known| known == query)
    }

    /// Its path with these ids, and the body of its example in which every id of those kinds is one of these.
    pub fn with(&self, ids: &Ids) -> (String, Option<(String, String)>) {
        let mut path = self.path.clone();
        for (name, prefix) in &self.places {
            let value = match (prefix.as_str(), name.as_str()) {
                ("", "kind") => "request",
                ("", "language") => "fr",
                ("", "authority_id") => "fr-cnil",
                (prefix, _) => ids.get(prefix).unwrap_or_else(|| panic!("no id of {prefix} for {}", self.id)),
            };
            path = path.replace(&format!("{{{name}}}"), value);
        }
        let body = self.media.as_ref().map(|media| {
            let text = match &self.body {
                Value::String(lines) => lines.clone(),
                body => body.to_string(),
            };
            (media.clone(), with_ids(&text, ids))
        });
        (path, body)
    }
}

fn resolved<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(reference) => document.pointer(reference.trim_start_matches('#')).expect("a schema"),
        None => schema,
    }
}

fn example(document: &Value, content: &Value) -> Value {
    let named = content["examples"].as_object().and_then(|all| all.values().next()).map(|one| &one["value"]);
    let of_schema = &resolved(document, &content["schema"])["example"];
    let of_line = &content["x-ndjson-item"]["example"];
    let choices = [&content["example"], named.unwrap_or(&Value::Null), of_schema, of_line];
    choices.into_iter().find(|value| !value.is_null()).cloned().unwrap_or_else(|| Value::String("x".to_owned()))
}

/// The places of ids in a text: where one begins, how it begins, and where it ends.
fn ids_in(text: &str) -> Vec<(usize, usize, usize)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    for (at, _) in text.match_indices('_') {
        let start = bytes[..at].iter().rposition(|byte| !byte.is_ascii_lowercase()).map_or(0, |before| before + 1);
        let digits = bytes[at + 1..].iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
        if start < at && digits == 32 {
            found.push((start, at + 1, at + 33));
        }
    }
    found
}

/// All ids in a text, by how they begin, with the one that comes first.
pub fn collect(text: &str, into: &mut BTreeMap<String, Vec<String>>) {
    for (start, middle, end) in ids_in(text) {
        let known = into.entry(text[start..middle].to_owned()).or_default();
        if !known.iter().any(|id| *id == text[start..end]) {
            known.push(text[start..end].to_owned());
        }
    }
}

fn with_ids(text: &str, ids: &Ids) -> String {
    let mut out = String::new();
    let mut after = 0;
    for (start, middle, end) in ids_in(text) {
        out.push_str(&text[after..start]);
        out.push_str(ids.get(&text[start..middle]).map_or(&text[start..end], String::as_str));
        after = end;
    }
    out + &text[after..]
}

/// A text in which all ids of a kind, and the mark of the call, look alike.
pub fn masked(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::new();
    let mut at = 0;
    while at < bytes.len() {
        let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
        if digits == 32 {
            out.push('#');
            at += 32;
        } else {
            let length = digits.max(1);
            // Texts of answers are cut at ASCII digits or letters alone; other characters are taken whole.
            let end = (at + length..=bytes.len()).find(|end| text.is_char_boundary(*end)).unwrap_or(bytes.len());
            out.push_str(&text[at..end]);
            at = end;
        }
    }
    out
}
