//! JSON of deliveries.

use entity::id::{BatchId, ControllerId, DeliveryId, EndpointId, RequestId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::controller::ChannelKind;
use crate::domain::delivery::DeliveryState;
use crate::domain::retry::FailureKind;
use crate::store;

/// One message to one receiver.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Delivery {
    /// Its id, also the `webhook-id` of every attempt.
    pub id: DeliveryId,
    /// The controller it goes to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub controller_id: Option<ControllerId>,
    /// The endpoint of the organisation it goes to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endpoint_id: Option<EndpointId>,
    /// How.
    pub channel: ChannelKind,
    /// What it says.
    #[schema(example = "request.filed")]
    pub kind: String,
    /// The request it is about; absent for a bundle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<RequestId>,
    /// How many requests it carries.
    pub request_count: i32,
    /// The batch that filed them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub batch_id: Option<BatchId>,
    /// How far it got.
    pub state: DeliveryState,
    /// Attempts begun.
    pub attempt_count: i32,
    /// When the next is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_attempt_at: Option<Timestamp>,
    /// Why the last attempt failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_failure: Option<FailureKind>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was settled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled_at: Option<Timestamp>,
    /// Each try, where one delivery is read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attempts: Option<Vec<Attempt>>,
}

/// One try.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Attempt {
    /// From 1.
    pub number: i32,
    /// When it began.
    pub started_at: Timestamp,
    /// When it ended; absent while in flight, or when the process died in between.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<Timestamp>,
    /// HTTP status, when there was an answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<i32>,
    /// Why it failed; absent for success.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<FailureKind>,
}

impl From<store::Delivery> for Delivery {
    fn from(row: store::Delivery) -> Self {
        Self {
            id: row.id,
            controller_id: row.controller,
            endpoint_id: row.controller.is_none().then_some(EndpointId(row.receiver.0)),
            channel: row.channel,
            kind: row.kind,
            request_id: row.request,
            request_count: row.requests,
            batch_id: row.batch,
            state: row.state,
            attempt_count: row.attempts,
            next_attempt_at: row.next_attempt_at,
            last_failure: row.last_failure,
            created_at: row.created_at,
            settled_at: row.settled_at,
            attempts: None,
        }
    }
}

impl From<store::Attempt> for Attempt {
    fn from(row: store::Attempt) -> Self {
        Self {
            number: row.number,
            started_at: row.started_at,
            finished_at: row.finished_at,
            status: row.status,
            failure: row.failure,
        }
    }
}
