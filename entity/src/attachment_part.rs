//! A sealed piece of a file.

use sea_orm::entity::prelude::*;

use crate::id::{AttachmentId, OrganisationId};

/// A row of `attachment_part`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attachment_part")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub attachment_id: AttachmentId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub part_no: i32,
    pub sealed: Vec<u8>,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
