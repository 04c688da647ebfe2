//! A link by which a person sees what is done in their name, without an account.

use sea_orm::entity::prelude::*;

use crate::id::{DataSubjectId, OrganisationId, StatusLinkId};
use crate::time::Instant;

/// A row of `status_link`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "status_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub data_subject_id: DataSubjectId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: StatusLinkId,
    /// Hash of the secret part of its address.
    pub secret_hash: Vec<u8>,
    /// From when on it leads nowhere; none when it has no end.
    pub expires_at: Option<Instant>,
    pub created_at: Instant,
    /// When it was revoked.
    pub revoked_at: Option<Instant>,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
