//! Requests leave: each is checked against its mandate at that moment (M-9) and becomes sent before the message goes out,
//! because an answer can be faster than the confirmation of delivery.

use std::collections::HashMap;

use entity::id::{DeliveryId, MandateId, OrganisationId, RequestId};
use jiff::Timestamp;

use crate::domain::mandate::{Act, MandateRefusal, Permit};
use crate::domain::request::{Author, Event, Lifecycle};
use crate::domain::right::Right;
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::service::mandates;
use crate::service::progress::{self, Change};
use crate::store::{Controller, MandateRecord, Request, Tx};

/// What to do with requests of messages to one controller.
pub(crate) struct Leaving<'a> {
    /// The tenant.
    pub(crate) organisation: OrganisationId,
    /// To whom.
    pub(crate) controller: &'a Controller,
    /// When.
    pub(crate) at: Timestamp,
    /// Who sends.
    pub(crate) author: Author,
    /// How events name the sender.
    pub(crate) actor: &'a str,
}

/// What became of the requests.
#[derive(Debug, Default)]
pub(crate) struct Left {
    /// Those that the message may speak for, with the message that carries them.
    pub(crate) sendable: Vec<(RequestId, Option<DeliveryId>)>,
    /// Those that may not leave, although they wait for it, and why.
    pub(crate) refused: Vec<(Request, &'static str)>,
    /// The right of one of those that may leave.
    pub(crate) right: Option<Right>,
}

/// Applies [`Event::Dispatch`] to the requests that are ready and covered.
///
/// # Errors
/// [`crate::store::StoreError::Stale`] when one of them moves at the same time.
pub(crate) async fn leave(context: &Context, tx: &Tx, leaving: &Leaving<'_>, requests: Vec<Request>) -> Outcome<Left> {
    let mandates = mandates_of(tx, leaving.organisation, &requests).await?;
    let mut left = Left::default();
    let mut changes = Vec::new();
    let mut carriers = Vec::new();
    for request in requests {
        let permit = permit(leaving, &mandates, &request, Act::Dispatch);
        match (request.standing.state.lifecycle, permit) {
            (Lifecycle::Ready, Ok(permit)) => {
                carriers.push((request.id, request.dispatch_id));
                left.right = Some(request.standing.right);
                changes.push(Change { request, event: Event::Dispatch { permit } });
            }
            (Lifecycle::Ready, Err(refusal)) => left.refused.push((request, refusal.code().as_str())),
            (Lifecycle::Sent | Lifecycle::Received | Lifecycle::Answered, Ok(_)) => {
                left.right = Some(request.standing.right);
                left.sendable.push((request.id, request.dispatch_id));
            }
            // Withdrawn, closed, or sent once and no longer covered: nothing more is said about it.
            _ => {}
        }
    }
    let kept: Vec<Request> = changes.iter().map(|change| change.request.clone()).collect();
    let results =
        progress::apply(context, tx, leaving.organisation, changes, leaving.at, leaving.author, leaving.actor).await?;
    for ((carrier, request), result) in carriers.into_iter().zip(kept).zip(results) {
        match result {
            Ok(_) => left.sendable.push(carrier),
            Err(refused) => left.refused.push((request, refused.code().as_str())),
        }
    }
    Ok(left)
}

/// The requests for which a later message may be sent.
pub(super) async fn covered(
    tx: &Tx,
    leaving: &Leaving<'_>,
    requests: &[Request],
    act: Act,
) -> Outcome<HashMap<RequestId, Result<Permit, MandateRefusal>>> {
    let mandates = mandates_of(tx, leaving.organisation, requests).await?;
    Ok(requests.iter().map(|request| (request.id, permit(leaving, &mandates, request, act))).collect())
}

async fn mandates_of(
    tx: &Tx,
    organisation: OrganisationId,
    requests: &[Request],
) -> Outcome<HashMap<MandateId, MandateRecord>> {
    let mut ids: Vec<MandateId> = requests.iter().map(|request| request.mandate_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let found = tx.tenant(organisation).mandates_by_ids(&ids).await?;
    Ok(found.into_iter().map(|mandate| (mandate.id, mandate)).collect())
}

fn permit(
    leaving: &Leaving<'_>,
    mandates: &HashMap<MandateId, MandateRecord>,
    request: &Request,
    act: Act,
) -> Result<Permit, MandateRefusal> {
    let record = mandates.get(&request.mandate_id).ok_or(MandateRefusal::Missing)?;
    mandates::permit(record, act, request.standing.right, leaving.controller, leaving.at)
}
