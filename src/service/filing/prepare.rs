//! What can be done for a line alone, on a thread for computing: sealing, blind indexes, the mandate, what is asked.

use crate::crypto::SubjectKey;
use crate::crypto::blind::BlindIndex;
use crate::domain::ask::{AskProblem, Correction, PersonalAsk};
use crate::domain::code::Code;
use crate::ingest::{LineProblem, PersonLine};
use crate::service::people::{Indexes, Profile};
use crate::service::{Context, Outcome};
use crate::store::KnownPerson;
use entity::id::{DataSubjectId, MandateId};

use super::mandate::MandateDraft;
use super::note::Note;
use super::plan::Plan;

/// A line, ready to be decided.
pub struct Prepared {
    /// Physical line, from 1.
    pub line_no: u64,
    /// The person, or why the line is refused whatever is known.
    pub person: Result<Box<PreparedPerson>, Vec<Note>>,
}

/// A person with everything that is made before it is known whether the person is new.
pub struct PreparedPerson {
    /// The id, if the person is new.
    pub id: DataSubjectId,
    /// Who it is.
    pub indexes: Indexes,
    /// What the line says.
    pub profile: Profile,
    /// The key, if the person is new, and its wrapped form.
    pub key: SubjectKey,
    /// The key as its row keeps it.
    pub wrapped_key: Vec<u8>,
    /// The profile as its row keeps it, if the person is new.
    pub sealed: Vec<u8>,
    /// The id of the mandate, if it is new.
    pub mandate_id: MandateId,
    /// The mandate that the line gives, or why it gives none.
    pub mandate: Result<MandateDraft, Note>,
    /// What is asked.
    pub asked: Asked,
    /// Positions of the controllers in the plan; none for all.
    pub targets: Option<Vec<usize>>,
    /// Controllers named on the line that are not there.
    pub notes: Vec<Note>,
}

/// What one person asks.
pub struct Asked {
    /// Keyed hash of the exact scope.
    pub scope: BlindIndex,
    /// JSON of what goes beyond the campaign.
    pub personal: Option<zeroize::Zeroizing<Vec<u8>>>,
}

/// Prepares a line of an upload.
///
/// # Errors
/// A failure of sealing, which a sound library does not give.
pub fn prepare(context: &Context, plan: &Plan, line: Result<PersonLine, Vec<LineProblem>>) -> Outcome<Prepared> {
    let line = match line {
        Ok(line) => line,
        Err(problems) => {
            let line_no = problems.first().map_or(0, |problem| problem.line_no);
            return Ok(Prepared { line_no, person: Err(problems.into_iter().map(Note::from).collect()) });
        }
    };
    let line_no = line.line_no;
    let asked = match asked(plan, &line) {
        Ok(asked) => asked,
        Err(problems) => return Ok(Prepared { line_no, person: Err(problems.iter().map(ask_note).collect()) }),
    };
    let mandate = match &plan.mandate {
        Some(common) => common.draft(&line.mandate),
        None => Err(Note::of(Code::MandateMissing)),
    };
    let (targets, notes) = targets(plan, &line.controllers);
    let profile = Profile::from(line);
    let key = SubjectKey::generate(context.random.as_ref())?;
    let id: DataSubjectId = context.ids.next();
    let person = PreparedPerson {
        id,
        indexes: profile.indexes(plan.keys.blind()),
        wrapped_key: plan.keys.seal_subject_key(id.0, &key)?.to_vec(),
        sealed: profile.seal(&key, plan.organisation(), id)?,
        profile,
        key,
        mandate_id: context.ids.next(),
        mandate,
        asked,
        targets,
        notes,
    };
    Ok(Prepared { line_no, person: Ok(Box::new(person)) })
}

/// Prepares a filing for a person who is known already, under a mandate that is.
///
/// # Errors
/// A failure of opening what is stored.
pub fn prepare_known(context: &Context, plan: &Plan, known: &KnownPerson, personal: PersonalAsk) -> Outcome<Prepared> {
    let asked = match asked_personally(plan, personal) {
        Ok(asked) => asked,
        Err(problems) => return Ok(Prepared { line_no: 1, person: Err(problems.iter().map(ask_note).collect()) }),
    };
    let key = plan.keys.open_subject_key(known.id.0, &known.wrapped_key)?;
    let profile = Profile::open(&key, plan.organisation(), known.id, &known.profile)?;
    let mut indexes = profile.indexes(plan.keys.blind());
    if let Ok(stored) = BlindIndex::try_from(known.identity.as_slice()) {
        indexes.identity = stored;
    }
    let person = PreparedPerson {
        id: known.id,
        indexes,
        profile,
        key,
        wrapped_key: known.wrapped_key.clone(),
        sealed: known.profile.clone(),
        mandate_id: context.ids.next(),
        mandate: Err(Note::of(Code::MandateMissing)),
        asked,
        targets: None,
        notes: Vec::new(),
    };
    Ok(Prepared { line_no: 1, person: Ok(Box::new(person)) })
}

fn ask_note(problem: &AskProblem) -> Note {
    Note::at(Code::AskIncomplete, format!("ask{}", problem.pointer.replace('/', ".")))
}

fn asked(plan: &Plan, line: &PersonLine) -> Result<Asked, Vec<AskProblem>> {
    let text = |value: &crate::crypto::Personal<String>| value.expose().clone();
    let personal = PersonalAsk {
        fields: line
            .ask
            .rectifications
            .iter()
            .map(|one| Correction {
                field: text(&one.field),
                wrong: one.wrong.as_ref().map(text),
                right: Some(text(&one.right)),
            })
            .collect(),
        grounds: line.ask.objection_grounds.as_ref().map(text),
        ..PersonalAsk::default()
    };
    asked_personally(plan, personal)
}

fn asked_personally(plan: &Plan, personal: PersonalAsk) -> Result<Asked, Vec<AskProblem>> {
    if personal.is_empty() {
        return Ok(Asked { scope: plan.common_scope.clone()?, personal: None });
    }
    let merged = plan.ask.merge(&personal)?;
    let json = zeroize::Zeroizing::new(serde_json::to_vec(&personal).unwrap_or_default());
    Ok(Asked { scope: plan.keys.blind().scope(&merged.scope_bytes()), personal: Some(json) })
}

/// The controllers a line names, by their places in the plan.
fn targets(plan: &Plan, names: &[String]) -> (Option<Vec<usize>>, Vec<Note>) {
    if names.is_empty() {
        return (None, Vec::new());
    }
    let mut found = Vec::with_capacity(names.len());
    let mut notes = Vec::new();
    for name in names {
        match plan.target_named(name) {
            Some(index) if !found.contains(&index) => found.push(index),
            Some(_) => {}
            None => notes.push(Note::at(Code::UnknownController, "controllers")),
        }
    }
    (Some(found), notes)
}
