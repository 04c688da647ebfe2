//! The first schema. In a tenant's table the organisation's id comes first in the primary key, in each unique constraint
//! and in each foreign key, so that the tables can be distributed by tenant and guarded by row-level security.

use sea_orm_migration::prelude::*;

mod access;
mod answers;
mod audit;
mod complaints;
mod delivery;
mod directory;
mod feeds;
mod filing;
mod letters;
mod people;
mod record;
mod sandbox;
mod status;
mod table;

use table::TableSpec;

#[derive(DeriveMigrationName)]
pub struct Migration;

fn tables() -> Vec<TableSpec> {
    let mut tables = access::tables();
    tables.extend(directory::tables());
    tables.extend(people::tables());
    tables.extend(filing::tables());
    tables.extend(delivery::tables());
    tables.extend(answers::tables());
    tables.extend(record::tables());
    tables.extend(audit::tables());
    tables.extend(feeds::tables());
    tables.extend(status::tables());
    tables.extend(complaints::tables());
    tables.extend(letters::tables());
    tables.extend(sandbox::tables());
    tables
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in tables() {
            table.create(manager).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in tables().iter().rev() {
            table.drop(manager).await?;
        }
        Ok(())
    }
}
