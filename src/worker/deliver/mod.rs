//! Sends what is due: one receiver at a time, as many of its messages at once as it takes.

pub(super) mod client;
mod send;

use crate::service::deliveries::Turn;
use crate::service::{Context, Failure, Outcome, deliveries};
use crate::store::StoreError;

/// One turn for one receiver. Tells how many messages it had.
pub(super) async fn deliver(context: Context) -> Outcome<u64> {
    let turn = match deliveries::begin(&context).await {
        Err(Failure::Store(StoreError::LeaseLost)) => return Ok(lost()),
        turn => turn?,
    };
    let Some(turn) = turn else { return Ok(0) };
    let settled = turn.settled;
    let results = tokio::select! {
        results = send::all(&context, &turn) => results,
        () = keep(&context, &turn) => return Ok(lost()),
    };
    match deliveries::finish(&context, &turn.claim, results).await {
        Err(Failure::Store(StoreError::LeaseLost)) => Ok(lost()),
        // A lane that was due without a message counts too: it has been put right.
        finished => Ok((finished? + settled).max(1)),
    }
}

/// Prolongs the lease of a turn for as long as its messages take. Ends only when the lease is lost.
async fn keep(context: &Context, turn: &Turn) {
    loop {
        tokio::time::sleep(context.settings.lease.unsigned_abs() / 3).await;
        match deliveries::prolong(context, &turn.claim).await {
            Err(Failure::Store(StoreError::LeaseLost)) => return,
            Err(error) => tracing::warn!(error = %error, "a lease could not be prolonged"),
            Ok(()) => {}
        }
    }
}

/// What lies in lanes without a receiver.
pub(super) async fn strand(context: Context) -> Outcome<u64> {
    deliveries::strand(&context).await
}

fn lost() -> u64 {
    tracing::warn!("a lease was lost; what was sent in that turn is sent again under the same id");
    1
}
