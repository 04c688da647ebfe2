//! The one row that says which master key opens this database and where feed positions start.

use sea_orm::entity::prelude::*;

use crate::time::Instant;

/// A row of `instance`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "instance")]
pub struct Model {
    /// Always 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    /// Base address under which tokens and credentials are issued, as it was at the first start.
    #[sea_orm(column_type = "Text")]
    pub issuer: String,
    /// Value that only the right master key reproduces; a start with another key is refused.
    pub master_key_check: Vec<u8>,
    /// Added to every transaction number, so that positions keep growing when the database is restored elsewhere.
    pub position_base: i64,
    /// The key that seals addresses of mandates, sealed under the master key.
    pub address_key: Vec<u8>,
    /// Grows with every change of a key, so that processes notice.
    pub keys_changed: i64,
    /// When the database was first used.
    pub created_at: Instant,
    /// When it was last restored from a backup, which began another course of its history.
    pub restored_at: Option<Instant>,
    /// Set while a restore is under way: no service starts then.
    pub restoring_since: Option<Instant>,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
