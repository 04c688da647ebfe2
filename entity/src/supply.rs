//! What an organisation told a controller that asked back about a request.

use sea_orm::entity::prelude::*;

use crate::id::{ControllerId, OrganisationId, RequestId, SupplyId};
use crate::time::Instant;

/// A row of `supply`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "supply")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SupplyId,
    pub request_id: RequestId,
    pub controller_id: ControllerId,
    /// Word of `domain::deadline::QuestionKind`; none when it answers every open question.
    #[sea_orm(column_type = "Text")]
    pub kind: Option<String>,
    /// JSON of what was told, sealed under the person's key.
    pub content: Vec<u8>,
    pub supplied_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
