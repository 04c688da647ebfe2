//! What a letter says, read from the records of a request.

use jiff::Timestamp;

use super::Wanted;
use crate::crypto::Personal;
use crate::domain::code::Code;
use crate::domain::controller::{Channel, IdentityElement};
use crate::domain::deadline::QuestionKind;
use crate::domain::finding::{Finding, FindingCode};
use crate::domain::legal_order::LegalOrder;
use crate::domain::letter::{LetterKind, LetterRight};
use crate::domain::mandate::AnswerRecipient;
use crate::domain::request::{AnswerKind, ClockState, MAX_OF_A_KIND, Question};
use crate::letters::facts::{Asked, Contested, Due, LetterFacts, Particular, Person, Power, Recipient, Sender, Told};
use crate::service::answers::{Supply, supply};
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::people::{self, Identity};
use crate::service::{campaigns, filing, mandates};
use crate::store::{Controller, Request, Tx, Viewer};
use crate::wording::Language;

/// A letter that can be written without the database.
pub(super) struct Gathered {
    pub kind: LetterKind,
    pub language: Language,
    pub facts: LetterFacts,
    /// The template of the organisation for it, if it has one.
    pub template: Option<String>,
}

/// Reads what a letter about a request says. Whoever calls it has checked the mandate, and writes the audit entry.
pub(super) async fn gather(context: &Context, tx: &Tx, request: &Request, wanted: Wanted) -> Outcome<Gathered> {
    let tenant = tx.tenant(request.organisation);
    let organisation = tx.organisation(request.organisation).await?.ok_or(Code::NotFound)?;
    let controller = tx.controller(request.controller_id, Viewer::Service).await?.ok_or(Code::NotFound)?;
    let campaign =
        tenant.campaign(request.campaign_id).await?.ok_or(Failure::Defect("a request without its campaign"))?;
    let mandate = tenant.mandate(request.mandate_id).await?.ok_or(Code::NotFound)?;
    let power = mandate.mandate.powers.request.as_ref().ok_or(Failure::Defect("a request without a request power"))?;
    let subject = tenant.data_subject(request.data_subject_id).await?.ok_or(Code::NotFound)?;
    let (key, profile) = people::open(context, tx, request.organisation, &subject).await?;
    let keys = context.keys.of_organisation_in(tx, request.organisation).await?;
    let ask = filing::opened_ask(&key, request, &campaigns::opened_ask(&keys, &campaign)?)?;
    let (question, answer) = match wanted.kind.question() {
        None => (None, Told::default()),
        Some(kind) => {
            let rows = tenant.supplies_of_request(request.id, None, MAX_OF_A_KIND as u64).await?;
            let supplies = rows.iter().map(|row| supply::open(request.organisation, &key, row));
            let supplies = supplies.collect::<Outcome<Vec<_>>>()?;
            (asked(request, kind), told(supplies, kind))
        }
    };
    let refusal = match wanted.kind {
        LetterKind::RefusalContestation => {
            let findings = tenant.findings_of_request(request.id).await?;
            contested(request, findings.into_iter().map(|stored| stored.finding).collect())
        }
        _ => None,
    };
    let identity = Identity::needed(&profile, &controller.identity_needs);
    let now = context.clock.now();
    let day = |at: Timestamp| request.standing.place.date_of(at);
    let tags = [controller.language.as_deref(), Some(campaign.language.as_str()), Some(organisation.language.as_str())];
    let language = wanted.language.or_else(|| Language::negotiate(tags.into_iter().flatten())).unwrap_or_default();
    let facts = LetterFacts {
        organisation: Sender {
            name: organisation.name,
            email: organisation.contact_email,
            website: organisation.website,
        },
        controller: Recipient { address: address(&controller), name: controller.name },
        person: Person { name: identity.name.clone().map(Personal::new), particulars: particulars(identity) },
        mandate: Power {
            id: mandate.id.to_string(),
            signed_on: mandate.mandate.signed_on,
            verification_url: mandates::status_url(context, request.organisation, mandate.id, request.controller_id)?,
            answer_to_organisation: power.answer_recipient == AnswerRecipient::Organisation,
        },
        request_id: request.id.to_string(),
        sent_on: request.sent_at.map(day),
        received_on: request.received_at.map(day),
        deadline: due(request, now),
        today: day(now),
        law: request.standing.legal_order(),
        ask,
        question,
        answer,
        refusal,
    };
    let right = wanted.kind.is_by_right().then(|| LetterRight::of(&facts.ask));
    let template = super::templates::own(tx, request.organisation, wanted.kind, right, language).await?;
    // The texts of the house rest on the GDPR from their first sentence to their last.
    if template.is_none() && facts.law != LegalOrder::Gdpr {
        return Err(Code::LetterOtherLaw.into());
    }
    Ok(Gathered { kind: wanted.kind, language, facts, template })
}

/// The address to which letters go, else the one that is known.
fn address(controller: &Controller) -> Vec<String> {
    let post = controller.channels.iter().find_map(|channel| match channel {
        Channel::Post { address_lines } => Some(address_lines.clone()),
        _ => None,
    });
    post.unwrap_or_else(|| controller.postal_address.clone())
}

/// The elements that are told, each with its value.
fn particulars(identity: Identity) -> Vec<Particular> {
    [
        (IdentityElement::Name, identity.name),
        (IdentityElement::Email, identity.email),
        (IdentityElement::BirthDate, identity.birth_date.map(|day| day.to_string())),
        (IdentityElement::Address, identity.address),
        (IdentityElement::Phone, identity.phone),
        (IdentityElement::CustomerNumber, identity.customer_number),
    ]
    .into_iter()
    .filter_map(|(element, value)| value.map(|value| Particular { element, value: Personal::new(value) }))
    .collect()
}

/// The date that holds. None while the clock stands: then no day can be demanded (S-6).
fn due(request: &Request, now: Timestamp) -> Option<Due> {
    let clock = request.standing.state.clock;
    if !matches!(clock, ClockState::Running | ClockState::Extended) {
        return None;
    }
    let deadline = request.standing.deadline.as_ref()?;
    Some(Due {
        on: deadline.final_deadline?,
        extended: clock == ClockState::Extended,
        passed: request.standing.overdue_from().is_some_and(|from| from <= now),
    })
}

/// The last question of a kind.
fn asked(request: &Request, kind: QuestionKind) -> Option<Asked> {
    let of_kind = |question: &&Question| question.suspension.kind == kind;
    let question = request.standing.facts.questions.iter().rev().find(of_kind)?;
    let excess = [FindingCode::DisproportionateIdentityDemand, FindingCode::ScopeQuestionWithoutNeed];
    Some(Asked {
        on: question.suspension.asked_on,
        excessive: question.defects.iter().any(|defect| excess.contains(defect)),
    })
}

/// What was last told in answer to a question of a kind.
fn told(supplies: Vec<Supply>, kind: QuestionKind) -> Told {
    let last = supplies.into_iter().rev().find(|supply| supply.kind.is_none_or(|answered| answered == kind));
    last.map_or_else(Told::default, |supply| Told {
        text: supply.text.map(Personal::new),
        particulars: particulars(supply.identity),
    })
}

/// The last refusal, or the last demand for a fee when nothing was refused.
fn contested(request: &Request, findings: Vec<Finding>) -> Option<Contested> {
    let facts = &request.standing.facts;
    let refused = facts.last_answer().filter(|answer| answer.kind.refuses());
    let on = refused.map(|answer| answer.on).or_else(|| facts.fees.last().map(|fee| fee.on))?;
    Some(Contested {
        on,
        partial: refused.is_some_and(|answer| answer.kind == AnswerKind::Partial),
        is_fee: refused.is_none(),
        findings: findings.into_iter().filter(|finding| finding.code.is_contested()).collect(),
    })
}
