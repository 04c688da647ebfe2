//! What is wrong with a line, or with a whole upload.

use crate::domain::code::Code;

/// One thing that is wrong with one line. Carries no value of the upload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineProblem {
    /// Physical line on which the record starts, from 1.
    pub line_no: u64,
    /// Why it is not accepted.
    pub code: Code,
    /// The field concerned, by the name it has in a mapping without its own numbering: `birth_date`, `mandate.signed_on`.
    pub field: Option<&'static str>,
}

/// Why a whole upload, or its mapping, cannot be used. Sticky: the reader gives it again at each call.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{}{}", code.as_str(), if field.is_some() { " at " } else { "" }, field.as_deref().unwrap_or(""))]
pub struct UploadProblem {
    /// Why.
    pub code: Code,
    /// The target field of the mapping, when one is concerned; one that the caller named as `identifiers` alone.
    pub field: Option<String>,
}

impl UploadProblem {
    pub(super) fn new(code: Code) -> Self {
        Self { code, field: None }
    }

    pub(super) fn at(code: Code, field: &super::TargetField) -> Self {
        Self { code, field: Some(field.neutral()) }
    }
}
