//! One message to one receiver over one channel.

use sea_orm::entity::prelude::*;

use crate::id::{BatchId, CampaignId, ControllerId, DeliveryId, OrganisationId, ReceiverId, RequestId};
use crate::time::Instant;

/// A row of `delivery`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    /// Also the `webhook-id`: the same on every attempt.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DeliveryId,
    pub receiver_id: ReceiverId,
    /// The controller, when it is the receiver.
    pub controller_id: Option<ControllerId>,
    /// Word of `domain::controller::ChannelKind`.
    #[sea_orm(column_type = "Text")]
    pub channel: String,
    /// Word of `domain::delivery::MessageKind`, or the event's kind for an organisation's endpoint.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// The request it is about; none for a bundle, whose requests name it in `dispatch_id`.
    pub request_id: Option<RequestId>,
    /// How many requests it carries.
    pub request_count: i32,
    pub batch_id: Option<BatchId>,
    /// The campaign whose requests it carries for the first time; while that is paused it does not leave.
    pub campaign_id: Option<CampaignId>,
    /// JSON `data` of the thin message.
    #[sea_orm(column_type = "Text")]
    pub payload: String,
    /// Word of `domain::delivery::DeliveryState`.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    pub attempts: i32,
    /// None once it is settled or handed to a person.
    pub next_attempt_at: Option<Instant>,
    /// Word of `domain::retry::FailureKind`.
    #[sea_orm(column_type = "Text")]
    pub last_failure: Option<String>,
    pub created_at: Instant,
    pub settled_at: Option<Instant>,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
