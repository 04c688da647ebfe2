//! The importer over real records of the open directory, which lie beside the project and not in it. Where they are
//! absent these tests say so and hold nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::parse::{SourceFile, parse_folder};
use super::plan::{Existing, ExistingState, ImportPlan};
use super::refusal::RefusalReason;
use super::schema::{self, Field, Rule};
use crate::domain::controller::{Channel, ChannelKind};

fn data() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/datenanfragen");
    if path.is_dir() {
        return Some(path);
    }
    eprintln!("NOT TESTED: no records of the open directory at {}", path.display());
    None
}

fn files(root: &Path) -> Vec<SourceFile> {
    let mut files = Vec::new();
    for folder in ["companies", "obsolete-records"] {
        for item in fs::read_dir(root.join(folder)).unwrap() {
            let path = item.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            files.push(SourceFile { path: format!("{folder}/{name}"), content: Ok(fs::read(&path).unwrap()) });
        }
    }
    files
}

fn tally<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for item in items {
        *counts.entry(item).or_default() += 1;
    }
    counts
}

#[test]
fn all_records_convert() {
    let Some(root) = data() else { return };
    let folder = parse_folder(files(&root));
    assert_eq!(folder.refused, []);
    assert_eq!((folder.entries.len(), folder.obsolete.len()), (306, 20));
    let entries = || folder.entries.values();

    let countries = tally(entries().map(|entry| entry.country.as_deref().unwrap_or("?")));
    for (country, count) in [("DE", 147), ("GB", 25), ("FR", 20), ("US", 17), ("SE", 13), ("AT", 9), ("IM", 1)] {
        assert_eq!(countries.get(country), Some(&count), "{country}: {countries:?}");
    }
    assert_eq!(countries.get("?"), None);

    let first = tally(entries().map(|entry| entry.channels[0].kind()));
    let expected = [(ChannelKind::Email, 259), (ChannelKind::Portal, 24), (ChannelKind::Post, 23)];
    assert_eq!(first, expected.into(), "the preferred way");
    assert!(entries().flat_map(|entry| &entry.channels).all(|channel| channel.check().is_ok()));
    let post = |entry: &&super::DirectoryEntry| entry.channels.iter().any(|c| matches!(c, Channel::Post { .. }));
    assert_eq!(entries().filter(post).count(), 306);

    let known_part = |entry: &&super::DirectoryEntry| entry.subdivision.is_some();
    assert_eq!(entries().filter(known_part).count(), 120);
    let notes = tally(entries().flat_map(|entry| &entry.notes).map(|note| note.as_str()));
    assert_eq!(notes, [("element_type_contradicted", 7), ("subdivision_unknown", 78)].into());

    let elements = tally(entries().flat_map(|entry| &entry.identity_needs).map(|need| need.element.as_str()));
    let expected = [
        ("address", 27),
        ("birth_date", 7),
        ("customer_number", 1),
        ("email", 32),
        ("name", 52),
        ("other", 17),
        ("phone", 3),
    ];
    assert_eq!(elements, expected.into());
}

#[test]
fn the_plan_takes_all_records_and_a_second_run_does_nothing() {
    let Some(root) = data() else { return };
    let first = ImportPlan::<u8>::of(parse_folder(files(&root)), &BTreeMap::new());
    assert_eq!((first.added.len(), first.redirected.len(), first.retired.len(), first.refused.len()), (306, 1, 6, 13));
    assert_eq!(
        (first.redirected[0].entry.slug.as_str(), first.redirected[0].to.as_str()),
        ("creditreform-boniversum", "infoscore")
    );
    // The controllers these redirect to are not among the 306.
    assert!(first.refused.iter().all(|one| one.problems[0].reason == RefusalReason::RedirectTargetMissing));
    let known = |digest, state| Existing { id: 0, digest, state };
    let entries = first.added.iter().map(|new| (new.entry.slug.clone(), known(new.digest, ExistingState::Active)));
    let redirected = first
        .redirected
        .iter()
        .map(|one| (one.entry.slug.clone(), known(one.digest, ExistingState::Redirected { to: one.to.clone() })));
    let retired = first.retired.iter().map(|one| (one.entry.slug.clone(), known(one.digest, ExistingState::Retired)));
    let directory = entries.chain(redirected).chain(retired).collect();
    let second = ImportPlan::of(parse_folder(files(&root)), &directory);
    assert!(second.changes_nothing());
    assert_eq!(second.unchanged.len(), 313);
    assert_eq!(second.refused, first.refused);
}

#[test]
fn our_table_says_what_the_published_schemas_say() {
    let Some(root) = data() else { return };
    for (file, fields) in [("schema.json", schema::COMPANY), ("schema-obsolete-records.json", schema::OBSOLETE)] {
        let published: Value = serde_json::from_slice(&fs::read(root.join(file)).unwrap()).unwrap();
        same_fields(&published, fields);
    }
}

/// Holds the table against a published object: names, required names, types, words, patterns, formats.
fn same_fields(published: &Value, fields: &[Field]) {
    let properties = published["properties"].as_object().unwrap();
    let names: BTreeSet<_> = properties.keys().map(String::as_str).collect();
    assert_eq!(fields.iter().map(|field| field.name).collect::<BTreeSet<_>>(), names);
    assert_eq!(published["additionalProperties"], false);
    let required: BTreeSet<_> = published["required"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert_eq!(fields.iter().filter(|field| field.required).map(|field| field.name).collect::<BTreeSet<_>>(), required);
    for field in fields {
        same_rule(field.name, &properties[field.name], &field.rule);
    }
}

fn same_rule(name: &str, published: &Value, rule: &Rule) {
    let text = |pattern: &str, format: &str| {
        assert_eq!(published["type"], "string", "{name}");
        assert_eq!(published["pattern"].as_str().unwrap_or(""), pattern, "{name}");
        assert_eq!(published["format"].as_str().unwrap_or(""), format, "{name}");
    };
    match rule {
        Rule::Word(words) => assert_eq!(published["enum"], Value::from(words.to_vec()), "{name}"),
        Rule::Bool => assert_eq!(published["type"], "boolean", "{name}"),
        Rule::True => assert_eq!(published["enum"], Value::from(vec![true]), "{name}"),
        Rule::Line => text("", ""),
        Rule::Text => text("", "text"),
        Rule::Slug => text("^[a-z0-9-]+$", ""),
        Rule::Name => text("^\\S.*\\S$", ""),
        Rule::Phone => text("^\\+\\d+ \\d+ (?:\\d+ )*\\d+(?: ext\\. \\d+)?$", ""),
        Rule::Email => text("", "idn-email"),
        Rule::WebAddress | Rule::Uri => text("", "uri"),
        Rule::Fingerprint => text("^([0-9A-F]{4} ){5}( [0-9A-F]{4}){5}$", ""),
        Rule::Language => text("^[a-z]{2}$", ""),
        Rule::List(item) => {
            assert_eq!(published["type"], "array", "{name}");
            assert!(published.get("uniqueItems").is_none() && published.get("minItems").is_none(), "{name}");
            same_rule(name, &published["items"], item);
        }
        Rule::Set(min, item) => {
            assert_eq!(published["type"], "array", "{name}");
            assert_eq!(published["uniqueItems"], true, "{name}");
            assert_eq!(published["minItems"].as_u64().unwrap_or(0), *min as u64, "{name}");
            same_rule(name, &published["items"], item);
        }
        Rule::Object(fields) => same_fields(published, fields),
    }
}
