//! Those who take part in a complaint, with their requests and what was found of each: a page at a time, so that thousands are few in
//! memory.

use std::collections::BTreeMap;

use entity::id::{ComplaintId, OrganisationId, RequestId};

use crate::domain::finding::Finding;
use crate::service::failure::Outcome;
use crate::store::{ComplaintPerson, ComplaintPersonFilter, Tx};

/// People read at once.
const PAGE: u64 = 1_000;

/// Who takes part.
pub(super) const TAKING_PART: ComplaintPersonFilter =
    ComplaintPersonFilter { left_out: Some(false), incomplete: false, took_part_at: None };

/// Somebody who takes part.
pub(super) struct Member {
    pub person: ComplaintPerson,
    pub requests: Vec<(RequestId, Vec<Finding>)>,
}

impl Member {
    /// What was found of each request.
    pub fn findings(&self) -> impl Iterator<Item = &[Finding]> {
        self.requests.iter().map(|(_, findings)| findings.as_slice())
    }
}

/// Reads them in the order of their numbers.
pub(super) struct Members<'a> {
    tx: &'a Tx,
    organisation: OrganisationId,
    complaint: ComplaintId,
    after: Option<i32>,
}

impl<'a> Members<'a> {
    pub const fn of(tx: &'a Tx, organisation: OrganisationId, complaint: ComplaintId) -> Self {
        Self { tx, organisation, complaint, after: None }
    }

    /// The next page; empty after the last one.
    pub async fn next(&mut self) -> Outcome<Vec<Member>> {
        let tenant = self.tx.tenant(self.organisation);
        let people = tenant.complaint_people(self.complaint, TAKING_PART, self.after, PAGE).await?;
        let Some((first, last)) = people.first().zip(people.last()) else { return Ok(Vec::new()) };
        self.after = Some(last.number);
        let named = tenant.complaint_requests(self.complaint, (first.number, last.number)).await?;
        let ids: Vec<RequestId> = named.iter().map(|(_, request)| *request).collect();
        let mut findings: BTreeMap<RequestId, Vec<Finding>> = BTreeMap::new();
        for found in tenant.findings_of_requests(&ids).await? {
            findings.entry(found.request_id).or_default().push(found.finding);
        }
        let mut requests: BTreeMap<i32, Vec<(RequestId, Vec<Finding>)>> = BTreeMap::new();
        for (number, request) in named {
            requests.entry(number).or_default().push((request, findings.remove(&request).unwrap_or_default()));
        }
        let of =
            |person: ComplaintPerson| Member { requests: requests.remove(&person.number).unwrap_or_default(), person };
        Ok(people.into_iter().map(of).collect())
    }
}
