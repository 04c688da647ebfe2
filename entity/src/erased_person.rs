//! That a person was erased: what keeps a mandate given before from coming back with the next upload, and nothing else.

use sea_orm::entity::prelude::*;

use crate::id::OrganisationId;
use crate::time::Day;

/// A row of `erased_person`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "erased_person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    /// Blind index of what made the person one, under the organisation's key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub identity_index: Vec<u8>,
    /// What was signed on this day or before does not count.
    pub signed_until: Day,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
