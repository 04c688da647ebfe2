//! What is told to a caller whose input cannot be accepted: a code, the fields concerned, never a value.

use super::code::Code;

/// One field that was not accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    /// JSON pointer into the body (RFC 6901), or the name of a parameter or column.
    pub pointer: String,
    /// Why.
    pub code: Code,
    /// A sentence for people. Built from names and limits, never from the submitted value.
    pub message: String,
}

/// A refusal with its stable code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What programs decide on.
    pub code: Code,
    /// A sentence about this occurrence. Built from ids, names of fields and limits, never from personal values.
    pub detail: Option<String>,
    /// The fields concerned, when there are any.
    pub fields: Vec<FieldProblem>,
}

impl Problem {
    /// A refusal that its code explains fully.
    pub fn new(code: Code) -> Self {
        Self { code, detail: None, fields: Vec::new() }
    }

    /// A refusal with a sentence about this occurrence.
    pub fn with_detail(code: Code, detail: impl Into<String>) -> Self {
        Self { code, detail: Some(detail.into()), fields: Vec::new() }
    }

    /// A refusal of one field of the body.
    pub fn field(pointer: impl Into<String>, code: Code, message: impl Into<String>) -> Self {
        let field = FieldProblem { pointer: pointer.into(), code, message: message.into() };
        Self { code: Code::InvalidField, detail: None, fields: vec![field] }
    }
}

impl From<Code> for Problem {
    fn from(code: Code) -> Self {
        Self::new(code)
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code.as_str())
    }
}

impl std::error::Error for Problem {}
