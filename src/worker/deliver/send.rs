//! Sends the messages of a turn, outside of any transaction.

use std::sync::atomic::{AtomicBool, Ordering};

use futures::{StreamExt, stream};
use serde_json::Value;

use crate::domain::recipient::Recipient;
use crate::outbound::client::Client;
use crate::outbound::failure::Failure;
use crate::outbound::webhook::{Message, MessageError, Payload};
use crate::service::Context;
use crate::service::deliveries::{Ended, Outgoing, Turn};

/// Sends all messages, as many at once as the receiver takes. The rest stays here after a sign that it is overloaded, and when
/// this process is to stop: what is on its way then ends, and is not sent again by the next.
pub(super) async fn all(context: &Context, turn: &Turn) -> Vec<(Outgoing, Ended)> {
    let client = match super::client::of(context) {
        Ok(client) => client,
        Err(error) => {
            tracing::error!(error = %error, "nothing can be sent");
            return turn.messages.iter().map(|message| (message.clone(), Ended::NotSent)).collect();
        }
    };
    let overloaded = AtomicBool::new(false);
    let at_once = usize::try_from(turn.claim.receiver.max_concurrency).unwrap_or(1).max(1);
    stream::iter(turn.messages.clone())
        .map(|message| {
            let (client, overloaded) = (&client, &overloaded);
            async move {
                if overloaded.load(Ordering::Relaxed) || context.stop.is_cancelled() {
                    return (message, Ended::NotSent);
                }
                let ended = one(context, client, turn, &message).await;
                if matches!(ended, Ended::Failed { kind, .. } if kind.slows_down()) {
                    overloaded.store(true, Ordering::Relaxed);
                }
                (message, ended)
            }
        })
        .buffer_unordered(at_once)
        .collect()
        .await
}

async fn one(context: &Context, client: &Client, turn: &Turn, outgoing: &Outgoing) -> Ended {
    let payload = Payload { kind: &outgoing.delivery.kind, timestamp: outgoing.timestamp, data: &outgoing.data };
    let message = match made(outgoing, &payload) {
        Ok(message) => message,
        Err(error) => {
            tracing::error!(delivery = %outgoing.delivery.id, error = %error, "a message cannot be made");
            return Ended::NotSent;
        }
    };
    let attempt = message.send(client, &turn.claim.receiver.url, &turn.secrets, context.clock.now()).await;
    metrics::histogram!("recourse_delivery_seconds").record(attempt.elapsed.as_secs_f64());
    let at = context.clock.now();
    match attempt.result {
        Ok(exchange) => Ended::Delivered { at, status: exchange.status },
        Err(failure) => {
            tracing::info!(delivery = %outgoing.delivery.id, attempt = outgoing.attempt, failure = %failure, "a delivery failed");
            let status = match &failure {
                Failure::Status { status, .. } | Failure::Redirect { status } => Some(*status),
                _ => None,
            };
            match failure.kind() {
                Some(kind) => Ended::Failed { at, status, kind, retry_after: failure.retry_after() },
                None => Ended::NotSent,
            }
        }
    }
}

/// What goes to a controller is held to its field list; what goes to an endpoint of the organisation is the organisation's (Z-9).
fn made(outgoing: &Outgoing, payload: &Payload<'_, &Value>) -> Result<Message, MessageError> {
    let id = outgoing.delivery.id.to_string();
    if outgoing.delivery.controller.is_none() {
        return Message::new(id, payload);
    }
    let given = Recipient::Controller.given("webhook", payload).map_err(MessageError::from)?;
    Message::from_body(id, serde_json::to_vec(&given)?.into())
}
