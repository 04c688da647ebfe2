//! Who did what to which record, when. Append-only; never content.

use sea_orm::entity::prelude::*;

use crate::id::{AuditEntryId, OrganisationId};
use crate::time::Instant;

/// A row of `audit_entry`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_entry")]
pub struct Model {
    /// The nil id for acts of operators on shared data.
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub tx_no: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AuditEntryId,
    /// Prefixed id of the client, or `system`.
    #[sea_orm(column_type = "Text")]
    pub actor: String,
    /// Word of `domain::audit::AuditAction` (Z-11).
    #[sea_orm(column_type = "Text")]
    pub action: String,
    /// Prefixed id of the record, or the kind of records for a group.
    #[sea_orm(column_type = "Text")]
    pub subject: String,
    /// How many records the entry stands for.
    pub record_count: i64,
    /// SHA-256 over the ids, when it stands for many.
    pub records_digest: Option<Vec<u8>>,
    /// Prefixed id of whom it was disclosed to.
    #[sea_orm(column_type = "Text")]
    pub recipient: Option<String>,
    /// The call it belongs to.
    #[sea_orm(column_type = "Text")]
    pub trace_id: Option<String>,
    pub at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
