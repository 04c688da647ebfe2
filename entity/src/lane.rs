//! What one organisation has to send to one receiver; keeps turns fair between organisations.

use sea_orm::entity::prelude::*;

use crate::id::{OrganisationId, ReceiverId};
use crate::time::Instant;

/// A row of `lane`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "lane")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub receiver_id: ReceiverId,
    /// Earliest delivery that waits.
    pub next_due_at: Option<Instant>,
    /// Last turn; the lane that waited longest goes first.
    pub served_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
