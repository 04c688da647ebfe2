//! Sends what is due: one receiver at a time, as many of its messages at once as it takes.

mod client;
mod send;

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
    let results = send::all(&context, &turn).await;
    match deliveries::finish(&context, &turn.claim, results).await {
        Err(Failure::Store(StoreError::LeaseLost)) => Ok(lost()),
        // A lane that was due without a message counts too: it has been put right.
        finished => Ok((finished? + settled).max(1)),
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
