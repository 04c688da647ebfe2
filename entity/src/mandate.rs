//! Power given by a data subject (M-1 to M-11).

use sea_orm::entity::prelude::*;

use crate::id::{DataSubjectId, MandateId, OrganisationId};
use crate::time::{Day, Instant};

/// A row of `mandate`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mandate")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MandateId,
    pub data_subject_id: DataSubjectId,
    /// JSON of `domain::mandate::Powers`: rights, controllers or categories, complaint power; marks in the places of words.
    #[sea_orm(column_type = "Text")]
    pub powers: String,
    /// JSON of `domain::mandate::MandateWords`, scope and purpose, sealed under the person's own key; none when it has none.
    pub words: Option<Vec<u8>>,
    pub signed_on: Day,
    pub valid_from: Day,
    /// Last day of validity; none when it has no end.
    pub valid_until: Option<Day>,
    /// Word of `domain::mandate::EvidenceKind`.
    #[sea_orm(column_type = "Text")]
    pub evidence_kind: String,
    /// Digest of the signed document.
    pub evidence_sha256: Option<Vec<u8>>,
    /// Word of `domain::mandate::MandateState`.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// When it was revoked or found expired.
    pub ended_at: Option<Instant>,
    /// When the last thing that was pending under an ended mandate was stopped (M-11).
    pub stopped_at: Option<Instant>,
    pub version: i32,
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
