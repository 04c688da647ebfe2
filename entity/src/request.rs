//! One data subject × one controller × one right × one scope, with its own clock.

use sea_orm::entity::prelude::*;

use crate::id::{BatchId, CampaignId, ControllerId, DataSubjectId, DeliveryId, MandateId, OrganisationId, RequestId};
use crate::time::{Day, Instant};

/// A row of `request`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RequestId,
    pub campaign_id: CampaignId,
    pub batch_id: Option<BatchId>,
    pub data_subject_id: DataSubjectId,
    pub mandate_id: MandateId,
    pub controller_id: ControllerId,
    /// Word of `domain::right::Right`.
    #[sea_orm(column_type = "Text")]
    pub right_kind: String,
    /// Digest of the exact scope, for the duplicate check (B-4).
    pub scope_hash: Vec<u8>,
    /// Word of `domain::request::Lifecycle`.
    #[sea_orm(column_type = "Text")]
    pub lifecycle: String,
    /// Word of `domain::request::ClockState`.
    #[sea_orm(column_type = "Text")]
    pub clock: String,
    /// Word of `domain::request::Outcome`.
    #[sea_orm(column_type = "Text")]
    pub outcome: String,
    /// JSON of `domain::request::RequestStanding`: facts, flags, deadline with its inputs (D-15).
    #[sea_orm(column_type = "Text")]
    pub standing: String,
    /// What this person asks beyond the campaign, sealed under the person's key.
    pub ask: Option<Vec<u8>>,
    /// Place of the answering establishment, for example `DE-BY` (H-1).
    #[sea_orm(column_type = "Text")]
    pub place: String,
    /// The message that carries it.
    pub dispatch_id: Option<DeliveryId>,
    pub filed_at: Instant,
    pub sent_at: Option<Instant>,
    /// Receipt as best proven so far (D-12).
    pub received_at: Option<Instant>,
    pub answered_at: Option<Instant>,
    pub closed_at: Option<Instant>,
    pub first_deadline: Option<Day>,
    pub final_deadline: Option<Day>,
    /// The instant from which it is overdue; later than now or none when it is not.
    pub overdue_from: Option<Instant>,
    /// When the sweep must look at it next.
    pub next_due: Option<Instant>,
    /// Text of `domain::deadline::Edition`: the rules and the calendar its dates were computed with; none when no clock runs.
    #[sea_orm(column_type = "Text", nullable)]
    pub edition: Option<String>,
    /// How many extensions the controller has announced (E-9); none before the first change.
    pub extensions: Option<i32>,
    /// Number of its last event.
    pub event_seq: i32,
    /// For optimistic concurrency; moves with every change.
    pub version: i32,
    pub updated_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
