//! What in a new API document would break a client of an old one, each as one sentence that names its place.
//!
//! What callers send may only become wider, what they get may only become more certain. Whatever the documents do not say in the
//! same words, such as a bound that was written in another way, counts as a break: a person then looks.

mod bounds;
mod operation;
mod schema;
mod view;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

const METHODS: [&str; 7] = ["get", "put", "post", "delete", "patch", "head", "options"];

/// Which way a value travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    /// From the client: what was accepted must still be.
    Sent,
    /// To the client: what was promised must still hold.
    Got,
}

/// The two documents, and what was found so far.
struct Comparison<'a> {
    old: &'a Value,
    new: &'a Value,
    found: Vec<String>,
}

impl Comparison<'_> {
    fn add(&mut self, place: &str, what: impl AsRef<str>) {
        let sentence = format!("{place}: {}", what.as_ref());
        if !self.found.contains(&sentence) {
            self.found.push(sentence);
        }
    }
}

/// Every break, in the order of the old document; empty when there is none.
pub fn between(old: &Value, new: &Value) -> Vec<String> {
    let mut comparison = Comparison { old, new, found: Vec::new() };
    let present = by_place(&new["paths"]);
    for (place, (template, operation)) in by_place(&old["paths"]) {
        match present.get(&place) {
            Some((_, now)) => comparison.operation(&format!("{} {template}", place.0.to_uppercase()), operation, now),
            None => comparison.add(&format!("{} {template}", place.0.to_uppercase()), "the operation is gone"),
        }
    }
    comparison.webhooks();
    comparison.found
}

impl Comparison<'_> {
    /// Messages travel to the client as the body of a call that it takes.
    fn webhooks(&mut self) {
        let (old, new) = (self.old, self.new);
        for (name, item) in fields(&old["webhooks"]) {
            let place = format!("webhook {name}");
            match new["webhooks"].get(name) {
                None => self.add(&place, "it is gone"),
                Some(now) => {
                    let content = |item: &Value| item["post"]["requestBody"]["content"].clone();
                    self.media_types(&place, &content(item), &content(now), Way::Got);
                }
            }
        }
    }
}

/// Operations by method and path, in which the names of variables do not count: they are parameters.
fn by_place(paths: &Value) -> BTreeMap<(String, String), (&str, &Value)> {
    let mut found = BTreeMap::new();
    for (template, item) in fields(paths) {
        for (method, operation) in fields(item).filter(|(method, _)| METHODS.contains(method)) {
            found.insert((method.to_owned(), nameless(template)), (template, operation));
        }
    }
    found
}

fn nameless(template: &str) -> String {
    let mut inside = false;
    let keep = |c: &char| match c {
        '{' => {
            inside = true;
            true
        }
        '}' => {
            inside = false;
            true
        }
        _ => !inside,
    };
    template.chars().filter(keep).collect()
}

/// The fields of an object; none of anything else.
fn fields(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter).map(|(name, field)| (name.as_str(), field))
}

/// The elements of a list; none of anything else.
fn elements(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The texts of a list.
fn words(value: &Value) -> Vec<&str> {
    elements(value).iter().filter_map(Value::as_str).collect()
}
