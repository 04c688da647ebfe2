//! Bounds and forms of values: those of what callers send may not become narrower, those of what they get not be given up.

use serde_json::Value;

use super::view::View;
use super::{Comparison, Way};

/// Keywords whose number may only fall in what callers send.
const LOWER: [&str; 5] = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
/// Keywords whose number may only rise in what callers send.
const UPPER: [&str; 5] = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];
/// Keywords that say of which form a value is.
const FORM: [&str; 4] = ["format", "pattern", "multipleOf", "uniqueItems"];

impl Comparison<'_> {
    pub(super) fn bounds(&mut self, place: &str, old: &View, new: &View, way: Way) {
        let keywords = LOWER.iter().chain(&UPPER).filter(|_| way == Way::Sent).chain(&FORM);
        for keyword in keywords {
            let (before, now) = (old.get(keyword), new.get(keyword));
            let breaks = match way {
                Way::Sent => narrows(keyword, before, now),
                // A form that is given up, or another one. Bounds of numbers tell nothing that a client would rest on.
                Way::Got => !before.is_null() && before != now,
            };
            if breaks {
                self.add(place, format!("`{keyword}` changed from {before} to {now}"));
            }
        }
    }
}

fn narrows(keyword: &str, before: &Value, now: &Value) -> bool {
    match (before.as_f64(), now.as_f64()) {
        (_, None) if now.is_null() => false,
        (Some(before), Some(now)) if LOWER.contains(&keyword) => now > before,
        (Some(before), Some(now)) if UPPER.contains(&keyword) => now < before,
        // A least length of nothing is no bound.
        (None, Some(now)) if keyword.starts_with("min") && keyword != "minimum" => now > 0.0,
        _ => before != now,
    }
}
