//! Something only a person can do: a message that could not be delivered, a question to answer.

use sea_orm::entity::prelude::*;

use crate::id::{ClientId, ControllerId, DeliveryId, OrganisationId, RequestId, TaskId};
use crate::time::Instant;

/// A row of `task`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "task")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TaskId,
    /// Word of `domain::task::TaskKind`.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// Word of `domain::task::TaskState`.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    pub request_id: Option<RequestId>,
    pub delivery_id: Option<DeliveryId>,
    pub controller_id: Option<ControllerId>,
    /// How many requests wait for it.
    pub request_count: i32,
    /// Problem code or failure word.
    #[sea_orm(column_type = "Text")]
    pub reason: Option<String>,
    pub created_at: Instant,
    pub done_at: Option<Instant>,
    pub done_by: Option<ClientId>,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
