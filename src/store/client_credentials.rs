//! What clients prove with who they are: secrets, public keys, and the assertions that were used.

use entity::client_assertion;
use entity::client_credential::{ActiveModel, Column, Entity, Model};
use entity::id::{ClientCredentialId, ClientId};
use entity::time::Instant;
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};

use super::db::Db;
use super::error::{StoreError, StoreResult};
use super::tx::Tx;
use crate::crypto::client_key::ClientKey;
use crate::domain::access::CredentialKind;

/// Most assertions that are forgotten in one transaction.
const FORGOTTEN_AT_ONCE: u64 = 5_000;

/// A credential of a client.
#[derive(Debug, Clone)]
pub struct ClientCredential {
    /// Whose it is.
    pub client: ClientId,
    /// Its id.
    pub id: ClientCredentialId,
    /// What it is.
    pub proof: Proof,
    /// When it was made.
    pub created_at: Timestamp,
    /// From when it proves nothing any more; none when it stands until it is ended.
    pub ends_at: Option<Timestamp>,
    /// Last token issued for it.
    pub last_used_at: Option<Timestamp>,
}

/// What a client proves with who it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// What is stored of a secret.
    Secret(Vec<u8>),
    /// A public key.
    Key(ClientKey),
}

impl ClientCredential {
    /// Whether it proves something at an instant.
    pub fn stands(&self, at: Timestamp) -> bool {
        self.ends_at.is_none_or(|end| at < end)
    }

    /// What kind of credential it is.
    pub const fn kind(&self) -> CredentialKind {
        match self.proof {
            Proof::Secret(_) => CredentialKind::Secret,
            Proof::Key(_) => CredentialKind::Key,
        }
    }

    /// What is stored of it, when it is a secret.
    pub fn secret(&self) -> Option<&[u8]> {
        match &self.proof {
            Proof::Secret(hash) => Some(hash),
            Proof::Key(_) => None,
        }
    }

    /// The key, when it is one.
    pub const fn key(&self) -> Option<&ClientKey> {
        match &self.proof {
            Proof::Secret(_) => None,
            Proof::Key(key) => Some(key),
        }
    }
}

impl Db {
    /// Credentials of some clients, those that ended too, oldest first.
    pub async fn credentials_of(&self, clients: &[ClientId]) -> StoreResult<Vec<ClientCredential>> {
        credentials(&self.readers(), clients).await
    }
}

async fn credentials(conn: &impl ConnectionTrait, clients: &[ClientId]) -> StoreResult<Vec<ClientCredential>> {
    let query = Entity::find().filter(Column::ClientId.is_in(clients.iter().copied()));
    query.order_by_asc(Column::ClientId).order_by_asc(Column::Id).all(conn).await?.into_iter().map(read).collect()
}

impl Tx {
    /// The same, within this transaction.
    pub async fn credentials_of(&self, client: ClientId) -> StoreResult<Vec<ClientCredential>> {
        credentials(self, &[client]).await
    }

    /// Adds a credential.
    pub async fn add_credential(&self, new: &ClientCredential) -> StoreResult<()> {
        let row = ActiveModel {
            client_id: Set(new.client),
            id: Set(new.id),
            secret_hash: Set(new.secret().map(<[u8]>::to_vec)),
            public_key: Set(new.key().map(|key| key.to_jwk().to_string())),
            created_at: Set(new.created_at.into()),
            ends_at: Set(new.ends_at.map(Into::into)),
            last_used_at: Set(new.last_used_at.map(Into::into)),
        };
        Entity::insert(row).exec_without_returning(self).await?;
        Ok(())
    }

    /// Has credentials of a client end at an instant, those that would end before it excepted.
    pub async fn end_credentials(
        &self,
        client: ClientId,
        ids: &[ClientCredentialId],
        at: Timestamp,
    ) -> StoreResult<()> {
        let later = Condition::any().add(Column::EndsAt.is_null()).add(Column::EndsAt.gt(Instant(at)));
        Entity::update_many()
            .col_expr(Column::EndsAt, Expr::value(Instant(at)))
            .filter(Column::ClientId.eq(client))
            .filter(Column::Id.is_in(ids.iter().copied()))
            .filter(later)
            .exec(self)
            .await?;
        Ok(())
    }

    /// Records that a token was issued for a credential.
    pub async fn touch_credential(&self, client: ClientId, id: ClientCredentialId, at: Timestamp) -> StoreResult<()> {
        Entity::update_many()
            .col_expr(Column::LastUsedAt, Expr::value(Instant(at)))
            .filter(Column::ClientId.eq(client))
            .filter(Column::Id.eq(id))
            .exec(self)
            .await?;
        Ok(())
    }

    /// Takes an assertion as used, in whatever process it comes. Tells whether it is the first time.
    pub async fn use_assertion(&self, client: ClientId, id_hash: &[u8], until: Timestamp) -> StoreResult<bool> {
        let row = client_assertion::ActiveModel {
            client_id: Set(client),
            id_hash: Set(id_hash.to_vec()),
            expires_at: Set(until.into()),
        };
        use client_assertion::Column;
        let known = OnConflict::columns([Column::ClientId, Column::IdHash]).do_nothing().to_owned();
        let inserted = client_assertion::Entity::insert(row).on_conflict(known);
        Ok(self.execute_raw(self.get_database_backend().build(&inserted.into_query())).await?.rows_affected() == 1)
    }

    /// Forgets assertions that are refused by their end, a bounded number at once. Returns how many.
    pub async fn forget_assertions(&self, now: Timestamp) -> StoreResult<u64> {
        use client_assertion::{Column, Entity};
        let due = Entity::find()
            .select_only()
            .columns([Column::ClientId, Column::IdHash])
            .filter(Column::ExpiresAt.lte(Instant(now)))
            .order_by_asc(Column::ExpiresAt)
            .limit(FORGOTTEN_AT_ONCE)
            .into_query();
        let row = Expr::tuple([Expr::col(Column::ClientId), Expr::col(Column::IdHash)]);
        let mut delete = Query::delete();
        delete.from_table(Entity).and_where(row.in_subquery(due));
        Ok(self.execute_raw(self.get_database_backend().build(&delete)).await?.rows_affected())
    }

    /// Deletes credentials that ended before an instant. Returns how many.
    pub async fn delete_ended_credentials(&self, before: Timestamp) -> StoreResult<u64> {
        Ok(Entity::delete_many().filter(Column::EndsAt.lt(Instant(before))).exec(self).await?.rows_affected)
    }
}

fn read(row: Model) -> StoreResult<ClientCredential> {
    let corrupt = |column| StoreError::corrupt("client_credential", column, row.id);
    let proof = match (row.secret_hash, row.public_key) {
        (Some(hash), None) => Proof::Secret(hash),
        (None, Some(jwk)) => Proof::Key(ClientKey::from_stored(&jwk).ok_or_else(|| corrupt("public_key"))?),
        _ => return Err(corrupt("secret_hash")),
    };
    Ok(ClientCredential {
        client: row.client_id,
        id: row.id,
        proof,
        created_at: row.created_at.0,
        ends_at: row.ends_at.map(|at| at.0),
        last_used_at: row.last_used_at.map(|at| at.0),
    })
}
