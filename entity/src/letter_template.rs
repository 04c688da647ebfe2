//! A template of letters that an organisation wrote in place of that of the house.

use sea_orm::entity::prelude::*;

use crate::id::OrganisationId;
use crate::time::Instant;

/// A row of `letter_template`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "letter_template")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    /// Word of `domain::letter::LetterKind`.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub kind: String,
    /// BCP 47.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub language: String,
    /// Word of `domain::letter::LetterRight`, or `any` when it serves every right.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub right_kind: String,
    /// The template. Not personal data.
    #[sea_orm(column_type = "Text")]
    pub source: String,
    pub version: i32,
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
