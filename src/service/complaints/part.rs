//! What a person's part in a complaint rests on: the mandate whose power is used (M-9), and what the part still lacks (C-3). Asked
//! when a complaint is prepared, before each step, and when a mandate ends.

use std::collections::BTreeMap;
use std::sync::Arc;

use entity::id::{DataSubjectId, MandateId};
use jiff::Timestamp;

use crate::crypto::OrganisationKeys;
use crate::domain::complaint::{LeftOut, Missing};
use crate::domain::mandate::{Act, MandateRefusal};
use crate::domain::right::Right;
use crate::service::failure::Outcome;
use crate::service::mandates::permit;
use crate::service::people::Profile;
use crate::store::{Controller, MandateRecord, Reads, Tenant};

/// A person's part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Whose power is used.
    pub mandate: MandateId,
    /// What it still lacks.
    pub missing: Vec<Missing>,
}

/// An act on a complaint at a moment.
pub(super) struct Parts<'a> {
    pub act: Act,
    pub controller: &'a Controller,
    pub at: Timestamp,
    pub keys: Arc<OrganisationKeys>,
}

impl Parts<'_> {
    /// The parts of people, or why they can have none. With each person come mandates that were used before: where none is in force
    /// any more, they tell how that came. Whoever calls it writes the audit entry.
    pub async fn of<C: Reads>(
        &self,
        tenant: &Tenant<'_, C>,
        people: &BTreeMap<DataSubjectId, Vec<MandateId>>,
    ) -> Outcome<BTreeMap<DataSubjectId, Result<Part, LeftOut>>> {
        let ids: Vec<DataSubjectId> = people.keys().copied().collect();
        let mut records: BTreeMap<DataSubjectId, Vec<MandateRecord>> = BTreeMap::new();
        for record in tenant.mandates_in_force_of(&ids).await? {
            records.entry(record.data_subject).or_default().push(record);
        }
        let before: Vec<MandateId> = people
            .iter()
            .filter(|(person, _)| !records.contains_key(person))
            .flat_map(|(_, used)| used.iter().copied())
            .collect();
        for record in tenant.mandates_by_ids(&before).await? {
            records.entry(record.data_subject).or_default().push(record);
        }
        // Where several cover the act, the latest says best what the person wants.
        for of_person in records.values_mut() {
            of_person.sort_by_key(|record| std::cmp::Reverse((record.mandate.signed_on, record.id)));
        }
        let mut parts: BTreeMap<_, _> = ids.iter().map(|id| (*id, Err(LeftOut::Erased))).collect();
        for (subject, wrapped) in tenant.data_subjects_with_keys(&ids).await? {
            let Some(wrapped) = wrapped.filter(|_| subject.erased_at.is_none()) else { continue };
            let part = match self.covered_by(records.get(&subject.id).map_or(&[], Vec::as_slice)) {
                Err(refusal) => Err(LeftOut::from(refusal)),
                Ok(record) => {
                    let key = self.keys.open_subject_key(subject.id.0, &wrapped)?;
                    let profile = Profile::open(&key, tenant.organisation(), subject.id, &subject.profile)?;
                    Ok(Part { mandate: record.id, missing: missing_of(&profile, record) })
                }
            };
            parts.insert(subject.id, part);
        }
        Ok(parts)
    }

    /// The mandate that covers the act; of several reasons why none does, the one that comes closest to a power.
    fn covered_by<'r>(&self, records: &'r [MandateRecord]) -> Result<&'r MandateRecord, MandateRefusal> {
        let mut closest = MandateRefusal::Missing;
        for record in records {
            // A power to complain does not depend on the right.
            match permit(record, self.act, Right::Access, self.controller, self.at) {
                Ok(_) => return Ok(record),
                Err(refusal) if closeness(refusal) > closeness(closest) => closest = refusal,
                Err(_) => {}
            }
        }
        Err(closest)
    }
}

const fn closeness(refusal: MandateRefusal) -> u8 {
    match refusal {
        MandateRefusal::Missing => 0,
        MandateRefusal::ActNotCovered | MandateRefusal::RightNotCovered => 1,
        MandateRefusal::Revoked => 2,
        MandateRefusal::Expired => 3,
        MandateRefusal::NotYetValid => 4,
        MandateRefusal::ControllerNotCovered => 5,
        MandateRefusal::DisclosureMissing => 6,
    }
}

fn missing_of(profile: &Profile, record: &MandateRecord) -> Vec<Missing> {
    let named = profile.full_name.is_some() || profile.given_name.is_some() || profile.family_name.is_some();
    let address = profile.address.street.is_some() && profile.address.city.is_some();
    let reached = profile.email.is_some() || profile.phone.is_some() || address;
    let evidence = &record.mandate.evidence;
    let proven = evidence.sha256.is_some() || !evidence.kind.is_document();
    let lacks = [(named, Missing::PersonName), (reached, Missing::PersonContact), (proven, Missing::MandateProof)];
    lacks.into_iter().filter(|(there, _)| !there).map(|(_, missing)| missing).collect()
}
