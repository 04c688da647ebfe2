//! A template of an organisation is put in the place of that of the house, and taken away again.

use entity::id::OrganisationId;

use super::templates::{TemplateEntry, TemplateName, refuse_mistakes};
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::service::call::Call;
use crate::service::computed::computed;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{LetterTemplate, StoreError};

/// Keeps a template in place of what stood there. Tells whether it is the first of that name.
///
/// # Errors
/// `template_invalid` with each mistake; `invalid_parameter`; `version_conflict`.
pub async fn put(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    name: TemplateName,
    source: String,
    expected: Option<i32>,
) -> Outcome<(TemplateEntry, bool)> {
    let name = name.checked()?;
    let source = computed(move || refuse_mistakes(name, &source).map(|()| source)).await?;
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let now = inner.clock.now();
                let before = tx.tenant(organisation).letter_template(&name.key()).await?;
                if expected.is_some_and(|version| before.as_ref().map(|before| before.version) != Some(version)) {
                    return Err(Code::VersionConflict.into());
                }
                let is_first = before.is_none();
                let kept = LetterTemplate {
                    key: name.key(),
                    source,
                    version: before.as_ref().map_or(1, |before| before.version + 1),
                    created_at: before.as_ref().map_or(now, |before| before.created_at),
                    updated_at: now,
                };
                let action = if is_first {
                    tx.add_letter_template(organisation, &kept).await.map_err(duplicate)?;
                    AuditAction::Create
                } else {
                    tx.change_letter_template(organisation, &kept).await?;
                    AuditAction::Change
                };
                tx.note(inner.note(&call, organisation, action, name.subject())).await?;
                let entry = TemplateEntry::of_own(kept).ok_or(Failure::Defect("a language that is none"))?;
                Ok((entry, is_first))
            })
        })
        .await
}

/// What two callers hear who put the first template of a name at the same moment.
fn duplicate(error: StoreError) -> Failure {
    match error {
        StoreError::Duplicate => Code::VersionConflict.into(),
        other => other.into(),
    }
}

/// Takes a template of the organisation away; that of the house stands again.
///
/// # Errors
/// `not_found` when the organisation has none of that name; `invalid_parameter`.
pub async fn remove(context: &Context, call: Call, organisation: OrganisationId, name: TemplateName) -> Outcome<()> {
    let (name, inner) = (name.checked()?, context.clone());
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                if !tx.remove_letter_template(organisation, &name.key()).await? {
                    return Err(Failure::from(Code::NotFound));
                }
                tx.note(inner.note(&call, organisation, AuditAction::Delete, name.subject())).await?;
                Ok(())
            })
        })
        .await
}
