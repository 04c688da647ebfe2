//! Stopping what is pending under an ended mandate.

use entity::id::OrganisationId;

use crate::domain::mandate::MandateState;
use crate::domain::request::{Author, WithdrawReason};
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::service::withdrawal::withdraw;
use crate::store::{MandateRecord, Tx};

/// Requests withdrawn in one transaction: enough for nearly every person, and short for a single writer.
const AT_ONCE: usize = 200;

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
    context: &Context,
    tx: &Tx,
    call: &Call,
    organisation: OrganisationId,
    record: &MandateRecord,
) -> Outcome<Stopped> {
    let most = u64::try_from(AT_ONCE + 1).unwrap_or(u64::MAX);
    let mut open = tx.hold_open_requests_of_mandate(organisation, record.data_subject, record.id, most).await?;
    let more = open.len() > AT_ONCE;
    open.truncate(AT_ONCE);
    let (reason, author) = match record.state {
        MandateState::Expired => (WithdrawReason::MandateExpired, Author::System),
        _ => (WithdrawReason::MandateRevoked, Author::DataSubject),
    };
    let results = withdraw(context, tx, call, organisation, open, reason, author).await?;
    let mut requests = 0;
    for result in &results {
        match result {
            Ok(_) => requests += 1,
            Err(refused) => {
                tracing::error!(mandate = %record.id, error = %refused, "an open request cannot be withdrawn")
            }
        }
    }
    let all = !more && results.iter().all(Result::is_ok);
    Ok(Stopped { requests, all })
}
