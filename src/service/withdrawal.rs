//! Withdrawing requests, with everything that follows: what has not left stays, what waits for a person is settled, and
//! controllers that have a request are told that it needs no answer any more.

use entity::id::{DeliveryId, OrganisationId};
use serde_json::json;

use crate::domain::audit::AuditAction;
use crate::domain::delivery::MessageKind;
use crate::domain::request::{Author, Event, Refused, WithdrawReason};
use crate::store::{Request, Tx};

use super::call::Call;
use super::context::Context;
use super::failure::Outcome;
use super::messages::tell;
use super::progress::{self, Change, Progress};

/// Withdraws requests of one organisation for one reason, within a transaction that holds them ([`Tx::hold_requests`]); what the
/// rules refuse is told in its place and harms no other. The requests are held first and their messages then, as whoever undoes
/// their batch holds them: the two never wait for each other.
///
/// # Errors
/// [`crate::store::StoreError::Stale`] when one of the requests has moved since it was read: the transaction must be undone.
pub async fn withdraw(
    context: &Context,
    tx: &Tx,
    call: &Call,
    organisation: OrganisationId,
    requests: Vec<Request>,
    reason: WithdrawReason,
    author: Author,
) -> Outcome<Vec<Result<Progress, Refused>>> {
    let now = context.clock.now();
    let change = |request| Change { request, event: Event::Withdraw { reason } };
    let changes = requests.into_iter().map(change).collect();
    let results = progress::apply(context, tx, organisation, changes, now, author, &call.actor.name()).await?;

    let withdrawn: Vec<&Request> = results.iter().flatten().map(|progress| &progress.request).collect();
    if withdrawn.is_empty() {
        return Ok(results);
    }
    let ids: Vec<_> = withdrawn.iter().map(|request| request.id).collect();
    tx.cancel_messages_about(organisation, &ids, now).await?;
    tx.recount_tasks_naming(organisation, &ids, now, call.actor.member()).await?;
    let (sent, unsent): (Vec<&Request>, Vec<&Request>) =
        withdrawn.into_iter().partition(|request| request.sent_at.is_some());
    tx.recount_bundles(organisation, &dispatches(&unsent), now).await?;
    let data = |request: &Request| json!({ "controller_id": request.controller_id, "request_id": request.id, "reason": reason });
    tell(context, tx, organisation, &sent, kind(reason), data).await?;
    let note = context.note(call, organisation, AuditAction::Change, "request");
    tx.note(note.of_many(ids.iter().map(|id| id.0))).await?;
    Ok(results)
}

/// The messages that carry these requests, each once.
fn dispatches(requests: &[&Request]) -> Vec<DeliveryId> {
    let mut ids: Vec<DeliveryId> = requests.iter().filter_map(|request| request.dispatch_id).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The end of a mandate says more than the end of a request: the organisation acts for the person no longer (M-11).
const fn kind(reason: WithdrawReason) -> MessageKind {
    match reason {
        WithdrawReason::MandateRevoked | WithdrawReason::MandateExpired => MessageKind::MandateRevoked,
        WithdrawReason::PersonWithdrew | WithdrawReason::BatchUndone | WithdrawReason::HandedOver => {
            MessageKind::RequestWithdrawn
        }
    }
}
