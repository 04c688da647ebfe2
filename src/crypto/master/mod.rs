//! The master key, which lives outside the database: in a file, in the environment, or behind a command.
//!
//! The database keeps only keys wrapped under it and a *check value*, so that a start with the wrong file is refused before
//! anything is written. There may be several keys: the one seals whose check value the database keeps, the others still open what
//! they sealed and may be there before they seal, which is how a master key is replaced while every process goes on.

mod command;
mod file;
mod source;

use aws_lc_rs::constant_time::verify_slices_are_equal;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use zeroize::Zeroizing;

use super::encoding::{from_base64url, random_array, to_base64url};
use super::keyring::{Key, KeyBytes, SealError, Sealer, derive, key_version};
use super::stream::{SALT_LEN, StreamKey};
use crate::ports::Random;

pub use source::MasterSource;

/// Why there is no usable master key. Each text tells the operator what to do; none carries a key.
#[derive(Debug, thiserror::Error)]
pub enum MasterKeyError {
    /// There is no file at this path.
    #[error("the master key file {} does not exist", path.display())]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A database exists, and the file with its key does not. A new key would not open it.
    #[error(
        "a database exists but its master key file {} is missing; put the file back from where it is kept: \
         without it the personal data in the database cannot be read, and a new key does not help",
        path.display()
    )]
    DatabaseWithoutKey {
        /// Where the file was looked for.
        path: PathBuf,
    },
    /// Something is at this path already, and it is never overwritten.
    #[error("{} exists already and is not overwritten", path.display())]
    AlreadyExists {
        /// The path.
        path: PathBuf,
    },
    /// Other users of the machine may read or change the file.
    #[error(
        "the master key file {} is open to other users (mode {mode:03o}); restrict it with: chmod 600 {}",
        path.display(), path.display()
    )]
    OpenToOthers {
        /// The path.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The variable that is to hold the keys is not set, or not text.
    #[error("the environment variable {name}, which is to hold the master key, is not set")]
    NotSet {
        /// Its name.
        name: String,
    },
    /// The command that is to give the keys did not.
    #[error("{place} cannot be had: {reason}")]
    Command {
        /// The place.
        place: String,
        /// What went wrong, without anything that the command said.
        reason: String,
    },
    /// All 255 ids are taken.
    #[error("every id from 1 to 255 is taken; take the lines out of keys that seal nothing any more")]
    Full,
    /// What was read is not the text of a master key file of a known version.
    #[error("{place} is not readable: line {line}: {reason}")]
    Malformed {
        /// The place.
        place: String,
        /// Line number, from 1.
        line: usize,
        /// What is wrong with it, without its content.
        reason: &'static str,
    },
    /// The file is sound but belongs to another database.
    #[error("this master key does not belong to this database (the database was made with key {key_id})")]
    WrongKey {
        /// Id of the key the database was made with.
        key_id: u8,
    },
    /// The check value stored in the database is not one.
    #[error("the check value of the master key in the database is malformed")]
    MalformedCheckValue,
    /// The operating system refused.
    #[error("cannot {action} {}: {source}", path.display())]
    Io {
        /// What was tried.
        action: &'static str,
        /// On which path.
        path: PathBuf,
        /// What the system answered.
        source: std::io::Error,
    },
    /// The library refused a derivation.
    #[error(transparent)]
    Seal(#[from] SealError),
}

/// One key of the file.
struct Entry {
    id: u8,
    bytes: KeyBytes,
}

/// The keys of the master key file.
#[derive(Clone)]
pub struct MasterKey {
    /// In the order of their ids; never empty.
    entries: Arc<[Entry]>,
    /// Id of the one that seals, which is among them. The newest, until a database tells which it is sealed with.
    sealing: u8,
}

const WRAPPING: &str = "organisation keys";
const INSTANCE: &str = "instance secrets";
const CHECK: &str = "check value";

impl MasterKey {
    /// A key that is only in memory: for tests and for [`create_new`](Self::create_new).
    pub fn generate(random: &dyn Random) -> Self {
        Self::of(vec![Entry { id: 1, bytes: random_array(random) }])
    }

    /// Makes a new key and its file, readable by its owner alone. The file is complete on disk when this returns, and never
    /// replaces another one, also when two processes start at once.
    ///
    /// # Errors
    /// [`MasterKeyError::AlreadyExists`] and [`MasterKeyError::Io`].
    pub fn create_new(path: &Path, random: &dyn Random) -> Result<Self, MasterKeyError> {
        let master = Self::generate(random);
        file::write_new(path, &file::render(&master.entries), random)?;
        Ok(master)
    }

    /// The text of a file with one new key, to be kept where no file is.
    pub fn new_text(random: &dyn Random) -> Zeroizing<String> {
        file::render(&Self::generate(random).entries)
    }

    /// Adds a new key to a file, under the next id, and leaves all else in it as it is. It opens nothing yet: what it is for
    /// begins when the database is told to seal with it. Gives the id.
    ///
    /// # Errors
    /// As [`load`](Self::load), and [`MasterKeyError::Full`] when every id is taken.
    pub fn add_to_file(path: &Path, random: &dyn Random) -> Result<u8, MasterKeyError> {
        let known = Self::load(path)?;
        let mut text = file::read(path)?;
        let (id, line) = known.new_line(random)?;
        if !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(&line);
        file::replace(path, &text, random)?;
        Ok(id)
    }

    /// A line with a new key under the next id, to be added where no file is. Gives the id too.
    ///
    /// # Errors
    /// [`MasterKeyError::Full`] when every id is taken.
    pub fn new_line(&self, random: &dyn Random) -> Result<(u8, Zeroizing<String>), MasterKeyError> {
        let is_free = |id: &u8| self.entries.iter().all(|entry| entry.id != *id);
        // After the last id come those of keys that were taken out.
        let id = self.highest().checked_add(1).or_else(|| (1..=u8::MAX).find(is_free)).ok_or(MasterKeyError::Full)?;
        Ok((id, file::line(&Entry { id, bytes: random_array(random) })))
    }

    /// The highest id, which is that of the newest key until ids begin anew.
    pub fn highest(&self) -> u8 {
        self.entries.last().map_or(0, |entry| entry.id)
    }

    /// Reads the file, if nobody but its owner can.
    ///
    /// # Errors
    /// [`MasterKeyError::Missing`], [`MasterKeyError::OpenToOthers`], [`MasterKeyError::Malformed`], [`MasterKeyError::Io`].
    pub fn load(path: &Path) -> Result<Self, MasterKeyError> {
        MasterSource::File(path.to_owned()).load()
    }

    fn parse(text: &str, source: &MasterSource) -> Result<Self, MasterKeyError> {
        let malformed = |(line, reason)| MasterKeyError::Malformed { place: source.to_string(), line, reason };
        Ok(Self::of(file::parse(text).map_err(malformed)?))
    }

    fn of(entries: Vec<Entry>) -> Self {
        let sealing = entries.last().map_or(0, |entry| entry.id);
        Self { entries: entries.into(), sealing }
    }

    /// What a database stores to recognise its master key. It reveals nothing about the key.
    ///
    /// # Errors
    /// [`MasterKeyError::Seal`], which does not happen with a sound library.
    pub fn check_value(&self) -> Result<String, MasterKeyError> {
        let entry = self.current();
        Ok(format!("{}.{}", entry.id, to_base64url(&derive(&entry.bytes, CHECK)?[..16])))
    }

    /// The check value of one of the keys.
    ///
    /// # Errors
    /// [`MasterKeyError::WrongKey`] when there is none with this id.
    pub fn check_value_of(&self, id: u8) -> Result<String, MasterKeyError> {
        if !self.has(id) {
            return Err(MasterKeyError::WrongKey { key_id: id });
        }
        Self { entries: self.entries.clone(), sealing: id }.check_value()
    }

    /// Whether there is a key with this id.
    pub fn has(&self, id: u8) -> bool {
        self.entries.iter().any(|entry| entry.id == id)
    }

    /// Ids of the keys that do not seal.
    pub fn others(&self) -> Vec<u8> {
        self.entries.iter().map(|entry| entry.id).filter(|id| *id != self.sealing).collect()
    }

    /// Id of the key that seals.
    pub fn sealing(&self) -> u8 {
        self.sealing
    }

    /// The same keys, of which the one seals that the database names by its check value.
    ///
    /// # Errors
    /// As [`verify_check_value`](Self::verify_check_value).
    pub fn as_told_by(&self, stored: &str) -> Result<Self, MasterKeyError> {
        let sealing = self.verify_check_value(stored)?;
        Ok(Self { entries: self.entries.clone(), sealing })
    }

    /// Whether this is the master key of the database that stored this check value. Gives the id of the key it names.
    ///
    /// # Errors
    /// [`MasterKeyError::WrongKey`] and [`MasterKeyError::MalformedCheckValue`].
    pub fn verify_check_value(&self, stored: &str) -> Result<u8, MasterKeyError> {
        let (key_id, value) = stored.split_once('.').ok_or(MasterKeyError::MalformedCheckValue)?;
        let key_id: u8 = key_id.parse().map_err(|_| MasterKeyError::MalformedCheckValue)?;
        let value = from_base64url::<16>(value).ok_or(MasterKeyError::MalformedCheckValue)?;
        let entry = self.entries.iter().find(|entry| entry.id == key_id).ok_or(MasterKeyError::WrongKey { key_id })?;
        verify_slices_are_equal(&derive(&entry.bytes, CHECK)?[..16], value.as_slice())
            .map(|()| key_id)
            .map_err(|_| MasterKeyError::WrongKey { key_id })
    }

    /// Seals and opens secrets of the instance.
    ///
    /// # Errors
    /// [`SealError::Refused`], which does not happen with a sound library.
    pub fn sealer(&self) -> Result<Sealer, SealError> {
        // The one that seals comes last.
        let (sealing, others): (Vec<_>, Vec<_>) = self.entries.iter().partition(|entry| entry.id == self.sealing);
        let keys = others.into_iter().chain(sealing).map(|entry| Key::new(entry.id, &derive(&entry.bytes, INSTANCE)?));
        Ok(Sealer::new(keys.collect::<Result<_, _>>()?))
    }

    /// The key that wraps organisation keys now.
    pub(super) fn wrapping_key(&self) -> Result<Key, SealError> {
        let entry = self.current();
        Key::new(entry.id, &derive(&entry.bytes, WRAPPING)?)
    }

    /// The key that wrapped this organisation key.
    pub(super) fn wrapping_key_for(&self, wrapped: &[u8]) -> Result<Key, SealError> {
        let id = key_version(wrapped)?;
        let entry = self.entries.iter().find(|entry| entry.id == id).ok_or(SealError::UnknownKey(id))?;
        Key::new(entry.id, &derive(&entry.bytes, WRAPPING)?)
    }

    /// The key of a file that is sealed in pieces, under the master key with this id.
    ///
    /// # Errors
    /// [`SealError::UnknownKey`] when that key is not in the key file.
    pub fn stream_key(&self, id: u8, salt: &[u8; SALT_LEN]) -> Result<StreamKey, SealError> {
        let entry = self.entries.iter().find(|entry| entry.id == id).ok_or(SealError::UnknownKey(id))?;
        StreamKey::new(&entry.bytes, salt)
    }

    fn current(&self) -> &Entry {
        let sealing = self.entries.iter().find(|entry| entry.id == self.sealing);
        sealing.expect("a key file without keys is not parsed, and the key that seals is one of them")
    }
}

impl std::fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MasterKey").field("current", &self.current().id).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
