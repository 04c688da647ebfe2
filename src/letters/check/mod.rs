//! Whether a template is one: read before it is kept, so that no letter fails for its template later.
//!
//! Templates are text, markup and a small part of the engine's language: `if`, `for` over lists, `include` of the parts of the
//! house, names of variables, `and`, `or`, `not`, equality, and a handful of filters. Everything else is refused by default,
//! construct by construct, whatever the engine would do with it. What is left is then filled with samples: one in which
//! everything is known and one in which little is, so that a variable that may be unknown is found where nothing asks for it.

mod bounds;
mod names;
mod walk;

use minijinja::machinery::parse;
use minijinja::{Error, ErrorKind};

use super::engine::{self, NAME};
use super::problem::TemplateProblem;
use super::{markup, quote, sample, values};
use crate::domain::letter::{LetterKind, LetterRight};
use crate::wording::{Language, Words};

/// Longest template, in bytes.
pub const MAX_SOURCE_BYTES: usize = 64 << 10;
/// Most problems that are told at once.
const MAX_PROBLEMS: usize = 50;

/// What a template is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Purpose {
    /// Which letter.
    pub kind: LetterKind,
    /// For which right; none when it serves all.
    pub right: Option<LetterRight>,
    /// In which language.
    pub language: Language,
}

/// Everything that is wrong with a template; nothing when it can be used.
pub fn check(purpose: Purpose, source: &str) -> Vec<TemplateProblem> {
    if source.len() > MAX_SOURCE_BYTES {
        return vec![TemplateProblem::of_all(format!("A template has at most {MAX_SOURCE_BYTES} bytes."))];
    }
    if let Some(problem) = bounds::check(source) {
        return vec![problem];
    }
    let tree = match parse(source, NAME, engine::syntax()) {
        Ok(tree) => tree,
        Err(error) => return vec![syntax_problem(&error, source)],
    };
    let mut problems = walk::check(purpose, &tree);
    if problems.is_empty() {
        problems.extend(fill(purpose, source));
    }
    problems.truncate(MAX_PROBLEMS);
    problems
}

/// Fills the template with every sample; the first problem.
fn fill(purpose: Purpose, source: &str) -> Option<TemplateProblem> {
    let words = Words::of(purpose.language);
    sample::all(purpose.kind, purpose.right).into_iter().find_map(|facts| {
        let text = engine::fill(purpose.language, source, values::of(purpose.kind, &facts, words));
        match text {
            Ok(text) => markup::read(&text).err().map(|fault| TemplateProblem::of_all(fault.to_string())),
            Err(error) => Some(fill_problem(&error, source)),
        }
    })
}

/// What the engine says of a template that it cannot read. Its words name what the caller wrote, never a value.
fn syntax_problem(error: &Error, source: &str) -> TemplateProblem {
    let detail = error.detail().unwrap_or("this cannot be read");
    located(error, source, format!("The template cannot be read here: {detail}."))
}

/// What went wrong while a template was filled.
pub(super) fn fill_problem(error: &Error, source: &str) -> TemplateProblem {
    let message = match error.kind() {
        ErrorKind::UndefinedError => "This is not known in every letter. Ask for it with `if`, or give a `default`.",
        ErrorKind::OutOfFuel => "The template takes more work than a letter may.",
        ErrorKind::WriteFailure => "The letter becomes too long.",
        _ => "This cannot be done with such a value.",
    };
    let mut problem = located(error, source, message.to_owned());
    if error.kind() == ErrorKind::UndefinedError && error.name() == Some(NAME) {
        let named = error.range().and_then(|range| source.get(range));
        problem.variable = named.map(|text| text.split('|').next().unwrap_or(text).trim().to_owned());
    }
    problem
}

fn located(error: &Error, source: &str, message: String) -> TemplateProblem {
    let mut problem = TemplateProblem::of_all(message);
    if error.name().is_none_or(|name| name == NAME) {
        problem.line = error.line().and_then(|line| u32::try_from(line).ok()).unwrap_or(1);
        if let Some(before) = error.range().and_then(|range| source.get(..range.start)) {
            let line = before.rsplit('\n').next().unwrap_or(before);
            problem.column = u32::try_from(line.chars().count()).unwrap_or(0).saturating_add(1);
        }
    }
    problem
}

/// Whether a text holds one of the characters that stand around values.
fn has_marks(source: &str) -> bool {
    source.contains(quote::is_mark)
}
