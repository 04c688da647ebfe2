//! A message is sent again, by the will of a person.

use entity::id::{DeliveryId, OrganisationId};

use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::delivery::{DeliveryState, ReceiverState};
use crate::domain::problem::Problem;
use crate::service::call::{Actor, Call};
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::service::once::Answer;
use crate::store::Delivery;

/// Sends a message again under its id, which the receiver recognises. Open tasks about it are settled.
///
/// # Errors
/// `not_found`; `delivery_wrong_state` unless it was delivered or given up, and when its receiver is switched off.
pub async fn resend<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: DeliveryId,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(Delivery) -> T + Send + 'static,
{
    let (inner, frame) = (context.clone(), call.clone());
    context
        .once(&frame, 200, move |tx| {
            Box::pin(async move {
                let now = inner.clock.now();
                let tenant = tx.tenant(organisation);
                let mut delivery = tenant.delivery(id).await?.ok_or(Code::NotFound)?;
                if !matches!(delivery.state, DeliveryState::Delivered | DeliveryState::Failed) {
                    return Err(Code::DeliveryWrongState.into());
                }
                let receiver = tx.receiver(delivery.receiver).await?;
                if receiver.is_none_or(|receiver| receiver.state == ReceiverState::Disabled) {
                    let detail = "Its receiver is switched off; switch it on first.";
                    return Err(Problem::with_detail(Code::DeliveryWrongState, detail).into());
                }
                tx.reopen_delivery(organisation, id, delivery.state, now).await?;
                tx.wake_lane(organisation, delivery.receiver, now, now).await?;
                let by = match call.actor {
                    Actor::Organisation(client, _) => Some(client),
                    _ => None,
                };
                tx.settle_tasks_of_delivery(organisation, id, now, by).await?;
                tx.note(inner.note(&call, organisation, AuditAction::Change, id)).await?;
                delivery.state = DeliveryState::Pending;
                delivery.next_attempt_at = Some(now);
                delivery.settled_at = None;
                Ok(view(delivery))
            })
        })
        .await
}
