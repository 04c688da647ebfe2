//! A secret or a public key by which a client proves who it is.

use sea_orm::entity::prelude::*;

use crate::id::{ClientCredentialId, ClientId};
use crate::time::Instant;

/// A row of `client_credential`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_credential")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub client_id: ClientId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ClientCredentialId,
    /// Salted hash, of a secret; the secret itself is shown once.
    pub secret_hash: Option<Vec<u8>>,
    /// JWK, of a public key.
    #[sea_orm(column_type = "Text")]
    pub public_key: Option<String>,
    pub created_at: Instant,
    /// From when it proves nothing any more; none when it stands until it is ended.
    pub ends_at: Option<Instant>,
    /// Last token issued for it (Z-12).
    pub last_used_at: Option<Instant>,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
