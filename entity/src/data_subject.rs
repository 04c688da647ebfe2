//! The individual whose rights are exercised.

use sea_orm::entity::prelude::*;

use crate::id::{DataSubjectId, OrganisationId};
use crate::time::Instant;

/// A row of `data_subject`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "data_subject")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DataSubjectId,
    /// Blind index of what makes the person one: the external reference, else e-mail, name and birth date.
    pub identity_index: Vec<u8>,
    /// Blind index of the e-mail address.
    pub email_index: Option<Vec<u8>>,
    /// Blind index of the phone number.
    pub phone_index: Option<Vec<u8>>,
    /// Name, contacts, identifiers: JSON sealed under the person's own key.
    pub profile: Vec<u8>,
    pub version: i32,
    pub created_at: Instant,
    pub updated_at: Instant,
    /// When the person's key was shredded.
    pub erased_at: Option<Instant>,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
