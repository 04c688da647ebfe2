//! A stored delivery and its attempts.

use entity::id::{BatchId, CampaignId, ControllerId, DeliveryId, OrganisationId, ReceiverId, RequestId};
use entity::{attempt, delivery};
use jiff::Timestamp;

use super::row::{DELIVERIES, DeliveryRow};
use crate::domain::controller::ChannelKind;
use crate::domain::delivery::DeliveryState;
use crate::domain::retry::FailureKind;
use crate::store::bulk::BulkRow;
use crate::store::error::{StoreError, StoreResult};
use crate::store::tx::Tx;

/// One message to one receiver.
#[derive(Debug, Clone)]
pub struct Delivery {
    /// The tenant that sends.
    pub organisation: OrganisationId,
    /// Its id, the `webhook-id` of every attempt.
    pub id: DeliveryId,
    /// To whom.
    pub receiver: ReceiverId,
    /// The controller, when it is the receiver.
    pub controller: Option<ControllerId>,
    /// How.
    pub channel: ChannelKind,
    /// Word of what it says.
    pub kind: String,
    /// The request it is about; none for a bundle.
    pub request: Option<RequestId>,
    /// How many requests it carries.
    pub requests: i32,
    /// The batch that filed them.
    pub batch: Option<BatchId>,
    /// The campaign whose requests it carries for the first time.
    pub campaign: Option<CampaignId>,
    /// Data of the thin message.
    pub payload: serde_json::Value,
    /// How far it got.
    pub state: DeliveryState,
    /// Attempts begun.
    pub attempts: i32,
    /// When the next is due.
    pub next_attempt_at: Option<Timestamp>,
    /// Why the last attempt failed.
    pub last_failure: Option<FailureKind>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was settled.
    pub settled_at: Option<Timestamp>,
}

/// One try.
#[derive(Debug, Clone)]
pub struct Attempt {
    /// From 1.
    pub number: i32,
    /// When it began.
    pub started_at: Timestamp,
    /// When it ended; none while in flight, or when the process died in between.
    pub finished_at: Option<Timestamp>,
    /// HTTP status, when there was an answer.
    pub status: Option<i32>,
    /// Why it failed.
    pub failure: Option<FailureKind>,
}

/// A message to be sent.
#[derive(Debug, Clone)]
pub struct NewDelivery {
    /// Its id.
    pub id: DeliveryId,
    /// To whom.
    pub receiver: ReceiverId,
    /// The controller, when it is the receiver.
    pub controller: Option<ControllerId>,
    /// Word of what it says.
    pub kind: &'static str,
    /// The request it is about.
    pub request: Option<RequestId>,
    /// Data of the thin message.
    pub payload: serde_json::Value,
    /// From when it may leave.
    pub send_from: Timestamp,
    /// When it is made.
    pub at: Timestamp,
}

impl Tx {
    /// Adds messages over webhooks of one organisation. Their lanes must be woken too, see [`Tx::wake_lane`].
    pub async fn add_deliveries(&self, organisation: OrganisationId, new: &[NewDelivery]) -> StoreResult<()> {
        let row = |new: &NewDelivery| DeliveryRow {
            id: new.id,
            receiver: new.receiver,
            controller: new.controller,
            channel: ChannelKind::Webhook,
            kind: new.kind,
            request: new.request,
            requests: i32::from(new.request.is_some()),
            batch: None,
            campaign: None,
            payload: new.payload.to_string(),
            send_from: Some(new.send_from),
            at: new.at,
        };
        let rows: Vec<BulkRow> = new.iter().map(|delivery| row(delivery).cells(organisation)).collect();
        self.load(&DELIVERIES, rows).await
    }
}

pub(super) fn read(row: delivery::Model) -> StoreResult<Delivery> {
    let corrupt = |column| StoreError::corrupt("delivery", column, row.id);
    Ok(Delivery {
        organisation: row.organisation_id,
        id: row.id,
        receiver: row.receiver_id,
        controller: row.controller_id,
        channel: row.channel.parse().map_err(|_| corrupt("channel"))?,
        request: row.request_id,
        requests: row.request_count,
        batch: row.batch_id,
        campaign: row.campaign_id,
        payload: serde_json::from_str(&row.payload).map_err(|_| corrupt("payload"))?,
        state: row.state.parse().map_err(|_| corrupt("state"))?,
        attempts: row.attempts,
        next_attempt_at: row.next_attempt_at.map(|at| at.0),
        last_failure: row.last_failure.as_deref().map(str::parse).transpose().map_err(|_| corrupt("last_failure"))?,
        created_at: row.created_at.0,
        settled_at: row.settled_at.map(|at| at.0),
        kind: row.kind,
    })
}

pub(super) fn read_attempt(row: attempt::Model) -> StoreResult<Attempt> {
    let corrupt = |column| StoreError::corrupt("attempt", column, row.delivery_id);
    Ok(Attempt {
        number: row.attempt_no,
        started_at: row.started_at.0,
        finished_at: row.finished_at.map(|at| at.0),
        status: row.status,
        failure: row.failure.as_deref().map(str::parse).transpose().map_err(|_| corrupt("failure"))?,
    })
}
