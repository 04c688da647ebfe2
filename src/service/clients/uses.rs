//! Which scopes clients use, to the hour, for the review of authorisations (Z-12).
//!
//! A call costs a look into a map. What is new in this hour is kept by a step that every process runs, so that there is at most one
//! write for each client, scope and hour, and none while a caller waits.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use entity::id::ClientId;
use jiff::Timestamp;

use crate::domain::access::Scope;
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::store::{ScopeUse, Tx};

/// Uses remembered at one time.
const REMEMBERED: usize = 50_000;

type Hours = HashMap<(ClientId, Scope), Timestamp>;

/// Uses that this process knows of.
#[derive(Clone, Default)]
pub(in crate::service) struct Uses(Arc<Mutex<Known>>);

#[derive(Default)]
struct Known {
    /// The last hour of each, kept or waiting.
    noted: Hours,
    waiting: Hours,
}

impl Uses {
    fn lock(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, client: ClientId, scope: Scope, hour: Timestamp) {
        let mut known = self.lock();
        let key = (client, scope);
        if known.noted.get(&key) == Some(&hour) {
            return;
        }
        if known.noted.len() >= REMEMBERED {
            // At worst a use of this hour is written once more, which changes nothing.
            known.noted.clear();
        }
        known.noted.insert(key, hour);
        known.waiting.insert(key, hour);
    }

    fn take(&self) -> Vec<ScopeUse> {
        let waiting = std::mem::take(&mut self.lock().waiting);
        waiting.into_iter().map(|((client, scope), at)| ScopeUse { client, scope, at }).collect()
    }

    /// Has uses that could not be kept wait again.
    fn put_back(&self, uses: &[ScopeUse]) {
        let mut known = self.lock();
        for used in uses {
            known.waiting.entry((used.client, used.scope)).or_insert(used.at);
        }
    }
}

/// Notes that a client does something that needs a scope.
pub fn note_use(context: &Context, client: ClientId, scope: Scope) {
    let second = context.service_clock.now().as_second();
    let hour = Timestamp::from_second(second - second.rem_euclid(3_600)).unwrap_or(Timestamp::MIN);
    context.scope_uses.note(client, scope, hour);
}

/// Keeps what was noted since the last time. Returns how much that was.
pub async fn keep_uses(context: Context) -> Outcome<u64> {
    let uses = context.scope_uses.take();
    if uses.is_empty() {
        return Ok(0);
    }
    let written = uses.clone();
    let kept = context.db.write(move |tx: &Tx| Box::pin(async move { tx.note_scope_uses(&written).await })).await;
    if let Err(error) = kept {
        context.scope_uses.put_back(&uses);
        return Err(error.into());
    }
    Ok(uses.len() as u64)
}
