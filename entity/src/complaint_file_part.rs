//! A sealed piece of a file of a complaint.

use sea_orm::entity::prelude::*;

use crate::id::{ComplaintFileId, OrganisationId};

/// A row of `complaint_file_part`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "complaint_file_part")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub file_id: ComplaintFileId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub part_no: i32,
    pub sealed: Vec<u8>,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
