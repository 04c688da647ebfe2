//! An endpoint is changed or removed.

use entity::id::{EndpointId, OrganisationId};
use serde_json::json;

use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::delivery::ReceiverState;
use crate::domain::event::{EventFilter, EventKind};
use crate::domain::proof::ReceiverProof;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::NewEvent;

use super::{Entry, check_url, find};

/// A change; what is absent stays as it is.
#[derive(Debug, Clone, Default)]
pub struct EndpointChange {
    /// Where messages are posted.
    pub url: Option<String>,
    /// What its owner calls it.
    pub description: Option<String>,
    /// Which events.
    pub filter: Option<EventFilter>,
    /// Held back, switched off, or on again.
    pub state: Option<ReceiverState>,
}

/// Changes an endpoint. One that is switched on again goes on where it stopped.
///
/// # Errors
/// `not_found`, `version_conflict`; `invalid_field` for an address that is never called.
pub async fn change(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: EndpointId,
    expected: Option<i32>,
    change: EndpointChange,
) -> Outcome<Entry> {
    if let Some(url) = &change.url {
        check_url(context, url)?;
    }
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let mut entry = find(tx, organisation, id).await?;
                if expected.is_some_and(|version| version != entry.endpoint.version) {
                    return Err(Failure::from(Code::VersionConflict));
                }
                let now = inner.clock.now();
                let before = entry.endpoint.state;
                let mut moved = false;
                if let Some(url) = change.url.filter(|url| *url != entry.receiver.url) {
                    entry.receiver.url = url;
                    entry.receiver.failing_since = None;
                    entry.receiver.paused_until = None;
                    moved = true;
                }
                entry.endpoint.description = change.description.unwrap_or(entry.endpoint.description);
                entry.endpoint.filter = change.filter.unwrap_or(entry.endpoint.filter);
                entry.endpoint.state = change.state.unwrap_or(before);
                if before != ReceiverState::Active && entry.endpoint.state == ReceiverState::Active {
                    entry.receiver.failing_since = None;
                    entry.receiver.paused_until = None;
                    let event = NewEvent {
                        id: inner.ids.next(),
                        kind: EventKind::EndpointEnabled.as_str(),
                        request: None,
                        subject: Some(id.to_string()),
                        data: json!({ "endpoint_id": id }),
                        author: call.actor.name(),
                        at: now,
                    };
                    tx.emit(organisation, vec![event]).await?;
                }
                entry.receiver.state = entry.endpoint.state;
                entry.receiver.updated_at = now;
                entry.endpoint.updated_at = now;
                entry.endpoint.version += 1;
                tx.update_receiver(&entry.receiver).await?;
                if moved {
                    entry.receiver.proof = ReceiverProof::asked(now);
                    tx.set_proof(entry.receiver.id, &entry.receiver.proof).await?;
                }
                tx.update_endpoint(&entry.endpoint).await?;
                tx.note(inner.note(&call, organisation, AuditAction::Change, id)).await?;
                Ok(entry)
            })
        })
        .await
}

/// Removes an endpoint. What waits for it is given up; its events stay in the feed.
///
/// # Errors
/// `not_found`.
pub async fn remove(context: &Context, call: Call, organisation: OrganisationId, id: EndpointId) -> Outcome<()> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                find(tx, organisation, id).await?;
                tx.remove_endpoint(organisation, id).await?;
                tx.note(inner.note(&call, organisation, AuditAction::Delete, id)).await?;
                Ok::<_, Failure>(())
            })
        })
        .await
}
