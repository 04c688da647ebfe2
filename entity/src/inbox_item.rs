//! The feed of a controller: messages addressed to it, in the order they became visible.

use sea_orm::entity::prelude::*;

use crate::id::{ControllerId, DeliveryId, OrganisationId, RequestId};
use crate::time::Instant;

/// A row of `inbox_item`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "inbox_item")]
pub struct Model {
    /// Whose feed it is.
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: ControllerId,
    /// Position: number of the transaction that made it visible.
    #[sea_orm(primary_key, auto_increment = false)]
    pub tx_no: i64,
    /// The message.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DeliveryId,
    /// Who sent it.
    pub organisation_id: OrganisationId,
    /// Word of `domain::delivery::MessageKind`.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// The request it is about; none for a bundle.
    pub request_id: Option<RequestId>,
    /// How many requests it carries.
    pub request_count: i32,
    pub created_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
