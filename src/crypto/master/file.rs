//! The text of a master key file, and the safe making of one.
//!
//! ```text
//! recourse master keys, format 1
//! # lines that start with # are comments
//! 1 <44 characters: 32 bytes in base64>
//! ```

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::{Entry, MasterKeyError, MasterSource};
use crate::crypto::encoding::{exactly, from_base64, random_array, to_base64, to_base64url};
use crate::ports::Random;

const FIRST_LINE: &str = "recourse master keys, format 1";

/// Far above any real file: 255 keys have less than 16 KiB.
pub(super) const MAX_BYTES: u64 = 64 * 1024;

pub(super) fn render(entries: &[Entry]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(1024));
    text.push_str(FIRST_LINE);
    text.push_str(
        "\n# Whoever has this file and the database can read all personal data in it; without this file nobody can.\n\
         # Keep a copy where the backups of the database are not kept.\n",
    );
    for entry in entries {
        text.push_str(&line(entry));
    }
    text
}

/// The line of one key, with its end.
pub(super) fn line(entry: &Entry) -> Zeroizing<String> {
    let key = Zeroizing::new(to_base64(entry.bytes.as_slice()));
    Zeroizing::new(format!("{} {}\n", entry.id, *key))
}

/// Reads the text of a key file; an error is a line number and a reason.
pub(super) fn parse(text: &str) -> Result<Vec<Entry>, (usize, &'static str)> {
    let mut lines = text.lines().enumerate().map(|(index, line)| (index + 1, line.trim()));
    if !matches!(lines.next(), Some((_, FIRST_LINE))) {
        return Err((1, "this is not a master key file, or of a later format"));
    }
    let mut entries: Vec<Entry> = Vec::new();
    let mut last = 1;
    for (number, line) in lines {
        last = number;
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (id, key) = line.split_once(' ').ok_or((number, "a key is an id, a space and 32 bytes in base64"))?;
        let id: u8 =
            id.parse().ok().filter(|id| *id > 0).ok_or((number, "the id of a key is a number from 1 to 255"))?;
        if entries.iter().any(|entry| entry.id == id) {
            return Err((number, "this id stands twice"));
        }
        let bytes = from_base64(key.trim()).and_then(|bytes| exactly(bytes.to_vec()));
        entries.push(Entry { id, bytes: bytes.ok_or((number, "a key is 32 bytes in base64"))? });
    }
    if entries.is_empty() {
        return Err((last, "there is no key in the file"));
    }
    entries.sort_by_key(|entry| entry.id);
    Ok(entries)
}

pub(super) fn read(path: &Path) -> Result<Zeroizing<String>, MasterKeyError> {
    let file = File::open(path).map_err(|source| match source.kind() {
        ErrorKind::NotFound => MasterKeyError::Missing { path: path.to_owned() },
        _ => io("open", path, source),
    })?;
    let metadata = file.metadata().map_err(|source| io("look at", path, source))?;
    let malformed =
        |reason| MasterKeyError::Malformed { place: MasterSource::File(path.to_owned()).to_string(), line: 1, reason };
    if !metadata.is_file() {
        return Err(malformed("this is not a file"));
    }
    refuse_open_to_others(path, &metadata)?;
    let mut text = Zeroizing::new(String::with_capacity(4096));
    match file.take(MAX_BYTES + 1).read_to_string(&mut text) {
        Ok(_) if text.len() as u64 > MAX_BYTES => Err(malformed("this is not a master key file, it is too large")),
        Ok(_) => Ok(text),
        Err(source) if source.kind() == ErrorKind::InvalidData => {
            Err(malformed("this is not a master key file, it is not text"))
        }
        Err(source) => Err(io("read", path, source)),
    }
}

/// Writes a new file beside its place and then gives it its name, which fails when the name is taken: readers see the whole
/// file or none, and of two processes one wins.
pub(super) fn write_new(path: &Path, text: &str, random: &dyn Random) -> Result<(), MasterKeyError> {
    let directory = directory_of(path);
    create_directory(directory)?;
    let temporary = temporary_in(directory, random);
    let written = write_synced(&temporary, text).and_then(|()| {
        std::fs::hard_link(&temporary, path).map_err(|source| match source.kind() {
            ErrorKind::AlreadyExists => MasterKeyError::AlreadyExists { path: path.to_owned() },
            _ => io("create", path, source),
        })
    });
    let removed = std::fs::remove_file(&temporary).map_err(|source| io("remove", &temporary, source));
    written?;
    removed?;
    sync_directory(directory)
}

/// Puts another text into the place of a file. Readers see the one or the other, whole, and so does whoever comes after a crash.
pub(super) fn replace(path: &Path, text: &str, random: &dyn Random) -> Result<(), MasterKeyError> {
    let directory = directory_of(path);
    let temporary = temporary_in(directory, random);
    write_synced(&temporary, text)?;
    std::fs::rename(&temporary, path).map_err(|source| io("replace", path, source))?;
    sync_directory(directory)
}

fn directory_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn temporary_in(directory: &Path, random: &dyn Random) -> PathBuf {
    directory.join(format!(".master-key-{}.new", to_base64url(random_array::<12>(random).as_slice())))
}

fn write_synced(path: &Path, text: &str) -> Result<(), MasterKeyError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(|source| io("create", path, source))?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(|source| io("write", path, source))
}

fn create_directory(directory: &Path) -> Result<(), MasterKeyError> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(directory).map_err(|source| io("create the directory", directory, source))
}

/// Makes the new name itself durable.
#[cfg(unix)]
fn sync_directory(directory: &Path) -> Result<(), MasterKeyError> {
    File::open(directory).and_then(|opened| opened.sync_all()).map_err(|source| io("write", directory, source))
}

#[cfg(not(unix))]
fn sync_directory(_: &Path) -> Result<(), MasterKeyError> {
    Ok(())
}

#[cfg(unix)]
fn refuse_open_to_others(path: &Path, metadata: &std::fs::Metadata) -> Result<(), MasterKeyError> {
    let mode = std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o777;
    if mode & 0o077 == 0 { Ok(()) } else { Err(MasterKeyError::OpenToOthers { path: path.to_owned(), mode }) }
}

/// Elsewhere the directory of the user guards the file.
#[cfg(not(unix))]
fn refuse_open_to_others(_: &Path, _: &std::fs::Metadata) -> Result<(), MasterKeyError> {
    Ok(())
}

fn io(action: &'static str, path: &Path, source: std::io::Error) -> MasterKeyError {
    MasterKeyError::Io { action, path: path.to_owned(), source }
}
