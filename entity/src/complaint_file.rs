//! A file of a complaint: made from it, or uploaded to it.

use sea_orm::entity::prelude::*;

use crate::id::{ComplaintFileId, ComplaintId, DataSubjectId, OrganisationId};
use crate::time::Instant;

/// A row of `complaint_file`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "complaint_file")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ComplaintFileId,
    pub complaint_id: ComplaintId,
    /// Which making it belongs to; 0 for an upload.
    pub build_no: i32,
    /// `full`, `public`, or `upload`.
    #[sea_orm(column_type = "Text")]
    pub edition: String,
    /// Who uploaded it, as a word of `domain::complaint::StepSource`; none for what was made.
    #[sea_orm(column_type = "Text")]
    pub source: Option<String>,
    /// Path in the archive. No personal data.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// Whose annex it is, in the files.
    pub person_number: Option<i32>,
    /// Whose key seals it; the key of the organisation when none.
    pub data_subject_id: Option<DataSubjectId>,
    #[sea_orm(column_type = "Text")]
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// Digest of the content.
    pub sha256: Vec<u8>,
    /// Of a PDF.
    pub pages: Option<i32>,
    pub created_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
