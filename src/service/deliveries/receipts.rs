//! What was delivered counts as received (D-2).

use entity::id::OrganisationId;
use jiff::Timestamp;

use crate::domain::deadline::{Receipt, ReceiptKind};
use crate::domain::request::{Author, Event, Refused};
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::service::progress::{self, Change};
use crate::store::{Request, Tx};

/// A receipt for each of these requests. A receipt of the same kind that stands already is not repeated. Gives what was
/// refused.
pub(crate) async fn deliver_receipts(
    context: &Context,
    tx: &Tx,
    organisation: OrganisationId,
    requests: Vec<(Request, Receipt)>,
    at: Timestamp,
    author: Author,
    actor: &str,
) -> Outcome<Vec<(Request, Refused)>> {
    let known = |request: &Request, kind: ReceiptKind| {
        request.standing.facts.receipts.iter().any(|receipt| receipt.kind == kind)
    };
    let changes: Vec<Change> = requests
        .into_iter()
        .filter(|(request, receipt)| !known(request, receipt.kind))
        .map(|(request, receipt)| Change { request, event: Event::Receipt { receipt } })
        .collect();
    let kept: Vec<Request> = changes.iter().map(|change| change.request.clone()).collect();
    let results = progress::apply(context, tx, organisation, changes, at, author, actor).await?;
    Ok(kept.into_iter().zip(results).filter_map(|(request, result)| Some((request, result.err()?))).collect())
}
