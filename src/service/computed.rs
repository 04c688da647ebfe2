//! Work that computes for long enough to keep other calls waiting.

use super::failure::{Failure, Outcome};

/// Runs work on a thread that may block.
///
/// # Errors
/// Those of the work; a defect when it panics.
pub(super) async fn computed<T: Send + 'static>(work: impl FnOnce() -> Outcome<T> + Send + 'static) -> Outcome<T> {
    tokio::task::spawn_blocking(work).await.map_err(|_| Failure::Defect("work on a thread of its own broke off"))?
}
