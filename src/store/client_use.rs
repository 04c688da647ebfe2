//! When clients last did what needs a scope, for the review of authorisations (Z-12).

use entity::client_scope_use::{ActiveModel, Column, Entity};
use entity::id::ClientId;
use entity::time::Instant;
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::db::Db;
use super::error::{StoreError, StoreResult};
use super::tx::Tx;
use crate::domain::access::Scope;

/// That a client used a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScopeUse {
    /// The client.
    pub client: ClientId,
    /// What it did needs this scope.
    pub scope: Scope,
    /// The hour in which it last did.
    pub at: Timestamp,
}

impl Db {
    /// The last uses of scopes by some clients.
    pub async fn scope_uses(&self, clients: &[ClientId]) -> StoreResult<Vec<ScopeUse>> {
        let query = Entity::find().filter(Column::ClientId.is_in(clients.iter().copied()));
        let rows = query.all(&self.readers()).await?.into_iter().map(|row| {
            let scope = row.scope.parse();
            let scope = scope.map_err(|_| StoreError::corrupt("client_scope_use", "scope", row.client_id))?;
            Ok(ScopeUse { client: row.client_id, scope, at: row.last_used_at.0 })
        });
        rows.collect()
    }
}

impl Tx {
    /// Keeps uses of scopes. One that is not later than what is kept writes nothing.
    pub async fn note_scope_uses(&self, uses: &[ScopeUse]) -> StoreResult<()> {
        if uses.is_empty() {
            return Ok(());
        }
        let rows = uses.iter().map(|used| ActiveModel {
            client_id: Set(used.client),
            scope: Set(used.scope.as_str().to_owned()),
            last_used_at: Set(Instant(used.at)),
        });
        let later = Expr::col((Entity, Column::LastUsedAt)).lt(Expr::col(("excluded", Column::LastUsedAt)));
        let known = OnConflict::columns([Column::ClientId, Column::Scope])
            .update_column(Column::LastUsedAt)
            .action_and_where(later)
            .to_owned();
        Entity::insert_many(rows).on_conflict(known).exec_without_returning(self).await?;
        Ok(())
    }
}
