//! The facts that are the same for everybody in a complaint, read from the records.

use std::collections::{BTreeMap, BTreeSet};

use entity::id::ComplaintId;

use crate::casefile::facts::{
    AuthorityFacts, Competence, ComplaintFacts, Completeness, ControllerFacts, Counts, OrganisationFacts, Passage,
    Point, RightCount, Signatory, SlotFacts, Span,
};
use crate::domain::authority::routing::{Establishment, Situation, propose};
use crate::domain::authority::{Authority, Directory};
use crate::domain::code::Code;
use crate::domain::complaint::Slot;
use crate::domain::deadline::{Mark, RULE_VERSION};
use crate::domain::finding::FindingCode;
use crate::domain::legal_order::LegalOrder;
use crate::domain::mandate::EvidenceKind;
use crate::domain::request::{Lifecycle, Outcome as RequestOutcome};
use crate::domain::right::Right;
use crate::service::complaints::content::{self, Content};
use crate::service::complaints::prepare::find_authority;
use crate::service::complaints::whole::takes;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{Complaint, ComplaintPersonFilter, Controller, Organisation, Reads, Tenant, Viewer};
use crate::wording::{Language, Phrase, Words};

/// People looked at at once.
const PAGE: u64 = 1_000;

/// What is the same for everybody, and who had to answer.
pub(super) struct General {
    pub facts: ComplaintFacts,
    pub controller: Controller,
}

/// Under which reference the organisation finds a complaint again: the beginning and the end of its id, which together are as
/// good as all of it, and can be said on the telephone.
pub fn reference(id: ComplaintId) -> String {
    let hex = id.0.simple().to_string().to_uppercase();
    format!("C-{}-{}", &hex[..12], &hex[26..])
}

/// Reads the facts without the counts, which [`count`] adds.
pub(super) async fn general(context: &Context, complaint: &Complaint) -> Outcome<General> {
    let organisation = context.db.organisation(complaint.organisation).await?;
    let organisation = organisation.ok_or(Failure::Defect("a complaint without its organisation"))?;
    let found = context.db.controllers_by_ids(&[complaint.controller_id], Viewer::Service).await?;
    let controller = found.into_iter().next().ok_or(Failure::Defect("a complaint without its controller"))?;
    let name = complaint.authority.as_deref().ok_or(Code::ComplaintIncomplete)?;
    let authority = find_authority(context, name)?;
    let keys = context.keys.of_organisation(&context.db, complaint.organisation).await?;
    let content = Content::open(&keys, complaint.id, &complaint.content)?;
    let language = Language::negotiate([complaint.language.as_str()]).unwrap_or_default();
    let competence = competence(&context.authorities.now(), &authority, &controller, &content, Words::of(language));
    let facts = ComplaintFacts {
        reference: reference(complaint.id),
        // The day on which the files were asked for, whenever a worker comes to make them.
        prepared_on: authority.country.date_of(complaint.updated_at),
        language,
        organisation: body(organisation)?,
        controller: addressee(&controller, authority.country),
        authority: AuthorityFacts {
            name: authority.name.clone(),
            place: authority.country,
            site: authority.site.clone(),
        },
        competence,
        counts: Counts {
            people: count_of(complaint.people),
            legally_represented: 0,
            requests: Vec::new(),
            unanswered: 0,
            refused: 0,
            answered_late: 0,
            received: None,
        },
        points: complaint.points.iter().map(point).collect(),
        description: content.description.iter().map(passage).collect(),
        remedies: content.remedies.iter().map(passage).collect(),
        completeness: Completeness {
            // Nothing is made before all of them are there for everybody who takes part.
            slots: Slot::ALL
                .iter()
                .map(|slot| SlotFacts { slot: *slot, complete_for: count_of(complaint.people) })
                .collect(),
            national: formalities(&authority, language),
        },
        signatory: content.signatory.as_ref().map(signatory),
        rule_version: RULE_VERSION.to_owned(),
        calendar_versions: Vec::new(),
    };
    Ok(General { facts, controller })
}

/// Counts what happened, over everybody, a page at a time.
pub(super) async fn count<C: Reads>(
    tenant: &Tenant<'_, C>,
    complaint: &Complaint,
    facts: &mut ComplaintFacts,
) -> Outcome<()> {
    let (mut rights, mut calendars): (BTreeMap<Right, u64>, BTreeSet<String>) = Default::default();
    let taking_part = ComplaintPersonFilter { left_out: Some(false), ..Default::default() };
    let counts = &mut facts.counts;
    let mut after = None;
    loop {
        let people = tenant.complaint_people(complaint.id, taking_part, after, PAGE).await?;
        let Some((first, last)) = people.first().zip(people.last()) else { break };
        after = Some(last.number);
        let numbers: BTreeSet<i32> = people.iter().map(|person| person.number).collect();
        let named = tenant.complaint_requests(complaint.id, (first.number, last.number)).await?;
        let ids: Vec<_> =
            named.iter().filter(|(number, _)| numbers.contains(number)).map(|(_, request)| *request).collect();
        let mandates: Vec<_> = people.iter().filter_map(|person| person.mandate).collect();
        for record in tenant.mandates_by_ids(&mandates).await? {
            counts.legally_represented += u64::from(record.mandate.evidence.kind == EvidenceKind::LegalRepresentative);
        }
        for request in tenant.requests(&ids).await? {
            let standing = &request.standing;
            *rights.entry(standing.right).or_default() += 1;
            let waits = matches!(standing.state.lifecycle, Lifecycle::Sent | Lifecycle::Received);
            counts.unanswered += u64::from(waits);
            counts.refused += u64::from(standing.state.outcome == RequestOutcome::Refused);
            if let Some(deadline) = &standing.deadline {
                calendars.insert(deadline.calendar_version.clone());
                let day = deadline.receipt_date;
                let span = counts.received.get_or_insert(Span { first: day, last: day });
                (span.first, span.last) = (span.first.min(day), span.last.max(day));
            }
        }
    }
    let late = |point: &&Point| matches!(point.code, FindingCode::Late | FindingCode::RefusalLate);
    counts.answered_late = facts.points.iter().filter(late).map(|point| point.requests).sum();
    counts.requests = rights.into_iter().map(|(right, requests)| RightCount { right, requests }).collect();
    facts.calendar_versions = calendars.into_iter().collect();
    Ok(())
}

/// The national formalities that are seen to, as far as this service can tell: the language. What else the authority's state asks
/// for stands with the draft, for the organisation to see to.
fn formalities(authority: &Authority, language: Language) -> Vec<String> {
    let is_accepted = takes(authority, language.as_str()) == Some(true);
    let told = is_accepted && authority.languages_mark != Mark::Unverified;
    told.then(|| Words::of(language).label(Phrase::NationalLanguage)).into_iter().collect()
}

fn count_of(number: i32) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

fn body(organisation: Organisation) -> Outcome<OrganisationFacts> {
    let country = organisation.country.parse().map_err(|_| Failure::Defect("an organisation without a country"))?;
    Ok(OrganisationFacts {
        name: organisation.name,
        country,
        contacts: organisation.contact_email.into_iter().collect(),
        website: organisation.website,
        eligibility: organisation.eligibility,
    })
}

fn addressee(controller: &Controller, otherwise: crate::domain::place::Place) -> ControllerFacts {
    ControllerFacts {
        name: controller.name.clone(),
        address: controller.postal_address.clone(),
        country: controller.place.unwrap_or(otherwise),
        contacts: Vec::new(),
    }
}

/// Why this authority, in words, where the places that are known say so (C-1). The choice is the people's in any case.
fn competence(
    directory: &Directory,
    authority: &Authority,
    controller: &Controller,
    content: &Content,
    words: Words,
) -> Competence {
    let places = content.places;
    let situation = Situation {
        residence: places.residence,
        work: places.work,
        infringement: places.infringement,
        controller: controller.place.map(|place| Establishment { place, sector: None }),
    };
    let Ok(routing) = propose(&situation, directory) else {
        return Competence { reasons: Vec::new(), presumed_lead: None };
    };
    let told = words.routing(&routing, directory);
    let chosen = told.proposals.into_iter().find(|proposal| proposal.authority.id == authority.id);
    let reasons = chosen.map(|chosen| chosen.reasons.into_iter().map(|reason| reason.text).collect());
    // Only under the law of the Union does another authority lead (Article 56).
    let may_follow = LegalOrder::of(authority.country) == Some(LegalOrder::Gdpr);
    let lead = told.lead.filter(|lead| may_follow && lead.authority.id != authority.id).map(|lead| lead.authority.name);
    Competence { reasons: reasons.unwrap_or_default(), presumed_lead: lead }
}

fn point(point: &crate::domain::complaint::Point) -> Point {
    Point {
        code: point.code,
        people: u64::from(point.people),
        requests: u64::from(point.requests),
        on: Span { first: point.first_on, last: point.last_on },
    }
}

fn passage(passage: &content::Passage) -> Passage {
    Passage { text: passage.text.clone(), confidential: passage.confidential.clone() }
}

fn signatory(one: &content::Signatory) -> Signatory {
    Signatory { name: one.name.clone(), role: one.role.clone(), town: one.town.clone() }
}
