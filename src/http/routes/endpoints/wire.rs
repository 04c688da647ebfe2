//! JSON of webhook endpoints.

use entity::id::{DeliveryId, EndpointId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::domain::delivery::ReceiverState;
use crate::domain::event::EventFilter;
use crate::http::routes::controllers::proof_wire::WebhookProof;
use crate::service::endpoints::{self, Entry};

/// A new webhook endpoint.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewEndpoint {
    /// Where messages are posted: `https` at a public address.
    #[validate(length(min = 1, max = 2048))]
    #[schema(min_length = 1, max_length = 2048, example = "https://hooks.example.org/recourse")]
    pub url: String,
    /// What its owner calls it.
    #[serde(default)]
    #[validate(length(max = 200))]
    #[schema(max_length = 200, example = "Case management")]
    pub description: String,
    /// Which events: words, or families such as `request.*`; all when empty.
    #[serde(default)]
    pub event_kinds: EventFilter,
}

impl From<NewEndpoint> for endpoints::NewEndpoint {
    fn from(new: NewEndpoint) -> Self {
        Self { url: new.url, description: new.description, filter: new.event_kinds }
    }
}

/// A change of an endpoint; an absent field stays as it is.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"state": "active"}))]
pub struct EndpointChange {
    /// Where messages are posted.
    #[validate(length(min = 1, max = 2048))]
    #[schema(min_length = 1, max_length = 2048)]
    pub url: Option<String>,
    /// What its owner calls it.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub description: Option<String>,
    /// Which events; all when empty.
    pub event_kinds: Option<EventFilter>,
    /// Held back, switched off, or on again.
    pub state: Option<ReceiverState>,
}

impl From<EndpointChange> for endpoints::EndpointChange {
    fn from(change: EndpointChange) -> Self {
        Self { url: change.url, description: change.description, filter: change.event_kinds, state: change.state }
    }
}

/// A webhook endpoint.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Endpoint {
    /// Its id.
    pub id: EndpointId,
    /// Where messages are posted.
    pub url: String,
    /// What its owner calls it.
    pub description: String,
    /// Which events; all when empty.
    pub event_kinds: EventFilter,
    /// Whether it takes messages.
    pub state: ReceiverState,
    /// Whether its address has answered a challenge; messages wait until it has.
    pub proof: WebhookProof,
    /// First of an unbroken row of failures; after five days of them it is switched off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failing_since: Option<Timestamp>,
    /// The secret that signs, in the answer that makes it alone. Keep it: it cannot be shown again.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=")]
    pub secret: Option<String>,
    /// Grows with every change; also in the `ETag`.
    pub version: i32,
    /// When it was made.
    pub created_at: Timestamp,
    /// Last change.
    pub updated_at: Timestamp,
}

impl From<&Entry> for Endpoint {
    fn from(entry: &Entry) -> Self {
        let endpoint = &entry.endpoint;
        Self {
            id: endpoint.id,
            url: entry.receiver.url.clone(),
            description: endpoint.description.clone(),
            event_kinds: endpoint.filter.clone(),
            state: endpoint.state,
            proof: WebhookProof::from(&entry.receiver.proof),
            failing_since: entry.receiver.failing_since,
            secret: entry.fresh_secret.as_ref().map(|secret| secret.expose().clone()),
            version: endpoint.version,
            created_at: endpoint.created_at,
            updated_at: endpoint.updated_at,
        }
    }
}

/// A test message.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct TestMessage {
    /// Its delivery, to follow it.
    pub delivery_id: DeliveryId,
}

/// From when events are told again.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"since": "2026-11-01T00:00:00Z"}))]
pub struct Replay {
    /// Everything that happened from this instant on.
    pub since: Timestamp,
}
