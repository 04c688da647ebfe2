//! The templates that there are: those of the house and those of the organisation; how they are checked and shown.

use entity::id::OrganisationId;
use jiff::Timestamp;

use super::write::{Written, in_form};
use crate::domain::code::Code;
use crate::domain::letter::{LetterFormat, LetterKind, LetterRight, TemplateOrigin};
use crate::domain::problem::{FieldProblem, Problem};
use crate::letters::{self, Purpose, TemplateProblem, builtin, sample};
use crate::service::computed::computed;
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::store::{LetterTemplate, Reads, TemplateKey, Tenant, Tx};
use crate::wording::Language;

/// Which letters a template is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TemplateName {
    /// Which kind.
    pub kind: LetterKind,
    /// In which language.
    pub language: Language,
    /// For which right; none when it serves every right.
    pub right: Option<LetterRight>,
}

impl TemplateName {
    /// Makes sure that a right is named only where the wording depends on it.
    ///
    /// # Errors
    /// `invalid_parameter`.
    pub(super) fn checked(self) -> Outcome<Self> {
        if self.right.is_some() && !self.kind.is_by_right() {
            let detail = "Only templates of the kind `request` are for one right.";
            return Err(Problem::with_detail(Code::InvalidParameter, detail).into());
        }
        Ok(self)
    }

    pub(super) fn key(self) -> TemplateKey {
        TemplateKey { kind: self.kind, language: self.language.as_str().to_owned(), right: self.right }
    }

    fn purpose(self) -> Purpose {
        Purpose { kind: self.kind, right: self.right, language: self.language }
    }

    /// The template of the house; none for a request of no one right.
    fn house(self) -> Option<&'static str> {
        let right = if self.kind.is_by_right() { self.right? } else { LetterRight::Access };
        Some(builtin::source(self.kind, right, self.language))
    }

    /// How the audit record names it.
    pub(super) fn subject(self) -> String {
        let right = self.right.map(|right| format!("/{right}")).unwrap_or_default();
        format!("letter_template/{}/{}{right}", self.kind, self.language)
    }
}

/// A template with where it comes from.
#[derive(Debug, Clone)]
pub struct TemplateEntry {
    /// Which letters it is for.
    pub name: TemplateName,
    /// Whose it is.
    pub origin: TemplateOrigin,
    /// The template.
    pub source: String,
    /// Version, for one of the organisation.
    pub version: Option<i32>,
    /// When it was first kept.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
}

impl TemplateEntry {
    fn of_house(name: TemplateName, source: &str) -> Self {
        let (origin, source) = (TemplateOrigin::House, source.to_owned());
        Self { name, origin, source, version: None, created_at: None, updated_at: None }
    }

    /// A template of the organisation; none when it is of a language that is no longer offered.
    pub(super) fn of_own(stored: LetterTemplate) -> Option<Self> {
        let TemplateKey { kind, language, right } = stored.key;
        Some(Self {
            name: TemplateName { kind, language: language.parse().ok()?, right },
            origin: TemplateOrigin::Own,
            source: stored.source,
            version: Some(stored.version),
            created_at: Some(stored.created_at),
            updated_at: Some(stored.updated_at),
        })
    }
}

/// What the check of a template found.
#[derive(Debug)]
pub struct Checked {
    /// What is wrong, in the order of the template; empty when it can be used.
    pub problems: Vec<TemplateProblem>,
}

/// The templates of an organisation and those of the house, by kind, language and right. With `kind` or `language` only those.
pub async fn list(
    context: &Context,
    organisation: OrganisationId,
    kind: Option<LetterKind>,
    language: Option<Language>,
) -> Outcome<Vec<TemplateEntry>> {
    let stored = context.db.tenant(organisation).letter_templates().await?;
    let mut entries: Vec<TemplateEntry> = stored.into_iter().filter_map(TemplateEntry::of_own).collect();
    for each in house() {
        entries.extend(each.house().map(|source| TemplateEntry::of_house(each, source)));
    }
    entries.retain(|entry| kind.is_none_or(|kind| entry.name.kind == kind));
    entries.retain(|entry| language.is_none_or(|language| entry.name.language == language));
    entries.sort_by_key(|entry| (entry.name.kind, entry.name.language, entry.name.right, entry.origin));
    Ok(entries)
}

/// The name of every template of the house.
fn house() -> impl Iterator<Item = TemplateName> {
    LetterKind::ALL.iter().flat_map(|kind| {
        Language::ALL.iter().flat_map(move |language| {
            let rights: Vec<Option<LetterRight>> =
                if kind.is_by_right() { LetterRight::ALL.iter().copied().map(Some).collect() } else { vec![None] };
            rights.into_iter().map(move |right| TemplateName { kind: *kind, language: *language, right })
        })
    })
}

/// The template of that name: the organisation's, else that of the house.
///
/// # Errors
/// `not_found` when there is neither; `invalid_parameter`.
pub async fn get(context: &Context, organisation: OrganisationId, name: TemplateName) -> Outcome<TemplateEntry> {
    let name = name.checked()?;
    if let Some(own) = context.db.tenant(organisation).letter_template(&name.key()).await? {
        return TemplateEntry::of_own(own).ok_or_else(|| Code::NotFound.into());
    }
    let source = name.house().ok_or(Code::NotFound)?;
    Ok(TemplateEntry::of_house(name, source))
}

/// The template of an organisation for a letter: the one for its right before the one for every right.
pub(super) async fn own(
    tx: &Tx,
    organisation: OrganisationId,
    kind: LetterKind,
    right: Option<LetterRight>,
    language: Language,
) -> Outcome<Option<String>> {
    let tenant = tx.tenant(organisation);
    Ok(own_of(&tenant, TemplateName { kind, language, right }).await?.map(|template| template.source))
}

async fn own_of<C: Reads>(tenant: &Tenant<'_, C>, name: TemplateName) -> Outcome<Option<LetterTemplate>> {
    if let Some(found) = tenant.letter_template(&name.key()).await? {
        return Ok(Some(found));
    }
    match name.right {
        None => Ok(None),
        Some(_) => Ok(tenant.letter_template(&TemplateName { right: None, ..name }.key()).await?),
    }
}

/// What is wrong with a template. Nothing is kept.
///
/// # Errors
/// `invalid_parameter`.
pub async fn check(name: TemplateName, source: String) -> Outcome<Checked> {
    let purpose = name.checked()?.purpose();
    computed(move || Ok(Checked { problems: letters::check(purpose, &source) })).await
}

/// A letter of sample facts, with the template given or the one that stands. No person is in it.
///
/// # Errors
/// `template_invalid` with what is wrong; `invalid_parameter`.
pub async fn preview(
    context: &Context,
    organisation: OrganisationId,
    name: TemplateName,
    source: Option<String>,
    format: LetterFormat,
) -> Outcome<Written> {
    let name = name.checked()?;
    let source = match source {
        Some(source) => Some(source),
        None => own_of(&context.db.tenant(organisation), name).await?.map(|template| template.source),
    };
    let organisation = context.db.organisation(organisation).await?.ok_or(Code::NotFound)?;
    computed(move || {
        if let Some(source) = &source {
            refuse_mistakes(name, source)?;
        }
        let mut facts = sample::full(name.right.unwrap_or(LetterRight::Access));
        facts.organisation = letters::facts::Sender {
            name: organisation.name,
            email: organisation.contact_email,
            website: organisation.website,
        };
        let letter = letters::write(name.kind, name.language, &facts, source.as_deref());
        let letter = letter.map_err(|problem| invalid(&[problem]))?;
        Ok(Written { language: name.language, format, content: in_form(&letter, format)? })
    })
    .await
}

/// Refuses a template that has mistakes.
pub(super) fn refuse_mistakes(name: TemplateName, source: &str) -> Outcome<()> {
    let problems = letters::check(name.purpose(), source);
    if problems.is_empty() { Ok(()) } else { Err(invalid(&problems).into()) }
}

/// The refusal of a template, with each mistake.
pub(super) fn invalid(problems: &[TemplateProblem]) -> Problem {
    let field = |problem: &TemplateProblem| {
        let variable = problem.variable.as_ref().map(|name| format!(", `{name}`")).unwrap_or_default();
        let meant = problem.suggestion.as_ref().map(|name| format!(" Did you mean `{name}`?")).unwrap_or_default();
        FieldProblem {
            pointer: "/source".to_owned(),
            code: Code::TemplateInvalid,
            message: format!("Line {}, column {}{variable}: {}{meant}", problem.line, problem.column, problem.message),
        }
    };
    Problem { code: Code::TemplateInvalid, detail: None, fields: problems.iter().map(field).collect() }
}
