//! Carries changed reminders of a campaign over to its open requests, a page at a time. What was told already is not told anew.

use entity::id::{CampaignId, OrganisationId};

use crate::domain::audit::AuditAction;
use crate::domain::request::{Author, Event};
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::progress::{self, Change};
use crate::store::Tx;

/// Campaigns looked at in one piece of work.
const CAMPAIGNS: u64 = 20;
/// Requests of one transaction.
const AT_ONCE: u64 = 1_000;

/// Goes on with the campaigns whose reminders have changed. Returns how much there was to do.
pub async fn replan_reminders(context: Context) -> Outcome<u64> {
    let mut done = 0;
    for (organisation, campaign) in context.db.campaigns_to_replan(context.reach(), CAMPAIGNS).await? {
        let inner = context.of(organisation).await?;
        let page = context.db.write(move |tx| Box::pin(async move { page(&inner, tx, organisation, campaign).await }));
        match page.await {
            Ok(count) => done += count,
            // Left for the next round, and no other campaign waits for it.
            Err(error) => tracing::error!(campaign = %campaign, error = %error, "reminders could not be carried over"),
        }
    }
    Ok(done)
}

async fn page(context: &Context, tx: &Tx, organisation: OrganisationId, campaign: CampaignId) -> Outcome<u64> {
    let Some((reminders, after)) = tx.hold_replan(organisation, campaign).await? else { return Ok(0) };
    let page = tx.hold_open_requests_of_campaign(organisation, campaign, after, AT_ONCE).await?;
    let last = page.last().map(|request| request.id).filter(|_| page.len() as u64 == AT_ONCE);
    let others = page.into_iter().filter(|request| request.standing.reminders != reminders);
    let changes: Vec<_> =
        others.map(|request| Change { request, event: Event::ReminderPlan { reminders: reminders.clone() } }).collect();
    let ids: Vec<_> = changes.iter().map(|change| change.request.id.0).collect();
    let now = context.clock.now();
    progress::apply(context, tx, organisation, changes, now, Author::System, "system").await?;
    if !ids.is_empty() {
        let note = context.note(&Call::system(), organisation, AuditAction::Change, "request");
        tx.note(note.of_many(ids)).await?;
    }
    tx.set_replan(organisation, campaign, last).await?;
    Ok::<_, Failure>(1)
}
