//! The passing of time: reminders that are due, deadlines that pass.
//!
//! A piece of this work takes what is due, soonest first, and holds it until all that follows is written, so that workers share
//! the work and never do it twice. The state machine refuses what is early and knows what was told before: a clock that steps
//! changes nothing twice. The cost follows what is due, see [`Tx::take_due_requests`].

use std::collections::BTreeMap;

use entity::id::{OrganisationId, RequestId};
use jiff::{SignedDuration, Timestamp};

use crate::domain::audit::AuditAction;
use crate::domain::request::{Author, Refused};
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::progress::Effects;
use crate::service::sandbox::Times;
use crate::store::{DueRequests, Request, StoreError, Tx};

/// Requests of one transaction: enough to share its cost, few enough that others do not wait long for it.
const AT_ONCE: u64 = 1_000;
/// For how long a request rests that cannot be dealt with. It is an error of the program, and must not hold up the others.
const REST: SignedDuration = SignedDuration::from_hours(1);

/// Deals with requests whose next instant has come. Returns how many were due.
pub async fn sweep_deadlines(context: Context) -> Outcome<u64> {
    let inner = context.clone();
    match context.db.write(move |tx| Box::pin(async move { sweep(&inner, tx).await })).await {
        // Another transaction was in the way; what is due is still due.
        Err(Failure::Store(StoreError::Stale)) => Ok(0),
        swept => swept,
    }
}

async fn sweep(context: &Context, tx: &Tx) -> Outcome<u64> {
    let now = context.clock.now();
    let DueRequests { requests, unreadable } = tx.take_due_requests(context.reach(), now, AT_ONCE).await?;
    let count = (requests.len() + unreadable.len()) as u64;
    if count == 0 {
        return Ok(0);
    }
    let mut organisations: Vec<_> = requests.iter().map(|request| request.organisation).collect();
    organisations.extend(unreadable.iter().map(|name| name.0));
    let times = Times::of(context, tx, now, organisations).await?;
    let deciding = times.clone();
    let decided = tokio::task::spawn_blocking(move || decide(&deciding, requests)).await;
    let (effects, stuck) = decided.map_err(|_| Failure::Defect("deciding what is due panicked"))?;
    for (organisation, request) in unreadable.into_iter().chain(stuck) {
        tracing::error!(request = %request, "what is due of a request cannot be done; it rests");
        let (_, now) = times.at(organisation);
        tx.put_off_request(organisation, request, now.checked_add(REST).unwrap_or(Timestamp::MAX)).await?;
    }
    let mut changed: BTreeMap<OrganisationId, Vec<RequestId>> = BTreeMap::new();
    for request in &effects.requests {
        changed.entry(request.organisation).or_default().push(request.id);
    }
    effects.write_held(tx).await?;
    let call = Call::system();
    let notes = changed.into_iter().map(|(organisation, ids)| {
        let note = times.at(organisation).0.note(&call, organisation, AuditAction::Change, "request");
        note.of_many(ids.into_iter().map(|id| id.0))
    });
    tx.note_all(notes).await?;
    Ok(count)
}

/// What the time makes of each request, and those that it can make nothing of.
fn decide(times: &Times, requests: Vec<Request>) -> (Effects, Vec<(OrganisationId, RequestId)>) {
    // The passing of time computes no date anew, whatever calendar a date was computed with.
    let (mut effects, mut stuck) = (Effects::new(times.calendars()), Vec::new());
    for mut request in requests {
        let (context, now) = times.at(request.organisation);
        match pass(context, &mut effects, &mut request, now) {
            Ok(()) => effects.requests.push(request),
            Err(_) => stuck.push((request.organisation, request.id)),
        }
    }
    (effects, stuck)
}

/// Lets time pass for one request. A refusal after something else has happened is left for the next time.
fn pass(context: &Context, effects: &mut Effects, request: &mut Request, now: Timestamp) -> Result<(), Refused> {
    let version = request.version;
    while let Some(event) = request.standing.due_event(now) {
        match effects.take(context, request, &event, now, Author::System, "system") {
            Ok(_) => {}
            Err(refused) if request.version == version => return Err(refused),
            Err(_) => break,
        }
    }
    // Written once, however much has happened; also when there is nothing any more, so that its next instant is set anew.
    request.version = version + 1;
    Ok(())
}
