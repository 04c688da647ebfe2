//! Nodes of the tree over an organisation's audit entries, up to 256 in a row.

use sea_orm::entity::prelude::*;

use crate::id::{AuditEntryId, OrganisationId};

/// A row of `audit_tile`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_tile")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    /// 0 for leaves; each next one has a node for each full tile of the one below.
    #[sea_orm(primary_key, auto_increment = false)]
    pub level: i32,
    /// Which one of its level, from the left.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    /// The nodes, 32 bytes each.
    pub hashes: Vec<u8>,
    /// For leaves: where the first entry stands, its transaction.
    pub first_tx_no: Option<i64>,
    /// And its id.
    pub first_entry_id: Option<AuditEntryId>,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
