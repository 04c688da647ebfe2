//! Which fields of the API hold personal values: every text that a caller can write freely, but those that are named here with the
//! reason why they are of nobody. A field that is new is personal until somebody says otherwise. And bodies that hold a value which
//! exists once in the world in each of them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

/// Fields that hold no personal value: `Schema.field`, `Schema.*` for all of a schema, `*.field` for all of a name.
const OF_NOBODY: &[(&str, &[&str])] = &[
    (
        "a place: a country or a part of one",
        &["*.place", "*.residence", "*.work", "*.infringement", "*.constituted_in"],
    ),
    ("a code of a country, a language or a currency", &["*.country", "*.language", "*.currency"]),
    (
        "what an organisation calls its own things",
        &[
            "CampaignChange.name",
            "NewCampaign.name",
            "NewCalendarFeed.name",
            "NewClient.name",
            "NewAuthorityClient.name",
            "NewEndpoint.description",
            "EndpointChange.description",
        ],
    ),
    (
        "what a campaign is for, and the field that a line of an upload corrects, which is a word of its columns",
        &["CampaignChange.purpose", "NewCampaign.purpose", "RectificationJson.field"],
    ),
    (
        "the directory, which is public",
        &[
            "ChannelEmail.*",
            "ChannelPortal.*",
            "ChannelPost.*",
            "ChannelWebhook.*",
            "ControllerChange.*",
            "NewController.*",
            "IdentityNeed.*",
            "NewOrganisation.*",
            "OrganisationProfile.*",
            "Eligibility.*",
            "TestEvidence.*",
            "Evidence.sha256",
        ],
    ),
    ("where messages go", &["NewEndpoint.url", "EndpointChange.url"]),
    ("what proves who calls", &["ClientPublicKey.*", "PublicKey.*", "CredentialToVerify.*", "TokenRequest.*"]),
    ("a template or a calendar", &["NewLetterTemplate.*", "TemplateToCheck.*", "TemplateToPreview.*", "NewCalendar.*"]),
    (
        "an id or a word of a list",
        &[
            "*.authority_id",
            "*.controllers",
            "*.message_id",
            "PeopleOutcome.references",
            "ComplaintMoveAcknowledge.reference",
            "MandateJson.rights",
            "NewAssessment.unsatisfied",
            "ResponseFeeDemand.amount",
            "Decision.publication_url",
        ],
    ),
    ("names of columns", &["ColumnMapping.*"]),
    ("the head of a file, which is looked at and not kept", &["UploadHead.*"]),
];

fn is_of_nobody(schema: &str, field: &str) -> bool {
    let named = [format!("{schema}.{field}"), format!("{schema}.*"), format!("*.{field}")];
    OF_NOBODY.iter().flat_map(|(_, fields)| *fields).any(|known| named.iter().any(|name| name == known))
}

/// The value that exists once in the world, and that stands in one field of one schema alone. Letters only, so that it passes as a name.
pub fn canary(schema: &str, field: &str) -> String {
    let mut number = 0xcbf2_9ce4_8422_2325_u64;
    for byte in schema.bytes().chain([b'.']).chain(field.bytes()) {
        number = (number ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let mut word = String::from("qz");
    for _ in 0..12 {
        word.push(char::from(b'a' + u8::try_from(number % 26).unwrap()));
        number /= 26;
    }
    word + "zq"
}

/// Makes bodies of the operations of a document.
pub struct Bodies<'d> {
    document: &'d Value,
    /// Real ids, by the name of their schema.
    pub ids: BTreeMap<String, String>,
    /// The canaries that were used: by whom they are told.
    pub used: BTreeMap<String, String>,
}

impl<'d> Bodies<'d> {
    pub fn of(document: &'d Value) -> Self {
        Self { document, ids: BTreeMap::new(), used: BTreeMap::new() }
    }

    fn resolved<'s>(&'s self, schema: &'s Value) -> (&'s Value, Option<&'s str>) {
        match schema["$ref"].as_str() {
            None => (schema, None),
            Some(name) => {
                let found = self.document.pointer(name.trim_start_matches('#')).expect("a schema of the document");
                (found, name.rsplit('/').next())
            }
        }
    }

    /// Every personal field that is in a schema or below it.
    pub fn personal(&self, name: &str, schema: &Value, seen: &mut BTreeSet<String>, found: &mut BTreeSet<String>) {
        let (schema, referred) = self.resolved(schema);
        let name = referred.unwrap_or(name);
        if referred.is_some_and(|referred| !seen.insert(referred.to_owned())) {
            return;
        }
        let below = ["allOf", "oneOf", "anyOf"].iter().flat_map(|word| schema[*word].as_array().into_iter().flatten());
        below.for_each(|part| self.personal(name, part, seen, found));
        for (field, property) in schema["properties"].as_object().into_iter().flatten() {
            let (leaf, _) = self.resolved(if property["items"].is_object() { &property["items"] } else { property });
            if is_free(leaf) && !is_of_nobody(name, field) {
                found.insert(canary(name, field));
            }
            self.personal(name, property, seen, found);
        }
        for inner in [&schema["items"], &schema["additionalProperties"]].into_iter().filter(|inner| inner.is_object()) {
            self.personal(name, inner, seen, found);
        }
    }

    /// A value of a schema. Of alternatives the one of this number, round and round.
    pub fn value(&mut self, name: &str, field: &str, schema: &Value, turn: usize, depth: usize) -> Value {
        if depth > 12 {
            return Value::Null;
        }
        let (resolved, referred) = self.resolved(schema);
        let (resolved, name) = (resolved.clone(), referred.unwrap_or(name).to_owned());
        if let Some(id) = self.ids.get(name.as_str()) {
            return json!(id);
        }
        for word in ["oneOf", "anyOf"] {
            let ways: Vec<&Value> =
                resolved[word].as_array().into_iter().flatten().filter(|way| way["type"] != "null").collect();
            if !ways.is_empty() {
                return self.value(&name, field, ways[turn % ways.len()], turn, depth + 1);
            }
        }
        if let Some(parts) = resolved["allOf"].as_array() {
            let mut whole = Map::new();
            for part in parts {
                match self.value(&name, field, part, turn, depth + 1) {
                    Value::Object(fields) => whole.extend(fields),
                    other => return other,
                }
            }
            return Value::Object(whole);
        }
        if !resolved["const"].is_null() {
            return resolved["const"].clone();
        }
        if let Some(words) = resolved["enum"].as_array() {
            return words[turn % words.len()].clone();
        }
        match kind(&resolved) {
            "object" => self.object(&name, field, &resolved, turn, depth),
            "array" => json!([self.value(&name, field, &resolved["items"], turn, depth + 1)]),
            "boolean" => json!(true),
            "integer" | "number" => resolved["minimum"].as_i64().map_or(json!(1), |least| json!(least)),
            _ => self.text(&name, field, &resolved),
        }
    }

    fn object(&mut self, name: &str, field: &str, schema: &Value, turn: usize, depth: usize) -> Value {
        let mut whole = Map::new();
        for (below, property) in schema["properties"].as_object().into_iter().flatten() {
            whole.insert(below.clone(), self.value(name, below, property, turn, depth + 1));
        }
        if schema["additionalProperties"].is_object() {
            let inner = self.value(name, field, &schema["additionalProperties"], turn, depth + 1);
            whole.insert("customer_number".to_owned(), inner);
        }
        Value::Object(whole)
    }

    fn text(&mut self, name: &str, field: &str, schema: &Value) -> Value {
        if is_free(schema) && !is_of_nobody(name, field) {
            let word = canary(name, field);
            self.used.insert(word.clone(), format!("{name}.{field}"));
            return json!(if schema["format"] == "email" || field == "email" {
                format!("{word}@example.org")
            } else {
                word
            });
        }
        match schema["format"].as_str() {
            _ if !schema["example"].is_null() => schema["example"].clone(),
            Some("date") => json!("2026-01-05"),
            Some("date-time") => json!("2026-01-05T09:00:00Z"),
            Some("uri") => json!("https://example.org/x"),
            _ => json!(match field {
                "country" => "FR",
                "language" => "fr",
                "currency" => "EUR",
                "amount" => "10.00",
                "rights" => "access",
                _ => "x",
            }),
        }
    }
}

fn kind(schema: &Value) -> &str {
    match &schema["type"] {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null").unwrap_or_default(),
        kind => kind.as_str().unwrap_or(if schema["properties"].is_object() { "object" } else { "" }),
    }
}

/// Whether a caller can write there what it likes.
fn is_free(schema: &Value) -> bool {
    let is_closed = schema["enum"].is_array() || !schema["const"].is_null();
    kind(schema) == "string"
        && !is_closed
        && matches!(schema["format"].as_str(), None | Some("email" | "password"))
        && !schema["pattern"]
            .as_str()
            .is_some_and(|pattern| pattern.starts_with("^[a-z]{3}_") || pattern.contains("0-9a-f]{"))
}

/// How many alternatives the widest choice of a schema has.
pub fn turns(document: &Value, schema: &Value, depth: usize) -> usize {
    let bodies = Bodies::of(document);
    let (schema, _) = bodies.resolved(schema);
    if depth > 8 {
        return 1;
    }
    let mut most =
        ["oneOf", "anyOf"].iter().filter_map(|word| schema[*word].as_array()).map(Vec::len).max().unwrap_or(1);
    let below = ["allOf", "oneOf", "anyOf"].iter().flat_map(|word| schema[*word].as_array().into_iter().flatten());
    let below = below.chain(schema["properties"].as_object().into_iter().flat_map(|fields| fields.values()));
    for part in below.chain([&schema["items"]]).filter(|part| part.is_object()) {
        most = most.max(turns(document, part, depth + 1));
    }
    most
}
