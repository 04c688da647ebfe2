//! Moves stored requests by what happened: the one place where a request's row changes.
//!
//! The domain decides ([`request::apply`]); here its decisions are written in sets: the requests, each under its version, their
//! events with the next numbers, and the findings recorded and retracted.

use entity::id::OrganisationId;
use jiff::Timestamp;
use serde_json::json;

use crate::domain::deadline::best_receipt;
use crate::domain::event::EventKind;
use crate::domain::request::{self, Applied, Author, Event, Lifecycle, Refused};
use crate::store::{NewEvent, Request, StoredFinding, Tx};

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
/// [`crate::store::StoreError::Stale`] when one of the requests has moved since it was read: the transaction must be undone.
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
    let (mut moved, mut events, mut findings) = (Vec::new(), Vec::new(), Vec::new());
    let calendars = context.calendars.now();
    for change in changes {
        let applied = match request::apply(&change.request.standing, &change.event, at, author, &calendars) {
            Ok(applied) => applied,
            Err(refused) => {
                results.push(Err(refused));
                continue;
            }
        };
        let request = settle(change.request, &applied, at);
        let first = request.event_seq - i32::try_from(applied.events.len()).unwrap_or(0);
        for (seq, kind) in (first + 1..).zip(&applied.events) {
            events.push(event(context, &request, seq, *kind, &applied, at, actor));
        }
        findings.extend(applied.findings.iter().map(|finding| StoredFinding {
            id: context.ids.next(),
            request_id: request.id,
            finding: *finding,
            created_at: at,
        }));
        if !applied.retracted.is_empty() {
            tx.retract_findings(organisation, request.id, &applied.retracted).await?;
        }
        moved.push(request.clone());
        results.push(Ok(Progress { request, applied }));
    }
    tx.save_requests(&moved).await?;
    tx.add_findings(organisation, &findings).await?;
    tx.emit(organisation, events).await?;
    Ok(results)
}

fn settle(mut request: Request, applied: &Applied, at: Timestamp) -> Request {
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
    request
}

fn event(
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
