//! How far the audit entries of an organisation are in its log.

use sea_orm::entity::prelude::*;

use crate::id::{AuditEntryId, OrganisationId};

/// A row of `audit_log`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_log")]
pub struct Model {
    /// The nil id for that of shared data.
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    /// Entries in the log.
    pub size: i64,
    /// Where the last of them stands: its transaction.
    pub tx_no: i64,
    /// And its id.
    pub entry_id: AuditEntryId,
    /// How many of the first entries are kept as leaves alone.
    pub cut: i64,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
