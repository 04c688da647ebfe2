//! Something out of the ordinary in the use of the audit record.

use sea_orm::entity::prelude::*;

use crate::id::{AuditAlertId, OrganisationId};
use crate::time::Instant;

/// A row of `audit_alert`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_alert")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AuditAlertId,
    /// Word of `domain::watch::UnusualUse`.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// Whose acts.
    #[sea_orm(column_type = "Text")]
    pub actor: String,
    /// Which acts; empty for several together.
    #[sea_orm(column_type = "Text")]
    pub act: String,
    /// The beginning of the hour.
    pub hour: Instant,
    /// How many records or attempts when it was noticed.
    pub count: i64,
    /// How many are ordinary.
    pub ordinary: i64,
    pub noticed_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
