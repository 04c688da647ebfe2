//! Events become messages to the endpoints that want them. The cursor moves in the transaction of the messages, so that each
//! event becomes one message exactly.

use serde_json::{Value, json};

use crate::domain::event::EventKind;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{Endpoint, Event, NewDelivery, StoreError, Tx};

/// Endpoints read in one query.
const ENDPOINTS: u64 = 100;
/// Events of one transaction.
const EVENTS: u64 = 500;

/// Goes through all active endpoints once. Tells how many events were gone through.
pub async fn fan_out(context: &Context) -> Outcome<u64> {
    let (mut after, mut done) = (None, 0);
    loop {
        let page = context.db.active_endpoints(after, ENDPOINTS).await?;
        after = page.last().map(|endpoint| (endpoint.organisation, endpoint.id));
        let last = (page.len() as u64) < ENDPOINTS;
        for endpoint in page {
            done += feed(context, endpoint).await?;
        }
        if last {
            return Ok(done);
        }
    }
}

async fn feed(context: &Context, endpoint: Endpoint) -> Outcome<u64> {
    let horizon = context.db.horizon().await?;
    let events = context.db.tenant(endpoint.organisation).events_after(endpoint.cursor, horizon, EVENTS).await?;
    let Some(last) = events.last().map(|event| event.position) else { return Ok(0) };
    let count = events.len() as u64;
    let now = context.clock.now();
    let mut messages = Vec::new();
    for event in &events {
        let Ok(kind) = event.kind.parse::<EventKind>() else { continue };
        if endpoint.filter.wants(kind) {
            messages.push(NewDelivery {
                id: context.ids.next(),
                receiver: endpoint.id.into(),
                controller: None,
                kind: kind.as_str(),
                request: event.request_id,
                payload: envelope(context, event),
                send_from: now,
                at: now,
            });
        }
    }
    let moved = context
        .db
        .write(move |tx: &Tx| {
            Box::pin(async move {
                tx.move_endpoint(&endpoint, last).await?;
                if !messages.is_empty() {
                    tx.add_deliveries(endpoint.organisation, &messages).await?;
                    tx.wake_lane(endpoint.organisation, endpoint.id.into(), now, now).await?;
                }
                Ok::<_, Failure>(())
            })
        })
        .await;
    match moved {
        // Another worker was first.
        Err(Failure::Store(StoreError::Stale)) => Ok(0),
        moved => moved.map(|()| count),
    }
}

/// What an endpoint is told: the event as it stands in the feed.
fn envelope(context: &Context, event: &Event) -> Value {
    let mut envelope = json!({
        "event_id": event.id,
        "occurred_at": event.at,
        "author": event.author,
        "data": event.data,
    });
    if let Some(request) = event.request_id {
        envelope["request_id"] = json!(request);
        envelope["request_url"] = json!(format!("{}/v1/requests/{request}", context.settings.base_url));
    }
    if let Some(seq) = event.seq {
        envelope["seq"] = json!(seq);
    }
    if let Some(subject) = &event.subject {
        envelope["subject"] = json!(subject);
    }
    envelope
}
