//! A person who takes part in a complaint, or was left out of it.

use sea_orm::entity::prelude::*;

use crate::id::{ComplaintId, DataSubjectId, MandateId, OrganisationId};
use crate::time::Instant;

/// A row of `complaint_person`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "complaint_person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub complaint_id: ComplaintId,
    /// The reference in the files: `P-00001`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub data_subject_id: DataSubjectId,
    /// The mandate whose power is used.
    pub mandate_id: Option<MandateId>,
    /// Word of `domain::complaint::LeftOut`; none for who takes part.
    #[sea_orm(column_type = "Text")]
    pub left_out: Option<String>,
    /// When, for who took part before.
    pub left_out_at: Option<Instant>,
    /// Words of `domain::complaint::Missing`, one a line.
    #[sea_orm(column_type = "Text")]
    pub missing: String,
    /// Word of `domain::complaint::DecisionOutcome`.
    #[sea_orm(column_type = "Text")]
    pub outcome: Option<String>,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
