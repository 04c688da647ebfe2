//! How far the audit entries of an organisation were watched, and from when on something is out of the ordinary.

use sea_orm::entity::prelude::*;

use crate::id::{AuditEntryId, OrganisationId};

/// A row of `audit_watch`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_watch")]
pub struct Model {
    /// The nil id for shared data.
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    /// Where the last entry stands that was looked at: its transaction.
    pub tx_no: i64,
    /// And its id.
    pub entry_id: AuditEntryId,
    /// JSON of `domain::watch::WatchLimits`, when they are not the usual ones.
    #[sea_orm(column_type = "Text")]
    pub limits: Option<String>,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
