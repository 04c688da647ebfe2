//! What the simulated controller of a sandbox makes of one request.

use sea_orm::entity::prelude::*;

use crate::id::{ControllerId, OrganisationId, RequestId};
use crate::time::Instant;

/// A row of `simulation`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "simulation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub request_id: RequestId,
    pub controller_id: ControllerId,
    /// Word of `domain::simulation::Behaviour`: that of the controller when it was told of the request.
    #[sea_orm(column_type = "Text")]
    pub behaviour: String,
    /// When the request reached the controller.
    pub received_at: Instant,
    /// When what it had asked for reached it.
    pub informed_at: Option<Instant>,
    /// How many times it has spoken.
    pub said: i32,
    /// When it speaks next, by the time of the organisation; none when it has no more to say, or waits to be told something.
    pub next_due: Option<Instant>,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
