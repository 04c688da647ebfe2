//! What must be there before a request can go, and the bounds of each field.

use super::{
    Ask, Correction, ErasureScope, MAX_ENTRIES, MAX_NAME_CHARS, MAX_TEXT_CHARS, ObjectionAgainst, PersonalAsk,
};
use crate::domain::code::Code;
use crate::domain::problem::{FieldProblem, Problem};
use crate::domain::right::Right;

/// One thing that is wrong with what is asked. Names the place, never the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskProblem {
    /// JSON pointer into the ask, for example `/fields/0/right`.
    pub pointer: String,
    /// What is wrong there.
    pub kind: AskProblemKind,
}

/// The ways in which an ask can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskProblemKind {
    /// Something that the law or the product needs is not there.
    Missing,
    /// There, but empty or blank.
    Empty,
    /// Longer than its bound, in characters or entries.
    TooLong,
    /// Stands twice.
    Repeated,
    /// The right value equals the wrong one.
    SameValue,
    /// Belongs to another right, or contradicts another field.
    NotApplicable,
}

impl AskProblemKind {
    /// Text for people, without the value.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Missing => "is needed here",
            Self::Empty => "must not be empty",
            Self::TooLong => "is too long",
            Self::Repeated => "stands twice",
            Self::SameValue => "is the same as the wrong value",
            Self::NotApplicable => "does not belong here",
        }
    }
}

impl From<Vec<AskProblem>> for Problem {
    fn from(found: Vec<AskProblem>) -> Self {
        let field = |problem: AskProblem| FieldProblem {
            pointer: problem.pointer,
            code: Code::InvalidField,
            message: problem.kind.text().to_owned(),
        };
        Self { code: Code::AskIncomplete, detail: None, fields: found.into_iter().map(field).collect() }
    }
}

type Problems = Vec<AskProblem>;

fn problem(pointer: impl Into<String>, kind: AskProblemKind) -> AskProblem {
    AskProblem { pointer: pointer.into(), kind }
}

impl Ask {
    /// Checks the common part of a campaign: bounds and contradictions, but not what each person's line may still add.
    ///
    /// # Errors
    /// Every problem found.
    pub fn check_common(&self) -> Result<(), Vec<AskProblem>> {
        finish(self.bounds())
    }

    /// Checks that this can be sent as it is.
    ///
    /// # Errors
    /// Every problem found.
    pub fn check(&self) -> Result<(), Vec<AskProblem>> {
        let mut problems = self.bounds();
        match self {
            Self::Rectification { fields, statement } => {
                if fields.is_empty() && statement.is_none() {
                    problems.push(problem("/fields", AskProblemKind::Missing));
                }
                for (index, field) in fields.iter().enumerate() {
                    if field.right.is_none() {
                        problems.push(problem(format!("/fields/{index}/right"), AskProblemKind::Missing));
                    }
                }
            }
            Self::Erasure { scope: ErasureScope::NamedData, data, .. } if data.is_empty() => {
                problems.push(problem("/data", AskProblemKind::Missing));
            }
            // Article 21(1) and (6): grounds relating to the person's particular situation.
            Self::Objection { against, grounds: None } if *against != ObjectionAgainst::Marketing => {
                problems.push(problem("/grounds", AskProblemKind::Missing));
            }
            Self::AutomatedDecision { decision: None, .. } => {
                problems.push(problem("/decision", AskProblemKind::Missing));
            }
            _ => {}
        }
        finish(problems)
    }

    fn bounds(&self) -> Problems {
        let mut problems = Problems::new();
        match self {
            Self::Access { items, .. } => no_repeats("/items", items, &mut problems),
            Self::Rectification { fields, statement } => {
                corrections(fields, &mut problems);
                text("/statement", statement, &mut problems);
            }
            Self::Erasure { scope, data, .. } => {
                if *scope == ErasureScope::AllData && !data.is_empty() {
                    problems.push(problem("/data", AskProblemKind::NotApplicable));
                }
                names("/data", data, &mut problems);
            }
            Self::Restriction { data, .. } => names("/data", data, &mut problems),
            Self::Portability { direct_transfer_to, data, .. } => {
                text("/direct_transfer_to", direct_transfer_to, &mut problems);
                names("/data", data, &mut problems);
            }
            Self::Objection { grounds, .. } => text("/grounds", grounds, &mut problems),
            Self::AutomatedDecision { decision, wishes, view } => {
                text("/decision", decision, &mut problems);
                no_repeats("/wishes", wishes, &mut problems);
                text("/view", view, &mut problems);
            }
        }
        problems
    }
}

/// The fields of a line that say something about another right than the campaign's.
pub fn foreign_fields(right: Right, personal: &PersonalAsk) -> Problems {
    let data_rights = [Right::Erasure, Right::Restriction, Right::Portability];
    [
        ("/fields", !personal.fields.is_empty(), right == Right::Rectification),
        ("/statement", personal.statement.is_some(), right == Right::Rectification),
        ("/grounds", personal.grounds.is_some(), right == Right::Objection),
        ("/decision", personal.decision.is_some(), right == Right::AutomatedDecision),
        ("/view", personal.view.is_some(), right == Right::AutomatedDecision),
        ("/data", !personal.data.is_empty(), data_rights.contains(&right)),
    ]
    .into_iter()
    .filter(|(_, given, belongs)| *given && !belongs)
    .map(|(pointer, ..)| problem(pointer, AskProblemKind::NotApplicable))
    .collect()
}

fn corrections(fields: &[Correction], problems: &mut Problems) {
    if fields.len() > MAX_ENTRIES {
        problems.push(problem("/fields", AskProblemKind::TooLong));
        return;
    }
    for (index, field) in fields.iter().enumerate() {
        let at = |part: &str| format!("/fields/{index}/{part}");
        name(&at("field"), &field.field, problems);
        if fields[..index].iter().any(|earlier| earlier.field == field.field) {
            problems.push(problem(at("field"), AskProblemKind::Repeated));
        }
        text(&at("wrong"), &field.wrong, problems);
        text(&at("right"), &field.right, problems);
        if field.right.is_some() && field.right == field.wrong {
            problems.push(problem(at("right"), AskProblemKind::SameValue));
        }
    }
}

fn names(pointer: &str, entries: &[String], problems: &mut Problems) {
    no_repeats(pointer, entries, problems);
    for (index, entry) in entries.iter().take(MAX_ENTRIES).enumerate() {
        name(&format!("{pointer}/{index}"), entry, problems);
    }
}

fn no_repeats<T: PartialEq>(pointer: &str, entries: &[T], problems: &mut Problems) {
    if entries.len() > MAX_ENTRIES {
        problems.push(problem(pointer, AskProblemKind::TooLong));
        return;
    }
    for (index, entry) in entries.iter().enumerate() {
        if entries[..index].contains(entry) {
            problems.push(problem(format!("{pointer}/{index}"), AskProblemKind::Repeated));
        }
    }
}

fn name(pointer: &str, value: &str, problems: &mut Problems) {
    bounded(pointer, value, MAX_NAME_CHARS, problems);
}

fn text(pointer: &str, value: &Option<String>, problems: &mut Problems) {
    if let Some(value) = value {
        bounded(pointer, value, MAX_TEXT_CHARS, problems);
    }
}

fn bounded(pointer: &str, value: &str, max_chars: usize, problems: &mut Problems) {
    if value.trim().is_empty() {
        problems.push(problem(pointer, AskProblemKind::Empty));
    } else if value.chars().nth(max_chars).is_some() {
        problems.push(problem(pointer, AskProblemKind::TooLong));
    }
}

fn finish(problems: Problems) -> Result<(), Problems> {
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}
