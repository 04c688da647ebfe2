//! One operation: its name, its parameters, its body, its answers, who may call it.

use serde_json::{Value, json};

use super::{Comparison, Way, elements, fields, words};

impl Comparison<'_> {
    pub(super) fn operation(&mut self, place: &str, old: &Value, new: &Value) {
        if old["operationId"] != new["operationId"] {
            self.add(place, format!("the operation id {} became {}", old["operationId"], new["operationId"]));
        }
        self.parameters(place, old, new);
        self.body(place, &old["requestBody"], &new["requestBody"]);
        self.answers(place, &old["responses"], &new["responses"]);
        self.security(place, &old["security"], &new["security"]);
    }

    fn parameters(&mut self, place: &str, old: &Value, new: &Value) {
        let (before, now) = (elements(&old["parameters"]), elements(&new["parameters"]));
        for parameter in before {
            let at = format!("{place}, {}", name_of(parameter));
            let Some(same) = now.iter().find(|other| name_of(other) == name_of(parameter)) else {
                self.add(&at, "it is gone");
                continue;
            };
            if !is_required(parameter) && is_required(same) {
                self.add(&at, "it is now required");
            }
            self.schema(&at, &parameter["schema"], &same["schema"], Way::Sent);
        }
        for parameter in now.iter().filter(|parameter| is_required(parameter)) {
            if !before.iter().any(|other| name_of(other) == name_of(parameter)) {
                self.add(&format!("{place}, {}", name_of(parameter)), "it is new and required");
            }
        }
    }

    fn body(&mut self, place: &str, old: &Value, new: &Value) {
        let place = format!("{place}, body");
        match (old.is_object(), new.is_object()) {
            (true, false) => return self.add(&place, "it is gone"),
            (false, true) if is_required(new) => return self.add(&place, "it is new and required"),
            (true, true) => {}
            _ => return,
        }
        if !is_required(old) && is_required(new) {
            self.add(&place, "it is now required");
        }
        self.media_types(&place, &old["content"], &new["content"], Way::Sent);
    }

    fn answers(&mut self, place: &str, old: &Value, new: &Value) {
        for (status, answer) in fields(old) {
            let at = format!("{place}, answer {status}");
            let Some(same) = new.get(status) else {
                self.add(&at, "it is gone");
                continue;
            };
            self.media_types(&at, &answer["content"], &same["content"], Way::Got);
            self.headers(&at, &answer["headers"], &same["headers"]);
        }
        let succeeds = |status: &str| status.starts_with('2') || status.starts_with('3');
        for (status, _) in fields(new).filter(|(status, _)| succeeds(status) && old.get(*status).is_none()) {
            self.add(&format!("{place}, answer {status}"), "it is a new way to succeed");
        }
    }

    pub(super) fn media_types(&mut self, place: &str, old: &Value, new: &Value, way: Way) {
        for (media, form) in fields(old) {
            match new.get(media) {
                None => self.add(place, format!("the media type {media} is gone")),
                Some(same) => self.schema(place, &form["schema"], &same["schema"], way),
            }
        }
    }

    fn headers(&mut self, place: &str, old: &Value, new: &Value) {
        for (name, header) in fields(old) {
            let at = format!("{place}, header {name}");
            let Some((_, same)) = fields(new).find(|(other, _)| other.eq_ignore_ascii_case(name)) else {
                self.add(&at, "it is gone");
                continue;
            };
            if is_required(header) && !is_required(same) {
                self.add(&at, "it may now be missing");
            }
            self.schema(&at, &header["schema"], &same["schema"], Way::Got);
        }
    }

    /// Each way to be admitted must still be one: by the same scheme, with scopes that the client has.
    fn security(&mut self, place: &str, old: &Value, new: &Value) {
        let open = json!([{}]);
        let some = |list: &Value| if elements(list).is_empty() { open.clone() } else { list.clone() };
        let (old, new) = (some(old), some(new));
        for held in elements(&old) {
            let suffices = |asked: &Value| {
                fields(asked).all(|(scheme, scopes)| {
                    held.get(scheme).is_some_and(|had| words(scopes).iter().all(|scope| words(had).contains(scope)))
                })
            };
            if !elements(&new).iter().any(suffices) {
                self.add(place, format!("who is admitted by {held} no longer is: it asks for {new}"));
            }
        }
    }
}

/// Where a parameter stands and what it is called. The names of headers have no case.
fn name_of(parameter: &Value) -> String {
    let (place, name) = (parameter["in"].as_str().unwrap_or_default(), parameter["name"].as_str().unwrap_or_default());
    let name = if place == "header" { name.to_ascii_lowercase() } else { name.to_owned() };
    format!("{place} parameter {name}")
}

fn is_required(value: &Value) -> bool {
    value["required"] == true
}
