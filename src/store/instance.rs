//! The row that ties a database to its master key, and the instance's signing keys.

use entity::id::SigningKeyId;
use entity::{instance, signing_key};
use jiff::Timestamp;
use sea_orm::{ActiveValue::Set, EntityTrait, QueryOrder};

use crate::domain::access::KeyPurpose;

use super::db::Db;
use super::error::{StoreError, StoreResult};
use super::tx::Tx;

/// A stored signing key.
#[derive(Debug, Clone)]
pub struct StoredSigningKey {
    /// Its id. The `kid` of what it signs is the thumbprint of the public key (RFC 7638).
    pub id: SigningKeyId,
    /// What it signs.
    pub purpose: KeyPurpose,
    /// Private key, sealed.
    pub sealed: Vec<u8>,
    /// Public key, 32 bytes in base64url, as text.
    pub public_key: Vec<u8>,
    /// From when it may sign.
    pub created_at: Timestamp,
    /// From when it signs no more.
    pub retired_at: Option<Timestamp>,
}

impl Db {
    /// The check value of the master key this database was made with; none for a new database.
    pub async fn master_key_check(&self) -> StoreResult<Option<Vec<u8>>> {
        Ok(instance::Entity::find_by_id(1).one(&self.readers()).await?.map(|row| row.master_key_check))
    }

    /// All signing keys, oldest first.
    pub async fn signing_keys(&self) -> StoreResult<Vec<StoredSigningKey>> {
        let rows = signing_key::Entity::find().order_by_asc(signing_key::Column::Id).all(&self.readers()).await?;
        rows.into_iter().map(read).collect()
    }
}

impl Tx {
    /// Ties a new database to its master key. A second process that does the same at once fails with
    /// [`StoreError::Duplicate`].
    pub async fn create_instance(&self, issuer: &str, check: &[u8], now: Timestamp) -> StoreResult<()> {
        let row = instance::ActiveModel {
            id: Set(1),
            issuer: Set(issuer.to_owned()),
            master_key_check: Set(check.to_vec()),
            position_base: Set(0),
            created_at: Set(now.into()),
            restored_at: Set(None),
            restoring_since: Set(None),
        };
        instance::Entity::insert(row).exec_without_returning(self).await?;
        Ok(())
    }

    /// Adds a signing key.
    pub async fn add_signing_key(&self, key: &StoredSigningKey) -> StoreResult<()> {
        let row = signing_key::ActiveModel {
            id: Set(key.id),
            purpose: Set(key.purpose.as_str().to_owned()),
            sealed: Set(key.sealed.clone()),
            public_key: Set(key.public_key.clone()),
            created_at: Set(key.created_at.into()),
            retired_at: Set(key.retired_at.map(Into::into)),
        };
        signing_key::Entity::insert(row).exec_without_returning(self).await?;
        Ok(())
    }
}

fn read(row: signing_key::Model) -> StoreResult<StoredSigningKey> {
    let purpose = row.purpose.parse().map_err(|_| StoreError::corrupt("signing_key", "purpose", row.id))?;
    Ok(StoredSigningKey {
        id: row.id,
        purpose,
        sealed: row.sealed,
        public_key: row.public_key,
        created_at: row.created_at.0,
        retired_at: row.retired_at.map(|at| at.0),
    })
}
