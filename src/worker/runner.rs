//! Runs each step in a task of its own.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures::FutureExt;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::service::Context;

use super::steps::{Step, steps};

/// After a failure, so that a database that is down is not hammered.
const AFTER_FAILURE: Duration = Duration::from_secs(2);

/// Starts all steps; see [`start_steps`].
pub fn start(context: Context, stop: CancellationToken) -> JoinHandle<()> {
    start_steps(context, steps(), stop)
}

/// Starts some steps; the handle ends once each has finished its present piece of work after `stop`.
pub fn start_steps(context: Context, steps: Vec<Step>, stop: CancellationToken) -> JoinHandle<()> {
    tokio::spawn(async move {
        let running: Vec<_> =
            steps.into_iter().map(|step| tokio::spawn(repeat(step, context.clone(), stop.clone()))).collect();
        for task in running {
            if task.await.is_err() {
                tracing::error!("a worker ended by a panic");
            }
        }
    })
}

async fn repeat(step: Step, context: Context, stop: CancellationToken) {
    while !stop.is_cancelled() {
        let pause = match AssertUnwindSafe((step.run)(context.clone())).catch_unwind().await {
            Ok(Ok(0)) => step.pause,
            Ok(Ok(done)) => {
                metrics::counter!("recourse_work_done", "step" => step.name).increment(done);
                continue;
            }
            Ok(Err(error)) => {
                tracing::error!(step = step.name, error = %error, "a step failed; it will be tried again");
                AFTER_FAILURE
            }
            Err(_) => {
                tracing::error!(step = step.name, "a step panicked; it will be tried again");
                AFTER_FAILURE
            }
        };
        tokio::select! {
            () = stop.cancelled() => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
}
