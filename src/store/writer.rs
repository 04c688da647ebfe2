//! The single writer of an SQLite database.
//!
//! SQLite has one writer at a time and a durable commit waits for the disk. So all changes go through one task that runs
//! the pieces of work that wait, each under a savepoint of its own, and commits them together: many callers share one
//! wait for the disk, and none hears of success before it is durable. Work that fails or panics is undone alone.
//!
//! Bulk work goes on before what it did is durable. Keys in no order, such as blind indexes, touch pages all over the file, and
//! each commit writes every page that was touched, so that a large file makes small commits slow. The writer therefore leaves
//! a transaction open for the next piece of bulk work, until it has grown large or anybody else waits.

use std::panic::AssertUnwindSafe;
use std::time::{Duration, Instant};

use futures::FutureExt;
use futures::future::BoxFuture;
use sea_orm::ConnectionTrait;
use sqlx::SqlitePool;
use tokio::sync::{mpsc, oneshot};

use super::error::{StoreError, StoreResult};
use super::tx::Tx;

/// Work of one caller: tells whether its effects are to be kept. The result itself waits with the caller.
pub(super) type Work = Box<dyn for<'a> FnOnce(&'a Tx) -> BoxFuture<'a, bool> + Send>;

/// A piece of work and whom to tell once it is durable.
pub(super) struct Job {
    pub(super) work: Work,
    pub(super) done: oneshot::Sender<StoreResult<()>>,
    /// Set for bulk work: whom to tell once it has run.
    pub(super) applied: Option<oneshot::Sender<()>>,
}

/// At most so many callers share a commit.
const GROUP_LIMIT: usize = 128;
/// No further work joins a group that has taken this long.
const GROUP_TIME: Duration = Duration::from_millis(10);
/// No further bulk work joins a transaction that has loaded so many rows.
const BULK_ROWS: u64 = 400_000;
/// How long a transaction waits for the next piece of bulk work.
const BULK_PATIENCE: Duration = Duration::from_millis(200);
/// Work that waits before callers are held back.
const QUEUE_LIMIT: usize = 1024;

/// Starts the writer; it ends when every sender is gone.
pub(super) fn start(pool: SqlitePool, mut last_number: i64) -> mpsc::Sender<Job> {
    let (sender, mut queue) = mpsc::channel::<Job>(QUEUE_LIMIT);
    tokio::spawn(async move {
        let mut left_over = None;
        loop {
            let first = match left_over.take() {
                Some(job) => job,
                None => match queue.recv().await {
                    Some(job) => job,
                    None => break,
                },
            };
            left_over = run_group(&pool, first, &mut queue, &mut last_number).await;
        }
        pool.close().await;
    });
    sender
}

/// Runs the pieces of work that go into one transaction. Gives back one that has to wait for the next.
async fn run_group(
    pool: &SqlitePool,
    first: Job,
    queue: &mut mpsc::Receiver<Job>,
    last_number: &mut i64,
) -> Option<Job> {
    let tx = match pool.begin_with("BEGIN IMMEDIATE").await {
        Ok(transaction) => Tx::sqlite(transaction),
        Err(error) => {
            tracing::error!(error = %StoreError::from(error), "the writer cannot begin a transaction");
            // The caller has gone away when this fails; there is nobody to tell.
            let _ = first.done.send(Err(StoreError::Unavailable));
            return None;
        }
    };
    let mut waiting = Vec::new();
    let mut next = Some(first);
    // Since when somebody waits for the commit.
    let mut awaited: Option<Instant> = None;
    let mut broken = false;
    while let Some(job) = next.take_if(|job| job.applied.is_none() || awaited.is_none()) {
        *last_number += 1;
        tx.set_number(*last_number);
        if job.applied.is_none() {
            awaited.get_or_insert_with(Instant::now);
        }
        let undone = run_one(&tx, job.work).await;
        waiting.push(job.done);
        if undone.is_err() {
            broken = true;
            break;
        }
        // Whoever gave bulk work may have gone away.
        let _ = job.applied.map(|applied| applied.send(()));
        next = match awaited {
            Some(since) if waiting.len() < GROUP_LIMIT && since.elapsed() < GROUP_TIME => queue.try_recv().ok(),
            None if tx.rows_loaded() < BULK_ROWS => {
                tokio::time::timeout(BULK_PATIENCE, queue.recv()).await.ok().flatten()
            }
            _ => None,
        };
    }
    let result = if broken { tx.rollback().await.and(Err(StoreError::Unavailable)) } else { tx.commit().await };
    if let Err(error) = &result {
        tracing::error!(error = %error, callers = waiting.len(), "a group of changes was not committed");
    }
    for done in waiting {
        let _ = done.send(if result.is_ok() { Ok(()) } else { Err(StoreError::Unavailable) });
    }
    next
}

/// Runs one piece of work under a savepoint. An error means that the transaction itself is unusable.
async fn run_one(tx: &Tx, work: Work) -> StoreResult<()> {
    tx.execute_unprepared("SAVEPOINT work").await?;
    let keep = match AssertUnwindSafe(work(tx)).catch_unwind().await {
        Ok(keep) => keep,
        Err(_) => {
            tracing::error!("a change panicked and was undone");
            false
        }
    };
    if !keep {
        tx.execute_unprepared("ROLLBACK TO work").await?;
    }
    tx.execute_unprepared("RELEASE work").await?;
    Ok(())
}
