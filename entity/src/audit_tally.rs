//! How many records somebody touched in one way in one hour.

use sea_orm::entity::prelude::*;

use crate::id::OrganisationId;

/// A row of `audit_tally`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_tally")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    /// Prefixed id, or `unknown` for whoever named no client that is there.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub actor: String,
    /// Hours since 1970 began.
    #[sea_orm(primary_key, auto_increment = false)]
    pub hour: i64,
    /// See `domain::watch::act`.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub act: String,
    pub records: i64,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
