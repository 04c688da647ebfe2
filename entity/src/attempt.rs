//! One try of one delivery, written before the message leaves.

use sea_orm::entity::prelude::*;

use crate::id::{DeliveryId, OrganisationId};
use crate::time::Instant;

/// A row of `attempt`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attempt")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub delivery_id: DeliveryId,
    /// From 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub attempt_no: i32,
    pub started_at: Instant,
    /// None while in flight, or when the process died in between.
    pub finished_at: Option<Instant>,
    /// HTTP status, when there was an answer.
    pub status: Option<i32>,
    /// Word of `domain::retry::FailureKind`.
    #[sea_orm(column_type = "Text")]
    pub failure: Option<String>,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
