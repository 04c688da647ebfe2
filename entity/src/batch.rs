//! One upload of people into a campaign.

use sea_orm::entity::prelude::*;

use crate::id::{BatchId, CampaignId, ClientId, OrganisationId};
use crate::time::Instant;

/// A row of `batch`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "batch")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: BatchId,
    pub campaign_id: CampaignId,
    /// Word of `domain::batch::BatchMode`: validate or file.
    #[sea_orm(column_type = "Text")]
    pub mode: String,
    /// Word of `domain::batch::BatchState`.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// Word of `domain::batch::UploadFormat`.
    #[sea_orm(column_type = "Text")]
    pub format: String,
    /// JSON: dialect hints, column mapping, mandate defaults, controllers.
    #[sea_orm(column_type = "Text")]
    pub settings: String,
    /// The words that its mandates have in common, sealed under the organisation's key.
    pub words: Option<Vec<u8>>,
    /// Digest of the whole upload, once it is complete.
    pub content_sha256: Option<Vec<u8>>,
    /// Bytes of the upload.
    pub content_bytes: i64,
    /// JSON of `ingest::Checkpoint`: where the next chunk starts.
    #[sea_orm(column_type = "Text")]
    pub checkpoint: Option<String>,
    /// JSON of `domain::batch::Counts`.
    #[sea_orm(column_type = "Text")]
    pub counts: String,
    /// Problem code, when the whole upload was refused.
    #[sea_orm(column_type = "Text")]
    pub failure_code: Option<String>,
    /// Until then nothing is sent and cancelling leaves no trace with controllers.
    pub undo_until: Option<Instant>,
    /// Fence of the worker that processes it.
    pub lease_id: Option<Uuid>,
    pub lease_until: Option<Instant>,
    pub created_by: ClientId,
    pub version: i32,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub completed_at: Option<Instant>,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
