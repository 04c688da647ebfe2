//! Messages on their way: taken under a lease, checked against the mandates at that moment, settled by what came back.
//!
//! [`begin`] is everything before sending, [`finish`] everything after; between them a worker talks to the network, outside
//! of any transaction. What cannot be sent becomes a task, never silence.

mod begin;
mod finish;
mod leave;
mod message;
mod pace;
mod receipts;
mod resend;
mod strand;
mod trouble;

pub use begin::{Turn, begin};
pub use finish::{Ended, finish};
pub use message::Outgoing;
pub use resend::resend;
pub use strand::strand;

pub(crate) use leave::{Leaving, leave};
pub(crate) use receipts::deliver_receipts;
pub(crate) use trouble::Trouble;

use crate::store::{Claim, StoreError};

use super::context::Context;
use super::failure::{Failure, Outcome};

/// Requests of a bundle that are moved in one transaction.
const CHUNK: u64 = 500;
/// How often a transaction is tried again when a request has moved meanwhile.
const TRIES: usize = 5;

/// Prolongs the lease of a turn while its messages are sent.
///
/// # Errors
/// [`StoreError::LeaseLost`] when another worker has the receiver.
pub async fn prolong(context: &Context, claim: &Claim) -> Outcome<()> {
    let (receiver, lease, until) = (claim.receiver.id, claim.lease, context.lease_end());
    context.db.write(move |tx| Box::pin(async move { Ok(tx.hold_lease(receiver, lease, until).await?) })).await
}

fn is_stale<T>(result: &Result<T, Failure>) -> bool {
    matches!(result, Err(Failure::Store(StoreError::Stale)))
}
