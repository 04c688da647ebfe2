//! Why a backup or a restore was not done. Each text says what to do.

use crate::backup::BackupError;
use crate::crypto::master::MasterKeyError;
use crate::service::failure::Failure;
use crate::store::StoreError;

/// Shorthand of the use cases of backups.
pub type BackupOutcome<T> = Result<T, BackupFailure>;

/// A backup or a restore was not done.
#[derive(Debug, thiserror::Error)]
pub enum BackupFailure {
    /// The files.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The master key does not fit the database.
    #[error(transparent)]
    MasterKey(#[from] MasterKeyError),
    /// A use case failed.
    #[error(transparent)]
    Service(#[from] Failure),
    /// The database is not in a state for it.
    #[error("{0}")]
    Unfit(&'static str),
    /// What is there is not what was written.
    #[error("what is there is not what was written: {0}")]
    Differs(String),
}
