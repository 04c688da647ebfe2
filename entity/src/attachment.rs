//! A file that came with a response, sealed under the person's key.

use sea_orm::entity::prelude::*;

use crate::id::{AttachmentId, ControllerId, OrganisationId, RequestId, ResponseId};
use crate::time::Instant;

/// A row of `attachment`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attachment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AttachmentId,
    pub request_id: RequestId,
    /// None until the answer that names it has come.
    pub response_id: Option<ResponseId>,
    pub controller_id: ControllerId,
    /// As detected from the content.
    #[sea_orm(column_type = "Text")]
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// Digest of the content.
    pub sha256: Vec<u8>,
    /// Sealed.
    pub file_name: Vec<u8>,
    pub created_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
