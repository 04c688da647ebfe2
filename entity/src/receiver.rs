//! Where messages are posted: a controller's webhook or an organisation's endpoint, with its health and its lease.

use sea_orm::entity::prelude::*;

use crate::id::{OrganisationId, ReceiverId};
use crate::time::Instant;

/// A row of `receiver`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "receiver")]
pub struct Model {
    /// The controller's or the endpoint's id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReceiverId,
    /// Word of `domain::delivery::ReceiverKind`.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// The owner, for an organisation's endpoint or private controller.
    pub organisation_id: Option<OrganisationId>,
    /// Address to post to.
    #[sea_orm(column_type = "Text")]
    pub url: String,
    /// Word of `domain::controller::WebhookMode`: one message per request, or bundles.
    #[sea_orm(column_type = "Text")]
    pub mode: String,
    /// JSON of the symmetric secrets with their end of validity, sealed under the master key.
    pub secrets: Vec<u8>,
    /// Messages in flight at one time.
    pub max_concurrency: i32,
    /// Pace agreed with the receiver (B-2).
    pub max_per_minute: Option<i32>,
    /// Word of `domain::delivery::ReceiverState`.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// First of an unbroken row of failures.
    pub failing_since: Option<Instant>,
    /// Not before this instant: `Retry-After`, pacing.
    pub paused_until: Option<Instant>,
    /// Word of `domain::proof::ProofState`: whether this address has answered a challenge.
    #[sea_orm(column_type = "Text")]
    pub proof: String,
    /// When it was proven, or when the last challenge failed.
    pub proof_at: Option<Instant>,
    /// Word of `domain::retry::FailureKind`: why the last challenge failed.
    #[sea_orm(column_type = "Text", nullable)]
    pub proof_failure: Option<String>,
    /// Challenges since it was last asked for.
    pub proof_challenges: i32,
    /// When the next challenge is sent.
    pub proof_due_at: Option<Instant>,
    /// Fence: the turn that holds it; a turn that lost it cannot finish.
    pub lease_id: Option<Uuid>,
    /// By the database's clock; then another worker may take it.
    pub lease_until: Option<Instant>,
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
