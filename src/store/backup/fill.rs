//! Rows of a backup into an empty database.

use sea_orm::ConnectionTrait;

use super::shape::{Shape, quoted};
use super::{UNDER_WAY, postgres, sqlite};
use crate::backup::Table;
use crate::store::db::Db;
use crate::store::error::{StoreError, StoreResult};
use crate::store::tx::{Inner, Tx};

impl Tx {
    /// The table as this database has it, when rows of the given columns can be put into it: those that are missing have to be what
    /// may be absent.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] with the name of what does not fit.
    pub async fn shape_for(&self, table: &Table) -> StoreResult<Shape> {
        let found = self.shapes().await?.into_iter().find(|shape| shape.table.name == table.name);
        let shape = found.ok_or_else(|| StoreError::corrupt("schema", "table", &table.name))?;
        let differs =
            |one: &Table, other: &Table| one.columns.iter().find(|column| !other.columns.contains(column)).cloned();
        match differs(table, &shape.table).or_else(|| differs(&shape.table, table)) {
            None => Ok(shape),
            Some(column) => Err(StoreError::corrupt("schema", "column", format!("{}.{}", table.name, column.name))),
        }
    }

    /// Adds rows of a backup. The row that ties the database to its key says from then on that a restore is under way.
    ///
    /// # Errors
    /// When the database refuses a row.
    pub async fn fill(&self, shape: &Shape, table: &Table, block: &[u8]) -> StoreResult<()> {
        match &mut *self.inner.lock().await {
            Inner::Postgres(tx) => postgres::fill(tx, shape, table, block).await?,
            Inner::Sqlite(tx) => sqlite::fill(tx, table, block).await?,
        }
        if table.name == "instance" {
            let sql = format!("UPDATE {} SET {UNDER_WAY} = created_at", quoted(&table.name));
            self.execute_unprepared(&sql).await?;
        }
        Ok(())
    }

    /// Removes keys of people who are not there: they were recorded after the archive was made. Gives how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn drop_keys_of_nobody(&self) -> StoreResult<u64> {
        let sql = "DELETE FROM subject_key WHERE NOT EXISTS (SELECT 1 FROM data_subject d \
                   WHERE d.organisation_id = subject_key.organisation_id AND d.id = subject_key.data_subject_id \
                   AND d.erased_at IS NULL)";
        Ok(self.execute_unprepared(sql).await?.rows_affected())
    }
}

impl Db {
    /// Adds rows of a backup in a transaction of their own. `shape` is that of [`Tx::shape_for`].
    ///
    /// # Errors
    /// When the database refuses a row.
    pub async fn fill(&self, shape: &Shape, table: &Table, block: Vec<u8>) -> StoreResult<()> {
        let (shape, table) = (shape.clone(), table.clone());
        self.write(move |tx| Box::pin(async move { tx.fill(&shape, &table, &block).await })).await
    }
}
