//! The first result of a call, replayed when the same call comes again. Written in the transaction of its effect.

use sea_orm::entity::prelude::*;

use crate::time::Instant;

/// A row of `idempotency_key`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "idempotency_key")]
pub struct Model {
    /// The client or controller that called: keys of others are never found.
    #[sea_orm(primary_key, auto_increment = false)]
    pub caller_id: Uuid,
    /// SHA-256 of method, path and key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key_hash: Vec<u8>,
    /// SHA-256 of the body; another body under the same key is refused.
    pub body_hash: Vec<u8>,
    /// HTTP status of the first result.
    pub status: i32,
    /// Body of the first result, sealed under the master key.
    pub sealed_body: Vec<u8>,
    pub created_at: Instant,
    /// Kept at least 72 hours.
    pub expires_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
