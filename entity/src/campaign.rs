//! A purpose, a right, a scope, letters, controllers and a policy. It has no clock (B-1).

use sea_orm::entity::prelude::*;

use crate::id::{CampaignId, OrganisationId, RequestId};
use crate::time::Instant;

/// A row of `campaign`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "campaign")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CampaignId,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// The true purpose, recorded and kept legitimate (B-5).
    #[sea_orm(column_type = "Text")]
    pub purpose: String,
    /// Word of `domain::right::Right`.
    #[sea_orm(column_type = "Text")]
    pub right_kind: String,
    /// Sealed under the organisation's key: JSON of `domain::ask::Ask`, what is asked of everyone.
    pub ask: Vec<u8>,
    /// JSON list of controller ids.
    #[sea_orm(column_type = "Text")]
    pub controllers: String,
    #[sea_orm(column_type = "Text")]
    pub language: String,
    /// JSON of `domain::campaign::Policy`.
    #[sea_orm(column_type = "Text")]
    pub policy: String,
    /// Word of `domain::campaign::CampaignState`.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// While changed reminders are carried over to open requests: the last request that has them. Nil at the beginning.
    pub replan_after: Option<RequestId>,
    pub version: i32,
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
