//! Changing a complaint before it is lodged.

use entity::id::{ComplaintId, OrganisationId};

use super::content::Content;
use super::prepare::{find_authority, is_cross_border};
use super::told::told;
use super::whole;
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::complaint::{ComplaintState, FileState};
use crate::domain::event::EventKind;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::once::Answer;
use crate::store::{Complaint, Viewer};

/// What can be changed; an absent field stays as it is.
#[derive(Clone, Default)]
pub struct Change {
    /// Another language of its files.
    pub language: Option<String>,
    /// Another authority.
    pub authority: Option<String>,
    /// Whether the processing is cross-border.
    pub cross_border: Option<bool>,
    /// Other content; each of its parts replaces the one before.
    pub content: ContentChange,
}

/// Parts of the content that are replaced.
#[derive(Clone, Default)]
pub struct ContentChange {
    /// What happened, in the organisation's words.
    pub description: Option<Vec<super::Passage>>,
    /// What it asks of the authority.
    pub remedies: Option<Vec<super::Passage>>,
    /// Who signs.
    pub signatory: Option<super::Signatory>,
    /// Where things took place.
    pub places: Option<super::Places>,
}

impl ContentChange {
    fn apply(self, content: &mut Content) {
        let Self { description, remedies, signatory, places } = self;
        content.description = description.unwrap_or_else(|| std::mem::take(&mut content.description));
        content.remedies = remedies.unwrap_or_else(|| std::mem::take(&mut content.remedies));
        content.signatory = signatory.or(content.signatory.take());
        content.places = places.unwrap_or(content.places);
    }
}

/// Changes a draft. Its files say something else then, and are made anew. `view` makes the answer.
///
/// # Errors
/// `not_found`; `version_conflict`; `complaint_wrong_state` once it is complete or lodged; `authority_unknown`.
pub async fn change<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: ComplaintId,
    expected: Option<i32>,
    change: Change,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(&Context, &Complaint, &Content) -> T + Send + 'static,
{
    let (inner, frame) = (context.clone(), call.clone());
    context
        .once(&frame, 200, move |tx| {
            Box::pin(async move {
                let mut complaint = tx.hold_complaint(organisation, id).await?.ok_or(Code::NotFound)?;
                if expected.is_some_and(|version| version != complaint.version) {
                    return Err(Code::VersionConflict.into());
                }
                if complaint.standing.state != ComplaintState::Draft {
                    return Err(Code::ComplaintWrongState.into());
                }
                let keys = inner.keys.of_organisation_in(tx, organisation).await?;
                let mut content = Content::open(&keys, id, &complaint.content)?;
                change.content.apply(&mut content);
                complaint.content = content.seal(&keys, id)?;
                complaint.language = change.language.unwrap_or(complaint.language);
                complaint.authority = change.authority.or(complaint.authority);
                let controller = tx.controller(complaint.controller_id, Viewer::Service).await?;
                let controller = controller.ok_or(Failure::Defect("a complaint without its controller"))?;
                let authority = complaint.authority.as_deref().map(|name| find_authority(&inner, name)).transpose()?;
                complaint.standing.cross_border =
                    change.cross_border.unwrap_or_else(|| is_cross_border(authority.as_ref(), &controller));
                complaint.missing = whole::look(&inner, tx, &complaint, &controller).await?;
                make_stale(&mut complaint);
                complaint.version += 1;
                complaint.updated_at = inner.clock.now();
                tx.update_complaint(&complaint).await?;
                tx.emit(organisation, vec![told(&inner, &call, &complaint, EventKind::ComplaintChanged)]).await?;
                tx.note(inner.note(&call, organisation, AuditAction::Change, id)).await?;
                Ok(view(&inner, &complaint, &content))
            })
        })
        .await
}

/// The files do not say any more what the complaint says.
pub(super) fn make_stale(complaint: &mut Complaint) {
    complaint.file_state = match complaint.file_state {
        FileState::None => FileState::None,
        _ => FileState::Stale,
    };
}
