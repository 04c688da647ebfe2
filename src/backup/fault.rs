//! Why a backup cannot be written, read or used. Each text says what to do; none carries content.

use std::path::PathBuf;

use crate::crypto::SealError;

/// Why a backup cannot be written, read or used.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
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
    /// The file does not begin as a backup does.
    #[error("this is no backup, or one of a later version of the program")]
    NotABackup,
    /// It was sealed under a master key that is not in the key file.
    #[error(
        "the backup was sealed under the master key {0}, which is not in the key file; put that line back, or another key file"
    )]
    KeyMissing(u8),
    /// Another master key, a damaged header, or a damaged, moved or missing piece.
    #[error(
        "the backup does not open at byte {at}: it is damaged or cut off there, or was made with another master key; nothing of it is used"
    )]
    NotAuthentic {
        /// Where the piece begins that does not open.
        at: u64,
    },
    /// The sealed content is whole but says what it cannot.
    #[error("the backup contradicts itself: {0}")]
    Contradiction(String),
    /// The archive and the keys file do not belong together.
    #[error("{0}")]
    Unfit(String),
    /// Another backup into the folder is at work.
    #[error("another backup into {} is at work", .0.display())]
    Busy(PathBuf),
    /// The library refused.
    #[error(transparent)]
    Seal(SealError),
}

impl BackupError {
    pub(super) fn io(action: &'static str, path: &std::path::Path, source: std::io::Error) -> Self {
        Self::Io { action, path: path.to_owned(), source }
    }

    pub(super) fn contradiction(text: impl Into<String>) -> Self {
        Self::Contradiction(text.into())
    }
}
