//! Refused attempts: counted in memory for each client, and written by the hour, so that whoever tries again and again fills nothing.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use entity::id::OrganisationId;

use crate::domain::watch::{REFUSED, hour_of};
use crate::service::call::Actor;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{Client, SHARED, StoreError};

/// Whoever named no client that is there, all together.
const UNKNOWN: &str = "unknown";
/// Most clients that are counted apart between two writes; those beyond are counted as unknown.
const APART: usize = 1_000;

/// What was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// A secret was wrong, or the client may not act any more.
    Authentication,
    /// The client has not the right to an operation.
    Scope,
}

impl Refusal {
    fn act(self) -> String {
        match self {
            Self::Authentication => format!("{REFUSED} authentication"),
            Self::Scope => format!("{REFUSED} scope"),
        }
    }
}

/// By whose record, by whom, and what was refused.
type Refused = HashMap<(OrganisationId, String, Refusal), u64>;

/// What was refused since it was last written. Clones share it.
#[derive(Clone, Default)]
pub(in crate::service) struct Refusals(Arc<Mutex<Refused>>);

impl Refusals {
    fn add(&self, organisation: OrganisationId, actor: String, refusal: Refusal, many: u64) {
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut key = (organisation, actor, refusal);
        if counted.len() >= APART && !counted.contains_key(&key) {
            key = (SHARED, UNKNOWN.to_owned(), refusal);
        }
        *counted.entry(key).or_default() += many;
    }

    /// Counts a refused attempt of a client that proved who it is.
    pub fn of_actor(&self, actor: &Actor, refusal: Refusal) {
        self.add(actor.organisation().unwrap_or(SHARED), actor.name(), refusal, 1);
    }

    /// Counts a refused attempt of whoever named a client; of nobody known when there is none of that name.
    pub fn of_named(&self, client: Option<&Client>) {
        match client {
            Some(client) => {
                let organisation = client.organisation.unwrap_or(SHARED);
                self.add(organisation, client.id.to_string(), Refusal::Authentication, 1);
            }
            None => self.add(SHARED, UNKNOWN.to_owned(), Refusal::Authentication, 1),
        }
    }
}

/// Writes what was refused in this process since the last time. Tells for how many clients.
pub async fn note_refusals(context: Context) -> Outcome<u64> {
    let counted = std::mem::take(&mut *context.refusals.0.lock().unwrap_or_else(PoisonError::into_inner));
    let mut by_owner: BTreeMap<OrganisationId, Vec<(String, Refusal, u64)>> = BTreeMap::new();
    for ((organisation, actor, refusal), many) in counted {
        by_owner.entry(organisation).or_default().push((actor, refusal, many));
    }
    let mut done = 0;
    let mut failed = None;
    for (organisation, refused) in by_owner {
        let (inner, written) = (context.clone(), refused.clone());
        let outcome = context.db.write(move |tx| {
            Box::pin(async move {
                let limits = tx.hold_audit_watch(organisation).await?.limits;
                let hour = hour_of(inner.of_in(tx, organisation).await?.clock.now());
                let mut deeds = BTreeMap::new();
                for (actor, refusal, many) in written {
                    let acts: &mut BTreeMap<_, _> = deeds.entry((actor, hour)).or_default();
                    acts.insert(refusal.act(), many);
                }
                super::watch::count(&inner, tx, organisation, &limits, deeds).await
            })
        });
        match outcome.await {
            Ok(()) => done += refused.len() as u64,
            Err(error) => {
                // Counted again with what comes meanwhile.
                refused
                    .into_iter()
                    .for_each(|(actor, refusal, many)| context.refusals.add(organisation, actor, refusal, many));
                if !matches!(error, Failure::Store(StoreError::Stale | StoreError::Duplicate)) {
                    failed = Some(error);
                }
            }
        }
    }
    failed.map_or(Ok(done), Err)
}
