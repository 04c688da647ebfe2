use jiff::civil::Date;

use super::{ComplaintLine, MandateFacts, OrganisationFacts, RequestFacts, StatusFacts, Tone};
use crate::domain::calendar::Calendars;
use crate::domain::deadline::{Case, Deadline, Regime, compute};
use crate::domain::mandate::{AnswerRecipient, Mandate, MandateState};
use crate::domain::right::Right;
use crate::domain::status::{ComplaintTold, Happening, Line, RequestStage, Status};
use crate::wording::{Language, Words};

const SLIPS: &[&str] =
    &["..", "  ", "{", "}", "$", "\u{2068}", "\u{2069}", " ,", " .", "none", "( ", " )", "()", "\n", ". ."];

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn mandate(recipient: AnswerRecipient, until: Option<&str>) -> Mandate {
    let mandate = serde_json::json!({
        "powers": {
            "request": { "rights": ["access"], "controllers": { "kind": "all" }, "answer_recipient": recipient },
            "complaint": { "acts": ["complaint"], "controllers": { "kind": "all" } },
            "disclosure_consent": true,
        },
        "signed_on": "2026-01-02", "valid_from": "2026-01-02", "valid_until": until,
        "evidence": { "kind": "signed_paper" }, "revoked_at": null,
    });
    serde_json::from_value(mandate).unwrap()
}

fn deadline() -> Deadline {
    let case = Case::new(Regime::GdprRequest, "FR".parse().unwrap(), day("2026-03-05"));
    compute(&case, &Calendars::bundled()).unwrap()
}

fn status(standing: RequestStage, silent_days: Option<i32>, next: Option<Date>) -> Status {
    let line = |what: &Happening| Line { on: day("2026-03-02"), what: *what };
    Status { standing, lines: Happening::ALL.iter().map(line).collect(), next, silent_days }
}

const UNION: OrganisationFacts<'_> =
    OrganisationFacts { name: "Union", email: Some("help@example.org"), website: Some("https://example.org") };

/// Every text of a page, as the page has them.
fn texts(page: &impl serde::Serialize) -> Vec<String> {
    fn collect(value: &serde_json::Value, found: &mut Vec<String>) {
        match value {
            serde_json::Value::String(text) => found.push(text.clone()),
            serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
            serde_json::Value::Object(fields) => fields.values().for_each(|field| collect(field, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    collect(&serde_json::to_value(page).unwrap(), &mut found);
    found
}

fn hold(language: Language, page: &impl serde::Serialize) -> usize {
    let texts = texts(page);
    for text in &texts {
        for slip in SLIPS {
            assert!(!text.contains(slip), "{language}: {slip:?} stands in {text:?}");
        }
    }
    texts.len()
}

#[test]
fn every_text_is_said_in_every_language() {
    let deadline = deadline();
    let due = deadline.final_deadline;
    let mut statuses: Vec<_> = RequestStage::ALL.iter().map(|standing| status(*standing, None, None)).collect();
    statuses.extend([0, 1, 2, 5, 12, 22, 21].map(|days| status(RequestStage::Late, Some(days), due)));
    let people = mandate(AnswerRecipient::Person, Some("2027-01-01"));
    let union = mandate(AnswerRecipient::Organisation, None);
    for language in Language::ALL {
        let words = Words::of(*language);
        let of_right = |right: &Right| RequestFacts {
            right: *right,
            controller: "Example",
            status: &statuses[0],
            deadline: Some(&deadline),
        };
        let requests: Vec<_> = statuses
            .iter()
            .map(|status| RequestFacts { status, ..of_right(&Right::Access) })
            .chain(Right::ALL.iter().map(of_right))
            .collect();
        let of_state = |state: &MandateState| MandateFacts {
            id: "mdt_1",
            mandate: if *state == MandateState::Active { &people } else { &union },
            state: *state,
            ended_on: (*state == MandateState::Revoked).then(|| day("2026-05-01")),
        };
        let page = words.status_page(&StatusFacts {
            organisation: UNION,
            today: day("2026-05-05"),
            requests: requests.clone(),
            complaints: ComplaintTold::ALL
                .iter()
                .map(|told| ComplaintLine { on: day("2026-05-04"), told: *told, controller: "Example" })
                .collect(),
            mandates: MandateState::ALL.iter().map(of_state).collect(),
        });
        assert!(hold(*language, &page) > 400, "{language}");
        let can_take_back = page.mandates.items.iter().filter(|one| one.take_back.is_some()).count();
        assert_eq!(can_take_back, 2, "what has ended cannot be taken back");
        assert!(page.requests.items.iter().any(|card| card.tone == Tone::Late && card.next.is_some()));
        assert_eq!(page.frame.languages.iter().filter(|one| one.current).count(), 1);
        for count in [0, 1, 2, 5, 12, 22] {
            let some = vec![of_right(&Right::Access); count];
            hold(*language, &words.confirm_page("mdt_1", &UNION, &some));
            hold(*language, &words.done_page(&UNION, &some));
        }
        hold(*language, &words.gone_page());
    }
}

#[test]
fn a_page_with_nothing_says_so() {
    let silent = OrganisationFacts { email: None, website: None, ..UNION };
    for language in Language::ALL {
        let facts = StatusFacts {
            organisation: silent,
            today: day("2026-05-05"),
            requests: vec![],
            complaints: vec![],
            mandates: vec![],
        };
        let page = Words::of(*language).status_page(&facts);
        hold(*language, &page);
        assert!(!page.requests.none.is_empty() && !page.mandates.none.is_empty() && !page.contact.none.is_empty());
        assert_eq!(page.complaints, None);
    }
}

#[test]
fn numbers_have_the_form_of_their_language() {
    let silence = |language: Language, days| {
        let status = status(RequestStage::Late, Some(days), None);
        let facts = RequestFacts { right: Right::Access, controller: "Example", status: &status, deadline: None };
        Words::of(language).request_card(&facts).silence.unwrap()
    };
    assert_eq!(silence(Language::English, 1), "No news for one day.");
    assert_eq!(silence(Language::English, 30), "No news for 30 days.");
    assert_eq!(silence(Language::German, 0), "Heute kam eine Nachricht.");
    let running = |count| {
        let status = status(RequestStage::Running, None, None);
        let one = RequestFacts { right: Right::Access, controller: "Example", status: &status, deadline: None };
        Words::of(Language::Polish).done_page(&UNION, &vec![one; count]).running
    };
    assert!(running(2).starts_with("2 wnioski toczą się"), "{}", running(2));
    assert!(running(5).starts_with("5 wniosków toczy się"), "{}", running(5));
}

/// Whoever glances at a tab or a list of tabs learns nothing (Z-19).
#[test]
fn titles_say_nothing() {
    for language in Language::ALL {
        let title = Words::of(*language).gone_page().frame.title;
        assert_eq!(title.split_whitespace().count(), 1, "{title}");
    }
}
