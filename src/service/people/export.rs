//! Everything that is kept of one person, for the person (P-8).

use std::collections::{BTreeMap, BTreeSet};

use entity::id::{DataSubjectId, MandateId, OrganisationId, RequestId};

use crate::crypto::SubjectKey;
use crate::domain::ask::Ask;
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::mandate::Act;
use crate::service::answers::{OpenedResponse, Supply, read, supply};
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::mandates::open_words;
use crate::service::{campaigns, filing, mandates};
use crate::store::{DataSubject, MandateRecord, Request, Tx, Viewer};

use super::profile::Profile;

/// Rows read at a time.
const PAGE: u64 = 500;
/// Rows of one kind that an export holds at most; far above what one person can have.
const MOST: usize = 20_000;

/// What is kept of one person.
pub struct Export {
    /// The record.
    pub subject: DataSubject,
    /// Name, contacts, identifiers.
    pub profile: Profile,
    /// Every mandate given, ended ones too.
    pub mandates: Vec<MandateRecord>,
    /// Every request made, open ones first.
    pub requests: Vec<ExportedRequest>,
}

/// A request with everything that was said about it.
pub struct ExportedRequest {
    /// The request.
    pub request: Request,
    /// What is asked.
    pub ask: Ask,
    /// What the controller was told when it asked back, oldest first.
    pub supplied: Vec<Supply>,
    /// What the controller said, oldest first; sealed where the mandate does not let the organisation open it (M-9).
    pub responses: Vec<OpenedResponse>,
}

/// Reads it.
///
/// # Errors
/// `not_found`; `data_subject_erased`.
pub async fn export(context: &Context, call: Call, organisation: OrganisationId, id: DataSubjectId) -> Outcome<Export> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let subject = tx.tenant(organisation).data_subject(id).await?.ok_or(Code::NotFound)?;
                let (key, profile) = super::open(&inner, tx, organisation, &subject).await?;
                let mut mandates = mandates_of(tx, organisation, id).await?;
                mandates.iter_mut().try_for_each(|mandate| open_words(&key, organisation, mandate))?;
                let reading = Reading { context: &inner, tx, organisation, key, mandates: &mandates };
                let mut requests = reading.requests(id, true).await?;
                requests.append(&mut reading.requests(id, false).await?);
                let read = std::iter::once(id.0)
                    .chain(mandates.iter().map(|mandate| mandate.id.0))
                    .chain(requests.iter().flat_map(ids));
                tx.note(inner.note(&call, organisation, AuditAction::Read, id).of_many(read)).await?;
                Ok::<_, Failure>(Export { subject, profile, mandates, requests })
            })
        })
        .await
}

/// The request and everything about it.
fn ids(exported: &ExportedRequest) -> impl Iterator<Item = uuid::Uuid> {
    let supplied = exported.supplied.iter().map(|supply| supply.id.0);
    let responses = exported.responses.iter().map(|response| response.id.0);
    std::iter::once(exported.request.id.0).chain(supplied).chain(responses)
}

async fn mandates_of(tx: &Tx, organisation: OrganisationId, id: DataSubjectId) -> Outcome<Vec<MandateRecord>> {
    let (mut all, mut after): (Vec<MandateRecord>, Option<MandateId>) = (Vec::new(), None);
    loop {
        let page = tx.tenant(organisation).mandates_of(id, after, PAGE).await?;
        after = page.last().map(|mandate| mandate.id);
        all.extend(page);
        if after.is_none() {
            return Ok(all);
        }
        check_room(all.len())?;
    }
}

/// The requests of one person, a page at a time, with what belongs to them.
struct Reading<'a> {
    context: &'a Context,
    tx: &'a Tx,
    organisation: OrganisationId,
    key: SubjectKey,
    mandates: &'a [MandateRecord],
}

impl Reading<'_> {
    async fn requests(&self, id: DataSubjectId, open: bool) -> Outcome<Vec<ExportedRequest>> {
        let (mut all, mut after): (Vec<ExportedRequest>, Option<RequestId>) = (Vec::new(), None);
        loop {
            let page = self.tx.tenant(self.organisation).requests_of_subject(id, open, after, PAGE).await?;
            after = page.last().map(|request| request.id);
            all.extend(self.complete(page).await?);
            if after.is_none() {
                return Ok(all);
            }
            check_room(all.len())?;
        }
    }

    async fn complete(&self, page: Vec<Request>) -> Outcome<Vec<ExportedRequest>> {
        let tenant = self.tx.tenant(self.organisation);
        let ids: Vec<RequestId> = page.iter().map(|request| request.id).collect();
        let keys = self.context.keys.of_organisation_in(self.tx, self.organisation).await?;
        let asks = campaigns::asks(&keys, &tenant, page.iter().map(|request| request.campaign_id)).await?;
        let may_open = self.may_open(&page).await?;
        let mut supplied: BTreeMap<RequestId, Vec<Supply>> = BTreeMap::new();
        for row in tenant.supplies_of_requests(&ids).await? {
            let opened = supply::open(self.organisation, &self.key, &row)?;
            supplied.entry(row.request_id).or_default().push(opened);
        }
        let mut rows: BTreeMap<RequestId, Vec<_>> = BTreeMap::new();
        for row in tenant.responses_of_requests(&ids).await? {
            rows.entry(row.request_id).or_default().push(row);
        }
        let files = tenant.attachments_of_requests(&ids).await?;
        let mut complete = Vec::with_capacity(page.len());
        for request in page {
            let common = asks.get(&request.campaign_id).ok_or(Failure::Defect("a request without its campaign"))?;
            let permitted = may_open.contains(&request.id);
            let said = rows.remove(&request.id).unwrap_or_default();
            let opened = said.iter().map(|row| read::open(&self.key, &request, row, &files, permitted));
            complete.push(ExportedRequest {
                ask: filing::opened_ask(&self.key, &request, common)?,
                supplied: supplied.remove(&request.id).unwrap_or_default(),
                responses: opened.collect::<Outcome<_>>()?,
                request,
            });
        }
        Ok(complete)
    }

    /// The requests whose answers the organisation may open at this moment (M-7, M-9).
    async fn may_open(&self, page: &[Request]) -> Outcome<BTreeSet<RequestId>> {
        let named: BTreeSet<_> = page.iter().map(|request| request.controller_id).collect();
        let named: Vec<_> = named.into_iter().collect();
        let controllers = self.tx.controllers_by_ids(&named, Viewer::Service).await?;
        let now = self.context.clock.now();
        let permitted = |request: &&Request| {
            let mandate = self.mandates.iter().find(|mandate| mandate.id == request.mandate_id);
            let controller = controllers.iter().find(|controller| controller.id == request.controller_id);
            mandate.zip(controller).is_some_and(|(mandate, controller)| {
                mandates::permit(mandate, Act::OpenAnswer, request.standing.right, controller, now).is_ok()
            })
        };
        Ok(page.iter().filter(permitted).map(|request| request.id).collect())
    }
}

/// An export that leaves something out would be a false answer.
fn check_room(length: usize) -> Outcome<()> {
    if length > MOST { Err(Failure::Defect("one person with more rows than an export holds")) } else { Ok(()) }
}
