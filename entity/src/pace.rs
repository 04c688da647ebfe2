//! How far the requests of a paced campaign to one receiver have come.

use sea_orm::entity::prelude::*;

use crate::id::{CampaignId, OrganisationId, ReceiverId};
use crate::time::Instant;

/// A row of `pace`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "pace")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: CampaignId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub receiver_id: ReceiverId,
    pub window_from: Instant,
    /// Requests that left in the window.
    pub sent: i64,
    pub place_from: Instant,
    /// Places given in the window that begins then.
    pub places: i64,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
