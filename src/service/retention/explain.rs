//! Until when what is kept of a person is kept, and why.

use std::collections::BTreeSet;

use entity::id::{ComplaintId, DataSubjectId, OrganisationId, RequestId};
use jiff::Timestamp;

use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::retention::{HeldBy, Retention, over_from};
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{ComplaintTime, Request};

/// Requests of a person that are told of; far above what one person can have.
const MOST: u64 = 2_000;

/// What is kept of one person, and until when.
#[derive(Debug, Clone)]
pub struct PersonKept {
    /// The periods that hold.
    pub periods: Retention,
    /// Who the person is.
    pub identity: IdentityKept,
    /// What was said about each request.
    pub answers: Vec<AnswersKept>,
    /// What was written in each complaint in which the person takes part.
    pub complaints: Vec<ComplaintKept>,
}

/// Until when it is kept what was written in a complaint, with its files.
#[derive(Debug, Clone, Copy)]
pub struct ComplaintKept {
    /// The complaint.
    pub complaint: ComplaintId,
    /// From when it is deleted, as things stand; none while the complaint is open.
    pub until: Option<Timestamp>,
    /// When it was deleted, if it was.
    pub deleted_at: Option<Timestamp>,
}

/// Until when it is kept who a person is.
#[derive(Debug, Clone)]
pub struct IdentityKept {
    /// When it was erased, if it was.
    pub erased_at: Option<Timestamp>,
    /// From when it is erased, as things stand; none while something holds it.
    pub until: Option<Timestamp>,
    /// What holds it.
    pub held_by: Vec<HeldBy>,
}

/// Until when it is kept what was said about a request.
#[derive(Debug, Clone)]
pub struct AnswersKept {
    /// The request.
    pub request: RequestId,
    /// From when it is deleted, as things stand; none while something holds it. An answer that comes later has a period of its own.
    pub until: Option<Timestamp>,
    /// What holds it.
    pub held_by: Vec<HeldBy>,
}

/// Explains it.
///
/// # Errors
/// `not_found`.
pub async fn explain(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: DataSubjectId,
) -> Outcome<PersonKept> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let periods = tx.organisation(organisation).await?.ok_or(Code::NotFound)?.retention;
                let tenant = tx.tenant(organisation);
                let subject = tenant.data_subject(id).await?.ok_or(Code::NotFound)?;
                let mut requests = tenant.requests_of_subject(id, true, None, MOST).await?;
                requests.append(&mut tenant.requests_of_subject(id, false, None, MOST).await?);
                let needed: BTreeSet<RequestId> = tenant.needed_by_complaints(id).await?.into_iter().collect();
                let mandates = tenant.mandates_of(id, None, MOST).await?;
                let mut held_by = Vec::new();
                let mut hold = |holds: bool, by| {
                    if holds {
                        held_by.push(by)
                    }
                };
                hold(requests.iter().any(|request| request.closed_at.is_none()), HeldBy::OpenRequest);
                hold(mandates.iter().any(|mandate| mandate.ended_at.is_none()), HeldBy::Mandate);
                hold(!needed.is_empty(), HeldBy::Complaint);
                let ended = requests.iter().filter_map(|request| request.closed_at);
                let ended = ended.chain(mandates.iter().filter_map(|mandate| mandate.ended_at));
                let complaints = tenant.complaints_with(id).await?;
                let ended = ended.chain(complaints.iter().map(|complaint| complaint.updated_at));
                let last = ended.chain([subject.updated_at]).max().unwrap_or(subject.updated_at);
                let identity = IdentityKept {
                    erased_at: subject.erased_at,
                    until: held_by.is_empty().then(|| over_from(last, periods.people_days)),
                    held_by,
                };
                let answers = requests.iter().map(|request| answers(request, &needed, periods)).collect();
                let complaints = complaints.into_iter().map(|complaint| complaint_kept(complaint, periods)).collect();
                tx.note(inner.note(&call, organisation, AuditAction::Read, id)).await?;
                Ok::<_, Failure>(PersonKept { periods, identity, answers, complaints })
            })
        })
        .await
}

fn complaint_kept(complaint: ComplaintTime, periods: Retention) -> ComplaintKept {
    let ComplaintTime { id, is_over, updated_at, words_gone_at } = complaint;
    let deleted_at = words_gone_at.filter(|gone| *gone >= updated_at);
    let until = (is_over && deleted_at.is_none()).then(|| over_from(updated_at, periods.complaints_days));
    ComplaintKept { complaint: id, until, deleted_at }
}

fn answers(request: &Request, needed: &BTreeSet<RequestId>, periods: Retention) -> AnswersKept {
    let mut held_by = Vec::new();
    if request.closed_at.is_none() {
        held_by.push(HeldBy::OpenRequest);
    }
    if needed.contains(&request.id) {
        held_by.push(HeldBy::Complaint);
    }
    let ended = request.closed_at.filter(|_| held_by.is_empty());
    AnswersKept { request: request.id, until: ended.map(|at| over_from(at, periods.answers_days)), held_by }
}
