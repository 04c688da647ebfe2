//! Something that happened to a complaint.

use sea_orm::entity::prelude::*;

use crate::id::{ComplaintEntryId, ComplaintFileId, ComplaintId, OrganisationId};
use crate::time::{Day, Instant};

/// A row of `complaint_entry`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "complaint_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ComplaintEntryId,
    pub complaint_id: ComplaintId,
    /// Word of `domain::complaint::StepKind`.
    #[sea_orm(column_type = "Text")]
    pub step: String,
    /// The local day at the authority.
    pub happened_on: Day,
    /// What was said, sealed under the key of the organisation.
    pub content: Option<Vec<u8>>,
    /// A file with it: proof of lodging, the letter of the authority.
    pub file_id: Option<ComplaintFileId>,
    /// Word of `domain::complaint::StepSource`.
    #[sea_orm(column_type = "Text")]
    pub source: String,
    /// Prefixed id of who recorded it.
    #[sea_orm(column_type = "Text")]
    pub author: String,
    pub recorded_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
