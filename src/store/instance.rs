//! The row that ties a database to its master key, and the instance's own keys.

use entity::id::SigningKeyId;
use entity::{instance, signing_key};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::domain::access::KeyPurpose;

use super::db::Db;
use super::error::{StoreError, StoreResult};
use super::tx::Tx;

/// What the database's own row says of keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstanceKeys {
    /// Check value of the master key that seals.
    pub check: Vec<u8>,
    /// The key of addresses, sealed.
    pub address_key: Vec<u8>,
    /// Grows with every change of a key.
    pub changed: i64,
}

/// A stored signing key.
#[derive(Debug, Clone)]
pub struct StoredSigningKey {
    /// Its id. The `kid` of what it signs is the thumbprint of the public key (RFC 7638).
    pub id: SigningKeyId,
    /// What it signs.
    pub purpose: KeyPurpose,
    /// Private key, sealed; empty once it is destroyed.
    pub sealed: Vec<u8>,
    /// Public key, 32 bytes in base64url, as text.
    pub public_key: Vec<u8>,
    /// When it was made, from when it is published.
    pub created_at: Timestamp,
    /// From when it signs.
    pub signs_from: Timestamp,
    /// From when it signs no more.
    pub retired_at: Option<Timestamp>,
}

impl Db {
    /// The check value of the master key that seals in this database; none for a new database.
    pub async fn master_key_check(&self) -> StoreResult<Option<Vec<u8>>> {
        Ok(self.instance_keys().await?.map(|keys| keys.check))
    }

    /// What the database's own row says of keys; none for a new database.
    pub async fn instance_keys(&self) -> StoreResult<Option<InstanceKeys>> {
        let row = instance::Entity::find_by_id(1).one(&self.readers()).await?;
        Ok(row.map(|row| InstanceKeys {
            check: row.master_key_check,
            address_key: row.address_key,
            changed: row.keys_changed,
        }))
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
    pub async fn create_instance(&self, issuer: &str, keys: &InstanceKeys, now: Timestamp) -> StoreResult<()> {
        let row = instance::ActiveModel {
            id: Set(1),
            issuer: Set(issuer.to_owned()),
            master_key_check: Set(keys.check.clone()),
            position_base: Set(0),
            address_key: Set(keys.address_key.clone()),
            keys_changed: Set(keys.changed),
            created_at: Set(now.into()),
            restored_at: Set(None),
            restoring_since: Set(None),
        };
        instance::Entity::insert(row).exec_without_returning(self).await?;
        Ok(())
    }

    /// Has every process read the keys anew, once this transaction is durable.
    pub async fn tell_of_changed_keys(&self) -> StoreResult<()> {
        let next = Expr::col(instance::Column::KeysChanged).add(1);
        instance::Entity::update_many().col_expr(instance::Column::KeysChanged, next).exec(self).await?;
        Ok(())
    }

    /// Has another master key seal from now on.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not the one that was read that seals now.
    pub async fn replace_master_key_check(&self, was: &[u8], check: &[u8]) -> StoreResult<()> {
        let replaced = instance::Entity::update_many()
            .col_expr(instance::Column::MasterKeyCheck, Expr::value(check.to_vec()))
            .filter(instance::Column::MasterKeyCheck.eq(was))
            .exec(self)
            .await?;
        if replaced.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// Adds a signing key.
    pub async fn add_signing_key(&self, key: &StoredSigningKey) -> StoreResult<()> {
        let row = signing_key::ActiveModel {
            id: Set(key.id),
            purpose: Set(key.purpose.as_str().to_owned()),
            sealed: Set(key.sealed.clone()),
            public_key: Set(key.public_key.clone()),
            created_at: Set(key.created_at.into()),
            signs_from: Set(key.signs_from.into()),
            retired_at: Set(key.retired_at.map(Into::into)),
        };
        signing_key::Entity::insert(row).exec_without_returning(self).await?;
        Ok(())
    }

    /// Has a signing key sign no more from an instant.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it has an end already.
    pub async fn retire_signing_key(&self, id: SigningKeyId, at: Timestamp) -> StoreResult<()> {
        let retired = signing_key::Entity::update_many()
            .col_expr(signing_key::Column::RetiredAt, Expr::value(entity::time::Instant(at)))
            .filter(signing_key::Column::Id.eq(id))
            .filter(signing_key::Column::RetiredAt.is_null())
            .exec(self)
            .await?;
        if retired.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// Destroys the private halves of keys that have signed no more since an instant. Tells how many.
    pub async fn destroy_retired_seeds(&self, before: Timestamp) -> StoreResult<u64> {
        let destroyed = signing_key::Entity::update_many()
            .col_expr(signing_key::Column::Sealed, Expr::value(Vec::<u8>::new()))
            .filter(signing_key::Column::RetiredAt.lte(entity::time::Instant(before)))
            .filter(signing_key::Column::Sealed.ne(Vec::<u8>::new()))
            .exec(self);
        Ok(self.wiping(destroyed).await?.rows_affected)
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
        signs_from: row.signs_from.0,
        retired_at: row.retired_at.map(|at| at.0),
    })
}
