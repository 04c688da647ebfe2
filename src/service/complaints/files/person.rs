//! The facts of people, read a few at a time from the records.

use std::collections::BTreeMap;

use entity::id::{DataSubjectId, MandateId, OrganisationId, RequestId};

use crate::casefile::facts::{
    Contact, ContactKind, FileFacts, Identifier, MandateFacts, Passage, PersonFacts, ReceiptFacts, RequestFacts,
    ResponseFacts,
};
use crate::casefile::{names, to_hex};
use crate::crypto::{OrganisationKeys, Personal, SubjectKey};
use crate::domain::ask::Ask;
use crate::domain::code::Code;
use crate::domain::controller::IdentityElement;
use crate::domain::deadline::best_receipt;
use crate::domain::finding::Finding;
use crate::domain::mandate::{Act, EvidenceKind};
use crate::service::answers::{OpenedResponse, read};
use crate::service::complaints::reference;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::mandates::open_words;
use crate::service::people::{Identity, Profile};
use crate::service::{campaigns, filing, mandates};
use crate::store::{Attachment, ComplaintPerson, Controller, MandateRecord, Reads, Request, StoredResponse, Tenant};
use crate::wording::Words;

/// A person whose files can be made.
pub(super) struct Told {
    pub number: i32,
    pub data_subject: DataSubjectId,
    pub key: SubjectKey,
    pub facts: PersonFacts,
    /// The controller's files that go into the archive, by the names that the facts give them.
    pub evidence: Vec<(String, Attachment)>,
}

/// Reads people of one complaint.
pub(super) struct Reading<'a> {
    pub context: &'a Context,
    pub organisation: OrganisationId,
    pub complaint: entity::id::ComplaintId,
    pub controller: &'a Controller,
    pub words: Words,
}

/// What belongs to the requests of a page of people.
struct Page {
    requests: BTreeMap<RequestId, Request>,
    asks: BTreeMap<entity::id::CampaignId, Ask>,
    findings: BTreeMap<RequestId, Vec<Finding>>,
    responses: BTreeMap<RequestId, Vec<StoredResponse>>,
    files: Vec<Attachment>,
}

impl Reading<'_> {
    /// The facts of a page of people, in their order.
    pub async fn people<C: Reads>(&self, tenant: &Tenant<'_, C>, people: &[ComplaintPerson]) -> Outcome<Vec<Told>> {
        let Some((first, last)) = people.first().zip(people.last()) else { return Ok(Vec::new()) };
        let named = tenant.complaint_requests(self.complaint, (first.number, last.number)).await?;
        let ids: Vec<RequestId> = named.iter().map(|(_, request)| *request).collect();
        let keys = self.context.keys.of_organisation(&self.context.db, self.organisation).await?;
        let page = self.page(tenant, &keys, &ids).await?;
        let subjects: Vec<DataSubjectId> = people.iter().map(|person| person.data_subject).collect();
        let mut records: BTreeMap<DataSubjectId, _> = BTreeMap::new();
        for (subject, wrapped) in tenant.data_subjects_with_keys(&subjects).await? {
            records.insert(subject.id, (subject, wrapped));
        }
        let used: Vec<MandateId> = people.iter().filter_map(|person| person.mandate).collect();
        let mut powers: BTreeMap<MandateId, MandateRecord> = BTreeMap::new();
        for record in tenant.mandates_by_ids(&used).await? {
            powers.insert(record.id, record);
        }
        let mut told = Vec::with_capacity(people.len());
        for person in people {
            let (subject, wrapped) = records.remove(&person.data_subject).ok_or(Code::NotFound)?;
            let key = keys.open_subject_key(subject.id.0, &wrapped.ok_or(Code::DataSubjectErased)?)?;
            let profile = Profile::open(&key, self.organisation, subject.id, &subject.profile)?;
            let mandate = person.mandate.and_then(|id| powers.get_mut(&id));
            let mandate = mandate.ok_or(Failure::Defect("a person of a complaint without a mandate"))?;
            open_words(&key, self.organisation, mandate)?;
            let own = named.iter().filter(|(number, _)| *number == person.number).map(|(_, request)| request);
            let own: Vec<&Request> = own.filter_map(|id| page.requests.get(id)).collect();
            told.push(self.person(person, key, &profile, mandate, &own, &page)?);
        }
        Ok(told)
    }

    async fn page<C: Reads>(
        &self,
        tenant: &Tenant<'_, C>,
        keys: &OrganisationKeys,
        ids: &[RequestId],
    ) -> Outcome<Page> {
        let requests = tenant.requests(ids).await?;
        let asks = campaigns::asks(keys, tenant, requests.iter().map(|request| request.campaign_id)).await?;
        let mut findings: BTreeMap<RequestId, Vec<Finding>> = BTreeMap::new();
        for stored in tenant.findings_of_requests(ids).await? {
            findings.entry(stored.request_id).or_default().push(stored.finding);
        }
        let mut responses: BTreeMap<RequestId, Vec<StoredResponse>> = BTreeMap::new();
        for row in tenant.responses_of_requests(ids).await? {
            responses.entry(row.request_id).or_default().push(row);
        }
        Ok(Page {
            requests: requests.into_iter().map(|request| (request.id, request)).collect(),
            asks,
            findings,
            responses,
            files: tenant.attachments_of_requests(ids).await?,
        })
    }

    fn person(
        &self,
        person: &ComplaintPerson,
        key: SubjectKey,
        profile: &Profile,
        mandate: &MandateRecord,
        requests: &[&Request],
        page: &Page,
    ) -> Outcome<Told> {
        let (reference, mut evidence) = (reference(person.number), Vec::new());
        let needs = self.controller.identity_needs.as_slice();
        let mut told = Vec::with_capacity(requests.len());
        for request in requests {
            told.push(self.request(&reference, &key, mandate, request, page, &mut evidence)?);
        }
        let facts = PersonFacts {
            name: profile.display_name().map(Personal::into_exposed).unwrap_or_default(),
            contacts: contacts(profile),
            identifiers: identifiers(Identity::needed(profile, needs)),
            mandate: mandate_facts(mandate),
            requests: told,
            reference,
        };
        Ok(Told { number: person.number, data_subject: person.data_subject, key, facts, evidence })
    }

    fn request(
        &self,
        person: &str,
        key: &SubjectKey,
        mandate: &MandateRecord,
        request: &Request,
        page: &Page,
        evidence: &mut Vec<(String, Attachment)>,
    ) -> Outcome<RequestFacts> {
        let standing = &request.standing;
        let common = page.asks.get(&request.campaign_id).ok_or(Failure::Defect("a request without its campaign"))?;
        let ask = filing::opened_ask(key, request, common)?;
        // What the person alone may read is named, and stays closed (M-7).
        let permit =
            mandates::permit(mandate, Act::OpenAnswer, standing.right, self.controller, self.context.clock.now());
        let mut responses = Vec::new();
        for row in page.responses.get(&request.id).map_or(&[][..], Vec::as_slice) {
            let opened = read::open(key, request, row, &page.files, permit.is_ok())?;
            responses.push(self.response(person, request, opened, &page.files, evidence));
        }
        let receipt = best_receipt(&standing.facts.receipts, standing.place);
        let mut findings = page.findings.get(&request.id).cloned().unwrap_or_default();
        findings.sort_by_key(|finding| (finding.on, finding.code));
        Ok(RequestFacts {
            reference: request.id.to_string(),
            right: standing.right,
            asked: asked(&ask, self.words),
            place: standing.place,
            filed_on: standing.place.date_of(request.filed_at),
            sent_on: request.sent_at.map(|at| standing.place.date_of(at)),
            receipt: receipt.map(|one| ReceiptFacts {
                on: one.local_date(standing.place),
                kind: one.kind,
                document: None,
            }),
            deadline: standing.deadline.clone(),
            responses,
            findings,
        })
    }

    fn response(
        &self,
        person: &str,
        request: &Request,
        opened: OpenedResponse,
        files: &[Attachment],
        evidence: &mut Vec<(String, Attachment)>,
    ) -> ResponseFacts {
        let mut named = Vec::with_capacity(opened.attachments.len());
        for known in &opened.attachments {
            let Some(file) = files.iter().find(|file| file.id == known.id) else { continue };
            let number = u32::try_from(evidence.len() + 1).unwrap_or(u32::MAX);
            let name = names::evidence(person, number, &file.media_type);
            named.push(FileFacts {
                name: name.clone(),
                media_type: file.media_type.clone(),
                size: u64::try_from(file.size).unwrap_or(0),
                sha256: to_hex(&file.sha256),
                pages: None,
            });
            evidence.push((name, file.clone()));
        }
        ResponseFacts {
            kind: opened.kind,
            on: request.standing.place.date_of(opened.received_at),
            via: opened.via,
            days_late: u32::try_from(opened.lateness_days).ok().filter(|days| *days > 0),
            content: opened.response.map(|response| said(&response)).unwrap_or_default(),
            files: named,
        }
    }
}

fn text(value: &Option<Personal<String>>) -> Option<String> {
    value.as_ref().map(|value| value.expose().clone())
}

fn contacts(profile: &Profile) -> Vec<Contact> {
    let address = Identity::of(profile, [IdentityElement::Address]).address;
    [
        (ContactKind::Address, address),
        (ContactKind::Email, text(&profile.email)),
        (ContactKind::Phone, text(&profile.phone)),
    ]
    .into_iter()
    .filter_map(|(kind, value)| value.map(|value| Contact { kind, value }))
    .collect()
}

/// What the controller knows the person by (B-7).
fn identifiers(identity: Identity) -> Vec<Identifier> {
    [
        (IdentityElement::Email, identity.email),
        (IdentityElement::BirthDate, identity.birth_date.map(|day| day.to_string())),
        (IdentityElement::Phone, identity.phone),
        (IdentityElement::CustomerNumber, identity.customer_number),
    ]
    .into_iter()
    .filter_map(|(element, value)| value.map(|value| Identifier { element, value }))
    .collect()
}

fn mandate_facts(record: &MandateRecord) -> MandateFacts {
    let mandate = &record.mandate;
    let request = mandate.powers.request.as_ref();
    MandateFacts {
        credential: record.id.to_string(),
        signed_on: mandate.signed_on,
        valid_from: mandate.valid_from,
        valid_until: mandate.valid_until,
        rights: request.map(|power| power.rights.clone()).unwrap_or_default(),
        complaint_acts: mandate.powers.complaint.as_ref().map(|power| power.acts.clone()).unwrap_or_default(),
        scope: request.and_then(|power| power.scope.clone()).or_else(|| mandate.powers.purpose.clone()),
        evidence: mandate.evidence.kind,
        document: None,
        document_sha256: mandate.evidence.sha256.clone(),
        by_legal_representative: mandate.evidence.kind == EvidenceKind::LegalRepresentative,
    }
}

/// What was asked beyond the right itself. Values of a person's record are the person's: they are confidential by nature.
fn asked(ask: &Ask, words: Words) -> Vec<Passage> {
    match ask {
        Ask::Access { items, .. } => items.iter().map(|item| Passage::open(words.letter_word(*item))).collect(),
        Ask::Erasure { ground, .. } => ground.iter().map(|one| Passage::open(words.letter_word(*one))).collect(),
        Ask::Restriction { ground, .. } => vec![Passage::open(words.letter_word(*ground))],
        _ => Vec::new(),
    }
}

/// What a response says in words.
fn said(response: &crate::domain::response::Response) -> Vec<Passage> {
    let Ok(serde_json::Value::Object(fields)) = serde_json::to_value(response) else { return Vec::new() };
    let worded = ["reasons", "demonstration", "question", "to_name", "to_contact", "amount", "currency", "message"];
    let told = worded.iter().filter_map(|name| fields.get(*name)?.as_str());
    told.filter(|text| !text.trim().is_empty()).map(Passage::open).collect()
}
