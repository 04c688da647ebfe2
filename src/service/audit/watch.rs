//! Watching over the audit record: each entry is counted once, and what is out of the ordinary is told to the organisation's auditors
//! (Z-12).
//!
//! What was counted, what came of it and the place are one transaction that holds the place, so that any number of workers do it and
//! none can be killed in between.

use std::collections::BTreeMap;

use entity::id::{ClientId, OrganisationId};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use crate::domain::event::EventKind;
use crate::domain::place::Place as LegalPlace;
use crate::domain::watch::{Alert, Tally, WatchLimits, act, hour_of, judge};
use crate::ledger::Entry;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{NewEvent, StoreError, StoredAlert, Tx};

/// Organisations of one round.
const ORGANISATIONS: u64 = 100;
/// Entries of one transaction.
const ENTRIES: u64 = 1_000;
/// How long it is known what somebody used to do.
const KNOWN: SignedDuration = SignedDuration::from_hours(24 * 90);

/// What somebody did in an hour.
type Deeds = BTreeMap<(String, Timestamp), BTreeMap<String, u64>>;

/// Watches some of the entries that nobody has watched yet. Tells how many.
pub async fn watch_audit_entries(context: Context) -> Outcome<u64> {
    let horizon = context.db.horizon().await?;
    let mut done = 0;
    for organisation in context.db.unwatched(horizon, ORGANISATIONS).await? {
        let inner = context.clone();
        let watched =
            context.db.write(move |tx| Box::pin(async move { watch(&inner, tx, organisation, horizon).await }));
        match watched.await {
            // Another transaction was in the way; what was not watched still is not.
            Err(Failure::Store(StoreError::Stale | StoreError::Duplicate)) => {}
            watched => done += watched?,
        }
    }
    Ok(done)
}

/// Forgets what was done longer ago than habits are known.
pub async fn forget_habits(context: Context) -> Outcome<u64> {
    let before = context.clock.now().checked_sub(KNOWN).unwrap_or(Timestamp::MIN);
    context.db.write(move |tx: &Tx| Box::pin(async move { Ok(tx.forget_tallies(before).await?) })).await
}

async fn watch(context: &Context, tx: &Tx, organisation: OrganisationId, horizon: i64) -> Outcome<u64> {
    let mut watch = tx.hold_audit_watch(organisation).await?;
    let entries = tx.tenant(organisation).audit_entries_after(watch.last, horizon, ENTRIES).await?;
    let Some(last) = entries.last().map(Entry::place) else { return Ok(0) };
    let mut deeds = Deeds::new();
    for entry in &entries {
        let of_hour = deeds.entry((entry.actor.clone(), hour_of(entry.at))).or_default();
        *of_hour.entry(act(&entry.action, &entry.subject)).or_default() +=
            u64::try_from(entry.record_count).unwrap_or(0);
    }
    count(context, tx, organisation, &watch.limits, deeds).await?;
    watch.last = last;
    tx.set_audit_watch(&watch).await?;
    Ok(entries.len() as u64)
}

/// Adds what was done to what was done before, and tells what of it is out of the ordinary. The watch of the organisation is held.
pub(super) async fn count(
    context: &Context,
    tx: &Tx,
    organisation: OrganisationId,
    limits: &WatchLimits,
    deeds: Deeds,
) -> Outcome<()> {
    let context = context.of_in(tx, organisation).await?;
    let owner = tx.organisation(organisation).await?;
    let place = owner.and_then(|owner| owner.country.parse::<LegalPlace>().ok());
    let zone = place.map_or(TimeZone::UTC, |place| place.time_zone());
    for ((actor, hour), acts) in deeds {
        for (act, records) in acts {
            tx.add_tally(organisation, &actor, &Tally { hour, act, records }).await?;
        }
        let since = hour.checked_sub(KNOWN).unwrap_or(Timestamp::MIN);
        let (now, before) = tx.tenant(organisation).tallies(&actor, hour, since).await?;
        let is_client = is_own_client(&context, organisation, &actor).await?;
        let alerts = judge(limits, &zone, hour, &now, &before, is_client);
        if !alerts.is_empty() {
            tell(&context, tx, organisation, &actor, hour, alerts).await?;
        }
    }
    Ok(())
}

/// Whether an actor is a client of the organisation. What the service does by itself, what controllers fetch and what people see of
/// themselves is not the habit of anybody here.
async fn is_own_client(context: &Context, organisation: OrganisationId, actor: &str) -> Outcome<bool> {
    let Ok(id) = actor.parse::<ClientId>() else { return Ok(false) };
    Ok(context.db.client(id).await?.is_some_and(|client| client.organisation == Some(organisation)))
}

/// Keeps alerts and tells of them, each cause once in an hour.
async fn tell(
    context: &Context,
    tx: &Tx,
    organisation: OrganisationId,
    actor: &str,
    hour: Timestamp,
    alerts: Vec<Alert>,
) -> Outcome<()> {
    let known = tx.tenant(organisation).alerts_of(actor, hour).await?;
    let is_new = |alert: &Alert| !known.iter().any(|old| old.alert.kind == alert.kind && old.alert.act == alert.act);
    let mut events = Vec::new();
    for alert in alerts.into_iter().filter(is_new) {
        let noticed_at = context.clock.now();
        let new = StoredAlert { id: context.ids.next(), actor: actor.to_owned(), hour, alert, noticed_at };
        tx.add_alert(organisation, &new).await?;
        events.push(event(context, &new));
    }
    // Nobody follows events of shared data; operators read the list.
    if organisation != crate::store::SHARED {
        tx.emit(organisation, events).await?;
    }
    Ok(())
}

fn event(context: &Context, alert: &StoredAlert) -> NewEvent {
    let mut data = json!({
        "kind": alert.alert.kind, "actor": alert.actor, "hour": alert.hour, "count": alert.alert.count,
        "limit": alert.alert.limit,
    });
    if let Some(act) = &alert.alert.act {
        data["act"] = json!(act);
    }
    NewEvent {
        id: context.ids.next(),
        kind: EventKind::AuditAlert.as_str(),
        request: None,
        subject: Some(alert.id.to_string()),
        data,
        author: "system".to_owned(),
        at: alert.noticed_at,
    }
}
