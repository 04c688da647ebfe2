//! Taking in responses, many at once.
//!
//! Each has an outcome of its own: what is refused harms no other and leaves nothing behind. Everything is read and written in
//! sets, per organisation. Several responses to one request are taken one after the other, in their order.

use std::collections::{BTreeMap, BTreeSet};

use entity::id::{AttachmentId, ControllerId, OrganisationId, RequestId, ResponseId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{content_binding, tasks};
use crate::crypto::{Personal, SubjectKey};
use crate::domain::ask::Ask;
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::finding::FindingCode;
use crate::domain::mandate::{EvidenceKind, MandateState};
use crate::domain::problem::Problem;
use crate::domain::request::{Author, ClockState, Lifecycle, Outcome as RequestOutcome, WithdrawReason};
use crate::domain::response::{self, Response, ResponseKind, Via};
use crate::service::call::Call;
use crate::service::campaigns;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::progress::{self, Change, Progress};
use crate::service::withdrawal;
use crate::store::{Attachment, MandateRecord, Request, StoredResponse, Tx};

/// Longest id that a controller can give a message of its own, in characters.
pub const MAX_MESSAGE_ID_CHARS: usize = 300;

/// Most files of one answer.
pub const MAX_FILES: usize = 20;

/// A response on its way in.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// The request it is about.
    pub request: RequestId,
    /// What it says.
    pub response: Response,
    /// The controller's own id of the message: the same id about the same request is the same message.
    pub message_id: Option<String>,
    /// Files that came before it and belong to it.
    pub attachments: Vec<AttachmentId>,
}

/// Whose word it is, and so which requests it can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The controller's own.
    Controller(ControllerId),
    /// Recorded by the organisation, from a letter for example.
    Organisation(OrganisationId),
}

/// What became of a response and of the request it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Taken {
    /// The request.
    pub request_id: RequestId,
    /// Under which id the response is kept.
    pub response_id: ResponseId,
    /// What kind of message it was.
    pub kind: ResponseKind,
    /// How far the request has come.
    pub lifecycle: Lifecycle,
    /// The controller's clock.
    pub clock: ClockState,
    /// What came of the request.
    pub outcome: RequestOutcome,
    /// Last day to answer, to extend or to refuse.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_deadline: Option<Date>,
    /// Last day of the period as validly extended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub final_deadline: Option<Date>,
    /// By how many days the answer was late; absent before an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_late: Option<u32>,
    /// What was found wanting in what has just been said, so that it can be mended.
    pub findings: Vec<FindingCode>,
    /// The same message had come before, and nothing was done again.
    pub repeated: bool,
}

impl Taken {
    fn of(request: &Request, id: ResponseId, kind: ResponseKind) -> Self {
        let standing = &request.standing;
        let deadline = standing.deadline.as_ref();
        Self {
            request_id: request.id,
            response_id: id,
            kind,
            lifecycle: standing.state.lifecycle,
            clock: standing.state.clock,
            outcome: standing.state.outcome,
            first_deadline: deadline.and_then(|deadline| deadline.first_deadline),
            final_deadline: deadline.and_then(|deadline| deadline.final_deadline),
            days_late: None,
            findings: Vec::new(),
            repeated: false,
        }
    }
}

/// One result per response, in their order.
pub type Results = Vec<Result<Taken, Problem>>;

/// Takes in responses that came at `at`, within a transaction.
///
/// # Errors
/// [`crate::store::StoreError::Stale`] when one of the requests was moved by somebody else meanwhile: undo and repeat.
pub async fn take(
    context: &Context,
    tx: &Tx,
    call: &Call,
    source: Source,
    via: Via,
    at: Timestamp,
    incoming: &[Incoming],
) -> Outcome<Results> {
    let mut requests = addressed(tx, source, incoming).await?;
    let mut results: Vec<Option<Result<Taken, Problem>>> = vec![None; incoming.len()];
    let mut waiting: Vec<usize> = Vec::new();
    for (index, one) in incoming.iter().enumerate() {
        let refused =
            if !requests.contains_key(&one.request) { Some(Problem::new(Code::NotFound)) } else { check(one).err() };
        match refused {
            Some(problem) => results[index] = Some(Err(problem)),
            None => waiting.push(index),
        }
    }
    // In each round a request stands once, so that each of its responses finds what the one before made of it.
    while !waiting.is_empty() {
        let mut seen = BTreeSet::new();
        let (round, later): (Vec<_>, Vec<_>) =
            waiting.into_iter().partition(|index| seen.insert(incoming[*index].request));
        waiting = later;
        let mut by_organisation: BTreeMap<OrganisationId, Vec<usize>> = BTreeMap::new();
        for index in round {
            if let Some(request) = requests.get(&incoming[index].request) {
                by_organisation.entry(request.organisation).or_default().push(index);
            }
        }
        for (organisation, indexes) in by_organisation {
            let round = Round { context, tx, call, organisation, via, at, author: author(source) };
            let batch: Vec<(&Incoming, Request)> = indexes
                .iter()
                .filter_map(|index| Some((&incoming[*index], requests.get(&incoming[*index].request)?.clone())))
                .collect();
            let (taken, moved) = round.run(batch).await?;
            for (index, result) in indexes.into_iter().zip(taken) {
                results[index] = Some(result);
            }
            requests.extend(moved.into_iter().map(|request| (request.id, request)));
        }
    }
    results.into_iter().map(|result| result.ok_or(Failure::Defect("a response without an outcome"))).collect()
}

const fn author(source: Source) -> Author {
    match source {
        Source::Controller(_) => Author::Controller,
        Source::Organisation(_) => Author::Organisation,
    }
}

async fn addressed(tx: &Tx, source: Source, incoming: &[Incoming]) -> Outcome<BTreeMap<RequestId, Request>> {
    let ids: BTreeSet<RequestId> = incoming.iter().map(|one| one.request).collect();
    let ids: Vec<RequestId> = ids.into_iter().collect();
    let found = match source {
        Source::Controller(controller) => tx.requests_for_controller(controller, &ids).await?,
        Source::Organisation(organisation) => tx.tenant(organisation).requests(&ids).await?,
    };
    Ok(found.into_iter().map(|request| (request.id, request)).collect())
}

fn check(one: &Incoming) -> Result<(), Problem> {
    let mut fields = Vec::new();
    if let Err(found) = one.response.check() {
        fields.extend(found.into_iter().map(|mut field| {
            field.pointer = format!("/response{}", field.pointer);
            field
        }));
    }
    if one.message_id.as_ref().is_some_and(|id| id.is_empty() || id.chars().nth(MAX_MESSAGE_ID_CHARS).is_some()) {
        return Err(Problem::field("/message_id", Code::InvalidField, "Must have 1 to 300 characters."));
    }
    if one.attachments.len() > MAX_FILES {
        return Err(Problem::field("/attachments", Code::InvalidField, "Names at most 20 files."));
    }
    if fields.is_empty() { Ok(()) } else { Err(Problem { code: Code::InvalidField, detail: None, fields }) }
}

/// One response each to some requests of one organisation.
struct Round<'a> {
    context: &'a Context,
    tx: &'a Tx,
    call: &'a Call,
    organisation: OrganisationId,
    via: Via,
    at: Timestamp,
    author: Author,
}

/// What is known about the requests of a round.
struct Known {
    asks: BTreeMap<entity::id::CampaignId, Ask>,
    mandates: BTreeMap<entity::id::MandateId, MandateRecord>,
    keys: BTreeMap<entity::id::DataSubjectId, SubjectKey>,
    messages: BTreeMap<(RequestId, String), StoredResponse>,
}

impl Round<'_> {
    /// The results in order, and the requests as they stand now.
    async fn run(&self, batch: Vec<(&Incoming, Request)>) -> Outcome<(Results, Vec<Request>)> {
        let known = self.look_up(&batch).await?;
        let mut results: Vec<Option<Result<Taken, Problem>>> = vec![None; batch.len()];
        let mut moving: Vec<(usize, Change)> = Vec::new();
        let mut withdrawing: BTreeMap<WithdrawReason, Vec<(usize, Request)>> = BTreeMap::new();
        for (index, (one, request)) in batch.iter().enumerate() {
            if let Some(stored) = self.known_message(&known, one) {
                let taken = Taken::of(request, stored.id, stored.kind);
                results[index] = Some(Ok(Taken { repeated: true, ..taken }));
                continue;
            }
            if let Err(problem) = self.check_files(one, request).await? {
                results[index] = Some(Err(problem));
                continue;
            }
            if !known.keys.contains_key(&request.data_subject_id) {
                results[index] = Some(Err(Code::DataSubjectErased.into()));
                continue;
            }
            match known.mandates.get(&request.mandate_id).map(|mandate| mandate.state_at(self.context.clock.now())) {
                Some(MandateState::Revoked) if request.standing.is_open() => {
                    withdrawing.entry(WithdrawReason::MandateRevoked).or_default().push((index, request.clone()));
                }
                Some(MandateState::Expired) if request.standing.is_open() => {
                    withdrawing.entry(WithdrawReason::MandateExpired).or_default().push((index, request.clone()));
                }
                _ => moving.push((index, self.change(&known, one, request.clone())?)),
            }
        }
        // A mandate that has ended takes its requests with it before the answer is looked at: it stays sealed (M-9, M-11).
        for (reason, ended) in withdrawing {
            let (indexes, requests): (Vec<usize>, Vec<Request>) = ended.into_iter().unzip();
            let withdrawn = withdrawal::withdraw(
                self.context,
                self.tx,
                self.call,
                self.organisation,
                requests,
                reason,
                Author::System,
            );
            for (index, result) in indexes.into_iter().zip(withdrawn.await?) {
                match result {
                    Ok(progress) => moving.push((index, self.change(&known, batch[index].0, progress.request)?)),
                    Err(refused) => results[index] = Some(Err(refused.into())),
                }
            }
        }
        let (indexes, changes): (Vec<usize>, Vec<Change>) = moving.into_iter().unzip();
        let (tx, actor) = (self.tx, self.call.actor.name());
        let applied =
            progress::apply(self.context, tx, self.organisation, changes, self.at, self.author, &actor).await?;
        let mut moved = Vec::new();
        for (index, result) in indexes.into_iter().zip(applied) {
            match result {
                Err(refused) => results[index] = Some(Err(refused.into())),
                Ok(progress) => moved.push((index, progress)),
            }
        }
        let taken = self.keep(&known, &batch, &moved).await?;
        for ((index, _), taken) in moved.iter().zip(taken) {
            results[*index] = Some(Ok(taken));
        }
        let results: Option<Results> = results.into_iter().collect();
        let results = results.ok_or(Failure::Defect("a response without an outcome"))?;
        Ok((results, moved.into_iter().map(|(_, progress)| progress.request).collect()))
    }

    async fn look_up(&self, batch: &[(&Incoming, Request)]) -> Outcome<Known> {
        let tenant = self.tx.tenant(self.organisation);
        let mandates: BTreeSet<_> = batch.iter().map(|(_, request)| request.mandate_id).collect();
        let people: BTreeSet<_> = batch.iter().map(|(_, request)| request.data_subject_id).collect();
        let named: Vec<_> =
            batch.iter().filter(|(one, _)| one.message_id.is_some()).map(|(one, _)| one.request).collect();
        let mandates = tenant.mandates_by_ids(&mandates.into_iter().collect::<Vec<_>>()).await?;
        let wrapped = tenant.subject_keys(&people.into_iter().collect::<Vec<_>>()).await?;
        let organisation_keys = self.context.keys.of_organisation_in(self.tx, self.organisation).await?;
        let of_campaigns = batch.iter().map(|(_, request)| request.campaign_id);
        let asks = campaigns::asks(&organisation_keys, &tenant, of_campaigns).await?;
        let mut keys = BTreeMap::new();
        for (id, wrapped) in wrapped {
            keys.insert(id, organisation_keys.open_subject_key(id.0, &wrapped)?);
        }
        let messages = tenant.responses_with_message_id(&named).await?;
        Ok(Known {
            asks,
            mandates: mandates.into_iter().map(|record| (record.id, record)).collect(),
            keys,
            messages: messages
                .into_iter()
                .filter_map(|stored| Some(((stored.request_id, stored.message_id.clone()?), stored)))
                .collect(),
        })
    }

    fn known_message<'k>(&self, known: &'k Known, one: &Incoming) -> Option<&'k StoredResponse> {
        known.messages.get(&(one.request, one.message_id.clone()?))
    }

    async fn check_files(&self, one: &Incoming, request: &Request) -> Outcome<Result<(), Problem>> {
        if one.attachments.is_empty() {
            return Ok(Ok(()));
        }
        let files: Vec<Attachment> = self.tx.tenant(self.organisation).attachments_of_request(request.id).await?;
        let mut named = BTreeSet::new();
        for (place, id) in one.attachments.iter().enumerate() {
            let waits = files.iter().any(|file| file.id == *id && file.response_id.is_none());
            if !waits || !named.insert(*id) {
                let pointer = format!("/attachments/{place}");
                let mut problem = Problem::field(pointer, Code::AttachmentUnknown, "Is not a file that waits.");
                problem.code = Code::AttachmentUnknown;
                return Ok(Err(problem));
            }
        }
        Ok(Ok(()))
    }

    fn change(&self, known: &Known, one: &Incoming, request: Request) -> Outcome<Change> {
        let ask = known.asks.get(&request.campaign_id).ok_or(Failure::Defect("a request without its campaign"))?;
        let evidence = known.mandates.get(&request.mandate_id).map(|record| record.mandate.evidence.kind);
        let identity_verified =
            matches!(evidence, Some(EvidenceKind::QualifiedSignature | EvidenceKind::AuthenticatedAcceptance));
        let event = one.response.event(response::Context { ask, identity_verified }, self.at);
        Ok(Change { request, event })
    }

    /// Writes the responses that were taken, with everything beside the request itself.
    async fn keep(
        &self,
        known: &Known,
        batch: &[(&Incoming, Request)],
        moved: &[(usize, Progress)],
    ) -> Outcome<Vec<Taken>> {
        if moved.is_empty() {
            return Ok(Vec::new());
        }
        let (mut rows, mut wanted, mut taken) = (Vec::new(), Vec::new(), Vec::new());
        for (index, progress) in moved {
            let (one, request) = (batch[*index].0, &progress.request);
            let id: ResponseId = self.context.ids.next();
            let key = known.keys.get(&request.data_subject_id).ok_or(Code::DataSubjectErased)?;
            let json = serde_json::to_vec(&one.response).map_err(|_| Failure::Defect("a response is not JSON"))?;
            let json = Personal::new(json);
            let days_late = progress.applied.days_late;
            rows.push(StoredResponse {
                id,
                request_id: request.id,
                controller_id: request.controller_id,
                kind: one.response.kind(),
                content: Some(key.seal(&content_binding(self.organisation, id), json.expose())?),
                via: self.via,
                message_id: one.message_id.clone(),
                lateness_days: days_late.and_then(|days| i32::try_from(days).ok()).unwrap_or(0),
                received_at: self.at,
            });
            if let Some(kind) = tasks::after(&one.response, request) {
                wanted.push((kind, request.id, request.controller_id));
            }
            let findings: BTreeSet<_> = progress.applied.findings.iter().map(|finding| finding.code).collect();
            let now = Taken::of(request, id, one.response.kind());
            taken.push(Taken { days_late, findings: findings.into_iter().collect(), ..now });
        }
        let ids: Vec<uuid::Uuid> = rows.iter().map(|row| row.id.0).collect();
        self.tx.add_responses(self.organisation, rows).await?;
        for ((index, _), taken) in moved.iter().zip(&taken) {
            self.tx.attach(self.organisation, &batch[*index].0.attachments, taken.response_id).await?;
        }
        tasks::open(self.context, self.tx, self.organisation, wanted, &self.call.actor.name()).await?;
        let note = self.context.note(self.call, self.organisation, AuditAction::Create, "response");
        self.tx.note(note.of_many(ids)).await?;
        Ok(taken)
    }
}
