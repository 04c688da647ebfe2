//! Each phrase of the complaint file is said in each language, with each word that it chooses by.

use fluent_bundle::{FluentArgs, FluentValue};

use super::SLIPS;
use crate::domain::controller::IdentityElement;
use crate::domain::deadline::ReceiptKind;
use crate::domain::eligibility::EligibilityTest;
use crate::domain::legal_order::LegalOrder;
use crate::domain::mandate::{ComplaintAct, EvidenceKind};
use crate::domain::response::{ResponseKind, Via};
use crate::domain::right::Right;
use crate::wording::bundle::try_say;
use crate::wording::{Language, Phrase, Words};

/// Numbers that have each plural form in one of the languages.
const NUMBERS: &[u64] = &[1, 2, 5, 12, 22, 1_250, 1_000_000];

/// The words that a variable can be, as far as a phrase may choose by it.
fn choices(phrase: Phrase, variable: &str) -> Vec<FluentValue<'static>> {
    let words = |words: &[&'static str]| words.iter().map(|word| FluentValue::from(*word)).collect();
    match variable {
        "people" | "requests" | "points" | "count" | "volumes" | "days" | "number" | "volume" | "pages" | "page"
        | "severity" => NUMBERS.iter().map(|number| FluentValue::from(*number)).collect(),
        "annex" => [1u64, 2, 3].map(FluentValue::from).to_vec(),
        "date" | "on" => words(&["2026-03-01"]),
        "first" | "last" if phrase == Phrase::Span => words(&["2026-03-01", "2026-08-05"]),
        "version" => words(&["full", "non_confidential"]),
        "test" => EligibilityTest::ALL.iter().map(|word| FluentValue::from(word.as_str())).collect(),
        "right" => Right::ALL.iter().map(|word| FluentValue::from(word.as_str())).collect(),
        "act" => ComplaintAct::ALL.iter().map(|word| FluentValue::from(word.as_str())).collect(),
        "element" => IdentityElement::ALL.iter().map(|word| FluentValue::from(word.as_str())).collect(),
        "via" => Via::ALL.iter().map(|word| FluentValue::from(word.as_str())).collect(),
        "kind" => match phrase {
            Phrase::EvidenceKind => EvidenceKind::ALL.iter().map(|word| FluentValue::from(word.as_str())).collect(),
            Phrase::ReceiptKind => ReceiptKind::ALL.iter().map(|word| FluentValue::from(word.as_str())).collect(),
            Phrase::Response => ResponseKind::ALL.iter().map(|word| FluentValue::from(word.as_str())).collect(),
            _ => words(&["address", "email", "phone"]),
        },
        "duty" => words(&["time", "refusal", "identity", "abuse", "content", "recipients", "sanction"]),
        "remedy" => words(&["investigate", "establish", "comply", "operations", "sanction", "inform"]),
        "slot" => words(&["complainant", "representative", "mandate", "controller", "infringement"]),
        "what" => words(&[
            "name",
            "contacts",
            "identifiers",
            "credential",
            "mandate_scope",
            "mandate_document",
            "asked",
            "response_content",
            "files",
            "clock",
        ]),
        _ => words(&["X-1"]),
    }
}

/// Every text that a phrase can be, under each law.
fn texts(language: Language, phrase: Phrase) -> Vec<String> {
    const VARIABLES: &[&str] = &[
        "act",
        "annex",
        "authority",
        "calendar",
        "calendars",
        "complaint",
        "controller",
        "count",
        "date",
        "days",
        "duty",
        "element",
        "example",
        "first",
        "kind",
        "last",
        "number",
        "on",
        "organisation",
        "page",
        "pages",
        "people",
        "person",
        "points",
        "reason",
        "reference",
        "remedy",
        "requests",
        "right",
        "rule",
        "rules",
        "section",
        "severity",
        "slot",
        "test",
        "town",
        "version",
        "via",
        "volume",
        "volumes",
        "what",
    ];
    let words = Words::of(language);
    let most = VARIABLES.iter().map(|variable| choices(phrase, variable).len()).max().unwrap_or(1);
    let say = |law: LegalOrder, turn: usize| {
        let mut facts = FluentArgs::new();
        facts.set("law", law.as_str());
        for variable in VARIABLES {
            let choices = choices(phrase, variable);
            facts.set(*variable, choices[turn % choices.len()].clone());
        }
        try_say(words.sentences(), phrase.message(), None, &facts).unwrap()
    };
    LegalOrder::ALL
        .iter()
        .flat_map(|law| (0..most).map(move |turn| (*law, turn)))
        .map(|(law, turn)| say(law, turn))
        .collect()
}

#[test]
fn every_phrase_is_said_in_every_language() {
    for language in Language::ALL {
        for phrase in Phrase::ALL {
            for text in texts(*language, *phrase) {
                assert!(!text.is_empty(), "{language}: {phrase:?}");
                for slip in SLIPS.iter().filter(|slip| **slip != "\n") {
                    assert!(!text.contains(slip), "{language}, {phrase:?}: {slip:?} stands in {text:?}");
                }
            }
        }
    }
}

/// A translation that was forgotten would be the English text. Short words are the same in several languages.
#[test]
fn no_phrase_is_left_in_english() {
    for language in Language::ALL.iter().filter(|language| **language != Language::English) {
        for phrase in Phrase::ALL {
            for (text, english) in texts(*language, *phrase).iter().zip(texts(Language::English, *phrase)) {
                assert!(english.chars().count() < 14 || *text != english, "{language}, {phrase:?}: {text}");
            }
        }
    }
}

#[test]
fn polish_chooses_the_form_of_the_number() {
    let texts = texts(Language::Polish, Phrase::Minors);
    for (text, begins) in
        texts.iter().zip(["Jedna osoba działa", "2 osoby działają", "5 osób działa", "12 osób", "22 osoby"])
    {
        assert!(text.starts_with(begins), "{text}");
    }
}
