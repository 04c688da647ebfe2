//! Keys of calls that take effect once, with the answer that is given again.

use entity::idempotency_key;
use jiff::Timestamp;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, Statement};
use uuid::Uuid;

use super::error::{StoreError, StoreResult};
use super::tx::Tx;

/// What is known about a key.
#[derive(Debug)]
pub enum KeyClaim {
    /// Not seen; it now belongs to this transaction.
    Fresh,
    /// Another process works on it at this moment.
    InFlight,
    /// Its call has been answered.
    Known(StoredAnswer),
}

/// The answer of a call.
#[derive(Debug)]
pub struct StoredAnswer {
    /// SHA-256 of the body of the call.
    pub body_hash: [u8; 32],
    /// HTTP status.
    pub status: u16,
    /// The sealed JSON body.
    pub sealed_body: Vec<u8>,
}

impl Tx {
    /// Claims a key for this transaction, or tells what became of it. Expired keys count as not seen.
    pub async fn claim_key(&self, caller: Uuid, key: &[u8; 32], now: Timestamp) -> StoreResult<KeyClaim> {
        if !self.lock_key(caller, key).await? {
            return Ok(KeyClaim::InFlight);
        }
        let found = idempotency_key::Entity::find_by_id((caller, key.to_vec())).one(self).await?;
        let Some(row) = found else { return Ok(KeyClaim::Fresh) };
        if row.expires_at.0 <= now {
            idempotency_key::Entity::delete_by_id((caller, key.to_vec())).exec(self).await?;
            return Ok(KeyClaim::Fresh);
        }
        let unreadable = |column| StoreError::corrupt("idempotency_key", column, caller);
        Ok(KeyClaim::Known(StoredAnswer {
            body_hash: row.body_hash.try_into().map_err(|_| unreadable("body_hash"))?,
            status: u16::try_from(row.status).map_err(|_| unreadable("status"))?,
            sealed_body: row.sealed_body,
        }))
    }

    /// On PostgreSQL a lock that other processes see and that ends with the transaction; SQLite has one writer anyway.
    async fn lock_key(&self, caller: Uuid, key: &[u8; 32]) -> StoreResult<bool> {
        if self.get_database_backend() != DbBackend::Postgres {
            return Ok(true);
        }
        let (own, _) = key.split_at(8);
        let number = i64::from_be_bytes(own.try_into().expect("eight bytes")) ^ (caller.as_u128() as i64);
        let statement = Statement::from_sql_and_values(
            DbBackend::Postgres,
            "SELECT pg_try_advisory_xact_lock($1)",
            [number.into()],
        );
        let row = self.query_one_raw(statement).await?.ok_or(StoreError::Unavailable)?;
        Ok(row.try_get_by_index(0)?)
    }

    /// Keeps the answer of a claimed key, in the place of what was kept before.
    pub async fn keep_answer(
        &self,
        caller: Uuid,
        key: &[u8; 32],
        answer: &StoredAnswer,
        now: Timestamp,
        until: Timestamp,
    ) -> StoreResult<()> {
        let row = idempotency_key::ActiveModel {
            caller_id: Set(caller),
            key_hash: Set(key.to_vec()),
            body_hash: Set(answer.body_hash.to_vec()),
            status: Set(i32::from(answer.status)),
            sealed_body: Set(answer.sealed_body.clone()),
            created_at: Set(now.into()),
            expires_at: Set(until.into()),
        };
        use idempotency_key::Column;
        let replaced = [Column::BodyHash, Column::Status, Column::SealedBody, Column::ExpiresAt];
        let known = OnConflict::columns([Column::CallerId, Column::KeyHash]).update_columns(replaced).to_owned();
        idempotency_key::Entity::insert(row).on_conflict(known).exec_without_returning(self).await?;
        Ok(())
    }

    /// Forgets keys whose time is over. Returns how many.
    pub async fn forget_expired_keys(&self, now: Timestamp) -> StoreResult<u64> {
        let expired = idempotency_key::Column::ExpiresAt.lte(entity::time::Instant(now));
        let result = idempotency_key::Entity::delete_many().filter(expired).exec(self).await?;
        Ok(result.rows_affected)
    }
}
