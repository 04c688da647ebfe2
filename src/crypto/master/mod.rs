//! The master key, which lives in a file outside the database.
//!
//! The database keeps only keys wrapped under it and a *check value*, so that a start with the wrong file is refused before
//! anything is written. Its file may hold several keys: the one with the highest id seals, the others still open what they
//! sealed, which is how a master key is replaced.

mod file;

use aws_lc_rs::constant_time::verify_slices_are_equal;
use std::path::{Path, PathBuf};

use super::encoding::{from_base64url, random_array, to_base64url};
use super::keyring::{Key, KeyBytes, SealError, Sealer, derive, key_version};
use super::stream::{SALT_LEN, StreamKey};
use crate::ports::Random;

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
    /// The file is not a master key file of a known version.
    #[error("the master key file {} is not readable: line {line}: {reason}", path.display())]
    Malformed {
        /// The path.
        path: PathBuf,
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
pub struct MasterKey {
    /// In the order of their ids; never empty; the last one seals.
    entries: Vec<Entry>,
}

const WRAPPING: &str = "organisation keys";
const INSTANCE: &str = "instance secrets";
const CHECK: &str = "check value";

impl MasterKey {
    /// A key that is only in memory: for tests and for [`create_new`](Self::create_new).
    pub fn generate(random: &dyn Random) -> Self {
        Self { entries: vec![Entry { id: 1, bytes: random_array(random) }] }
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

    /// Reads the file, if nobody but its owner can.
    ///
    /// # Errors
    /// [`MasterKeyError::Missing`], [`MasterKeyError::OpenToOthers`], [`MasterKeyError::Malformed`], [`MasterKeyError::Io`].
    pub fn load(path: &Path) -> Result<Self, MasterKeyError> {
        let text = file::read(path)?;
        let entries = file::parse(&text).map_err(|(line, reason)| MasterKeyError::Malformed {
            path: path.to_owned(),
            line,
            reason,
        })?;
        Ok(Self { entries })
    }

    /// What a database stores to recognise its master key. It reveals nothing about the key.
    ///
    /// # Errors
    /// [`MasterKeyError::Seal`], which does not happen with a sound library.
    pub fn check_value(&self) -> Result<String, MasterKeyError> {
        let entry = self.current();
        Ok(format!("{}.{}", entry.id, to_base64url(&derive(&entry.bytes, CHECK)?[..16])))
    }

    /// Whether this is the master key of the database that stored this check value.
    ///
    /// # Errors
    /// [`MasterKeyError::WrongKey`] and [`MasterKeyError::MalformedCheckValue`].
    pub fn verify_check_value(&self, stored: &str) -> Result<(), MasterKeyError> {
        let (key_id, value) = stored.split_once('.').ok_or(MasterKeyError::MalformedCheckValue)?;
        let key_id: u8 = key_id.parse().map_err(|_| MasterKeyError::MalformedCheckValue)?;
        let value = from_base64url::<16>(value).ok_or(MasterKeyError::MalformedCheckValue)?;
        let entry = self.entries.iter().find(|entry| entry.id == key_id).ok_or(MasterKeyError::WrongKey { key_id })?;
        verify_slices_are_equal(&derive(&entry.bytes, CHECK)?[..16], value.as_slice())
            .map_err(|_| MasterKeyError::WrongKey { key_id })
    }

    /// Seals and opens secrets of the instance.
    ///
    /// # Errors
    /// [`SealError::Refused`], which does not happen with a sound library.
    pub fn sealer(&self) -> Result<Sealer, SealError> {
        let keys: Result<Vec<_>, _> =
            self.entries.iter().map(|entry| Key::new(entry.id, &derive(&entry.bytes, INSTANCE)?)).collect();
        Ok(Sealer::new(keys?))
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

    /// The id of the key that seals now.
    pub fn newest_id(&self) -> u8 {
        self.current().id
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
        self.entries.last().expect("a key file without keys is not parsed, and a generated one has a key")
    }
}

impl std::fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MasterKey").field("current", &self.current().id).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
