//! Making a backup: the archive from one snapshot, then the keys file from a later one, which gets its name first. So the keys file is
//! never older than an archive, however the program ends.

use std::path::PathBuf;

use jiff::Timestamp;

use crate::backup::folder::{self, Folder, KEYS_FILE, Unfinished};
use crate::backup::manifest::Origin;
use crate::backup::{BackupError, Contents, LogRoot, Manifest, Reader, Tail, Writer};
use crate::crypto::MasterKey;
use crate::crypto::master::MasterKeyError;
use crate::ports::{Clock, Random};
use crate::store::{Db, KeysSection, Snapshot};

use super::failure::{BackupFailure, BackupOutcome};

/// A file that was written.
#[derive(Debug)]
pub struct Written {
    /// Where it is.
    pub path: PathBuf,
    /// Its length.
    pub bytes: u64,
    /// What is in it.
    pub tail: Tail,
}

/// A backup that was made.
#[derive(Debug)]
pub struct Made {
    /// When the snapshot was taken.
    pub at: Timestamp,
    /// The archive.
    pub archive: Written,
    /// The keys file.
    pub keys: Written,
    /// Older archives that were removed.
    pub removed: usize,
}

/// Makes an archive and the keys file, and removes the oldest archives so that `keep` are left. `progress` is told of which table how
/// many rows are written.
///
/// # Errors
/// When the database cannot be read or is being restored, the folder belongs to another database, or a file cannot be written. What was
/// in the folder is as it was then.
pub async fn make(
    db: &Db,
    master: &MasterKey,
    folder: &Folder,
    (clock, random): (&dyn Clock, &dyn Random),
    keep: usize,
    mut progress: impl FnMut(&str, u64) + Send,
) -> BackupOutcome<Made> {
    let master = &check(db, master).await?;
    let (snapshot, manifest) = look(db, Contents::Archive, clock.now()).await?;
    hold_folder(folder, master, &manifest)?;
    let name = folder::archive_name(manifest.made_at);
    let (file, unfinished) = folder.begin(&name)?;
    let mut writer = Writer::begin(file, &unfinished.path, master, random, &manifest)?;
    for table in snapshot.archived() {
        writer.table(table)?;
        let mut done = 0;
        let mut each = |block: &[u8], rows: u64| {
            done += rows;
            progress(&table.name, done);
            Ok::<_, BackupFailure>(writer.rows(block, rows)?)
        };
        snapshot.read(table, None, &mut each).await?;
    }
    let roots = snapshot.log_roots().await?;
    drop(snapshot);
    let (tail, bytes) = writer.finish(roots)?;
    read_back(&unfinished, master, &tail)?;
    let keys = make_keys(db, master, folder, (clock, random)).await?;
    let archive = Written { path: unfinished.name()?, bytes, tail };
    let removed = folder.prune(keep)?;
    Ok(Made { at: manifest.made_at, archive, keys, removed })
}

/// Makes the keys file alone, in the place of the one that is there.
///
/// # Errors
/// As [`make`].
pub async fn make_keys(
    db: &Db,
    master: &MasterKey,
    folder: &Folder,
    (clock, random): (&dyn Clock, &dyn Random),
) -> BackupOutcome<Written> {
    let master = &check(db, master).await?;
    let (snapshot, manifest) = look(db, Contents::Keys, clock.now()).await?;
    hold_folder(folder, master, &manifest)?;
    let (file, unfinished) = folder.begin(KEYS_FILE)?;
    let mut writer = Writer::begin(file, &unfinished.path, master, random, &manifest)?;
    for section in KeysSection::ALL {
        let table = snapshot.section(section)?;
        writer.table(&table)?;
        let mut each = |block: &[u8], rows: u64| writer.rows(block, rows).map_err(BackupFailure::from);
        snapshot.read(&table, Some(section), &mut each).await?;
    }
    let (tail, bytes) = writer.finish(Vec::<LogRoot>::new())?;
    read_back(&unfinished, master, &tail)?;
    Ok(Written { path: unfinished.name()?, bytes, tail })
}

/// A file gets its name when it was read back to its end, and says what was written.
fn read_back(written: &Unfinished, master: &MasterKey, tail: &Tail) -> BackupOutcome<()> {
    if Reader::open(&written.path, master)?.into_tail()? == *tail {
        Ok(())
    } else {
        Err(BackupFailure::Differs("the file that was written".to_owned()))
    }
}

/// Whether this database can be backed up with these keys. Gives them as the database seals with them.
async fn check(db: &Db, master: &MasterKey) -> BackupOutcome<MasterKey> {
    if !db.schema_state().await?.unknown.is_empty() {
        return Err(BackupFailure::Unfit("the database was used by a later version of the program; run that one"));
    }
    let made_with = db.master_key_check().await?.ok_or(BackupFailure::Unfit("the database is empty"))?;
    let made_with = String::from_utf8(made_with).map_err(|_| MasterKeyError::MalformedCheckValue)?;
    let master = master.as_told_by(&made_with)?;
    if db.is_being_restored().await? {
        return Err(BackupFailure::Unfit("a restore into the database has not ended; run `recourse restore` again"));
    }
    Ok(master)
}

async fn look(db: &Db, contents: Contents, made_at: Timestamp) -> BackupOutcome<(Snapshot, Manifest)> {
    let (schema, snapshot) = (db.taken_steps().await?, db.snapshot().await?);
    let origin = snapshot.origin().await?.ok_or(BackupFailure::Unfit("the database is empty"))?;
    let origin = Origin { created_at: origin.0, restored_at: origin.1 };
    let product = env!("CARGO_PKG_VERSION").to_owned();
    Ok((snapshot, Manifest { contents, product, schema, made_at, origin }))
}

/// Whether the keys file of the folder may be replaced: it is of this database, in this course of its history, and not newer.
fn hold_folder(folder: &Folder, master: &MasterKey, new: &Manifest) -> BackupOutcome<()> {
    let path = folder.keys_file();
    if !path.exists() {
        return Ok(());
    }
    let there = Reader::open(&path, master).map_err(|error| {
        let text = "that file is replaced only by a newer one of the same database. Name another folder, or move it away with its archives";
        BackupError::Unfit(format!("{}: {error}; {text}", path.display()))
    })?;
    let there = there.manifest();
    if there.origin != new.origin {
        return Err(BackupError::Unfit(format!(
            "{} belongs to another database, or to this one before it was restored; the archives beside it are of use with that \
             file alone. Name another folder, and delete this one when it is not needed any more",
            path.display()
        ))
        .into());
    }
    if there.made_at > new.made_at {
        return Err(BackupError::Unfit(format!(
            "{} is of {}, which is still to come; set the clock",
            path.display(),
            there.made_at
        ))
        .into());
    }
    Ok(())
}
