//! What is known of the people of a chunk, gathered with a fixed number of statements.

use std::collections::{HashMap, HashSet};

use entity::id::{BatchId, ControllerId, DataSubjectId};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::store::{FilingFrame, KnownMandate, KnownPerson, KnownRequest, StoreResult};

use super::prepare::Prepared;

/// What is known.
#[derive(Debug, Default)]
pub struct Known {
    /// People by who they are.
    pub people: HashMap<Vec<u8>, KnownPerson>,
    /// Their mandates: those that have ended, then the others, each oldest first.
    pub mandates: HashMap<DataSubjectId, Vec<KnownMandate>>,
    /// Their open requests, with the batch that filed each.
    pub open: HashMap<(DataSubjectId, ControllerId, Vec<u8>), Option<BatchId>>,
    /// Who has open requests out of a batch.
    pub in_batch: HashSet<(DataSubjectId, BatchId)>,
    /// Requests that came to an end and were filed lately.
    pub recent: HashSet<(DataSubjectId, ControllerId, Vec<u8>)>,
    /// People who were erased, by who they were, with the last day of signing that does not count.
    pub erased: HashMap<Vec<u8>, Date>,
}

/// Gathers what is known of the people of some lines, through the given door to the tenant's rows.
macro_rules! gather {
    ($tenant:expr, $lines:expr, $frame:expr) => {{
        let identities = $crate::service::filing::known::identities($lines);
        let people = $tenant.people_by_identity(&identities).await?;
        // After the people: who is erased in between is not found there, or is held when the rows are written.
        let erased = $tenant.erased_people(&identities).await?;
        let ids: Vec<_> = people.iter().map(|person| person.id).collect();
        let mandates = $tenant.mandates_of_people(&ids).await?;
        let since = $crate::service::filing::known::recent_since($frame);
        let requests = $tenant.requests_of_people(&ids, $frame.right, since).await?;
        $crate::service::filing::known::Known::of(people, erased, mandates, requests)
    }};
}

/// Who the people of some lines are.
pub(super) fn identities(lines: &[Prepared]) -> Vec<Vec<u8>> {
    let people = lines.iter().filter_map(|line| line.person.as_ref().ok());
    people.map(|person| person.indexes.identity.to_vec()).collect()
}

/// From when on a request counts as recent enough to be worth a warning (B-4): so many months before, by the calendar in UTC.
pub(super) fn recent_since(frame: &FilingFrame) -> Timestamp {
    let now = frame.at.to_zoned(TimeZone::UTC);
    let before = now.checked_sub(i64::from(frame.recent_months).months());
    before.map_or(Timestamp::MIN, |before| before.timestamp())
}

impl Known {
    /// Gathers it through readers.
    pub async fn read(
        db: &crate::store::Db,
        organisation: entity::id::OrganisationId,
        lines: &[Prepared],
        frame: &FilingFrame,
    ) -> StoreResult<Self> {
        let tenant = db.tenant(organisation);
        Ok(gather!(tenant, lines, frame))
    }

    /// Gathers it within a transaction.
    pub async fn read_in(
        tx: &crate::store::Tx,
        organisation: entity::id::OrganisationId,
        lines: &[Prepared],
        frame: &FilingFrame,
    ) -> StoreResult<Self> {
        let tenant = tx.tenant(organisation);
        Ok(gather!(tenant, lines, frame))
    }

    pub(super) fn of(
        people: Vec<KnownPerson>,
        erased: Vec<(Vec<u8>, Date)>,
        mandates: Vec<KnownMandate>,
        requests: Vec<KnownRequest>,
    ) -> Self {
        let people = people.into_iter().map(|person| (person.identity.clone(), person)).collect();
        let mut known = Self { people, erased: erased.into_iter().collect(), ..Self::default() };
        for mandate in mandates {
            known.mandates.entry(mandate.data_subject).or_default().push(mandate);
        }
        for request in requests {
            let pair = (request.data_subject, request.controller, request.scope);
            if request.open {
                known.in_batch.extend(request.batch.map(|batch| (request.data_subject, batch)));
                known.open.insert(pair, request.batch);
            } else {
                known.recent.insert(pair);
            }
        }
        known
    }
}
