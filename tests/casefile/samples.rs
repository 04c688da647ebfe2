//! Facts of a complaint that has everything a complaint can have. All people are invented.

use jiff::civil::Date;

use recourse::casefile::facts::*;
use recourse::domain::calendar::Calendars;
use recourse::domain::controller::IdentityElement;
use recourse::domain::deadline::{
    Case, Deadline, ExtensionNotice, QuestionKind, Receipt, ReceiptKind, Suspension, compute,
};
use recourse::domain::eligibility::{Eligibility, TestEvidence};
use recourse::domain::finding::{Finding, FindingCode, FindingFacts};
use recourse::domain::mandate::{ComplaintAct, EvidenceKind};
use recourse::domain::place::Place;
use recourse::domain::response::{ResponseKind, Via};
use recourse::domain::right::Right;
use recourse::wording::Language;

/// A value of each kind that may stand in the full version alone.
pub const CANARIES: &[&str] = &[
    "Zdzisława Canaryñska",
    "canary.street 7",
    "canary@example.org",
    "+49 30 5550199",
    "CANARY-CUSTOMER-1",
    "canary-credential",
    "canary scope",
    "canary asked",
    "canary answer",
    "canary trade secret",
    "canary remedy",
    "canary-file",
];

pub fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

pub fn place(text: &str) -> Place {
    text.parse().expect("a place")
}

pub fn file(name: &str) -> FileFacts {
    FileFacts {
        name: name.to_owned(),
        media_type: "application/pdf".to_owned(),
        size: 48_213,
        sha256: "3f8a0c5d9b7e12460fd1c2b3a4958677e6d5c4b3a29180716f5e4d3c2b1a0918".to_owned(),
        pages: Some(4),
    }
}

/// A complaint of so many people.
pub fn complaint(language: Language, people: u64) -> ComplaintFacts {
    let evidence = |document: &str, dated: &str| {
        Some(TestEvidence {
            document: document.to_owned(),
            sha256: Some("9c1185a5c5e9fc54612808977ee8f548b2258d31dd8a0f2e9a3e0d6f7c1b2a39".to_owned()),
            dated: date(dated),
            valid_until: None,
        })
    };
    let mut eligibility = Eligibility {
        not_for_profit: evidence("Statutes, section 2", "2019-04-02"),
        properly_constituted: evidence("Extract of the register of associations VR 12345", "2026-01-15"),
        public_interest_aims: evidence("Statutes, section 3", "2019-04-02"),
        active_in_data_protection: evidence("Activity report 2025", "2026-02-20"),
        constituted_in: Some(place("DE")),
        national_basis: Some("Section 3 UKlaG, list of qualified entities".to_owned()),
    };
    if let Some(test) = eligibility.active_in_data_protection.as_mut() {
        test.valid_until = Some(date("2029-02-20"));
    }
    ComplaintFacts {
        reference: "BDR-2026-017".to_owned(),
        prepared_on: date("2026-09-14"),
        language,
        organisation: OrganisationFacts {
            name: "Bündnis Datenrechte e.V.".to_owned(),
            country: place("DE"),
            contacts: vec![
                "Musterstraße 12, 10115 Berlin".to_owned(),
                "office@bdr.example.org".to_owned(),
                "+49 30 5550100".to_owned(),
            ],
            website: Some("https://bdr.example.org".to_owned()),
            eligibility,
        },
        controller: ControllerFacts {
            name: "Example Telecom SE".to_owned(),
            address: vec!["1 Harbour Square".to_owned(), "Dublin 2".to_owned()],
            country: place("IE"),
            contacts: vec!["privacy@telecom.example.org".to_owned()],
        },
        authority: AuthorityFacts {
            name: "Berliner Beauftragte für Datenschutz und Informationsfreiheit".to_owned(),
            place: place("DE-BE"),
            site: Some("https://authority.example.org/complaints".to_owned()),
        },
        competence: Competence {
            reasons: vec![
                "The persons represented have their habitual residence in Berlin (Article 77(1) GDPR).".to_owned(),
                "The infringement affects them there.".to_owned(),
            ],
            presumed_lead: Some("Data Protection Commission, Ireland".to_owned()),
        },
        counts: Counts {
            people,
            legally_represented: 1.min(people),
            requests: vec![
                RightCount { right: Right::Access, requests: people },
                RightCount { right: Right::Erasure, requests: people.div_ceil(2) },
            ],
            unanswered: people.div_ceil(2),
            refused: people / 3,
            answered_late: people / 4,
            received: Some(Span { first: date("2026-03-02"), last: date("2026-04-30") }),
        },
        points: [
            (FindingCode::SilentFirstDeadline, "2026-04-08"),
            (FindingCode::NoReasons, "2026-05-06"),
            (FindingCode::DisproportionateIdentityDemand, "2026-03-09"),
            (FindingCode::Late, "2026-06-03"),
            (FindingCode::FeeDemanded, "2026-04-20"),
            (FindingCode::RecipientsNotTold, "2026-06-03"),
            (FindingCode::ItemsMissing, "2026-06-03"),
        ]
        .map(|(code, first)| Point {
            code,
            people: people.div_ceil(2),
            requests: people,
            on: Span { first: date(first), last: date("2026-07-01") },
        })
        .to_vec(),
        description: vec![
            Passage::open(
                "Example Telecom SE provides mobile services to consumers. Since January 2026 it has shared usage data \
                 with advertising partners.\nThe requests were sent in two rounds.",
            ),
            Passage::confidential(
                "The canary trade secret of the controller is described here.",
                "business secret of a third party",
            ),
        ],
        remedies: vec![
            Passage::open("to order that the requests are complied with within one month;"),
            Passage::confidential("to hear the canary remedy witness;", "protection of a witness"),
        ],
        completeness: Completeness {
            slots: Slot::ALL.iter().map(|slot| SlotFacts { slot: *slot, complete_for: people }).collect(),
            national: vec!["The complaint is lodged in the language of the authority.".to_owned()],
        },
        signatory: Some(Signatory {
            name: "Dr. Ada Beispiel".to_owned(),
            role: Some("Executive director".to_owned()),
            town: Some("Berlin".to_owned()),
        }),
        rule_version: "2026.2".to_owned(),
        calendar_versions: vec!["IE-2026.1".to_owned()],
    }
}

/// A person with a number, whose file has everything.
pub fn person(number: u64) -> PersonFacts {
    PersonFacts {
        reference: format!("P-{number:05}"),
        name: "Zdzisława Canaryñska".to_owned(),
        contacts: vec![
            Contact { kind: ContactKind::Address, value: "canary.street 7\n10117 Berlin".to_owned() },
            Contact { kind: ContactKind::Email, value: "canary@example.org".to_owned() },
            Contact { kind: ContactKind::Phone, value: "+49 30 5550199".to_owned() },
        ],
        identifiers: vec![Identifier {
            element: IdentityElement::CustomerNumber,
            value: "CANARY-CUSTOMER-1".to_owned(),
        }],
        mandate: MandateFacts {
            credential: "mdt_canary-credential".to_owned(),
            signed_on: date("2026-02-11"),
            valid_from: date("2026-02-11"),
            valid_until: Some(date("2028-02-10")),
            rights: vec![Right::Access, Right::Erasure],
            complaint_acts: vec![ComplaintAct::Complaint, ComplaintAct::ActionAgainstAuthority],
            scope: Some("canary scope: all requests to Example Telecom SE".to_owned()),
            evidence: EvidenceKind::ElectronicSignature,
            document: Some(file("canary-file-mandate.pdf")),
            document_sha256: None,
            by_legal_representative: number == 1,
        },
        requests: vec![silent(number), answered(number)],
    }
}

fn deadline(received: &str, right: Right, suspended: bool, extended: bool) -> Deadline {
    let receipt = Receipt::on(ReceiptKind::ControllerAcknowledgement, date(received), place("IE")).expect("a receipt");
    let mut case = Case::of_request(place("IE"), right, &receipt);
    if suspended {
        case.suspensions = vec![Suspension {
            kind: QuestionKind::Identity,
            asked_on: date("2026-03-04"),
            supplied_on: Some(date("2026-03-09")),
            decision: None,
        }];
    }
    if extended {
        case.extensions = vec![ExtensionNotice { notified_on: date("2026-03-30"), months: 2, reasoned: true }];
    }
    compute(&case, &Calendars::bundled()).expect("a deadline")
}

fn silent(number: u64) -> RequestFacts {
    let deadline = deadline("2026-03-02", Right::Access, false, false);
    let due = deadline.final_deadline;
    RequestFacts {
        reference: format!("RQ-{number:05}-A"),
        right: Right::Access,
        asked: vec![
            Passage::open("canary asked: a copy of all data, the recipients by name, and the storage periods."),
            Passage::confidential("In particular the canary asked data on health.", "special category of data"),
        ],
        place: place("IE"),
        filed_on: date("2026-02-27"),
        sent_on: Some(date("2026-03-02")),
        receipt: Some(ReceiptFacts {
            on: date("2026-03-02"),
            kind: ReceiptKind::ControllerAcknowledgement,
            document: Some(file("canary-file-receipt.eml")),
        }),
        deadline: Some(deadline),
        responses: Vec::new(),
        findings: vec![Finding {
            code: FindingCode::SilentFirstDeadline,
            on: date("2026-04-08"),
            facts: FindingFacts { due, ..FindingFacts::default() },
        }],
    }
}

fn answered(number: u64) -> RequestFacts {
    let deadline = deadline("2026-03-03", Right::Erasure, true, true);
    let due = deadline.final_deadline;
    let finding = |code, days_late, months| Finding {
        code,
        on: date("2026-06-24"),
        facts: FindingFacts { due, days_late, months, message: None },
    };
    RequestFacts {
        reference: format!("RQ-{number:05}-E"),
        right: Right::Erasure,
        asked: vec![Passage::open("canary asked: erasure of the advertising profile.")],
        place: place("IE"),
        filed_on: date("2026-02-27"),
        sent_on: Some(date("2026-03-02")),
        receipt: Some(ReceiptFacts { on: date("2026-03-03"), kind: ReceiptKind::DeliveryConfirmation, document: None }),
        deadline: Some(deadline),
        responses: vec![
            ResponseFacts {
                kind: ResponseKind::IdentityQuestion,
                on: date("2026-03-04"),
                via: Via::Callback,
                days_late: None,
                content: vec![Passage::open("canary answer: please send a copy of your passport.")],
                files: Vec::new(),
            },
            ResponseFacts {
                kind: ResponseKind::Refused,
                on: date("2026-06-24"),
                via: Via::Manual,
                days_late: Some(16),
                content: vec![Passage::open("canary answer: we regret that we cannot delete your data.")],
                files: vec![file("canary-file-answer.pdf"), file("canary-file-annex.pdf")],
            },
        ],
        findings: vec![
            finding(FindingCode::RefusalLate, Some(77), None),
            finding(FindingCode::NoReasons, None, None),
            finding(FindingCode::DisproportionateIdentityDemand, None, None),
        ],
    }
}
