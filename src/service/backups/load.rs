//! An archive into an empty database, and the proof that it is there.

use crate::backup::frame::Sum;
use crate::backup::{Part, Reader, Table};
use crate::crypto::MasterKey;
use crate::store::{Db, Shape};

use super::failure::{BackupFailure, BackupOutcome};
use super::source::Source;

/// Bytes of rows that are written in one transaction: each ends with a wait for the disk, and a load of PostgreSQL with one for its
/// answer.
const AT_ONCE: usize = 8 << 20;

/// A table that is being loaded.
struct Filling {
    table: Table,
    shape: Shape,
    waiting: Vec<u8>,
    rows: u64,
}

impl Filling {
    async fn begin(db: &Db, table: Table) -> BackupOutcome<Self> {
        let own = table.clone();
        let shape = db.write(move |tx| Box::pin(async move { tx.shape_for(&own).await })).await?;
        Ok(Self { table, shape, waiting: Vec::new(), rows: 0 })
    }

    async fn write(&mut self, db: &Db) -> BackupOutcome<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        Ok(db.fill(&self.shape, &self.table, std::mem::take(&mut self.waiting)).await?)
    }
}

/// Loads the archive, then reads every row back from the database and holds counts, digests and audit logs to what the archive says.
/// `progress` is told of which table how many rows are loaded.
///
/// # Errors
/// When the database refuses a row, or holds something else afterwards. It has to be cleared then.
pub async fn load(
    db: &Db,
    master: &MasterKey,
    source: &Source,
    mut progress: impl FnMut(&str, u64) + Send,
) -> BackupOutcome<()> {
    let mut reader = Reader::open(&source.archive, master)?;
    let (mut filling, mut tables): (Option<Filling>, Vec<Table>) = (None, Vec::new());
    while let Some(part) = reader.read()? {
        match (part, &mut filling) {
            (Part::Table(table), before) => {
                if let Some(mut before) = before.take() {
                    before.write(db).await?;
                }
                tables.push(table.clone());
                filling = Some(Filling::begin(db, table).await?);
            }
            (Part::Rows { block, rows }, Some(filling)) => {
                filling.waiting.extend(block);
                filling.rows += rows;
                if filling.waiting.len() >= AT_ONCE {
                    filling.write(db).await?;
                    progress(&filling.table.name, filling.rows);
                }
            }
            (Part::Rows { .. }, None) => {}
        }
    }
    if let Some(mut last) = filling {
        last.write(db).await?;
    }
    let snapshot = db.snapshot().await?;
    for (table, saved) in tables.iter().zip(&source.tail.tables) {
        let mut sum = Sum::of(table);
        let mut each = |block: &[u8], rows: u64| {
            sum.add(block, rows);
            Ok::<_, BackupFailure>(())
        };
        snapshot.read(table, None, &mut each).await?;
        if sum.end() != *saved {
            return Err(BackupFailure::Differs(format!("the rows of {}", table.name)));
        }
    }
    if snapshot.log_roots().await? != source.tail.logs {
        return Err(BackupFailure::Differs("the roots of the audit logs".to_owned()));
    }
    Ok(())
}
