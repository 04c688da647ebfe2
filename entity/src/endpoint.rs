//! Where an organisation wants to be told: a webhook endpoint with its filter and its place in the feed.

use sea_orm::entity::prelude::*;

use crate::id::{EndpointId, EventId, OrganisationId};
use crate::time::Instant;

/// A row of `endpoint`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "endpoint")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    /// Also the id of its receiver.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EndpointId,
    #[sea_orm(column_type = "Text")]
    pub description: String,
    /// JSON list of event kinds or prefixes ending in `.*`; empty means all.
    #[sea_orm(column_type = "Text")]
    pub event_kinds: String,
    /// Word of `domain::delivery::ReceiverState`.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// Last transaction number whose events were turned into deliveries.
    pub cursor_tx: i64,
    /// Last event within it.
    pub cursor_id: EventId,
    pub version: i32,
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
