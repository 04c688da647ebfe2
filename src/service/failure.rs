//! How a use case can fail, and what the caller is told.

use crate::crypto::SealError;
use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::store::StoreError;

/// Shorthand of the use cases.
pub type Outcome<T> = Result<T, Failure>;

/// A use case did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The caller asked for something that cannot be.
    #[error("{0}")]
    Refused(#[from] Problem),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Stored data could not be opened or sealed.
    #[error(transparent)]
    Crypto(#[from] SealError),
    /// Something that the program rules out has happened. The text is for the log.
    #[error("defect: {0}")]
    Defect(&'static str),
}

impl From<Code> for Failure {
    fn from(code: Code) -> Self {
        Self::Refused(code.into())
    }
}

impl Failure {
    /// What the caller is told. Failures of ours are logged here, once, and told without their details.
    pub fn into_problem(self) -> Problem {
        match self {
            Self::Refused(problem) => problem,
            Self::Store(StoreError::Stale) => Code::VersionConflict.into(),
            Self::Store(StoreError::Unavailable) => Code::Unavailable.into(),
            other => {
                tracing::error!(error = %other, "a use case failed");
                Code::Internal.into()
            }
        }
    }
}
