//! One typed message of a controller about a request.

use sea_orm::entity::prelude::*;

use crate::id::{ControllerId, OrganisationId, RequestId, ResponseId};
use crate::time::Instant;

/// A row of `response`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "response")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ResponseId,
    pub request_id: RequestId,
    pub controller_id: ControllerId,
    /// Word of `domain::response::ResponseKind`.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// JSON of `domain::response::Response`, sealed under the person's key.
    pub content: Option<Vec<u8>>,
    /// Word of `domain::response::Via`.
    #[sea_orm(column_type = "Text")]
    pub via: String,
    /// The controller's own id of the message.
    #[sea_orm(column_type = "Text")]
    pub message_id: Option<String>,
    /// Days after the deadline that applied; 0 when in time (D-1).
    pub lateness_days: i32,
    pub received_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
