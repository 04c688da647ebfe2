//! What is wrong with a template or with what it was told, and where.

use std::fmt;

use typst::World as _;
use typst::WorldExt as _;
use typst::diag::SourceDiagnostic;

use super::world::Inputs;

/// One place of a template that failed. It names keys and kinds, never a value that the template was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file of the template.
    pub file: String,
    /// Its line, from 1; 0 when the fault has no place.
    pub line: usize,
    /// What was missing or did not fit.
    pub message: String,
    /// What may help.
    pub hints: Vec<String>,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)?;
        self.hints.iter().try_for_each(|hint| write!(f, " ({hint})"))
    }
}

/// Why no file was made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TypesetError {
    /// The template does not fit what it was told.
    #[error("the template does not fit its data: {}", listed(.0))]
    Template(Vec<Fault>),
    /// The document would not be PDF/A-2a and PDF/UA-1.
    #[error("the document would not be accessible or not last: {}", listed(.0))]
    Conformance(Vec<Fault>),
    /// An input has a form that the compiler cannot take.
    #[error("the typesetter does not take {0}")]
    Refused(String),
}

impl TypesetError {
    /// The places that failed.
    pub fn faults(&self) -> &[Fault] {
        match self {
            Self::Template(faults) | Self::Conformance(faults) => faults,
            Self::Refused(_) => &[],
        }
    }
}

fn listed(faults: &[Fault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// The faults behind what the compiler found.
pub fn faults(world: &Inputs<'_>, found: &[SourceDiagnostic]) -> Vec<Fault> {
    found.iter().map(|one| fault(world, one)).collect()
}

fn fault(world: &Inputs<'_>, found: &SourceDiagnostic) -> Fault {
    let id = found.span.id();
    let line = id.and_then(|id| {
        let source = world.source(id).ok()?;
        source.lines().byte_to_line(world.range(found.span)?.start)
    });
    Fault {
        file: id.map_or_else(String::new, |id| id.vpath().get_without_slash().to_owned()),
        line: line.map_or(0, |line| line + 1),
        message: found.message.to_string(),
        hints: found.hints.iter().map(|hint| hint.v.to_string()).collect(),
    }
}
