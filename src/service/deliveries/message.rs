//! The thin message of a delivery: ids and links, no personal data, the same at every attempt.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::domain::delivery::MessageKind;
use crate::domain::right::Right;
use crate::service::context::Context;
use crate::store::{Delivery, Organisation};

/// A message whose attempt has begun.
#[derive(Debug, Clone)]
pub struct Outgoing {
    /// The delivery as it was before this attempt.
    pub delivery: Delivery,
    /// Number of this attempt, from 1.
    pub attempt: i32,
    /// Data of the body.
    pub data: Value,
    /// When what it tells of happened.
    pub timestamp: Timestamp,
}

/// Marks a payload that is complete: the message has been announced.
const COMPLETE: &str = "organisation";

/// Whether the first attempt was made already, so that the message must stay as it is.
pub(super) fn is_complete(delivery: &Delivery) -> bool {
    delivery.payload.get(COMPLETE).is_some()
}

/// Completes the data of a message to a controller before its first attempt.
pub(super) fn complete(
    context: &Context,
    delivery: &Delivery,
    organisation: &Organisation,
    right: Option<Right>,
    requests: i32,
) -> Value {
    let base = &context.settings.base_url;
    let mut data = match &delivery.payload {
        Value::Object(_) => delivery.payload.clone(),
        _ => json!({}),
    };
    data["delivery_id"] = json!(delivery.id);
    data["controller_id"] = json!(delivery.controller);
    data[COMPLETE] = json!({ "id": organisation.id, "name": organisation.name });
    if let Some(right) = right {
        data["right"] = json!(right);
    }
    if delivery.kind == MessageKind::RequestsFiled.as_str() {
        data["request_count"] = json!(requests);
        let url = format!("{base}/v1/inbox/messages/{}/requests", delivery.id);
        data["bundle"] = json!({ "request_count": requests, "requests_url": url });
    } else if let Some(request) = delivery.request {
        data["request_id"] = json!(request);
        data["request_url"] = json!(format!("{base}/v1/inbox/requests/{request}"));
    }
    data
}

/// When what a message tells of happened: the event's time for an endpoint, otherwise when the message was made.
pub(super) fn timestamp(delivery: &Delivery) -> Timestamp {
    let told = delivery.payload.get("occurred_at").and_then(Value::as_str).and_then(|text| text.parse().ok());
    told.unwrap_or(delivery.created_at)
}
