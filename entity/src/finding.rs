//! An infringement point found in what happened.

use sea_orm::entity::prelude::*;

use crate::id::{FindingId, OrganisationId, RequestId};
use crate::time::{Day, Instant};

/// A row of `finding`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "finding")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FindingId,
    pub request_id: RequestId,
    /// Word of `domain::finding::FindingCode`.
    #[sea_orm(column_type = "Text")]
    pub code: String,
    /// 1 (minor) to 5 (grave).
    pub severity: i32,
    /// Local date at the controller's place.
    pub found_on: Day,
    /// JSON object of dates and numbers; no personal data.
    #[sea_orm(column_type = "Text")]
    pub facts: String,
    pub created_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
