//! What is wrong with a template, and where.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One thing that is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TemplateProblem {
    /// Line of the template, from 1.
    #[schema(minimum = 1)]
    pub line: u32,
    /// Character of the line, from 1.
    #[schema(minimum = 1)]
    pub column: u32,
    /// The variable concerned, as the template names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variable: Option<String>,
    /// What is wrong, in a sentence.
    pub message: String,
    /// The known name that comes nearest, when one comes near.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
}

impl TemplateProblem {
    /// A problem of the template as a whole.
    pub(super) fn of_all(message: impl Into<String>) -> Self {
        Self { line: 1, column: 1, variable: None, message: message.into(), suggestion: None }
    }
}
