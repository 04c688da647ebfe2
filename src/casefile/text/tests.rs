//! The file of a complaint cites the law of its authority, and no other.

use jiff::civil::Date;
use serde_json::json;

use super::{Extent, Of, annexes, main_text, volume};
use crate::casefile::facts::{ComplaintFacts, PersonFacts};
use crate::casefile::view::{self, Version};
use crate::domain::calendar::Calendars;
use crate::domain::complaint::Slot;
use crate::domain::deadline::{Case, ExtensionNotice, QuestionKind, Receipt, ReceiptKind, Suspension, compute};
use crate::domain::finding::FindingCode;
use crate::domain::legal_order::LegalOrder;
use crate::domain::mandate::ComplaintAct;
use crate::domain::place::Place;
use crate::domain::right::Right;
use crate::wording::{Language, Phrase, Words};

fn place(text: &str) -> Place {
    text.parse().unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A complaint about everything that can be found, to an authority at a place, about a controller at a place.
fn complaint(language: Language, authority: &str, controller: &str) -> ComplaintFacts {
    let on = json!({ "first": "2026-03-02", "last": "2026-07-01" });
    let points = FindingCode::ALL.iter().map(|code| json!({ "code": code, "people": 2, "requests": 3, "on": on }));
    let requests = Right::ALL.iter().map(|right| json!({ "right": right, "requests": 2 }));
    let slots = Slot::ALL.iter().map(|slot| json!({ "slot": slot, "complete_for": 2 }));
    serde_json::from_value(json!({
        "reference": "C-1", "prepared_on": "2026-09-14", "language": language,
        "organisation": {
            "name": "Association", "country": "FR", "contacts": ["office@example.org"],
            "eligibility": { "constituted_in": "FR", "national_basis": "Loi 78-17, art. 37" },
        },
        "controller": { "name": "Example", "country": controller },
        "authority": { "name": "Authority", "place": authority },
        "competence": { "reasons": [], "presumed_lead": "Another authority" },
        "counts": {
            "people": 2, "legally_represented": 1, "requests": requests.collect::<Vec<_>>(),
            "unanswered": 1, "refused": 1, "answered_late": 1, "received": on,
        },
        "points": points.collect::<Vec<_>>(),
        "completeness": { "slots": slots.collect::<Vec<_>>() },
        "rule_version": "2026.2", "calendar_versions": [],
    }))
    .unwrap()
}

/// A person whose request to a controller at a place was asked back about, extended, and found wanting in every way.
fn person(controller: &str) -> PersonFacts {
    let receipt = Receipt::on(ReceiptKind::RegisteredDelivery, day("2026-03-02"), place(controller)).unwrap();
    let mut case = Case::of_request(place(controller), Right::Access, &receipt);
    let (asked_on, supplied_on) = (day("2026-03-04"), Some(day("2026-03-09")));
    case.suspensions = [QuestionKind::Identity, QuestionKind::Scope]
        .map(|kind| Suspension { kind, asked_on, supplied_on, decision: None })
        .to_vec();
    case.extensions = vec![ExtensionNotice { notified_on: day("2026-03-30"), months: 2, reasoned: true }];
    let deadline = compute(&case, &Calendars::bundled()).unwrap();
    let findings = FindingCode::ALL
        .iter()
        .map(|code| json!({ "code": code, "on": "2026-06-24", "facts": { "due": "2026-06-02", "days_late": 3, "months": 3 } }));
    serde_json::from_value(json!({
        "reference": "P-00001", "name": "Ada Example", "contacts": [], "identifiers": [],
        "mandate": {
            "credential": "mdt_1", "signed_on": "2026-02-11", "valid_from": "2026-02-11", "rights": Right::ALL,
            "complaint_acts": ComplaintAct::ALL, "evidence": "electronic_signature", "by_legal_representative": true,
        },
        "requests": [{
            "reference": "RQ-1", "right": "access", "asked": [], "place": controller, "filed_on": "2026-02-27",
            "deadline": deadline, "responses": [], "findings": findings.collect::<Vec<_>>(),
        }],
    }))
    .unwrap()
}

/// The words of all documents of one version, as they go to the typesetter.
fn told(facts: &ComplaintFacts, person: &PersonFacts, version: Version) -> String {
    let (words, law) = (Words::of(facts.language), facts.law());
    let extent = Extent { first: "P-00001".into(), last: "P-00002".into(), volumes: 1 };
    let of = Of { complaint: "C-1", person: "P-00001", prepared_on: facts.prepared_on, version, law };
    let sheets = [
        main_text(words, facts, version, &extent),
        annexes(words, &view::person(person, version.recipient()), of),
        volume(words, law, "C-1", 1, 1, &[]),
    ];
    serde_json::to_string(&sheets).unwrap()
}

/// What each language calls the laws of the Union and of the United Kingdom, and the Swiss one. The second has the first in it.
const fn laws(language: Language) -> [&'static str; 3] {
    match language {
        Language::English => ["GDPR", "UK GDPR", "FADP"],
        Language::French => ["RGPD", "RGPD britannique", "LPD"],
        Language::German => ["DSGVO", "UK-DSGVO", "DSG"],
        Language::Spanish => ["RGPD", "RGPD del Reino Unido", "LPD"],
        Language::Italian => ["GDPR", "GDPR britannico", "LPD"],
        Language::Dutch => ["AVG", "Britse AVG", "FADP"],
        Language::Polish => ["RODO", "brytyjskiego RODO", "FADP"],
    }
}

/// Acts of the Union that hold nowhere else, and what only its law has: an authority that leads, member states.
const OF_THE_UNION: &[&str] =
    &["2025/2518", "1182/71", "2016/679", "Euratom", "Another authority", "Member State", "Loi 78-17"];
const OF_THE_KINGDOM: &str = "DPA 2018";

#[test]
fn each_file_cites_the_law_of_its_authority_alone() {
    for language in Language::ALL {
        let [union, kingdom, swiss] = laws(*language);
        for version in Version::ALL {
            let file = |at: &str| told(&complaint(*language, at, at), &person(at), *version);
            let gdpr = file("DE-BE");
            for own in OF_THE_UNION.iter().copied().filter(|own| *own != "Member State").chain([union]) {
                assert!(gdpr.contains(own), "{language} {version}: {own} is looked for");
            }
            for foreign in [kingdom, swiss, OF_THE_KINGDOM].iter().filter(|foreign| !union.starts_with(**foreign)) {
                assert!(!gdpr.contains(foreign), "{language} {version}: {foreign} in {gdpr}");
            }
            let uk = file("GB-ENG");
            assert!(uk.contains(kingdom) && uk.contains(OF_THE_KINGDOM), "{language} {version}");
            let without_own = uk.replace(kingdom, "");
            for foreign in OF_THE_UNION.iter().chain(&[union, swiss]) {
                assert!(!without_own.contains(foreign), "{language} {version}: {foreign} in {uk}");
            }
            let ch = file("CH-ZH");
            assert!(ch.contains(swiss), "{language} {version}");
            for foreign in OF_THE_UNION.iter().chain(&[union, OF_THE_KINGDOM]) {
                assert!(!ch.contains(foreign), "{language} {version}: {foreign} in {ch}");
            }
        }
    }
}

/// What the law of an authority does not regulate is told without a provision: that of another law would be no basis there.
#[test]
fn what_a_law_does_not_know_has_no_provision_in_it() {
    for language in Language::ALL {
        let words = Words::of(*language);
        let none = words.label(Phrase::NoProvision);
        for law in LegalOrder::ALL {
            for code in FindingCode::ALL {
                let told = words.finding_provisions(*code, *law);
                assert_eq!(told == none, code.article(*law).is_none(), "{language} {law} {code}: {told}");
            }
        }
    }
}

/// Periods ran by the law of the controller's place, whichever authority is told of them.
#[test]
fn periods_are_told_by_the_law_that_they_ran_by() {
    let told = |authority, controller| {
        told(&complaint(Language::English, authority, controller), &person(controller), Version::Full)
    };
    let irish = told("GB", "IE");
    assert!(irish.contains("computed under Article 12(3) GDPR and Regulation (EEC, Euratom) No 1182/71"));
    assert!(irish.contains("under section 165 of the Data Protection Act 2018"));
    let british = told("IE", "GB");
    assert!(british.contains("computed under Articles 12(3) and 12A UK GDPR"));
    assert!(british.contains("under Articles 77 and 80(1) of Regulation (EU) 2016/679"));
}
