//! Events and audit entries of batches.

use crate::domain::event::EventKind;
use crate::service::{Actor, Call, Context};
use crate::store::{Batch, NewEvent};

/// An event of a batch.
pub(super) fn event(context: &Context, batch: &Batch, kind: EventKind, author: &str) -> NewEvent {
    NewEvent {
        id: context.ids.next(),
        kind: kind.as_str(),
        request: None,
        subject: Some(batch.id.to_string()),
        data: serde_json::json!({
            "batch_id": batch.id, "campaign_id": batch.campaign, "state": batch.state, "counts": batch.counts,
        }),
        author: author.to_owned(),
        at: context.clock.now(),
    }
}

/// The frame of what the service does for whoever made the batch.
pub(super) fn maker(batch: &Batch) -> Call {
    Call { actor: Actor::Organisation(batch.created_by, batch.organisation), ..Call::system() }
}
