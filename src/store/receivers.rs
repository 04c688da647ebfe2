//! Receivers: where messages are posted, set up by their owner. Leases, health and pauses are the delivery worker's.

use entity::id::{OrganisationId, ReceiverId};
use entity::receiver;
use entity::time::Instant;
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::domain::controller::WebhookMode;
use crate::domain::delivery::{ReceiverKind, ReceiverState};
use crate::domain::proof::ReceiverProof;

use super::db::Db;
use super::error::{StoreError, StoreResult};
use super::tx::Tx;

/// A receiver.
#[derive(Debug, Clone)]
pub struct Receiver {
    /// The id of the controller or endpoint it belongs to.
    pub id: ReceiverId,
    /// Which of the two.
    pub kind: ReceiverKind,
    /// The owner, for an organisation's endpoint or private controller.
    pub organisation: Option<OrganisationId>,
    /// Address to post to.
    pub url: String,
    /// One message per request, or bundles.
    pub mode: WebhookMode,
    /// Shared secrets that sign, sealed under the master key; see `service::webhook_secrets`.
    pub secrets: Vec<u8>,
    /// Messages in flight at one time.
    pub max_concurrency: i32,
    /// Messages a minute, as agreed with the receiver (B-2); none for no bound.
    pub max_per_minute: Option<i32>,
    /// Whether messages go to it.
    pub state: ReceiverState,
    /// First of an unbroken row of failures.
    pub failing_since: Option<Timestamp>,
    /// Not before this instant.
    pub paused_until: Option<Timestamp>,
    /// Whether its address is proven. Stored when it is set up; later by [`Tx::set_proof`] alone.
    pub proof: ReceiverProof,
    /// When it was set up.
    pub created_at: Timestamp,
    /// Last change by its owner.
    pub updated_at: Timestamp,
}

impl Db {
    /// A receiver by its id.
    pub async fn receiver(&self, id: ReceiverId) -> StoreResult<Option<Receiver>> {
        find(&self.readers(), id).await
    }

    /// Receivers by their ids, in no order; those that are not there are left out. For the length of a page.
    pub async fn receivers_by_ids(&self, ids: &[ReceiverId]) -> StoreResult<Vec<Receiver>> {
        let query = receiver::Entity::find().filter(receiver::Column::Id.is_in(ids.iter().copied()));
        query.all(&self.readers()).await?.into_iter().map(read).collect()
    }
}

impl Tx {
    /// A receiver by its id, as this transaction sees it.
    pub async fn receiver(&self, id: ReceiverId) -> StoreResult<Option<Receiver>> {
        find(self, id).await
    }

    /// Sets a receiver up, or what its owner decides of one that exists. A running turn keeps its lease.
    pub async fn upsert_receiver(&self, wanted: &Receiver) -> StoreResult<()> {
        use receiver::Column;
        let proof = super::receiver_proofs::set(&wanted.proof);
        let row = receiver::ActiveModel {
            id: Set(wanted.id),
            created_at: Set(wanted.created_at.into()),
            proof: proof.proof,
            proof_at: proof.proof_at,
            proof_failure: proof.proof_failure,
            proof_challenges: proof.proof_challenges,
            proof_due_at: proof.proof_due_at,
            ..set(wanted)
        };
        let replaced = [
            Column::Kind,
            Column::OrganisationId,
            Column::Url,
            Column::Mode,
            Column::Secrets,
            Column::MaxConcurrency,
            Column::MaxPerMinute,
            Column::State,
            Column::FailingSince,
            Column::PausedUntil,
            Column::UpdatedAt,
        ];
        receiver::Entity::insert(row)
            .on_conflict(OnConflict::column(Column::Id).update_columns(replaced).to_owned())
            .exec_without_returning(self)
            .await?;
        Ok(())
    }

    /// Stores what the owner decides of a receiver, with its health. A running turn keeps its lease.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not there.
    pub async fn update_receiver(&self, changed: &Receiver) -> StoreResult<()> {
        let result = receiver::Entity::update_many()
            .set(set(changed))
            .filter(receiver::Column::Id.eq(changed.id))
            .exec(self)
            .await?;
        if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// Switches a receiver off. Tells whether it exists.
    pub async fn disable_receiver(&self, id: ReceiverId, at: Timestamp) -> StoreResult<bool> {
        let result = receiver::Entity::update_many()
            .col_expr(receiver::Column::State, Expr::value(ReceiverState::Disabled.as_str()))
            .col_expr(receiver::Column::UpdatedAt, Expr::value(Instant(at)))
            .filter(receiver::Column::Id.eq(id))
            .exec(self)
            .await?;
        Ok(result.rows_affected == 1)
    }
}

async fn find<C: ConnectionTrait>(conn: &C, id: ReceiverId) -> StoreResult<Option<Receiver>> {
    receiver::Entity::find_by_id(id).one(conn).await?.map(read).transpose()
}

/// The columns that change; the id, the proof, the lease and the time of making stay as they are.
fn set(receiver: &Receiver) -> receiver::ActiveModel {
    receiver::ActiveModel {
        kind: Set(receiver.kind.as_str().to_owned()),
        organisation_id: Set(receiver.organisation),
        url: Set(receiver.url.clone()),
        mode: Set(receiver.mode.as_str().to_owned()),
        secrets: Set(receiver.secrets.clone()),
        max_concurrency: Set(receiver.max_concurrency),
        max_per_minute: Set(receiver.max_per_minute),
        state: Set(receiver.state.as_str().to_owned()),
        failing_since: Set(receiver.failing_since.map(Into::into)),
        paused_until: Set(receiver.paused_until.map(Into::into)),
        updated_at: Set(receiver.updated_at.into()),
        ..Default::default()
    }
}

fn read(row: receiver::Model) -> StoreResult<Receiver> {
    let corrupt = |column| StoreError::corrupt("receiver", column, row.id);
    Ok(Receiver {
        proof: super::receiver_proofs::read(&row)?,
        id: row.id,
        kind: row.kind.parse().map_err(|_| corrupt("kind"))?,
        mode: row.mode.parse().map_err(|_| corrupt("mode"))?,
        state: row.state.parse().map_err(|_| corrupt("state"))?,
        organisation: row.organisation_id,
        url: row.url,
        secrets: row.secrets,
        max_concurrency: row.max_concurrency,
        max_per_minute: row.max_per_minute,
        failing_since: row.failing_since.map(|at| at.0),
        paused_until: row.paused_until.map(|at| at.0),
        created_at: row.created_at.0,
        updated_at: row.updated_at.0,
    })
}
