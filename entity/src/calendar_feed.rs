//! A calendar of deadlines that other programs fetch by a secret address.

use sea_orm::entity::prelude::*;

use crate::id::{CalendarFeedId, CampaignId, ControllerId, OrganisationId};
use crate::time::Instant;

/// A row of `calendar_feed`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_feed")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CalendarFeedId,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// Word of `domain::feed::FeedTitles`.
    #[sea_orm(column_type = "Text")]
    pub titles: String,
    pub campaign_id: Option<CampaignId>,
    pub controller_id: Option<ControllerId>,
    /// Hash of the secret part of its address.
    pub secret_hash: Vec<u8>,
    /// Hash of what it said last; none before it was fetched.
    pub content_hash: Option<Vec<u8>>,
    /// How often what it says has changed.
    pub sequence: i32,
    /// When that was noticed last.
    pub content_at: Instant,
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
