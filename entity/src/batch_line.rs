//! What became of one line of a batch. No personal value stands here.

use sea_orm::entity::prelude::*;

use crate::id::{BatchId, DataSubjectId, MandateId, OrganisationId};

/// A row of `batch_line`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "batch_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub batch_id: BatchId,
    /// Physical line of the upload, from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub line_no: i64,
    /// Word of `domain::batch::LineOutcome`.
    #[sea_orm(column_type = "Text")]
    pub outcome: String,
    pub data_subject_id: Option<DataSubjectId>,
    pub mandate_id: Option<MandateId>,
    /// Ids of the requests filed from this line, 16 bytes each.
    pub request_ids: Vec<u8>,
    /// JSON list of problem codes with field or controller.
    #[sea_orm(column_type = "Text")]
    pub problems: Option<String>,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
