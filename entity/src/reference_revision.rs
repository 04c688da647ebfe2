//! A text of reference data that was imported, whole. Not of a tenant: all use the same.

use sea_orm::entity::prelude::*;

use crate::time::Instant;

/// A row of `reference_revision`. Rows are never changed: a correction is a row with a newer version.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reference_revision")]
pub struct Model {
    /// Which data it is: a calendar of public holidays, or the supervisory authorities of a state.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub kind: String,
    /// Country and version, for example `FR-2026.2`.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub version: String,
    /// The text as it was read.
    #[sea_orm(column_type = "Text")]
    pub content: String,
    /// SHA-256 of the content.
    pub digest: Vec<u8>,
    /// Prefixed id of who imported it, or `system` for the command line.
    #[sea_orm(column_type = "Text")]
    pub imported_by: String,
    pub imported_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
