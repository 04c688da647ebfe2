//! The calendars in force in this process.

use std::collections::BTreeSet;
use std::sync::{Arc, PoisonError, RwLock};

use crate::domain::calendar::{Calendars, Revision, country_and_version};
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::store::{StoreResult, Tx};

/// The calendars in force. Clones share them.
#[derive(Clone)]
pub struct CalendarsInForce(Arc<RwLock<State>>);

struct State {
    calendars: Calendars,
    /// Versions that this process cannot read, so that each is told of once.
    unreadable: BTreeSet<String>,
}

impl Default for CalendarsInForce {
    fn default() -> Self {
        let state = State { calendars: Calendars::bundled(), unreadable: BTreeSet::new() };
        Self(Arc::new(RwLock::new(state)))
    }
}

impl CalendarsInForce {
    /// The calendars at this moment. What belongs together is computed with one and the same value.
    pub fn now(&self) -> Calendars {
        self.0.read().unwrap_or_else(PoisonError::into_inner).calendars.clone()
    }

    /// As [`refresh`], within a transaction.
    pub(in crate::service) async fn refresh_within(&self, tx: &Tx) -> StoreResult<u64> {
        let mut taken = 0;
        for version in self.newer_among(tx.calendar_versions().await?) {
            taken += u64::from(self.take(&version, tx.calendar_content(&version).await?));
        }
        Ok(taken)
    }

    /// Those that are newer than what is in force, oldest first.
    fn newer_among(&self, versions: Vec<String>) -> Vec<String> {
        let state = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let newer = |version: &String| {
            let newer = |(country, version)| version > state.calendars.version_in(country);
            country_and_version(version).is_some_and(newer) && !state.unreadable.contains(version)
        };
        let mut versions: Vec<_> = versions.into_iter().filter(newer).collect();
        versions.sort_by_key(|version| country_and_version(version).map(|(_, version)| version));
        versions
    }

    /// Brings an imported calendar into force, unless a newer one is by now.
    pub(super) fn take(&self, version: &str, content: Option<String>) -> bool {
        let Some(content) = content else { return false };
        let read = Revision::read(&content);
        let mut state = self.0.write().unwrap_or_else(PoisonError::into_inner);
        match read.and_then(|revision| state.calendars.with(&revision)) {
            Ok(calendars) => {
                tracing::info!(version, "a newer calendar is in force");
                state.calendars = calendars;
                true
            }
            Err(problem) => {
                tracing::warn!(version, %problem, "an imported calendar is not used; a newer release may be able to");
                state.unreadable.insert(version.to_owned());
                false
            }
        }
    }
}

/// Brings imported calendars that are newer into force in this process. Returns how many.
///
/// # Errors
/// The database's.
pub async fn refresh(context: &Context) -> Outcome<u64> {
    let mut taken = 0;
    for version in context.calendars.newer_among(context.db.calendar_versions().await?) {
        taken += u64::from(context.calendars.take(&version, context.db.calendar_content(&version).await?));
    }
    Ok(taken)
}
