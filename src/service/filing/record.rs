//! What is written for a line that is filed: the person, the mandate, the requests and the messages that carry them.

use std::collections::hash_map::Entry;

use entity::id::{DataSubjectId, RequestId};

use crate::domain::mandate::MandateState;
use crate::service::Outcome;
use crate::service::mandates::words_binding;
use crate::service::people::Profile;
use crate::store::{ChangedPerson, KnownPerson, NewMandate, NewPerson, NewRequest};

use super::decide::{Accepted, Deciding, Mandates};
use super::prepare::PreparedPerson;
use super::standing::{ask_binding, ready};

impl Deciding<'_> {
    /// Known mandates that are relied on must still stand when the rows are written.
    pub(super) fn hold(&mut self, accepted: &[Accepted], person: &PreparedPerson) {
        for (_, mandate, _) in accepted {
            if *mandate != person.mandate_id {
                self.decided.rows.rely_on(*mandate);
            }
        }
    }

    /// A known person who gives a new mandate must not be erased before it is written.
    pub(super) fn hold_person(&mut self, mandates: &Mandates<'_>, id: DataSubjectId) {
        if matches!(mandates, Mandates::Line(_, None)) {
            self.decided.rows.person_stays(id);
        }
    }

    pub(super) fn count_person(&mut self, known: bool, mandates: &Mandates<'_>) {
        let counts = &mut self.decided.counts;
        counts.people_known += u64::from(known);
        counts.people_new += u64::from(!known);
        counts.mandates += u64::from(matches!(mandates, Mandates::Line(_, None)));
    }

    pub(super) fn record_person(
        &mut self,
        known: Option<&KnownPerson>,
        completed: Option<(Profile, bool)>,
        person: &PreparedPerson,
    ) {
        let (frame, decided) = (&self.plan.frame, &mut self.decided);
        match (known, completed) {
            (Some(known), Some((profile, true))) => {
                let indexes = profile.indexes(self.plan.keys.blind());
                let key = self.plan.keys.open_subject_key(known.id.0, &known.wrapped_key);
                let sealed = key.and_then(|key| profile.seal(&key, frame.organisation, known.id));
                // It was opened a moment ago, so that it seals too; what is known stays as it is otherwise.
                if let Ok(profile) = sealed {
                    decided.changed.push(known.id);
                    decided.rows.changed_person(ChangedPerson {
                        id: known.id,
                        version: known.version,
                        profile,
                        email_index: indexes.email.map(Vec::from),
                        phone_index: indexes.phone.map(Vec::from),
                    });
                }
            }
            (Some(_), _) => {}
            (None, _) => {
                decided.people.push(person.id);
                decided.rows.person(
                    frame,
                    NewPerson {
                        id: person.id,
                        identity: person.indexes.identity.to_vec(),
                        email: person.indexes.email.map(Vec::from),
                        phone: person.indexes.phone.map(Vec::from),
                        profile: person.sealed.clone(),
                        wrapped_key: person.wrapped_key.clone(),
                    },
                );
            }
        }
    }

    pub(super) fn record_mandate(
        &mut self,
        mandates: &Mandates<'_>,
        person: &PreparedPerson,
        known: Option<&KnownPerson>,
        id: DataSubjectId,
    ) -> Outcome<()> {
        let (Mandates::Line(_, None), Ok(draft)) = (mandates, &person.mandate) else { return Ok(()) };
        let plan = self.plan;
        let seal = |words: &[u8]| {
            let known = known.map(|known| plan.keys.open_subject_key(known.id.0, &known.wrapped_key)).transpose()?;
            known.as_ref().unwrap_or(&person.key).seal(&words_binding(plan.organisation(), person.mandate_id), words)
        };
        let words = draft.words.as_ref().map(|words| seal(words)).transpose()?;
        self.decided.mandates.push(person.mandate_id);
        self.decided.rows.mandate(
            &self.plan.frame,
            NewMandate {
                id: person.mandate_id,
                data_subject: id,
                powers: draft.powers.clone(),
                words,
                mandate: draft.mandate.clone(),
                evidence_sha256: draft.evidence_sha256.clone(),
                state: MandateState::Active,
            },
        );
        Ok(())
    }

    pub(super) fn record_requests(
        &mut self,
        accepted: &[Accepted],
        person: &PreparedPerson,
        known: Option<&KnownPerson>,
        id: DataSubjectId,
    ) -> Outcome<Vec<u8>> {
        let (plan, decided) = (self.plan, &mut self.decided);
        let known_key = match (known, &person.asked.personal) {
            (Some(known), Some(_)) => Some(plan.keys.open_subject_key(known.id.0, &known.wrapped_key)?),
            _ => None,
        };
        let key = known_key.as_ref().unwrap_or(&person.key);
        let mut bytes = Vec::with_capacity(accepted.len() * 16);
        for (position, mandate, permit) in accepted {
            let target = &plan.targets[*position];
            let Some(channel) = &target.channel else { continue };
            let standing = match self.standings.entry(*position) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => new.insert(ready(target.place, *permit, &plan.frame.follow)?),
            };
            let request: RequestId = self.context.ids.next();
            let ask = match &person.asked.personal {
                Some(json) => Some(key.seal(&ask_binding(plan.organisation(), request), json)?),
                None => None,
            };
            let dispatch = self.outgoing.take(*position, target, channel, request, &mut decided.rows);
            decided.rows.request(
                &plan.frame,
                NewRequest {
                    id: request,
                    data_subject: id,
                    mandate: *mandate,
                    controller: target.id,
                    scope: &person.asked.scope,
                    ask,
                    standing,
                    dispatch,
                    event: self.context.ids.next(),
                    event_data: target.event_data.clone(),
                },
            );
            decided.requests.push(request);
            if plan.frame.batch.is_none() {
                decided.controllers.push(target.id);
            }
            bytes.extend_from_slice(request.0.as_bytes());
        }
        Ok(bytes)
    }
}
