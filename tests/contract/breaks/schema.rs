//! One schema beside its older form.

use std::collections::BTreeSet;

use super::view::View;
use super::{Comparison, Way, fields};
use serde_json::{Value, json};

/// Pairs of named schemas that are being compared, so that those that contain themselves end.
type Seen = BTreeSet<(String, String, Way)>;

impl Comparison<'_> {
    pub(super) fn schema(&mut self, place: &str, old: &Value, new: &Value, way: Way) {
        self.within(place, old, new, way, &mut Seen::new());
    }

    fn within(&mut self, place: &str, old: &Value, new: &Value, way: Way, seen: &mut Seen) {
        let (old, new) = (View::of(self.old, old), View::of(self.new, new));
        if let (Some(before), Some(now)) = (&old.name, &new.name)
            && !seen.insert((before.clone(), now.clone(), way))
        {
            return;
        }
        self.null(place, &old, &new, way);
        self.types(place, &old, &new, way);
        self.words(place, &old, &new, way);
        self.bounds(place, &old, &new, way);
        self.union(place, &old, &new, way, seen);
        self.properties(place, &old, &new, way, seen);
        if old.get("items").is_object() && new.get("items").is_object() {
            self.within(&format!("{place}/[]"), old.get("items"), new.get("items"), way, seen);
        }
    }

    fn null(&mut self, place: &str, old: &View, new: &View, way: Way) {
        match way {
            Way::Sent if old.nullable && !new.nullable => self.add(place, "null is no longer taken"),
            Way::Got if !old.nullable && new.nullable => self.add(place, "it may now be null"),
            _ => {}
        }
    }

    fn types(&mut self, place: &str, old: &View, new: &View, way: Way) {
        let (wide, narrow) = match way {
            Way::Sent => (new.types(), old.types()),
            Way::Got => (old.types(), new.types()),
        };
        let holds = |one: &&str| wide.contains(*one) || (**one == *"integer" && wide.contains("number"));
        let fits = wide.is_empty() || (!narrow.is_empty() && narrow.iter().all(holds));
        if !fits {
            let told = |view: &View| view.types().into_iter().collect::<Vec<_>>().join(" or ");
            self.add(place, format!("the type changed from \"{}\" to \"{}\"", told(old), told(new)));
        }
    }

    /// Closed lists of words.
    fn words(&mut self, place: &str, old: &View, new: &View, way: Way) {
        match (way, old.closed_list(), new.closed_list()) {
            (Way::Sent, None, Some(list)) => self.add(place, format!("only {} is taken now", told(&list))),
            (Way::Sent, Some(before), Some(now)) => {
                let gone: Vec<_> = before.into_iter().filter(|word| !now.contains(word)).collect();
                if !gone.is_empty() {
                    self.add(place, format!("{} is no longer taken", told(&gone)));
                }
            }
            (Way::Got, Some(_), None) => self.add(place, "it is no longer one of a closed list"),
            (Way::Got, Some(before), Some(now)) if old.get("x-extensible-enum").is_null() => {
                let more: Vec<_> = now.into_iter().filter(|word| !before.contains(word)).collect();
                if !more.is_empty() {
                    self.add(place, format!("{} is new in a closed list", told(&more)));
                }
            }
            _ => {}
        }
    }

    fn union(&mut self, place: &str, old: &View, new: &View, way: Way, seen: &mut Seen) {
        let (before, now) = (old.alternatives(), new.alternatives());
        if before.is_empty() && now.is_empty() {
            return;
        }
        if before.is_empty() || now.is_empty() {
            return self.add(place, "it became a union, or is one no longer");
        }
        let tag = |view: &View| view.get("discriminator")["propertyName"].clone();
        if tag(old) != tag(new) {
            self.add(place, format!("the tag of the union {} became {}", tag(old), tag(new)));
        }
        for (name, alternative) in &before {
            match now.iter().find(|(other, _)| other == name) {
                Some((_, same)) => self.within(&format!("{place}/{name}"), alternative, same, way, seen),
                None if way == Way::Sent => self.add(place, format!("the alternative {name} is no longer taken")),
                None => {}
            }
        }
        for (name, _) in now.iter().filter(|(name, _)| way == Way::Got && !before.iter().any(|(old, _)| old == name)) {
            self.add(place, format!("the alternative {name} is new in a closed union"));
        }
    }

    fn properties(&mut self, place: &str, old: &View, new: &View, way: Way, seen: &mut Seen) {
        for (name, property) in fields(old.get("properties")) {
            let at = format!("{place}/{name}");
            let Some(same) = new.get("properties").get(name) else {
                self.add(&at, "the field is gone");
                continue;
            };
            match (way, old.requires(name), new.requires(name)) {
                (Way::Sent, false, true) => self.add(&at, "the field is now required"),
                (Way::Got, true, false) => self.add(&at, "the field may now be missing"),
                _ => {}
            }
            self.within(&at, property, same, way, seen);
        }
        let known = |name: &str| old.get("properties").get(name).is_some();
        for (name, _) in fields(new.get("properties")).filter(|(name, _)| !known(name)) {
            if way == Way::Sent && new.requires(name) {
                self.add(&format!("{place}/{name}"), "the field is new and required");
            }
        }
        if way == Way::Sent && !old.is_closed() && new.is_closed() {
            self.add(place, "further fields are no longer taken");
        }
        let (before, now) = (old.get("additionalProperties"), new.get("additionalProperties"));
        if before.is_object() && now.is_object() {
            self.within(&format!("{place}/*"), before, now, way, seen);
        }
        let (before, now) = (old.get("propertyNames"), new.get("propertyNames"));
        if before.is_object() || now.is_object() {
            // Where nothing is said of them, names are any text.
            let any = json!({ "type": "string" });
            let [before, now] = [before, now].map(|names| if names.is_object() { names } else { &any });
            self.within(&format!("{place}/(names)"), before, now, way, seen);
        }
    }
}

fn told(list: &[Value]) -> String {
    list.iter().map(Value::to_string).collect::<Vec<_>>().join(", ")
}
