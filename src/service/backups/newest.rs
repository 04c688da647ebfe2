//! The newest keys file over what was loaded from an older archive: keys of those who are still there, and the ends of what has ended.

use jiff::Timestamp;

use crate::backup::{Part, Reader, Table};
use crate::crypto::MasterKey;
use crate::store::{Db, KeysSection, Shape, StoreError};

use super::failure::BackupOutcome;
use super::rewrap::Changed;
use super::source::Source;

/// What the keys file has changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BroughtUp {
    /// Keys of people who were recorded after the archive was made, and are not in it.
    pub keys_of_nobody: u64,
    /// Mandates, clients, credentials and links that had ended since.
    pub ended: u64,
}

/// What to do with the rows of a section.
enum Target {
    /// They are not in the archive.
    Fill(Shape),
    /// They are newer than those of the archive.
    Over(KeysSection),
    /// They open the keys of people, and take no row's place.
    Organisations,
}

/// Loads keys and what keeps erased people from coming back, ends what was ended after the archive was made, and lets positions of
/// feeds go on where no consumer has been, which takes effect when the database is opened again.
///
/// # Errors
/// When the database refuses a row. It has to be cleared then.
pub async fn bring_up(db: &Db, master: &MasterKey, source: &Source, now: Timestamp) -> BackupOutcome<BroughtUp> {
    let mut reader = Reader::open(&source.keys, master)?;
    let (mut current, mut done): (Option<(Target, Table)>, BroughtUp) = (None, BroughtUp::default());
    let mut changed_keys = Changed::default();
    while let Some(part) = reader.read()? {
        match (part, &current) {
            (Part::Table(table), _) => current = Some((target(db, &table).await?, table)),
            (Part::Rows { block, .. }, Some((Target::Organisations, table))) => {
                changed_keys.learn(db, master, table, &block).await?;
            }
            (Part::Rows { block, .. }, Some((Target::Fill(shape), table))) => {
                let is_keys = table.name == "subject_key";
                let block = if is_keys { changed_keys.rewrapped(table, block)? } else { block };
                db.fill(shape, table, block).await?;
            }
            (Part::Rows { block, .. }, Some((Target::Over(section), table))) => {
                let (section, own) = (*section, table.clone());
                done.ended +=
                    db.write(move |tx| Box::pin(async move { tx.bring_up(section, &own, &block).await })).await?;
            }
            (Part::Rows { .. }, None) => {}
        }
    }
    done.keys_of_nobody = db
        .write(move |tx| {
            Box::pin(async move {
                tx.go_on_from(now).await?;
                tx.drop_keys_of_nobody().await
            })
        })
        .await?;
    Ok(done)
}

async fn target(db: &Db, table: &Table) -> BackupOutcome<Target> {
    let section = KeysSection::ALL.into_iter().find(|section| section.table == table.name);
    let section = section.ok_or_else(|| StoreError::corrupt("backup", "table", &table.name))?;
    if section.table == "organisation" {
        return Ok(Target::Organisations);
    }
    if !section.columns.is_empty() {
        return Ok(Target::Over(section));
    }
    let own = table.clone();
    Ok(Target::Fill(db.write(move |tx| Box::pin(async move { tx.shape_for(&own).await })).await?))
}
