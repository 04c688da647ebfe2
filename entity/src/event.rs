//! Something that happened. Carried by feeds and webhooks; no personal data.

use sea_orm::entity::prelude::*;

use crate::id::{EventId, OrganisationId, RequestId};
use crate::time::Instant;

/// A row of `event`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    /// Position: number of the transaction that wrote it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub tx_no: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EventId,
    /// Dotted word, for example `request.answered`.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    pub request_id: Option<RequestId>,
    /// Number within the request, from 1 without gaps.
    pub seq: Option<i32>,
    /// Prefixed id of what it is about, when that is not a request.
    #[sea_orm(column_type = "Text")]
    pub subject: Option<String>,
    /// JSON object with ids and dates.
    #[sea_orm(column_type = "Text")]
    pub data: String,
    /// Prefixed id of the client or controller, or `system`.
    #[sea_orm(column_type = "Text")]
    pub author: String,
    pub occurred_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
