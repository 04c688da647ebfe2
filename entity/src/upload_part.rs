//! A piece of an upload, sealed under the organisation's key; gone once the batch is complete.

use sea_orm::entity::prelude::*;

use crate::id::{BatchId, OrganisationId};

/// A row of `upload_part`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "upload_part")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub batch_id: BatchId,
    /// From 0, each but the last of the same size.
    #[sea_orm(primary_key, auto_increment = false)]
    pub part_no: i32,
    pub sealed: Vec<u8>,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
