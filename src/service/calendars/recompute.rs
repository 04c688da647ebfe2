//! Open deadlines that were computed with older rules or an older calendar are computed anew (D-15).
//!
//! The cost follows what is affected: one index leads from an edition to its requests, whatever organisation they are of. The
//! version check makes it happen once whoever else does the same, and a kill in between loses nothing: what was not computed anew
//! still stands under its old edition.

use std::collections::BTreeMap;

use entity::id::OrganisationId;

use crate::domain::audit::AuditAction;
use crate::domain::deadline::Edition;
use crate::domain::request::{Author, Event};
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::progress::{self, Change};
use crate::store::{Request, StoreError};

/// Requests computed anew in one step.
const AT_ONCE: u64 = 500;

/// Computes a bounded number of open deadlines anew. Returns how many there were.
///
/// # Errors
/// The database's.
pub async fn recompute_deadlines(context: Context) -> Outcome<u64> {
    recompute_at_once(&context, AT_ONCE).await
}

/// As [`recompute_deadlines`], so many at once.
///
/// # Errors
/// The database's.
pub async fn recompute_at_once(context: &Context, limit: u64) -> Outcome<u64> {
    context.calendars.refresh(&context.db).await?;
    let calendars = context.calendars.now();
    let mut edition = String::new();
    while let Some(next) = context.db.edition_after(&edition).await? {
        if Edition::read(&next).is_some_and(|edition| edition.is_behind(&calendars)) {
            let done = recompute_edition(context, &next, limit).await?;
            if done > 0 {
                return Ok(done);
            }
        }
        edition = next;
    }
    Ok(0)
}

/// Goes through the requests of one edition until some have been computed anew.
async fn recompute_edition(context: &Context, edition: &str, limit: u64) -> Outcome<u64> {
    let mut after = None;
    loop {
        let requests = context.db.requests_of_edition(edition, after, limit).await?;
        let Some(last) = requests.last() else { return Ok(0) };
        after = Some(last.id);
        let mut done = 0;
        let mut by_organisation: BTreeMap<_, Vec<Request>> = BTreeMap::new();
        for request in requests {
            by_organisation.entry(request.organisation).or_default().push(request);
        }
        for (organisation, requests) in by_organisation {
            done += recompute_of(context, organisation, requests).await?;
        }
        if done > 0 {
            return Ok(done);
        }
    }
}

async fn recompute_of(context: &Context, organisation: OrganisationId, requests: Vec<Request>) -> Outcome<u64> {
    let inner = context.of(organisation).await?;
    let count = requests.len() as u64;
    let done = context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let now = inner.clock.now();
                let changes = requests.into_iter().map(|request| Change { request, event: Event::NewEdition {} });
                let changes: Vec<_> = changes.collect();
                let results = progress::apply(&inner, tx, organisation, changes, now, Author::System, "system").await?;
                let refused = results.iter().filter_map(|result| result.as_ref().err()).next();
                if let Some(refused) = refused {
                    tracing::error!(%refused, "a deadline cannot be computed with the calendar in force");
                }
                let moved: Vec<_> = results.into_iter().flatten().map(|progress| progress.request.id.0).collect();
                let count = moved.len() as u64;
                if count > 0 {
                    let note = inner.note(&Call::system(), organisation, AuditAction::Change, "request");
                    tx.note(note.of_many(moved)).await?;
                }
                Ok::<_, Failure>(count)
            })
        })
        .await;
    match done {
        // Another worker or an answer was faster; the next step reads them anew.
        Err(Failure::Store(StoreError::Stale)) => Ok(count),
        other => other,
    }
}
