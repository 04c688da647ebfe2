//! The two files that a restore starts from, read to their ends before anything is touched.

use std::path::{Path, PathBuf};

use crate::backup::{BackupError, Contents, Manifest, Reader, Tail};
use crate::crypto::MasterKey;
use crate::store::Db;

use super::failure::BackupOutcome;

/// An archive and the keys file that goes with it: whole, authentic, and fit for each other and for this program.
#[derive(Debug)]
pub struct Source {
    /// The archive.
    pub archive: PathBuf,
    /// The keys file.
    pub keys: PathBuf,
    /// What the archive says of itself.
    pub manifest: Manifest,
    /// What the keys file says of itself.
    pub keys_manifest: Manifest,
    /// What is in the archive.
    pub tail: Tail,
    /// Steps of the schema that the archive was made with.
    pub steps: u32,
    /// Steps of the schema that the keys file was made with, which is the later one.
    pub keys_steps: u32,
}

impl Source {
    /// Reads both files to their ends.
    ///
    /// # Errors
    /// When one of them is damaged, cut off, of another master key, database or later version, or the keys file is older than the
    /// archive.
    pub fn read(archive: &Path, keys: &Path, master: &MasterKey) -> BackupOutcome<Self> {
        let (manifest, steps, tail) = whole(archive, Contents::Archive, master)?;
        let (keys_manifest, keys_steps, _) = whole(keys, Contents::Keys, master)?;
        let unfit = |text: String| Err(BackupError::Unfit(text).into());
        if manifest.origin != keys_manifest.origin {
            return unfit(format!(
                "{} and {} are of different databases, or of one before and after it was restored",
                archive.display(),
                keys.display()
            ));
        }
        if keys_manifest.made_at < manifest.made_at || keys_steps < steps {
            return unfit(format!(
                "{} is of {}, before the archive: whoever was recorded between would be lost. Take the newest keys file",
                keys.display(),
                keys_manifest.made_at
            ));
        }
        let (archive, keys) = (archive.to_owned(), keys.to_owned());
        Ok(Self { archive, keys, manifest, keys_manifest, tail, steps, keys_steps })
    }
}

fn whole(path: &Path, contents: Contents, master: &MasterKey) -> BackupOutcome<(Manifest, u32, Tail)> {
    let reader = Reader::open(path, master)?;
    let manifest = reader.manifest().clone();
    if manifest.contents != contents {
        let what =
            if contents == Contents::Archive { "no archive but a keys file" } else { "no keys file but an archive" };
        return Err(BackupError::Unfit(format!("{} is {what}", path.display())).into());
    }
    let steps = Db::known_steps(&manifest.schema).ok_or_else(|| {
        BackupError::Unfit(format!(
            "{} was made by version {} of the program, which is later than this one ({}); restore it with that one",
            path.display(),
            manifest.product,
            env!("CARGO_PKG_VERSION")
        ))
    })?;
    Ok((manifest, steps, reader.into_tail()?))
}
