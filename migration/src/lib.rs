//! The schema's history. A migration, once released, is never edited: the next one changes what it made.
//!
//! Imports nothing of the service, so that an old migration keeps its meaning while the code moves on.

use sea_orm_migration::prelude::*;

mod m20261122_000001_first;

/// Runs the migrations in order.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(m20261122_000001_first::Migration)]
    }
}

pub use sea_orm_migration::MigratorTrait;
