//! The files of every language have the same messages with the same variables, and none that nothing says.

use std::collections::{BTreeMap, BTreeSet};

use super::samples;
use crate::domain::authority::routing::{MissingFact, NoLead, ReasonKind};
use crate::domain::finding::FindingCode;
use crate::wording::bundle::texts;
use crate::wording::citation::ACTS;
use crate::wording::{Language, Phrase, Words, letter};

/// What a message is made of.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Entry {
    variables: BTreeSet<String>,
    attributes: BTreeSet<String>,
    /// Messages that it takes in.
    takes: BTreeSet<String>,
}

/// The messages of a language. A message that others take in is a helper of that language: it is folded into them.
fn messages(language: Language) -> BTreeMap<String, Entry> {
    let texts = texts(language);
    let mut found: BTreeMap<String, Entry> = BTreeMap::new();
    for file in texts.names.iter().chain(texts.sentences) {
        read(file, &mut found);
    }
    let taken: BTreeSet<String> = found.values().flat_map(|entry| entry.takes.clone()).collect();
    let whole = |entry: &Entry| {
        let mut whole = Entry { takes: BTreeSet::new(), ..entry.clone() };
        whole.variables.extend(entry.takes.iter().flat_map(|name| found[name].variables.clone()));
        whole
    };
    found.iter().filter(|(name, _)| !taken.contains(*name)).map(|(name, entry)| (name.clone(), whole(entry))).collect()
}

fn read(file: &str, found: &mut BTreeMap<String, Entry>) {
    let mut current = String::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        let mut text = line;
        if let Some((name, rest)) =
            line.split_once(" = ").filter(|_| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        {
            current = name.to_owned();
            assert!(found.insert(current.clone(), Entry::default()).is_none(), "{name} stands twice");
            text = rest;
        }
        let Some(entry) = found.get_mut(&current) else { continue };
        if let Some((attribute, rest)) = text.trim_start().strip_prefix('.').and_then(|rest| rest.split_once(" = ")) {
            entry.attributes.insert(attribute.to_owned());
            text = rest;
        }
        let word =
            |text: &str| text.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-')).collect();
        entry.variables.extend(text.split('$').skip(1).map(word));
        for placed in text.split("{ ").skip(1) {
            let name: String = word(placed);
            if !name.is_empty() && placed[name.len()..].starts_with(" }") {
                entry.takes.insert(name);
            }
        }
    }
}

#[test]
fn every_language_has_the_same_messages_with_the_same_variables() {
    let english = messages(Language::English);
    assert!(english.len() > 80, "the files are read");
    for language in Language::ALL {
        let own = messages(*language);
        let names = |messages: &BTreeMap<String, Entry>| messages.keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(names(&own), names(&english), "{language}");
        for (name, entry) in &own {
            assert_eq!(entry, &english[name], "{language}: {name}");
        }
    }
}

/// The messages of the page of a person, after `status-`. That each of them is said is held where the page is made.
const STATUS: &str = "title heading lead as-of leave languages skip requests requests-none right asked-of standing \
                      next day how silence history line complaints complaint mandates mandate-given mandate-powers mandate-until \
                      mandate-answers mandate-revoked mandate-expired mandate-none take-back confirm confirm-effect \
                      confirm-requests confirm-others confirm-yes confirm-no done done-effect done-running done-back \
                      contact contact-text contact-email contact-website contact-none own-data own-data-text \
                      gone-title gone gone-text";

#[test]
fn no_message_is_without_use_and_none_is_missing() {
    let words = Words::of(Language::English);
    let mut used: BTreeSet<String> =
        samples::steps().iter().map(|step| format!("step-{}", words.told(step).0)).collect();
    used.extend(FindingCode::ALL.iter().map(|code| format!("finding-{code}")));
    used.extend(ReasonKind::ALL.iter().map(|kind| format!("reason-{kind}")));
    used.extend(NoLead::ALL.iter().map(|why| format!("no-lead-{why}")));
    used.extend(MissingFact::ALL.iter().map(|fact| format!("missing-{fact}")));
    used.extend(ACTS.iter().map(|(_, act)| format!("act-{act}")));
    used.extend(letter::messages());
    used.extend(Phrase::ALL.iter().map(|phrase| phrase.message().to_owned()));
    used.extend(
        [
            "short-due",
            "short-act",
            "short-suspended",
            "short-none",
            "day-off",
            "days-off",
            "citation",
            "date",
            "region",
        ]
        .map(str::to_owned),
    );
    used.extend(STATUS.split_whitespace().map(|name| format!("status-{name}")));
    let lists = |name: &str| name.starts_with("country-") || name.starts_with("holiday-");
    let written: BTreeSet<String> =
        messages(Language::English).into_keys().filter(|name| !lists(name) && name != "weekday").collect();
    assert_eq!(written, used);
}

#[test]
fn every_country_of_the_law_has_a_name() {
    let english = messages(Language::English);
    for country in [
        "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE", "IS",
        "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
    ] {
        assert!(english.contains_key(&format!("country-{country}")), "{country}");
    }
}
