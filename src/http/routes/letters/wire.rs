//! JSON of templates of letters.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use crate::domain::letter::{LetterFormat, LetterKind, LetterRight, TemplateOrigin};
use crate::service::letters::{Checked, TemplateEntry, TemplateName, TemplateProblem};
use crate::wording::Language;

/// For which right a template is.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RightQuery {
    /// For which right, of the kind `request` only; absent for a template that serves every right.
    #[param(example = "access")]
    pub right: Option<LetterRight>,
}

/// Which templates are listed.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TemplateFilter {
    /// Only of this kind of letter.
    pub kind: Option<LetterKind>,
    /// Only of this language.
    #[param(example = "fr")]
    pub language: Option<Language>,
}

/// A template to keep.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "source": "# Request concerning personal data, reference {{ request.id }}\n\n{% include \"opening\" %}\n\nWe ask for access under {{ right.article }}.\n\n{% include \"particulars\" %}\n\n{% include \"due\" %}\n\n{% include \"closing\" %}\n"
}))]
pub struct NewLetterTemplate {
    /// The template: text with the markup and the variables of the documentation of letters.
    #[validate(length(min = 1, max = 65536))]
    #[schema(min_length = 1, max_length = 65536)]
    pub source: String,
}

/// A template to check, with the letters it is for.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "kind": "reminder", "language": "en", "source": "# Reminder\n\nDear {{ controler.name }},\n" }))]
pub struct TemplateToCheck {
    /// Which kind of letter.
    pub kind: LetterKind,
    /// In which language.
    pub language: Language,
    /// For which right, of the kind `request` only; absent for a template that serves every right.
    pub right: Option<LetterRight>,
    /// The template.
    #[validate(length(min = 1, max = 65536))]
    #[schema(min_length = 1, max_length = 65536)]
    pub source: String,
}

/// A letter of sample facts to show.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "kind": "request", "language": "fr", "right": "access", "format": "html" }))]
pub struct TemplateToPreview {
    /// Which kind of letter.
    pub kind: LetterKind,
    /// In which language.
    pub language: Language,
    /// For which right, of the kind `request` only; access when absent.
    pub right: Option<LetterRight>,
    /// The template; the one that stands when absent.
    #[validate(length(min = 1, max = 65536))]
    #[schema(min_length = 1, max_length = 65536)]
    pub source: Option<String>,
    /// The form; what the header `Accept` says when absent, else plain text.
    pub format: Option<LetterFormat>,
}

/// Which template, and whose.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct LetterTemplateEntry {
    /// Which kind of letter.
    pub kind: LetterKind,
    /// In which language.
    pub language: Language,
    /// For which right; absent when it serves every right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub right: Option<LetterRight>,
    /// Whose it is. One of the organisation stands above that of the house.
    pub origin: TemplateOrigin,
    /// When it was first kept; absent for one of the house.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
    /// When it was last changed; absent for one of the house.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<Timestamp>,
}

/// The templates that there are.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct LetterTemplateList {
    /// By kind, language and right; of two with the same name that of the house first.
    pub items: Vec<LetterTemplateEntry>,
}

/// A template.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct LetterTemplate {
    /// Which kind of letter.
    pub kind: LetterKind,
    /// In which language.
    pub language: Language,
    /// For which right; absent when it serves every right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub right: Option<LetterRight>,
    /// Whose it is.
    pub origin: TemplateOrigin,
    /// The template.
    pub source: String,
    /// When it was first kept; absent for one of the house.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
    /// When it was last changed; absent for one of the house.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<Timestamp>,
}

/// What the check of a template found.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct TemplateCheck {
    /// Whether it can be used.
    pub valid: bool,
    /// What is wrong, in the order of the template, at most 50 at once.
    pub problems: Vec<TemplateProblem>,
}

impl TemplateToCheck {
    pub fn name(&self) -> TemplateName {
        TemplateName { kind: self.kind, language: self.language, right: self.right }
    }
}

impl TemplateToPreview {
    pub fn name(&self) -> TemplateName {
        TemplateName { kind: self.kind, language: self.language, right: self.right }
    }
}

impl From<&TemplateEntry> for LetterTemplateEntry {
    fn from(entry: &TemplateEntry) -> Self {
        let TemplateName { kind, language, right } = entry.name;
        let (created_at, updated_at) = (entry.created_at, entry.updated_at);
        Self { kind, language, right, origin: entry.origin, created_at, updated_at }
    }
}

impl From<TemplateEntry> for LetterTemplate {
    fn from(entry: TemplateEntry) -> Self {
        let TemplateName { kind, language, right } = entry.name;
        let TemplateEntry { origin, source, created_at, updated_at, .. } = entry;
        Self { kind, language, right, origin, source, created_at, updated_at }
    }
}

impl From<Checked> for TemplateCheck {
    fn from(checked: Checked) -> Self {
        Self { valid: checked.problems.is_empty(), problems: checked.problems }
    }
}
