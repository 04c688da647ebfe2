//! The row of a new message: the one place where its columns stand.

use entity::id::{BatchId, CampaignId, ControllerId, DeliveryId, OrganisationId, ReceiverId, RequestId};
use jiff::Timestamp;

use crate::domain::controller::ChannelKind;
use crate::domain::delivery::DeliveryState;
use crate::store::bulk::{BulkRow, BulkTable, Cell};

/// Where new messages are written.
pub(in crate::store) const DELIVERIES: BulkTable = BulkTable {
    name: "delivery",
    columns: &[
        "organisation_id",
        "id",
        "receiver_id",
        "controller_id",
        "channel",
        "kind",
        "request_id",
        "request_count",
        "batch_id",
        "campaign_id",
        "payload",
        "state",
        "attempts",
        "next_attempt_at",
        "created_at",
    ],
};

/// A message of which nothing has been tried yet.
pub(in crate::store) struct DeliveryRow {
    /// Its id.
    pub(in crate::store) id: DeliveryId,
    /// To whom.
    pub(in crate::store) receiver: ReceiverId,
    /// The controller, when it is the receiver.
    pub(in crate::store) controller: Option<ControllerId>,
    /// How.
    pub(in crate::store) channel: ChannelKind,
    /// Word of what it says.
    pub(in crate::store) kind: &'static str,
    /// The request it is about; none for a bundle.
    pub(in crate::store) request: Option<RequestId>,
    /// How many requests it carries.
    pub(in crate::store) requests: i32,
    /// The batch that filed them.
    pub(in crate::store) batch: Option<BatchId>,
    /// The campaign whose requests it carries for the first time.
    pub(in crate::store) campaign: Option<CampaignId>,
    /// JSON `data` of the thin message.
    pub(in crate::store) payload: String,
    /// From when it may leave; none when a person brings it.
    pub(in crate::store) send_from: Option<Timestamp>,
    /// When it is made.
    pub(in crate::store) at: Timestamp,
}

impl DeliveryRow {
    /// The values in the order of [`DELIVERIES`].
    pub(in crate::store) fn cells(self, organisation: OrganisationId) -> BulkRow {
        let state = if self.send_from.is_some() { DeliveryState::Pending } else { DeliveryState::Manual };
        vec![
            Cell::Id(organisation.0),
            Cell::Id(self.id.0),
            Cell::Id(self.receiver.0),
            Cell::or_null(self.controller, |id| Cell::Id(id.0)),
            Cell::Word(self.channel.as_str()),
            Cell::Word(self.kind),
            Cell::or_null(self.request, |id| Cell::Id(id.0)),
            Cell::Int(self.requests),
            Cell::or_null(self.batch, |id| Cell::Id(id.0)),
            Cell::or_null(self.campaign, |id| Cell::Id(id.0)),
            Cell::Text(self.payload),
            Cell::Word(state.as_str()),
            Cell::Int(0),
            Cell::or_null(self.send_from, Cell::At),
            Cell::At(self.at),
        ]
    }
}
