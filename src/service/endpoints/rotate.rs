//! Secrets are rotated, an endpoint is tested or asked again whether it wants messages, events are told again.

use entity::id::{DeliveryId, EndpointId, OrganisationId};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde_json::json;

use crate::domain::audit::AuditAction;
use crate::domain::delivery::MessageKind;
use crate::domain::proof::ReceiverProof;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::service::once::Answer;
use crate::service::webhook_secrets::WebhookSecrets;
use crate::store::NewDelivery;

use super::{Entry, find};

/// Makes a fresh secret; the old ones sign beside it until `overlap` is over.
///
/// # Errors
/// `not_found`; `invalid_field` when too many secrets overlap.
pub async fn rotate<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: EndpointId,
    overlap: SignedDuration,
    view: V,
) -> Outcome<Answer>
where
    T: Serialize + Send + 'static,
    V: FnOnce(&Entry, &WebhookSecrets) -> T + Send + 'static,
{
    let (inner, frame) = (context.clone(), call.clone());
    context
        .once(&frame, 200, move |tx| {
            Box::pin(async move {
                let mut entry = find(tx, organisation, id).await?;
                let now = inner.clock.now();
                let mut secrets = WebhookSecrets::open(&inner.keys, &entry.receiver)?;
                entry.fresh_secret = Some(secrets.rotate(overlap, now, inner.random.as_ref())?);
                entry.receiver.secrets = secrets.seal(&inner.keys, id.into())?;
                entry.receiver.updated_at = now;
                entry.endpoint.version += 1;
                entry.endpoint.updated_at = now;
                // The version holds two rotations at once apart.
                tx.update_endpoint(&entry.endpoint).await?;
                tx.update_receiver(&entry.receiver).await?;
                tx.note(inner.note(&call, organisation, AuditAction::Change, id)).await?;
                Ok(view(&entry, &secrets))
            })
        })
        .await
}

/// Sends a test message, of which `view` gets the id.
///
/// # Errors
/// `not_found`.
pub async fn test<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: EndpointId,
    view: V,
) -> Outcome<Answer>
where
    T: Serialize + Send + 'static,
    V: FnOnce(DeliveryId) -> T + Send + 'static,
{
    let (inner, frame) = (context.clone(), call);
    context
        .once(&frame, 202, move |tx| {
            Box::pin(async move {
                find(tx, organisation, id).await?;
                let now = inner.clock.now();
                let delivery = NewDelivery {
                    id: inner.ids.next(),
                    receiver: id.into(),
                    controller: None,
                    kind: MessageKind::EndpointTest.as_str(),
                    request: None,
                    payload: json!({ "endpoint_id": id }),
                    send_from: now,
                    at: now,
                };
                tx.add_deliveries(organisation, std::slice::from_ref(&delivery)).await?;
                tx.wake_lane(organisation, id.into(), now, now).await?;
                Ok(view(delivery.id))
            })
        })
        .await
}

/// Tells the endpoint again what has happened since an instant, each event in a new message.
///
/// # Errors
/// `not_found`.
pub async fn replay<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: EndpointId,
    since: Timestamp,
    view: V,
) -> Outcome<Answer>
where
    T: Serialize + Send + 'static,
    V: FnOnce(&Entry) -> T + Send + 'static,
{
    let (inner, frame) = (context.clone(), call.clone());
    context
        .once(&frame, 202, move |tx| {
            Box::pin(async move {
                let mut entry = find(tx, organisation, id).await?;
                if let Some(first) = tx.tenant(organisation).position_before(since).await? {
                    let to = first.min(entry.endpoint.cursor);
                    tx.move_endpoint(&entry.endpoint, to).await?;
                    entry.endpoint.cursor = to;
                }
                tx.note(inner.note(&call, organisation, AuditAction::Change, id)).await?;
                Ok(view(&entry))
            })
        })
        .await
}

/// Sends another challenge to an endpoint, now: its proof, whatever it was, has to be given again.
///
/// # Errors
/// `not_found`.
pub async fn challenge<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: EndpointId,
    view: V,
) -> Outcome<Answer>
where
    T: Serialize + Send + 'static,
    V: FnOnce(&Entry) -> T + Send + 'static,
{
    let (inner, frame) = (context.clone(), call.clone());
    context
        .once(&frame, 202, move |tx| {
            Box::pin(async move {
                let mut entry = find(tx, organisation, id).await?;
                let now = inner.clock.now();
                entry.receiver.proof = ReceiverProof::asked(now);
                entry.endpoint.version += 1;
                entry.endpoint.updated_at = now;
                tx.update_endpoint(&entry.endpoint).await?;
                tx.set_proof(entry.receiver.id, &entry.receiver.proof).await?;
                tx.note(inner.note(&call, organisation, AuditAction::Change, id)).await?;
                Ok(view(&entry))
            })
        })
        .await
}
