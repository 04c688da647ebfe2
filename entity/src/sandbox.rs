//! The clock of an organisation that is a sandbox.

use sea_orm::entity::prelude::*;

use crate::id::OrganisationId;
use crate::time::Instant;

/// A row of `sandbox`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sandbox")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    /// How far its time is ahead of the service's, in microseconds. It only grows.
    pub ahead_micros: i64,
    /// The instant of its own time that it is on the way to; reached once its time is there.
    pub moving_to: Option<Instant>,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
