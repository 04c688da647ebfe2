//! The key of one person, apart from the data it opens, so that one person can be shredded alone.

use sea_orm::entity::prelude::*;

use crate::id::{DataSubjectId, OrganisationId};
use crate::time::Instant;

/// A row of `subject_key`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "subject_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub data_subject_id: DataSubjectId,
    /// Key wrapped by the organisation's key.
    pub wrapped: Vec<u8>,
    pub created_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
