//! Webhook endpoints of organisations: set up, changed, tested, and fed with events.

mod change;
mod create;
mod fan_out;
mod rotate;

use entity::id::{EndpointId, OrganisationId};
use jiff::Timestamp;
use serde_json::json;

use crate::crypto::Personal;
use crate::domain::code::Code;
use crate::domain::delivery::ReceiverState;
use crate::domain::event::EventKind;
use crate::domain::problem::Problem;
use crate::domain::task::{TaskKind, TaskState};
use crate::store::{Claim, Endpoint, Receiver, Task, Tx};

use super::context::Context;
use super::deliveries::Trouble;
use super::failure::{Failure, Outcome};

pub use change::{EndpointChange, change, remove};
pub use create::{MAX_ENDPOINTS, NewEndpoint, create};
pub use fan_out::fan_out;
pub use rotate::{challenge, replay, rotate, test};

/// An endpoint with its receiver.
#[derive(Debug)]
pub struct Entry {
    /// The endpoint.
    pub endpoint: Endpoint,
    /// Its address and health.
    pub receiver: Receiver,
    /// A secret that was just made, to be shown this once.
    pub fresh_secret: Option<Personal<String>>,
}

/// An endpoint by its id.
///
/// # Errors
/// `not_found`.
pub async fn get(context: &Context, organisation: OrganisationId, id: EndpointId) -> Outcome<Entry> {
    let endpoint = context.db.tenant(organisation).endpoint(id).await?.ok_or(Code::NotFound)?;
    let receiver = context.db.receiver(id.into()).await?.ok_or(Failure::Defect("an endpoint without a receiver"))?;
    Ok(Entry { endpoint, receiver, fresh_secret: None })
}

/// Endpoints in the order of their ids.
pub async fn list(
    context: &Context,
    organisation: OrganisationId,
    after: Option<EndpointId>,
    limit: u64,
) -> Outcome<Vec<Entry>> {
    let endpoints = context.db.tenant(organisation).endpoints(after, limit).await?;
    let ids: Vec<_> = endpoints.iter().map(|endpoint| endpoint.id.into()).collect();
    let mut receivers: std::collections::HashMap<_, _> =
        context.db.receivers_by_ids(&ids).await?.into_iter().map(|receiver| (receiver.id, receiver)).collect();
    endpoints
        .into_iter()
        .map(|endpoint| {
            let receiver =
                receivers.remove(&endpoint.id.into()).ok_or(Failure::Defect("an endpoint without a receiver"))?;
            Ok(Entry { endpoint, receiver, fresh_secret: None })
        })
        .collect()
}

async fn find(tx: &Tx, organisation: OrganisationId, id: EndpointId) -> Outcome<Entry> {
    let endpoint = tx.tenant(organisation).endpoint(id).await?.ok_or(Code::NotFound)?;
    let receiver = tx.receiver(id.into()).await?.ok_or(Failure::Defect("an endpoint without a receiver"))?;
    Ok(Entry { endpoint, receiver, fresh_secret: None })
}

fn check_url(context: &Context, url: &str) -> Outcome<()> {
    match context.settings.egress.check_url(url) {
        Ok(_) => Ok(()),
        Err(refusal) => Err(Problem::field("/url", Code::InvalidField, format!("Not called: {refusal}.")).into()),
    }
}

/// Switches an endpoint off whose receiver said that it is gone or failed for too long. Its events stay in the feed.
pub(super) async fn switch_off(
    context: &Context,
    tx: &Tx,
    claim: &Claim,
    trouble: &mut Trouble<'_>,
    now: Timestamp,
) -> Outcome<()> {
    let id = EndpointId(claim.receiver.id.0);
    let Some(mut endpoint) = tx.tenant(claim.organisation).endpoint(id).await? else { return Ok(()) };
    if endpoint.state == ReceiverState::Disabled {
        return Ok(());
    }
    endpoint.state = ReceiverState::Disabled;
    endpoint.version += 1;
    tx.update_endpoint(&endpoint).await?;
    trouble.tell(EventKind::EndpointDisabled, id, json!({ "endpoint_id": id, "reason": "receiver_failed" }));
    trouble.task(Task {
        id: context.ids.next(),
        kind: TaskKind::DeliveryFailed,
        state: TaskState::Open,
        request: None,
        delivery: None,
        controller: None,
        requests: 0,
        reason: Some("endpoint_disabled".to_owned()),
        created_at: now,
        done_at: None,
        done_by: None,
    });
    Ok(())
}
