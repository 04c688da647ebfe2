//! The reference data in force in this process.

use std::collections::BTreeSet;
use std::sync::{Arc, PoisonError, RwLock};

use crate::domain::authority::Directory;
use crate::domain::calendar::Calendars;
use crate::domain::reference::{Reference, country_and_version};
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::store::{Db, StoreResult, Tx};

/// Reference data of one kind, as it is in force. Clones share it.
pub struct InForce<R>(Arc<RwLock<State<R>>>);

struct State<R> {
    data: R,
    /// Versions that this process cannot read, so that each is told of once.
    unreadable: BTreeSet<String>,
}

impl<R> Clone for InForce<R> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<R: Reference> Default for InForce<R> {
    fn default() -> Self {
        Self(Arc::new(RwLock::new(State { data: R::bundled(), unreadable: BTreeSet::new() })))
    }
}

/// A kind of reference data that a context holds.
pub trait Held: Reference {
    /// Where it is held.
    fn held(context: &Context) -> &InForce<Self>;
}

impl Held for Calendars {
    fn held(context: &Context) -> &InForce<Self> {
        &context.calendars
    }
}

impl Held for Directory {
    fn held(context: &Context) -> &InForce<Self> {
        &context.authorities
    }
}

impl<R: Reference> InForce<R> {
    /// The data at this moment. What belongs together is done with one and the same value.
    pub fn now(&self) -> R {
        self.0.read().unwrap_or_else(PoisonError::into_inner).data.clone()
    }

    /// Brings imported texts that are newer into force. Returns how many.
    pub(in crate::service) async fn refresh(&self, db: &Db) -> StoreResult<u64> {
        let mut taken = 0;
        for version in self.newer_among(db.reference_versions(R::KIND).await?) {
            taken += u64::from(self.take(&version, db.reference_content(R::KIND, &version).await?));
        }
        Ok(taken)
    }

    /// As [`Self::refresh`], within a transaction.
    pub(in crate::service) async fn refresh_within(&self, tx: &Tx) -> StoreResult<u64> {
        let mut taken = 0;
        for version in self.newer_among(tx.reference_versions(R::KIND).await?) {
            taken += u64::from(self.take(&version, tx.reference_content(R::KIND, &version).await?));
        }
        Ok(taken)
    }

    /// Those that are newer than what is in force, oldest first.
    fn newer_among(&self, versions: Vec<String>) -> Vec<String> {
        let state = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let newer = |version: &String| {
            let newer = |(country, version)| version > state.data.version_in(country);
            country_and_version(version).is_some_and(newer) && !state.unreadable.contains(version)
        };
        let mut versions: Vec<_> = versions.into_iter().filter(newer).collect();
        versions.sort_by_key(|version| country_and_version(version).map(|(_, version)| version));
        versions
    }

    /// Brings an imported text into force, unless a newer one is by now.
    fn take(&self, version: &str, content: Option<String>) -> bool {
        let Some(content) = content else { return false };
        let read = R::read(&content);
        let mut state = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let kind = R::KIND;
        match read.and_then(|revision| state.data.with(&revision)) {
            Ok(data) => {
                tracing::info!(%kind, version, "newer reference data is in force");
                state.data = data;
                true
            }
            Err(problem) => {
                tracing::warn!(%kind, version, %problem, "imported data is not used; a newer release may be able to");
                state.unreadable.insert(version.to_owned());
                false
            }
        }
    }
}

/// Brings imported data of every kind that is newer into force in this process. Returns how many texts.
///
/// # Errors
/// The database's.
pub async fn refresh(context: &Context) -> Outcome<u64> {
    Ok(context.calendars.refresh(&context.db).await? + context.authorities.refresh(&context.db).await?)
}
