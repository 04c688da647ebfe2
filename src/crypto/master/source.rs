//! Where the text of the master key comes from: a file, a variable of the environment, or a command such as a client of a key
//! service. Each gives the same text, that of a master key file.

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::{MasterKey, MasterKeyError, command, file};

/// Where the master key is read from. One of these, never several: which key opens a database must not depend on which of two
/// places answers first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MasterSource {
    /// A file, readable by its owner alone.
    File(PathBuf),
    /// The variable of this name.
    Variable(String),
    /// What a program writes to its standard output: its path and its arguments. No shell reads them.
    Command(Vec<String>),
}

impl MasterSource {
    /// Reads the keys. Waits for a command, half a minute at most.
    ///
    /// # Errors
    /// [`MasterKeyError::Missing`] for a file that is not there, [`MasterKeyError::NotSet`], [`MasterKeyError::Command`],
    /// [`MasterKeyError::OpenToOthers`], [`MasterKeyError::Malformed`], [`MasterKeyError::Io`].
    pub fn load(&self) -> Result<MasterKey, MasterKeyError> {
        let text = match self {
            Self::File(path) => file::read(path)?,
            Self::Variable(name) => std::env::var(name)
                .map(zeroize::Zeroizing::new)
                .map_err(|_| MasterKeyError::NotSet { name: name.clone() })?,
            Self::Command(words) => {
                command::output(words).map_err(|reason| MasterKeyError::Command { place: self.to_string(), reason })?
            }
        };
        MasterKey::parse(&text, self)
    }

    /// The file, when it is one.
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Variable(_) | Self::Command(_) => None,
        }
    }

    /// When the file was last written; none for what is no file, which does not tell.
    pub fn written(&self) -> Option<SystemTime> {
        std::fs::metadata(self.file()?).and_then(|metadata| metadata.modified()).ok()
    }
}

/// Names the place for an operator. Of a command the program alone: arguments may name what is nobody's business.
impl fmt::Display for MasterSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "the master key file {}", path.display()),
            Self::Variable(name) => write!(f, "the master key in the environment variable {name}"),
            Self::Command(words) => {
                write!(f, "the master key from the command {}", words.first().map_or("", String::as_str))
            }
        }
    }
}
