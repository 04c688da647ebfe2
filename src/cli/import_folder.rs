//! Reads a folder of directory records from disk, file by file.
//!
//! The folder is either a checkout of the open directory, with `companies` and `obsolete-records` in it, or holds the
//! records itself. Only regular files that end in `.json` are read; links are not followed, so that a folder from outside
//! cannot reach out of itself. A file that cannot be read is told like any other refusal and stops nothing.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::ingest::directory::parse::{FILE_BYTES_MAX, too_large};
use crate::ingest::directory::{RecordProblem, RefusalReason, SourceFile};

/// Folders of records inside a checkout of the open directory.
const RECORD_FOLDERS: [&str; 2] = ["companies", "obsolete-records"];
/// Most files taken from one folder; the open directory has some thousands.
const FILES_MAX: usize = 100_000;

/// Why a folder cannot be read at all.
#[derive(Debug, Error)]
pub enum FolderError {
    /// It is not there, or may not be read.
    #[error("the folder cannot be read")]
    Unreadable(#[source] io::Error),
    /// It holds far more files than a directory of controllers.
    #[error("the folder has more than {FILES_MAX} files")]
    TooManyFiles,
    /// There is no record in it.
    #[error("the folder has no .json file, and neither `companies` nor `obsolete-records` in it")]
    NoRecords,
}

/// Lists the records of a folder in order of their paths and reads each when its turn comes, so that one file at a time is
/// in memory. Blocks; call it where blocking is allowed.
///
/// # Errors
///
/// The folder itself cannot be listed, holds nothing, or holds too much.
pub fn read_folder(root: &Path) -> Result<impl Iterator<Item = SourceFile> + use<>, FolderError> {
    let mut files = Vec::new();
    let mut has_record_folders = false;
    for name in RECORD_FOLDERS {
        let folder = root.join(name);
        if fs::symlink_metadata(&folder).is_ok_and(|metadata| metadata.is_dir()) {
            has_record_folders = true;
            list(&folder, &format!("{name}/"), &mut files)?;
        }
    }
    if !has_record_folders {
        list(root, "", &mut files)?;
    }
    if files.is_empty() {
        return Err(FolderError::NoRecords);
    }
    files.sort();
    Ok(files.into_iter().map(|(path, file)| SourceFile { path, content: read(&file) }))
}

fn list(folder: &Path, prefix: &str, files: &mut Vec<(String, PathBuf)>) -> Result<(), FolderError> {
    for item in fs::read_dir(folder).map_err(FolderError::Unreadable)? {
        let item = item.map_err(FolderError::Unreadable)?;
        let name = item.file_name().to_string_lossy().into_owned();
        if !name.ends_with(".json") || name.starts_with('.') {
            continue;
        }
        if files.len() == FILES_MAX {
            return Err(FolderError::TooManyFiles);
        }
        files.push((format!("{prefix}{name}"), item.path()));
    }
    Ok(())
}

/// Reads one file, whole.
fn read(path: &Path) -> Result<Vec<u8>, RecordProblem> {
    let unreadable = |_| RecordProblem::whole(RefusalReason::Unreadable, "the file cannot be read");
    let listed = fs::symlink_metadata(path).map_err(unreadable)?;
    if listed.is_symlink() {
        return Err(RecordProblem::whole(RefusalReason::SymbolicLink, "links are not followed"));
    }
    if !listed.is_file() {
        return Err(RecordProblem::whole(RefusalReason::NotAFile, "is not a regular file"));
    }
    if listed.len() > FILE_BYTES_MAX {
        return Err(too_large());
    }
    let file = File::open(path).map_err(unreadable)?;
    if !is_same_file(&listed, &file.metadata().map_err(unreadable)?) {
        return Err(RecordProblem::whole(RefusalReason::Unreadable, "the file changed while it was read"));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(listed.len()).unwrap_or_default());
    // One byte more than allowed shows a file that grew since it was listed.
    file.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > FILE_BYTES_MAX {
        return Err(too_large());
    }
    Ok(bytes)
}

/// Whether what was opened is what was listed, and not a link put in its place in between.
#[cfg(unix)]
fn is_same_file(listed: &fs::Metadata, opened: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (listed.dev(), listed.ino()) == (opened.dev(), opened.ino())
}

/// Where files have no number, an open file must at least be a regular one.
#[cfg(not(unix))]
fn is_same_file(_: &fs::Metadata, opened: &fs::Metadata) -> bool {
    opened.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for (path, bytes) in files {
            let path = root.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        root
    }

    fn reasons(root: &Path) -> Vec<(String, Option<RefusalReason>)> {
        let files = read_folder(root).unwrap();
        files.map(|file| (file.path, file.content.err().map(|problem| problem.reason))).collect()
    }

    #[test]
    fn a_checkout_is_read_by_its_record_folders_in_order() {
        let root = folder(&[
            ("obsolete-records/old.json", b"{}"),
            ("companies/b.json", b"{}"),
            ("companies/a.json", b"{}"),
            ("companies/README.md", b""),
            ("companies/.hidden.json", b""),
            ("companies/deeper/c.json", b"{}"),
            ("supervisory-authorities/sa.json", b"{}"),
            ("schema.json", b"{}"),
        ]);
        let paths: Vec<_> = reasons(root.path()).into_iter().map(|(path, _)| path).collect();
        assert_eq!(paths, ["companies/a.json", "companies/b.json", "obsolete-records/old.json"]);
    }

    #[test]
    fn a_flat_folder_is_read_itself() {
        let root = folder(&[("b.json", b"2"), ("a.json", b"1"), ("notes.txt", b"")]);
        let files: Vec<_> = read_folder(root.path()).unwrap().map(|file| (file.path, file.content.unwrap())).collect();
        assert_eq!(files, [("a.json".into(), b"1".to_vec()), ("b.json".into(), b"2".to_vec())]);
    }

    #[test]
    fn what_is_no_plain_small_file_is_refused_alone() {
        let at_limit = vec![b' '; usize::try_from(FILE_BYTES_MAX).unwrap()];
        let over = [&at_limit[..], b" "].concat();
        let root = folder(&[("fits.json", &at_limit), ("large.json", &over), ("folder.json/x.txt", b"")]);
        let mut expected = vec![
            ("fits.json".to_owned(), None),
            ("folder.json".to_owned(), Some(RefusalReason::NotAFile)),
            ("large.json".to_owned(), Some(RefusalReason::FileTooLarge)),
        ];
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(root.path().join("fits.json"), root.path().join("link.json")).unwrap();
            std::os::unix::fs::symlink("/nowhere", root.path().join("lost.json")).unwrap();
            expected.push(("link.json".to_owned(), Some(RefusalReason::SymbolicLink)));
            expected.push(("lost.json".to_owned(), Some(RefusalReason::SymbolicLink)));
        }
        assert_eq!(reasons(root.path()), expected);
    }

    #[cfg(unix)]
    #[test]
    fn a_linked_record_folder_is_not_entered() {
        let elsewhere = folder(&[("a.json", b"{}")]);
        let root = folder(&[("own.json", b"{}")]);
        std::os::unix::fs::symlink(elsewhere.path(), root.path().join("companies")).unwrap();
        assert_eq!(reasons(root.path()), [("own.json".to_owned(), None)]);
    }

    #[test]
    fn a_folder_without_records_is_an_error() {
        let root = folder(&[("notes.txt", b"")]);
        assert!(matches!(read_folder(root.path()).err(), Some(FolderError::NoRecords)));
        assert!(matches!(read_folder(&root.path().join("absent")).err(), Some(FolderError::Unreadable(_))));
    }
    #[test]
    fn a_checkout_of_the_open_directory_is_read_whole() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/datenanfragen");
        if !root.is_dir() {
            eprintln!("NOT TESTED: no records of the open directory at {}", root.display());
            return;
        }
        let files: Vec<_> = read_folder(&root).unwrap().collect();
        assert_eq!(files.len(), 326);
        assert!(files.iter().all(|file| file.content.is_ok()));
        assert!(files.is_sorted_by(|a, b| a.path < b.path));
    }
}
