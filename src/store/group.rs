//! What callers of SQLite's single writer hold: the result of their work, and word of when it is durable.

use std::sync::{Arc, Mutex, PoisonError};

use futures::future::BoxFuture;
use tokio::sync::{mpsc, oneshot};

use super::error::{StoreError, StoreResult};
use super::tx::Tx;
use super::writer::{Job, Work};

/// Where the result of work waits for its caller.
type Slot<T, E> = Arc<Mutex<Option<Result<T, E>>>>;

/// Tells when a change that was made ahead is durable.
pub struct Durable(Option<(oneshot::Receiver<StoreResult<()>>, mpsc::Sender<Job>)>);

impl Durable {
    /// Of a change that is durable.
    pub(super) fn already() -> Self {
        Self(None)
    }

    /// Whether it is durable by now. Nothing waits.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when it could not be committed: nothing of it is there.
    pub fn look(&mut self) -> StoreResult<bool> {
        let Some((done, _)) = &mut self.0 else { return Ok(true) };
        match done.try_recv() {
            Ok(committed) => {
                self.0 = None;
                committed.map(|()| true)
            }
            Err(oneshot::error::TryRecvError::Empty) => Ok(false),
            Err(oneshot::error::TryRecvError::Closed) => Err(StoreError::Unavailable),
        }
    }

    /// Has the transaction committed, and waits for it.
    ///
    /// # Errors
    /// As for [`Durable::look`].
    pub async fn wait(mut self) -> StoreResult<()> {
        if self.look()? {
            return Ok(());
        }
        let Some((done, sender)) = self.0 else { return Ok(()) };
        // Bulk work waits for more of its kind; anything else ends that.
        let nothing: Work = Box::new(|_| Box::pin(async { true }));
        let (job, _) = job(nothing, None);
        sender.send(job).await.map_err(|_| StoreError::Unavailable)?;
        done.await.unwrap_or(Err(StoreError::Unavailable))
    }
}

/// Runs work, and waits until it is durable.
pub(super) async fn write<T, E, F>(sender: &mpsc::Sender<Job>, work: F) -> Result<T, E>
where
    F: for<'a> FnOnce(&'a Tx) -> BoxFuture<'a, Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    let (work, slot) = boxed(work);
    let (job, durable) = job(work, None);
    sender.send(job).await.map_err(|_| StoreError::Unavailable)?;
    let committed = durable.await.unwrap_or(Err(StoreError::Unavailable));
    let value = take(&slot)?;
    committed.map(|()| value).map_err(E::from)
}

/// Runs work, and waits until it has run.
pub(super) async fn write_ahead<E, F>(sender: &mpsc::Sender<Job>, work: F) -> Result<Durable, E>
where
    F: for<'a> FnOnce(&'a Tx) -> BoxFuture<'a, Result<(), E>> + Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    let (work, slot) = boxed(work);
    let (applied, has_run) = oneshot::channel();
    let (job, durable) = job(work, Some(applied));
    sender.send(job).await.map_err(|_| StoreError::Unavailable)?;
    // Not told when the transaction itself broke.
    has_run.await.map_err(|_| StoreError::Unavailable)?;
    take(&slot).map(|()| Durable(Some((durable, sender.clone()))))
}

fn job(work: Work, applied: Option<oneshot::Sender<()>>) -> (Job, oneshot::Receiver<StoreResult<()>>) {
    let (done, durable) = oneshot::channel();
    (Job { work, done, applied }, durable)
}

fn boxed<T, E, F>(work: F) -> (Work, Slot<T, E>)
where
    F: for<'a> FnOnce(&'a Tx) -> BoxFuture<'a, Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let slot = Slot::default();
    let result = Arc::clone(&slot);
    let work: Work = Box::new(move |tx| {
        Box::pin(async move {
            let done = work(tx).await;
            let keep = done.is_ok();
            *result.lock().unwrap_or_else(PoisonError::into_inner) = Some(done);
            keep
        })
    });
    (work, slot)
}

/// The result; the work panicked when there is none.
fn take<T, E: From<StoreError>>(slot: &Slot<T, E>) -> Result<T, E> {
    let result = slot.lock().unwrap_or_else(PoisonError::into_inner).take();
    result.unwrap_or_else(|| Err(StoreError::Unavailable.into()))
}
