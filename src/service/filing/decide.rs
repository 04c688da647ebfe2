//! Decides a chunk: which pairs of person and controller are filed, and what is said about each line.

use std::collections::{HashMap, HashSet};

use entity::id::{ControllerId, DataSubjectId, MandateId, RequestId};
use jiff::Timestamp;
use uuid::Uuid;

use crate::crypto::blind::BlindIndex;
use crate::domain::audit::AuditAction;
use crate::domain::batch::{BatchMode, Counts, LineOutcome};
use crate::domain::code::Code;
use crate::domain::controller::IdentityElement;
use crate::domain::mandate::{Act, Mandate, MandateRefusal, Permit};
use crate::service::mandates::words_binding;
use crate::service::people::Profile;
use crate::service::{Context, Outcome};
use crate::store::{FilingRows, KnownMandate, KnownPerson, NewLine, StandingColumns};

use super::known::Known;
use super::mandate::MandateDraft;
use super::merge::merge;
use super::note::{Note, notes_json};
use super::outgoing::{OpenBundles, Outgoing};
use super::plan::{Plan, Target};
use super::prepare::{Prepared, PreparedPerson};

/// A decided chunk.
#[derive(Default)]
pub struct Decided {
    /// What is written.
    pub rows: FilingRows,
    /// Its figures.
    pub counts: Counts,
    /// Ids of people, mandates and requests made, and of people changed, in order; for the audit record.
    pub people: Vec<DataSubjectId>,
    /// Mandates made.
    pub mandates: Vec<MandateId>,
    /// Requests made.
    pub requests: Vec<RequestId>,
    /// With whom each of them was filed, for a single filing.
    pub controllers: Vec<ControllerId>,
    /// People completed.
    pub changed: Vec<DataSubjectId>,
    /// Bundles that have room.
    pub open_bundles: OpenBundles,
    /// What is said of the lines, in their order; for a single filing.
    pub notes: Vec<Vec<Note>>,
}

/// What was done to which records.
pub type Touched = Vec<(AuditAction, &'static str, Vec<Uuid>)>;

impl Decided {
    /// What the audit record says of the chunk, a kind of record at a time; kinds without any are left out.
    pub fn touched(&self) -> Touched {
        fn ids<T: Copy + Into<Uuid>>(ids: &[T]) -> Vec<Uuid> {
            ids.iter().map(|id| (*id).into()).collect()
        }
        let mut touched = vec![
            (AuditAction::Create, "data_subject", ids(&self.people)),
            (AuditAction::Change, "data_subject", ids(&self.changed)),
            (AuditAction::Create, "mandate", ids(&self.mandates)),
            (AuditAction::Create, "request", ids(&self.requests)),
        ];
        touched.retain(|(.., ids)| !ids.is_empty());
        touched
    }
}

/// What stands while the lines are gone through.
pub(super) struct Deciding<'a> {
    pub(super) context: &'a Context,
    pub(super) plan: &'a Plan,
    known: &'a Known,
    now: Timestamp,
    seen: HashSet<BlindIndex>,
    pub(super) outgoing: Outgoing<'a>,
    /// How requests stand when filed, by the position of their controller.
    pub(super) standings: HashMap<usize, StandingColumns>,
    pub(super) decided: Decided,
}

/// Decides the lines of a chunk by what is known. `seen_before` tells who stood on an earlier line, where nothing that was
/// stored tells.
///
/// # Errors
/// What is stored cannot be opened.
pub fn decide(
    context: &Context,
    plan: &Plan,
    known: &Known,
    lines: &[Prepared],
    open_bundles: OpenBundles,
    seen_before: &HashSet<BlindIndex>,
) -> Outcome<Decided> {
    let mut deciding = Deciding {
        context,
        plan,
        known,
        now: plan.frame.at,
        seen: HashSet::with_capacity(lines.len()),
        outgoing: Outgoing::new(&plan.frame, &context.ids, open_bundles),
        standings: HashMap::new(),
        decided: Decided::default(),
    };
    for line in lines {
        let verdict = match &line.person {
            Err(notes) => Verdict::refused(notes.clone()),
            Ok(person) if seen_before.contains(&person.indexes.identity) => {
                Verdict::refused(vec![Note::of(Code::DuplicateInBatch)])
            }
            Ok(person) => deciding.person(person)?,
        };
        deciding.close_line(line.line_no, verdict);
    }
    let Deciding { outgoing, mut decided, .. } = deciding;
    decided.open_bundles = outgoing.finish(&plan.targets, &mut decided.rows);
    Ok(decided)
}

/// What became of one line.
#[derive(Default)]
struct Verdict {
    notes: Vec<Note>,
    person: Option<DataSubjectId>,
    mandate: Option<MandateId>,
    requests: Vec<u8>,
    filed: u64,
    pairs_refused: u64,
}

impl Verdict {
    fn refused(notes: Vec<Note>) -> Self {
        Self { notes, ..Self::default() }
    }
}

/// A pair that is filed: the position of the controller, the mandate relied on, and the proof that it covers it.
pub(super) type Accepted = (usize, MandateId, Permit);

/// The mandates that can cover a person's requests: the one the line gives, or those that are known.
pub(super) enum Mandates<'a> {
    /// Of the line; with the id of an identical one that is known.
    Line(&'a Mandate, Option<MandateId>),
    Known(&'a [KnownMandate]),
}

impl Deciding<'_> {
    fn person(&mut self, person: &PreparedPerson) -> Outcome<Verdict> {
        if !self.seen.insert(person.indexes.identity) {
            return Ok(Verdict::refused(vec![Note::of(Code::DuplicateInBatch)]));
        }
        let known = self.known.people.get(person.indexes.identity.as_slice());
        if let (Some(known), Some(batch)) = (known, self.plan.frame.batch)
            && self.known.in_batch.contains(&(known.id, batch))
        {
            return Ok(Verdict::refused(vec![Note::of(Code::DuplicateInBatch)]));
        }
        let given = known.and_then(|known| self.known.mandates.get(&known.id)).map(Vec::as_slice).unwrap_or_default();
        let erased = self.known.erased.get(person.indexes.identity.as_slice());
        let mandates = match &person.mandate {
            // As with a mandate that was revoked: what was signed before the erasure does not bring the person back (M-11, P-9).
            Ok(draft) if erased.is_some_and(|until| draft.mandate.signed_on <= *until) => {
                return Ok(Verdict::refused(vec![Note::of(Code::MandateRevoked)]));
            }
            Ok(draft) if given.iter().any(|known| draft.mandate.is_revoked_with(&known.mandate)) => {
                return Ok(Verdict::refused(vec![Note::of(Code::MandateRevoked)]));
            }
            Ok(draft) => {
                let same = known.map(|known| self.same(known, given, draft)).transpose()?;
                Mandates::Line(&draft.mandate, same.flatten())
            }
            Err(note) if given.is_empty() => return Ok(Verdict::refused(vec![note.clone()])),
            Err(_) => Mandates::Known(given),
        };
        let completed = known.map(|known| self.completed(known, person)).transpose()?;
        let profile = completed.as_ref().map_or(&person.profile, |(profile, _)| profile);
        let id = known.map_or(person.id, |known| known.id);

        let mut verdict = Verdict { notes: person.notes.clone(), ..Verdict::default() };
        verdict.pairs_refused = person.notes.len() as u64;
        let mut accepted: Vec<Accepted> = Vec::new();
        let all = 0..self.plan.targets.len();
        let chosen: Vec<usize> = person.targets.clone().unwrap_or_else(|| all.collect());
        for position in chosen {
            let target = &self.plan.targets[position];
            match self.pair(target, &mandates, person, profile, id) {
                Ok((mandate, permit, recent)) => {
                    accepted.push((position, mandate, permit));
                    if recent {
                        verdict.notes.push(Note::of(Code::RecentRequest).with(target.id).as_warning());
                    }
                }
                Err(Refusal::Line(note)) => {
                    return Ok(Verdict { pairs_refused: verdict.pairs_refused + 1, ..Verdict::refused(vec![note]) });
                }
                Err(Refusal::Pair(note)) => {
                    verdict.pairs_refused += 1;
                    verdict.notes.push(note.with(target.id));
                }
            }
        }
        if accepted.is_empty() {
            return Ok(verdict);
        }
        verdict.filed = accepted.len() as u64;
        self.count_person(known.is_some(), &mandates);
        if self.plan.mode == BatchMode::File {
            verdict.person = Some(id);
            verdict.mandate = accepted.first().map(|(_, mandate, _)| *mandate);
            self.hold(&accepted, person);
            if known.is_some() {
                self.hold_person(&mandates, id);
            }
            self.record_person(known, completed, person);
            self.record_mandate(&mandates, person, known, id)?;
            verdict.requests = self.record_requests(&accepted, person, known, id)?;
        }
        Ok(verdict)
    }

    /// The mandate of a known person that says the same as the line's.
    fn same(&self, person: &KnownPerson, given: &[KnownMandate], draft: &MandateDraft) -> Outcome<Option<MandateId>> {
        for known in given.iter().filter(|known| known.mandate == draft.mandate) {
            let same = match (&known.words, &draft.words) {
                (Some(sealed), Some(words)) => {
                    let key = self.plan.keys.open_subject_key(person.id.0, &person.wrapped_key)?;
                    let opened = key.open(&words_binding(self.plan.organisation(), known.id), sealed)?;
                    opened.expose() == &***words
                }
                (sealed, words) => sealed.is_none() && words.is_none(),
            };
            if same {
                return Ok(Some(known.id));
            }
        }
        Ok(None)
    }

    /// What is known, completed by the line, and whether that is a change.
    fn completed(&self, known: &KnownPerson, person: &PreparedPerson) -> Outcome<(Profile, bool)> {
        let organisation = self.plan.organisation();
        let stored =
            Profile::open_wrapped(&self.plan.keys, organisation, known.id, &known.wrapped_key, &known.profile)?;
        Ok(match merge(&stored, &person.profile) {
            Some(merged) => (merged, true),
            None => (stored, false),
        })
    }

    /// Whether one pair can be filed: under which mandate, and whether the same was asked lately.
    fn pair(
        &self,
        target: &Target,
        mandates: &Mandates<'_>,
        person: &PreparedPerson,
        profile: &Profile,
        id: DataSubjectId,
    ) -> Result<(MandateId, Permit, bool), Refusal> {
        if let Some(code) = target.refusal {
            return Err(Refusal::Pair(Note::of(code)));
        }
        let (mandate, permit) = self.covering(target, mandates, person)?;
        if let Some(element) = target.needs.iter().find(|element| !has(profile, **element)) {
            return Err(Refusal::Pair(Note::at(Code::IdentityElementMissing, element.as_str())));
        }
        let pair = (id, target.id, person.asked.scope.to_vec());
        if self.known.open.contains_key(&pair) {
            return Err(Refusal::Pair(Note::of(Code::DuplicateRequest)));
        }
        Ok((mandate, permit, self.known.recent.contains(&pair)))
    }

    /// The mandate that covers filing with this controller at this moment (M-9).
    fn covering(
        &self,
        target: &Target,
        mandates: &Mandates<'_>,
        person: &PreparedPerson,
    ) -> Result<(MandateId, Permit), Refusal> {
        let permits = |mandate: &Mandate| {
            mandate.permits(Act::Prepare, self.plan.frame.right, target.id.0, &target.categories, self.now)
        };
        match mandates {
            Mandates::Line(mandate, same) => {
                let permit = permits(mandate)?;
                Ok((same.unwrap_or(person.mandate_id), permit))
            }
            Mandates::Known(given) => {
                let mut reason = MandateRefusal::Missing;
                for known in *given {
                    match permits(&known.mandate) {
                        Ok(permit) => return Ok((known.id, permit)),
                        // What holds for this controller alone says nothing of the others.
                        Err(_) if reason == MandateRefusal::ControllerNotCovered => {}
                        Err(refusal) => reason = refusal,
                    }
                }
                Err(reason.into())
            }
        }
    }

    fn close_line(&mut self, line_no: u64, verdict: Verdict) {
        let warnings = verdict.notes.iter().filter(|note| note.warning).count() as u64;
        let whole = verdict.notes.iter().all(|note| note.warning);
        let outcome = match (verdict.filed, whole, self.plan.mode) {
            (0, ..) => LineOutcome::Refused,
            (_, true, BatchMode::File) => LineOutcome::Filed,
            (_, false, BatchMode::File) => LineOutcome::PartlyFiled,
            (_, true, BatchMode::Validate) => LineOutcome::Valid,
            (_, false, BatchMode::Validate) => LineOutcome::PartlyValid,
        };
        let counts = &mut self.decided.counts;
        counts.lines += 1;
        counts.accepted += u64::from(outcome != LineOutcome::Refused);
        counts.refused += u64::from(outcome == LineOutcome::Refused);
        counts.requests += verdict.filed;
        counts.pairs_refused += verdict.pairs_refused;
        counts.warnings += warnings;
        if self.plan.frame.batch.is_some() {
            self.decided.rows.line(
                &self.plan.frame,
                NewLine {
                    line_no,
                    outcome,
                    data_subject: verdict.person,
                    mandate: verdict.mandate,
                    requests: verdict.requests,
                    problems: notes_json(&verdict.notes),
                },
            );
        }
        if self.plan.frame.batch.is_none() {
            self.decided.notes.push(verdict.notes);
        }
    }
}

/// Why a pair is not filed: for a reason of this controller, or one that holds for the whole line.
enum Refusal {
    Line(Note),
    Pair(Note),
}

impl From<MandateRefusal> for Refusal {
    fn from(refusal: MandateRefusal) -> Self {
        match refusal {
            MandateRefusal::ControllerNotCovered => Self::Pair(Note::of(refusal.code())),
            _ => Self::Line(Note::of(refusal.code())),
        }
    }
}

/// Whether a person has what a controller needs (B-7).
fn has(profile: &Profile, element: IdentityElement) -> bool {
    let address = &profile.address;
    match element {
        IdentityElement::Name => {
            profile.given_name.is_some() || profile.family_name.is_some() || profile.full_name.is_some()
        }
        IdentityElement::Email => profile.email.is_some(),
        IdentityElement::BirthDate => profile.birth_date.is_some(),
        IdentityElement::Address => {
            address.street.is_some() && (address.city.is_some() || address.postal_code.is_some())
        }
        IdentityElement::Phone => profile.phone.is_some(),
        IdentityElement::CustomerNumber => profile.identifiers.contains_key("customer_number"),
        // Only words say what is meant; a person has to look.
        IdentityElement::Other => true,
    }
}
