//! Which addresses of receivers are proven, and which are to be asked.

use entity::id::ReceiverId;
use entity::receiver;
use entity::time::Instant;
use jiff::Timestamp;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, Statement};

use crate::domain::delivery::ReceiverState;
use crate::domain::proof::ReceiverProof;

use super::error::{StoreError, StoreResult};
use super::receivers::Receiver;
use super::tx::Tx;

impl Tx {
    /// A receiver whose next challenge is due, held until the end of this transaction. Those that are switched off are not asked.
    pub async fn receiver_to_prove(&self, now: Timestamp) -> StoreResult<Option<Receiver>> {
        let backend = self.get_database_backend();
        // SQLite has one writer: what is read here cannot change before the end of this transaction.
        let lock = match backend {
            DbBackend::Postgres => " FOR UPDATE SKIP LOCKED",
            _ => "",
        };
        let sql = format!(
            "SELECT id FROM receiver WHERE proof_due_at <= $1 AND state <> '{}' ORDER BY proof_due_at LIMIT 1{lock}",
            ReceiverState::Disabled
        );
        let statement = Statement::from_sql_and_values(backend, sql, [Instant(now).into()]);
        let Some(row) = self.query_one_raw(statement).await? else { return Ok(None) };
        let id: ReceiverId = row.try_get_by_index(0).map_err(StoreError::from)?;
        self.receiver(id).await
    }

    /// Stores what is known of a receiver's address now.
    pub async fn set_proof(&self, id: ReceiverId, proof: &ReceiverProof) -> StoreResult<()> {
        receiver::Entity::update_many().set(set(proof)).filter(receiver::Column::Id.eq(id)).exec(self).await?;
        Ok(())
    }

    /// Stores how the challenge of `asked` ended. Tells whether it still counts: not when the receiver has another address by now,
    /// or was asked anew.
    pub async fn settle_proof(&self, asked: &Receiver, proof: &ReceiverProof) -> StoreResult<bool> {
        let result = receiver::Entity::update_many()
            .set(set(proof))
            .filter(receiver::Column::Id.eq(asked.id))
            .filter(receiver::Column::Url.eq(asked.url.as_str()))
            .filter(receiver::Column::ProofChallenges.eq(asked.proof.challenges))
            .filter(receiver::Column::ProofDueAt.is_not_null())
            .exec(self)
            .await?;
        Ok(result.rows_affected == 1)
    }
}

/// The columns of a proof.
pub(super) fn set(proof: &ReceiverProof) -> receiver::ActiveModel {
    receiver::ActiveModel {
        proof: Set(proof.state.as_str().to_owned()),
        proof_at: Set(proof.at.map(Into::into)),
        proof_failure: Set(proof.failure.map(|kind| kind.as_str().to_owned())),
        proof_challenges: Set(proof.challenges),
        proof_due_at: Set(proof.due_at.map(Into::into)),
        ..Default::default()
    }
}

pub(super) fn read(row: &receiver::Model) -> StoreResult<ReceiverProof> {
    let corrupt = |column| StoreError::corrupt("receiver", column, row.id);
    Ok(ReceiverProof {
        state: row.proof.parse().map_err(|_| corrupt("proof"))?,
        at: row.proof_at.map(|at| at.0),
        failure: row.proof_failure.as_deref().map(str::parse).transpose().map_err(|_| corrupt("proof_failure"))?,
        challenges: row.proof_challenges,
        due_at: row.proof_due_at.map(|at| at.0),
    })
}
