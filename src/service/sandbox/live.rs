//! Lets a sandbox live: what is due in it is done, and its clock leaps to the next instant at which something is due, until it is
//! where it was sent.
//!
//! Any number of processes may do so at once, and be killed in the middle: the clock goes forward only, and not before all that is
//! due is written. What is left undone is due still.

use std::time::Duration;

use entity::id::OrganisationId;
use futures::future::BoxFuture;
use jiff::Timestamp;

use crate::domain::mandate::over_everywhere_from;
use crate::ports::machine_now;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::{answers, batches, campaigns, complaints, deliveries, mandates, requests, retention};
use crate::store::{Agenda, StoreError};

/// Sandboxes read in one query.
const PAGE: u64 = 100;
/// How often work that another does is looked at again before time passes over it, and how long in between. What cannot be done at
/// all holds nothing up for longer.
const LOOKS: u32 = 300;
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);

/// A kind of work.
type Work = fn(Context) -> BoxFuture<'static, Outcome<u64>>;

/// The kinds of work that are done in a sandbox, in their order. None of them calls out.
const WORK: &[Work] = &[
    |context| Box::pin(batches::process(context)),
    |context| Box::pin(async move { deliveries::strand(&context).await }),
    |context| Box::pin(super::speak(context)),
    |context| Box::pin(requests::sweep_deadlines(context)),
    |context| Box::pin(mandates::expire_mandates(context)),
    |context| Box::pin(mandates::stop_mandates(context)),
    |context| Box::pin(campaigns::replan_reminders(context)),
    |context| Box::pin(complaints::check_complaints(context)),
    |context| Box::pin(complaints::files::build_complaints(context)),
    |context| Box::pin(complaints::watch_complaints(context)),
    |context| Box::pin(batches::end_disused(context)),
    |context| Box::pin(answers::delete_unnamed_files(context)),
    |context| Box::pin(retention::delete_what_is_past(context)),
];

/// Does what is due in sandboxes whose time is not the service's; in all others what is due is due for everybody. Tells how much.
pub async fn live_in_sandboxes(context: Context) -> Outcome<u64> {
    let (mut after, mut done) = (None, 0);
    loop {
        let page = context.db.moved_sandboxes(after, PAGE).await?;
        after = page.last().map(|sandbox| sandbox.organisation);
        for sandbox in &page {
            let now = context.of(sandbox.organisation).await?.clock.now();
            let agenda = context.db.agenda(sandbox.organisation, now).await?;
            if sandbox.moving_to.is_some_and(|to| to > now) || waits(&agenda, now) {
                match live(&context, sandbox.organisation, Timestamp::MAX).await {
                    Ok(work) => done += work,
                    Err(_) if context.stop.is_cancelled() => return Ok(done),
                    // Left for the next round, and no other sandbox waits for it.
                    Err(error) => {
                        tracing::error!(organisation = %sandbox.organisation, error = %error, "a sandbox stands still");
                    }
                }
            }
        }
        if (page.len() as u64) < PAGE {
            return Ok(done);
        }
    }
}

/// Lets a sandbox live until its clock is where it was sent and nothing is due. Tells how much was done.
///
/// # Errors
/// [`StoreError::Unavailable`] when that is not so by an instant of the machine's clock, or this process is to stop.
pub(super) async fn live(context: &Context, organisation: OrganisationId, by: Timestamp) -> Outcome<u64> {
    let (mut done, mut looks) = (0, 0);
    loop {
        let own = context.of(organisation).await?;
        let progress = do_what_is_due(&own).await?;
        done += progress;
        let sandbox = context.db.sandbox(organisation).await?.ok_or(Failure::Defect("a sandbox without its clock"))?;
        let now = own.clock.now();
        let agenda = context.db.agenda(organisation, now).await?;
        let to = sandbox.moving_to.filter(|to| *to > now);
        if waits(&agenda, now) && looks < LOOKS {
            // What is held by another, or has become due in this moment.
            looks = if progress > 0 { 0 } else { looks + 1 };
            tokio::time::sleep(BETWEEN_LOOKS).await;
        } else if let Some(to) = to {
            looks = 0;
            leap(context, organisation, next(&agenda, now).map_or(to, |next| next.min(to))).await?;
        } else {
            return Ok(done);
        }
        if machine_now() > by || context.stop.is_cancelled() {
            return Err(StoreError::Unavailable.into());
        }
    }
}

/// Does each kind of work until none is left.
async fn do_what_is_due(own: &Context) -> Outcome<u64> {
    let mut done = 0;
    loop {
        let mut round = 0;
        for work in WORK {
            round += match work(own.clone()).await {
                // Another transaction was in the way; what is due is still due.
                Err(Failure::Store(StoreError::Stale)) => 0,
                worked => worked?,
            };
        }
        if round == 0 {
            return Ok(done);
        }
        done += round;
    }
}

/// Moves the clock to an instant of its own, if it is not there yet.
async fn leap(context: &Context, organisation: OrganisationId, to: Timestamp) -> Outcome<()> {
    let ahead = to.duration_since(context.service_clock.now());
    context
        .db
        .write(move |tx| Box::pin(async move { Ok::<_, Failure>(tx.move_sandbox(organisation, ahead).await?) }))
        .await
}

fn waits(agenda: &Agenda, now: Timestamp) -> bool {
    agenda.waits || agenda.last_day.is_some_and(|day| over_everywhere_from(day) <= now)
}

/// The next instant at which something is due.
fn next(agenda: &Agenda, now: Timestamp) -> Option<Timestamp> {
    let end = agenda.last_day.map(over_everywhere_from).filter(|end| *end > now);
    agenda.next.into_iter().chain(end).min()
}
