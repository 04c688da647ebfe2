//! Messages on their way: taken under a lease, checked against the mandates at that moment, settled by what came back.
//!
//! [`begin`] is everything before sending, [`finish`] everything after; between them a worker talks to the network, outside
//! of any transaction. What cannot be sent becomes a task, never silence.

mod begin;
mod finish;
mod leave;
mod message;
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

use crate::store::StoreError;

use super::failure::Failure;

/// Requests of a bundle that are moved in one transaction.
const CHUNK: u64 = 500;
/// How often a transaction is tried again when a request has moved meanwhile.
const TRIES: usize = 5;

fn is_stale<T>(result: &Result<T, Failure>) -> bool {
    matches!(result, Err(Failure::Store(StoreError::Stale)))
}
