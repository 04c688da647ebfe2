//! Moves stored requests by what happened: the one place where a request's row changes.
//!
//! The domain decides ([`request::apply`]); here its decisions are written in sets: the requests, each under its version, their
//! events with the next numbers, and the findings recorded and retracted.

use entity::id::{OrganisationId, RequestId};
use jiff::Timestamp;
use serde_json::json;

use crate::domain::calendar::Calendars;
use crate::domain::deadline::best_receipt;
use crate::domain::event::EventKind;
use crate::domain::finding::Finding;
use crate::domain::request::{self, Applied, Author, Event, Lifecycle, Refused};
use crate::store::{NewEvent, Request, StoreError, StoredFinding, Tx};

use super::context::Context;
use super::failure::Outcome;

/// A request and what happened to it.
#[derive(Debug, Clone)]
pub struct Change {
    /// The request as it was read.
    pub request: Request,
    /// What happened.
    pub event: Event,
}

/// A request after what happened.
#[derive(Debug, Clone)]
pub struct Progress {
    /// The request as it stands now.
    pub request: Request,
    /// What followed.
    pub applied: Applied,
}

/// Applies changes to requests of one organisation, in order. A request may stand in one of them only; what the rules refuse
/// is told in its place and harms no other.
///
/// # Errors
/// [`StoreError::Stale`] when one of the requests has moved since it was read: the transaction must be undone.
/// [`StoreError::Unavailable`] when one of them was computed by a newer release than this, which must not move it back.
pub async fn apply(
    context: &Context,
    tx: &Tx,
    organisation: OrganisationId,
    changes: Vec<Change>,
    at: Timestamp,
    author: Author,
    actor: &str,
) -> Outcome<Vec<Result<Progress, Refused>>> {
    let mut results = Vec::with_capacity(changes.len());
    let mut effects = Effects::new(calendars_for(context, tx, &changes).await?);
    for Change { mut request, event } in changes {
        let applied = effects.take(context, &mut request, &event, at, author, actor);
        results.push(applied.map(|applied| {
            effects.requests.push(request.clone());
            Progress { request, applied }
        }));
    }
    debug_assert!(effects.requests.iter().all(|request| request.organisation == organisation), "one organisation");
    effects.write(tx).await?;
    Ok(results)
}

/// What changes of requests come to, of any organisations, before it is written.
pub(super) struct Effects {
    /// The calendars in force: what belongs together is decided with the same.
    calendars: Calendars,
    /// The requests as they stand then, each once.
    pub requests: Vec<Request>,
    events: Vec<(OrganisationId, NewEvent)>,
    findings: Vec<(OrganisationId, StoredFinding)>,
    retracted: Vec<(OrganisationId, RequestId, Vec<Finding>)>,
}

impl Effects {
    /// Nothing yet.
    pub fn new(calendars: Calendars) -> Self {
        let (requests, events, findings, retracted) = Default::default();
        Self { calendars, requests, events, findings, retracted }
    }

    /// Moves a request by an event and keeps what follows. The request itself is put to the others by the caller, because it may
    /// move on before.
    pub fn take(
        &mut self,
        context: &Context,
        request: &mut Request,
        event: &Event,
        at: Timestamp,
        author: Author,
        actor: &str,
    ) -> Result<Applied, Refused> {
        let applied = request::apply(&request.standing, event, at, author, &self.calendars)?;
        settle(request, &applied, at);
        let organisation = request.organisation;
        let first = request.event_seq - i32::try_from(applied.events.len()).unwrap_or(0);
        for (seq, kind) in (first + 1..).zip(&applied.events) {
            self.events.push((organisation, told(context, request, seq, *kind, &applied, at, actor)));
        }
        self.findings.extend(applied.findings.iter().map(|finding| {
            let id = context.ids.next();
            (organisation, StoredFinding { id, request_id: request.id, finding: *finding, created_at: at })
        }));
        if !applied.retracted.is_empty() {
            self.retracted.push((organisation, request.id, applied.retracted.clone()));
        }
        Ok(applied)
    }

    /// Writes all of it.
    ///
    /// # Errors
    /// [`crate::store::StoreError::Stale`] when a request has moved since it was read.
    pub async fn write(self, tx: &Tx) -> Outcome<()> {
        tx.save_requests(&self.requests).await?;
        self.write_what_follows(tx).await
    }

    /// The same for requests that the transaction holds already.
    ///
    /// # Errors
    /// As [`Self::write`].
    pub async fn write_held(self, tx: &Tx) -> Outcome<()> {
        tx.save_held_requests(&self.requests).await?;
        self.write_what_follows(tx).await
    }

    async fn write_what_follows(self, tx: &Tx) -> Outcome<()> {
        for (organisation, request, retracted) in self.retracted {
            tx.retract_findings(organisation, request, &retracted).await?;
        }
        tx.add_findings(&self.findings).await?;
        tx.emit_all(self.events).await?;
        Ok(())
    }
}

/// The calendars in force. Where another instance has used a newer one already, it is looked up first.
async fn calendars_for(context: &Context, tx: &Tx, changes: &[Change]) -> Outcome<Calendars> {
    let calendars = context.calendars.now();
    let ahead = |calendars: &Calendars| changes.iter().any(|change| change.request.standing.is_ahead(calendars));
    if !ahead(&calendars) {
        return Ok(calendars);
    }
    context.calendars.refresh_within(tx).await?;
    let calendars = context.calendars.now();
    if ahead(&calendars) {
        tracing::error!("a request was computed by a newer release than this one");
        return Err(StoreError::Unavailable.into());
    }
    Ok(calendars)
}

fn settle(request: &mut Request, applied: &Applied, at: Timestamp) {
    let standing = &applied.standing;
    let lifecycle = standing.state.lifecycle;
    request.sent_at = standing.facts.sent_at.or(request.sent_at);
    request.received_at =
        best_receipt(&standing.facts.receipts, standing.place).map(|best| best.at).or(request.received_at);
    request.answered_at = standing.facts.first_answer().map(|answer| answer.at);
    request.closed_at = match lifecycle {
        Lifecycle::Closed | Lifecycle::Withdrawn => request.closed_at.or(Some(at)),
        _ => None,
    };
    request.event_seq += i32::try_from(applied.events.len()).unwrap_or(0);
    request.version += 1;
    request.updated_at = at;
    request.standing = standing.clone();
}

fn told(
    context: &Context,
    request: &Request,
    seq: i32,
    kind: EventKind,
    applied: &Applied,
    at: Timestamp,
    actor: &str,
) -> NewEvent {
    let state = applied.standing.state;
    let mut data = json!({
        "campaign_id": request.campaign_id,
        "controller_id": request.controller_id,
        "data_subject_id": request.data_subject_id,
        "right": applied.standing.right,
        "lifecycle": state.lifecycle,
        "clock": state.clock,
        "outcome": state.outcome,
    });
    match kind {
        EventKind::FindingRecorded => data["findings"] = json!(applied.findings),
        EventKind::FindingRetracted => data["findings"] = json!(applied.retracted),
        EventKind::RequestReleased => data["mandate_id"] = json!(request.mandate_id),
        EventKind::DeadlineComputed => data["change"] = json!(applied.change),
        EventKind::RequestQuestionWaiting => {
            if let Some(waiting) = &applied.waiting {
                data["since"] = json!(waiting.since);
                data["days"] = json!(waiting.days);
                data["kinds"] = json!(waiting.kinds);
            }
        }
        EventKind::RequestComplainedToController => {
            data["complaint"] = json!(applied.standing.facts.controller_complaint);
        }
        EventKind::DeadlineApproaching => {
            if let Some(approach) = &applied.approach {
                data["due"] = json!(approach.due);
                data["days_left"] = json!(approach.days_left);
                data["reminders"] = json!(approach.reminders);
            }
        }
        _ => {}
    }
    if let Some(deadline) = &applied.standing.deadline {
        data["first_deadline"] = json!(deadline.first_deadline);
        data["final_deadline"] = json!(deadline.final_deadline);
    }
    if let Some(days) = applied.days_late {
        data["days_late"] = json!(days);
    }
    NewEvent {
        id: context.ids.next(),
        kind: kind.as_str(),
        request: Some((request.id, seq)),
        subject: None,
        data,
        author: actor.to_owned(),
        at,
    }
}
