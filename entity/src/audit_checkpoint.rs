//! Size and root of an organisation's audit log, as they were signed.

use sea_orm::entity::prelude::*;

use crate::id::OrganisationId;
use crate::time::Instant;

/// A row of `audit_checkpoint`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_checkpoint")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    /// Entries in the log then.
    #[sea_orm(primary_key, auto_increment = false)]
    pub size: i64,
    /// The signed note.
    #[sea_orm(column_type = "Text")]
    pub note: String,
    pub signed_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
