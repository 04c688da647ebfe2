//! Facts of nobody, with which templates are checked and shown: everything that can be known, and as little as can be.

use jiff::civil::{Date, date};

use super::facts::{Asked, Contested, Due, LetterFacts, Particular, Person, Power, Recipient, Sender, Told};
use crate::crypto::Personal;
use crate::domain::ask::{
    AccessFormat, AccessItem, Ask, Correction, DecisionWish, ErasureGround, ErasureScope, ObjectionAgainst,
    PortableFormat, RestrictionGround,
};
use crate::domain::controller::IdentityElement;
use crate::domain::finding::{Finding, FindingCode, FindingFacts};
use crate::domain::legal_order::LegalOrder;
use crate::domain::letter::{LetterKind, LetterRight};

/// Every sample for a template of a kind that serves one right, or all.
pub fn all(kind: LetterKind, right: Option<LetterRight>) -> Vec<LetterFacts> {
    let rights = match right {
        Some(right) => vec![right],
        None if kind.repeats_the_ask() => LetterRight::ALL.to_vec(),
        None => vec![LetterRight::Access],
    };
    rights.into_iter().flat_map(|right| [full(right), sparse(right)]).collect()
}

/// A case of which everything is known.
pub fn full(right: LetterRight) -> LetterFacts {
    LetterFacts {
        organisation: Sender {
            name: "Example Association".to_owned(),
            email: Some("rights@association.example.org".to_owned()),
            website: Some("https://association.example.org".to_owned()),
        },
        controller: Recipient {
            name: "Example Company".to_owned(),
            address: ["Data protection", "1 Example Street", "12345 Example City"].map(str::to_owned).to_vec(),
        },
        person: Person {
            name: Some(Personal::new("Alex Example".to_owned())),
            particulars: vec![
                particular(IdentityElement::Name, "Alex Example"),
                particular(IdentityElement::Email, "alex@example.org"),
                particular(IdentityElement::BirthDate, "1980-02-03"),
                particular(IdentityElement::Address, "2 Example Lane\n12345\nExample City"),
                particular(IdentityElement::Phone, "+00 0000 0000"),
                particular(IdentityElement::CustomerNumber, "K-0001"),
            ],
        },
        mandate: power(true),
        request_id: "req_0193d2b4a1c07e3f8b6a5d4c3b2a1908".to_owned(),
        sent_on: Some(date(2026, 3, 2)),
        received_on: Some(date(2026, 3, 5)),
        deadline: Some(Due { on: date(2026, 4, 7), extended: false, passed: true }),
        today: TODAY,
        law: LegalOrder::Gdpr,
        ask: ask(right, true),
        question: Some(Asked { on: date(2026, 3, 9), excessive: true }),
        answer: Told {
            text: Some(Personal::new("The account was opened under the e-mail address named here.".to_owned())),
            particulars: vec![particular(IdentityElement::CustomerNumber, "K-0001")],
        },
        refusal: Some(Contested {
            on: date(2026, 4, 8),
            partial: true,
            is_fee: false,
            findings: vec![found(FindingCode::NoReasons), found(FindingCode::AbuseNotShown)],
        }),
    }
}

/// A case of which as little is known as can be.
pub fn sparse(right: LetterRight) -> LetterFacts {
    LetterFacts {
        organisation: Sender { name: "Example Association".to_owned(), email: None, website: None },
        controller: Recipient { name: "Example Company".to_owned(), address: Vec::new() },
        person: Person::default(),
        mandate: power(false),
        sent_on: None,
        received_on: None,
        deadline: None,
        ask: ask(right, false),
        question: Some(Asked { on: date(2026, 3, 9), excessive: false }),
        answer: Told::default(),
        refusal: Some(Contested { on: date(2026, 4, 8), partial: false, is_fee: true, findings: Vec::new() }),
        ..full(right)
    }
}

const TODAY: Date = date(2026, 4, 9);

fn particular(element: IdentityElement, value: &str) -> Particular {
    Particular { element, value: Personal::new(value.to_owned()) }
}

fn power(answer_to_organisation: bool) -> Power {
    Power {
        id: "mdt_0193d2b4a1c07e3f8b6a5d4c3b2a1909".to_owned(),
        signed_on: date(2026, 1, 15),
        verification_url: "https://recourse.example/v1/mandate-status/8l4nWZ0eH1mB3yUO2cYkqvTSk6n0iTPsXQ8dK1a2b3c"
            .to_owned(),
        answer_to_organisation,
    }
}

fn found(code: FindingCode) -> Finding {
    let facts = FindingFacts { due: Some(date(2026, 4, 7)), days_late: Some(1), months: Some(1), message: None };
    Finding { code, on: date(2026, 4, 8), facts }
}

fn ask(right: LetterRight, full: bool) -> Ask {
    let text = |text: &str| full.then(|| text.to_owned());
    let data = || if full { vec!["Example data".to_owned(), "More example data".to_owned()] } else { Vec::new() };
    match right {
        LetterRight::Access => Ask::Access {
            items: if full { vec![AccessItem::Data, AccessItem::NamedRecipients] } else { Vec::new() },
            format: full.then_some(AccessFormat::Electronic),
            copy: full,
        },
        LetterRight::Rectification if full => Ask::Rectification {
            fields: vec![
                Correction {
                    field: "Example field".to_owned(),
                    wrong: Some("A wrong value".to_owned()),
                    right: Some("The right value".to_owned()),
                },
                Correction { field: "Another field".to_owned(), wrong: None, right: Some("Its value".to_owned()) },
            ],
            statement: text("An example of a supplementary statement."),
        },
        LetterRight::Rectification => Ask::Rectification {
            fields: Vec::new(),
            statement: Some("An example of a supplementary statement.".to_owned()),
        },
        LetterRight::Erasure => Ask::Erasure {
            ground: full.then_some(ErasureGround::NoLongerNeeded),
            scope: if full { ErasureScope::NamedData } else { ErasureScope::AllData },
            data: data(),
        },
        LetterRight::Restriction => Ask::Restriction { ground: RestrictionGround::AccuracyContested, data: data() },
        LetterRight::Portability => Ask::Portability {
            format: full.then_some(PortableFormat::Json),
            direct_transfer_to: text("Another Example Company"),
            data: data(),
        },
        LetterRight::Objection => Ask::Objection {
            against: if full { ObjectionAgainst::Processing } else { ObjectionAgainst::Research },
            grounds: Some("An example of grounds that relate to a particular situation.".to_owned()),
        },
        LetterRight::ObjectionToMarketing => Ask::Objection { against: ObjectionAgainst::Marketing, grounds: None },
        LetterRight::AutomatedDecision => Ask::AutomatedDecision {
            decision: Some("An example of a decision".to_owned()),
            wishes: if full { DecisionWish::ALL.to_vec() } else { Vec::new() },
            view: text("An example of a point of view."),
        },
    }
}
