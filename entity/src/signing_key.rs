//! A key of the instance that signs one kind of things: access tokens, mandate credentials, outgoing webhooks, files of complaints or
//! checkpoints of audit logs.

use sea_orm::entity::prelude::*;

use crate::id::SigningKeyId;
use crate::time::Instant;

/// A row of `signing_key`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "signing_key")]
pub struct Model {
    /// Its id. The `kid` in tokens is the thumbprint of the public key (RFC 7638).
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SigningKeyId,
    /// Word of `domain::access::KeyPurpose`.
    #[sea_orm(column_type = "Text")]
    pub purpose: String,
    /// Private key, sealed under the master key; empty once it signs no more and is destroyed.
    pub sealed: Vec<u8>,
    /// Public key, 32 bytes in base64url, as text.
    pub public_key: Vec<u8>,
    /// When it was made, from when it is published.
    pub created_at: Instant,
    /// From when it signs.
    pub signs_from: Instant,
    /// From when it signs no more; it still verifies.
    pub retired_at: Option<Instant>,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
