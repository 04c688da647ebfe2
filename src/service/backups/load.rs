//! An archive into an empty database, and the proof that it is there.

use crate::backup::frame::Sum;
use crate::backup::{Part, Reader};
use crate::crypto::MasterKey;
use crate::store::{Db, Shape};

use super::failure::{BackupFailure, BackupOutcome};
use super::source::Source;

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
    let (mut current, mut tables, mut done): (Option<Shape>, Vec<_>, u64) = (None, Vec::new(), 0);
    while let Some(part) = reader.read()? {
        match part {
            Part::Table(table) => {
                let own = table.clone();
                current = Some(db.write(move |tx| Box::pin(async move { tx.shape_for(&own).await })).await?);
                tables.push(table);
                done = 0;
            }
            Part::Rows { block, rows } => {
                let (Some(shape), Some(table)) = (&current, tables.last()) else { continue };
                db.fill(shape, table, block).await?;
                done += rows;
                progress(&table.name, done);
            }
        }
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
