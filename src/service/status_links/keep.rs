//! A link is made, listed and revoked.

use entity::id::{DataSubjectId, OrganisationId, StatusLinkId};
use jiff::Timestamp;

use crate::crypto::Personal;
use crate::crypto::secret::UrlToken;
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::once::Answer;
use crate::store::StatusLink;

/// Most links of one person that lead to the page at one time.
pub const MAX_LINKS: u64 = 20;

/// What is said of a new link.
#[derive(Debug, Clone, Copy)]
pub struct NewLink {
    /// From when on it leads nowhere; none for no end.
    pub expires_at: Option<Timestamp>,
}

/// A link, with its address when it was just made.
#[derive(Debug)]
pub struct Entry {
    /// The link.
    pub link: StatusLink,
    /// The address, to be shown this once.
    pub url: Option<Personal<String>>,
}

/// Makes a link to the page of a person. `view` makes the answer out of it.
///
/// # Errors
/// `not_found` and `data_subject_erased` for the person; `invalid_field` for an end that has passed, or when there are too many.
pub async fn create<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    data_subject: DataSubjectId,
    new: NewLink,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(&Entry) -> T + Send + 'static,
{
    let (inner, frame) = (context.clone(), call.clone());
    context
        .once(&frame, 201, move |tx| {
            Box::pin(async move {
                // Held, so that nobody erases the person meanwhile.
                let person = tx.hold_data_subject(organisation, data_subject).await?.ok_or(Code::NotFound)?;
                if person.erased_at.is_some() {
                    return Err(Code::DataSubjectErased.into());
                }
                let now = inner.clock.now();
                if new.expires_at.is_some_and(|end| end <= now) {
                    return Err(Problem::field("/expires_at", Code::InvalidField, "Must lie in the future.").into());
                }
                if tx.tenant(organisation).count_open_status_links(data_subject, now).await? >= MAX_LINKS {
                    let message = format!("The person has {MAX_LINKS} links already; revoke those that are not used.");
                    return Err(Problem::with_detail(Code::LimitReached, message).into());
                }
                let token = UrlToken::generate(inner.random.as_ref());
                let link = StatusLink {
                    organisation,
                    data_subject,
                    id: inner.ids.next(),
                    secret_hash: token.hash().to_vec(),
                    expires_at: new.expires_at,
                    created_at: now,
                    revoked_at: None,
                };
                tx.add_status_link(&link).await?;
                tx.note(inner.note(&call, organisation, AuditAction::Create, link.id)).await?;
                let url = Personal::new(format!("{}/status/{}", inner.settings.base_url, token.expose()));
                Ok(view(&Entry { link, url: Some(url) }))
            })
        })
        .await
}

/// The links of a person in the order of their ids. That somebody is a person of the organisation is shown by it: the look is
/// recorded.
///
/// # Errors
/// `not_found` for the person.
pub async fn list(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    data_subject: DataSubjectId,
    after: Option<StatusLinkId>,
    limit: u64,
) -> Outcome<Vec<Entry>> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let tenant = tx.tenant(organisation);
                tenant.data_subject(data_subject).await?.ok_or(Code::NotFound)?;
                let links = tenant.status_links_of(data_subject, after, limit).await?;
                let note = inner.note(&call, organisation, AuditAction::Read, data_subject);
                tx.note(note.of_page(links.iter().map(|link| link.id.0), limit)).await?;
                Ok::<_, Failure>(links.into_iter().map(|link| Entry { link, url: None }).collect())
            })
        })
        .await
}

/// Revokes a link; its address leads nowhere from then on. Revoking a revoked one changes nothing.
///
/// # Errors
/// `not_found`.
pub async fn revoke(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    data_subject: DataSubjectId,
    id: StatusLinkId,
) -> Outcome<()> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let known = tx.tenant(organisation).status_link(data_subject, id).await?.ok_or(Code::NotFound)?;
                if known.revoked_at.is_none() {
                    tx.revoke_status_links(organisation, data_subject, Some(id), inner.clock.now()).await?;
                    tx.note(inner.note(&call, organisation, AuditAction::Change, id)).await?;
                }
                Ok::<_, Failure>(())
            })
        })
        .await
}
