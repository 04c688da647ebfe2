//! A folder of backups: archives by the instant at which they were made, and one keys file.
//!
//! A file gets its name when it is whole and on the disk, so that whatever is killed leaves either the old or the new one under it. One
//! backup at a time works in a folder.

use std::fs::{DirBuilder, File, OpenOptions};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::fault::BackupError;

/// Name of the keys file.
pub const KEYS_FILE: &str = "recourse.keys";
const LOCK_FILE: &str = ".recourse.lock";
const UNFINISHED: &str = ".recourse-unfinished-";
const FORM: &str = "recourse-%Y%m%dT%H%M%S.%3fZ.backup";

/// A folder that one backup works in. Others may read it.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// Held until this is dropped or the process ends, however it ends.
    _lock: File,
}

impl Folder {
    /// Makes the folder if it is not there, open to its owner alone, takes it for this backup, and clears away what an earlier one
    /// has left unfinished.
    ///
    /// # Errors
    /// [`BackupError::Busy`] while another backup works in it, and what the system answers.
    pub fn take(path: &Path) -> Result<Self, BackupError> {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(path).map_err(|source| BackupError::io("make the folder", path, source))?;
        let lock_path = path.join(LOCK_FILE);
        let lock = open_own(OpenOptions::new().write(true).create(true).truncate(false), &lock_path)?;
        lock.try_lock().map_err(|error| match error {
            std::fs::TryLockError::WouldBlock => BackupError::Busy(path.to_owned()),
            std::fs::TryLockError::Error(source) => BackupError::io("lock", &lock_path, source),
        })?;
        for (name, file) in entries(path)? {
            if name.starts_with(UNFINISHED) {
                std::fs::remove_file(&file).map_err(|source| BackupError::io("remove", &file, source))?;
            }
        }
        Ok(Self { path: path.to_owned(), _lock: lock })
    }

    /// Where the keys file is.
    pub fn keys_file(&self) -> PathBuf {
        self.path.join(KEYS_FILE)
    }

    /// Begins a file that has no name yet.
    ///
    /// # Errors
    /// What the system answers.
    pub fn begin(&self, name: &str) -> Result<(File, Unfinished), BackupError> {
        let (path, target) = (self.path.join(format!("{UNFINISHED}{name}")), self.path.join(name));
        let file = open_own(OpenOptions::new().write(true).create_new(true), &path)?;
        Ok((file, Unfinished { path, target, is_named: false }))
    }

    /// Removes the oldest archives, so that `keep` are left. Gives how many went.
    ///
    /// # Errors
    /// What the system answers.
    pub fn prune(&self, keep: usize) -> Result<usize, BackupError> {
        let archives = archives(&self.path)?;
        let many = archives.len().saturating_sub(keep);
        for (_, path) in &archives[..many] {
            std::fs::remove_file(path).map_err(|source| BackupError::io("remove", path, source))?;
        }
        if many > 0 {
            sync(&self.path)?;
        }
        Ok(many)
    }
}

/// A file on its way to its name; it goes away when it does not get there.
#[derive(Debug)]
pub struct Unfinished {
    /// Where it is until then.
    pub path: PathBuf,
    target: PathBuf,
    is_named: bool,
}

impl Unfinished {
    /// Gives the file its name, in the place of what had it. It is written and on the disk already.
    ///
    /// # Errors
    /// What the system answers.
    pub fn name(mut self) -> Result<PathBuf, BackupError> {
        std::fs::rename(&self.path, &self.target).map_err(|source| BackupError::io("name", &self.target, source))?;
        self.is_named = true;
        sync(self.target.parent().unwrap_or(Path::new(".")))?;
        Ok(self.target.clone())
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !self.is_named {
            // The next backup into the folder clears it away otherwise.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// The name of an archive that was made at an instant.
pub fn archive_name(made_at: Timestamp) -> String {
    made_at.strftime(FORM).to_string()
}

/// The archives of a folder, oldest first, with when they were made.
///
/// # Errors
/// When the folder cannot be read.
pub fn archives(folder: &Path) -> Result<Vec<(Timestamp, PathBuf)>, BackupError> {
    let mut found: Vec<_> =
        entries(folder)?.into_iter().filter_map(|(name, path)| Some((made_at(&name)?, path))).collect();
    found.sort();
    Ok(found)
}

/// When an archive was made, by its name; none for what is none.
fn made_at(name: &str) -> Option<Timestamp> {
    let digits = name.strip_prefix("recourse-")?.strip_suffix(".backup")?;
    let at: Timestamp = digits.parse().ok()?;
    (archive_name(at) == name).then_some(at)
}

fn entries(folder: &Path) -> Result<Vec<(String, PathBuf)>, BackupError> {
    let failed = |source| BackupError::io("read the folder", folder, source);
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        found.extend(entry.file_name().into_string().ok().map(|name| (name, entry.path())));
    }
    Ok(found)
}

/// Opens a file to write, readable by its owner alone.
fn open_own(options: &mut OpenOptions, path: &Path) -> Result<File, BackupError> {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options.open(path).map_err(|source| BackupError::io("make", path, source))
}

/// Makes names themselves durable.
///
/// # Errors
/// What the system answers.
#[cfg(unix)]
pub fn sync(folder: &Path) -> Result<(), BackupError> {
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    synced.map_err(|source| BackupError::io("write", folder, source))
}

/// Elsewhere folders cannot be opened.
#[cfg(not(unix))]
pub fn sync(_: &Path) -> Result<(), BackupError> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + second).unwrap()
    }

    #[test]
    fn a_file_has_its_name_when_it_is_whole_and_the_oldest_archives_go() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("backups");
        let folder = Folder::take(&path).unwrap();
        assert!(matches!(Folder::take(&path), Err(BackupError::Busy(_))));
        for second in [3, 1, 2] {
            let (mut file, unfinished) = folder.begin(&archive_name(at(second))).unwrap();
            file.write_all(b"whole").unwrap();
            assert_eq!(archives(&path).unwrap().iter().filter(|(made, _)| *made == at(second)).count(), 0);
            unfinished.name().unwrap();
        }
        drop(folder.begin("given-up").unwrap());
        std::fs::write(path.join("recourse-notes.backup"), "not ours").unwrap();
        std::fs::write(path.join(format!("{UNFINISHED}of-one-that-was-killed")), "half").unwrap();
        let seconds = |path: &Path| archives(path).unwrap().into_iter().map(|(made, _)| made).collect::<Vec<_>>();
        assert_eq!(seconds(&path), [at(1), at(2), at(3)]);
        assert_eq!((folder.prune(2).unwrap(), folder.prune(5).unwrap()), (1, 0));
        assert_eq!(seconds(&path), [at(2), at(3)]);
        drop(folder);
        drop(Folder::take(&path).unwrap());
        // Two archives, the lock, and what is not ours.
        assert_eq!(std::fs::read_dir(&path).unwrap().count(), 4);
    }
}
