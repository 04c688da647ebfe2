//! A change of the master key, of an organisation's key or of a key that signs: how far it has come.

use sea_orm::entity::prelude::*;

use crate::id::{KeyRotationId, OrganisationId};
use crate::time::Instant;

/// A row of `key_rotation`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "key_rotation")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: KeyRotationId,
    /// Word of `domain::rotation::RotationKind`.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// Whose key; the nil id for keys of the instance.
    pub organisation_id: OrganisationId,
    /// Word of `domain::rotation::RotationState`.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// The key that everything is to be sealed under; 0 until it is made.
    pub to_version: i32,
    /// Of a new master key what only that key reproduces; of a signing key what it signs.
    #[sea_orm(column_type = "Text", nullable)]
    pub detail: Option<String>,
    /// JSON of `store::SealedCursor`: behind which row the present pass goes on.
    #[sea_orm(column_type = "Text", nullable)]
    pub cursor: Option<String>,
    /// Rows that the present pass has found under another key.
    pub found: i64,
    /// Rows that were sealed anew.
    pub moved: i64,
    /// Number of the transaction that brought it into its state.
    pub tx_no: i64,
    /// For optimistic concurrency.
    pub version: i32,
    /// When it was asked for.
    pub started_at: Instant,
    /// Since when it is in its state.
    pub changed_at: Instant,
    /// When nothing was left under another key.
    pub finished_at: Option<Instant>,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
