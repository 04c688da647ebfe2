//! An intermediary: association, union or consumer body. The tenant itself.

use sea_orm::entity::prelude::*;

use crate::id::OrganisationId;
use crate::time::Instant;

/// A row of `organisation`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    /// The tenant's id, first in every key of its tables.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OrganisationId,
    /// Legal name, shown to controllers.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// ISO 3166-1 alpha-2 country of establishment.
    #[sea_orm(column_type = "Text")]
    pub country: String,
    /// BCP 47 language of its own correspondence.
    #[sea_orm(column_type = "Text")]
    pub language: String,
    /// Public contact address for controllers and people. Not personal data: a role mailbox.
    #[sea_orm(column_type = "Text")]
    pub contact_email: Option<String>,
    /// Public web address.
    #[sea_orm(column_type = "Text")]
    pub website: Option<String>,
    /// Word of `domain::organisation::OrganisationState`.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// JSON of `domain::eligibility::Eligibility`: evidence for the four tests of Article 80(1) (M-2).
    #[sea_orm(column_type = "Text")]
    pub eligibility: String,
    /// JSON of `domain::retention::Retention`: how long it keeps what (P-9).
    #[sea_orm(column_type = "Text")]
    pub retention: String,
    /// The organisation's key, wrapped by the master key.
    pub wrapped_key: Vec<u8>,
    /// For optimistic concurrency.
    pub version: i32,
    /// When it was registered.
    pub created_at: Instant,
    /// Last change.
    pub updated_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
