//! Deadlines that pass. The cost follows what is due, not what exists: one index leads to the requests whose next instant has
//! come. The state machine refuses what is early and knows what was flagged before, so that a second worker or a clock that
//! steps changes nothing twice.

use std::collections::BTreeMap;

use crate::domain::request::Author;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::progress::{self, Change};
use crate::store::{Request, StoreError};

/// Requests looked at in one step.
const AT_ONCE: u64 = 500;

/// Flags the requests whose next deadline has passed by now. Returns how many were due.
pub async fn sweep_deadlines(context: Context) -> Outcome<u64> {
    let now = context.clock.now();
    let due = context.db.requests_due(now, AT_ONCE).await?;
    let count = due.len() as u64;
    let mut by_organisation: BTreeMap<_, Vec<Request>> = BTreeMap::new();
    for request in due {
        by_organisation.entry(request.organisation).or_default().push(request);
    }
    for (organisation, requests) in by_organisation {
        let inner = context.clone();
        let swept = context
            .db
            .write(move |tx| {
                Box::pin(async move {
                    let mut waiting = requests;
                    // A request that slept through both deadlines takes two rounds; there are no more than two.
                    for _ in 0..2 {
                        let changes = waiting.drain(..).filter_map(|request| {
                            let event = request.standing.due_event(now)?;
                            Some(Change { request, event })
                        });
                        let changes: Vec<_> = changes.collect();
                        let moved =
                            progress::apply(&inner, tx, organisation, changes, now, Author::System, "system").await?;
                        waiting = moved.into_iter().flatten().map(|progress| progress.request).collect();
                    }
                    Ok::<_, Failure>(())
                })
            })
            .await;
        match swept {
            // Another worker or an answer was faster; the next step reads them anew.
            Err(Failure::Store(StoreError::Stale)) | Ok(()) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(count)
}
