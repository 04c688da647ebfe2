//! Letters about requests: written from the records at the moment they are asked for, and the templates that organisations keep
//! for them.
//!
//! A letter is not kept: what was told and when is in the records it is written from. Each look is in the audit record, since
//! it shows a person's data. The database is read in one transaction, and the letter written and set after it, so that nobody
//! waits for a typesetter.

mod facts;
mod keep;
mod templates;
mod write;

use entity::id::{ControllerId, OrganisationId, RequestId};

use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::letter::{LetterFormat, LetterKind, can_be_written};
use crate::domain::mandate::Act;
use crate::domain::problem::Problem;
use crate::domain::request::Lifecycle;
use crate::store::{Request, Tx};
use crate::wording::Language;

use super::call::Call;
use super::context::Context;
use super::failure::{Failure, Outcome};
use super::{inbox, mandates};

pub use crate::letters::variables::documented as documented_variables;
pub use crate::letters::{MAX_SOURCE_BYTES, TemplateProblem};
pub use keep::{put, remove};
pub use templates::{Checked, TemplateEntry, TemplateName, check, get, list, preview};
pub use write::Written;

use facts::Gathered;

/// Which letter is wanted, and how.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// Which kind.
    pub kind: LetterKind,
    /// In which form.
    pub format: LetterFormat,
    /// In which language; none for the controller's, else that of the campaign, else that of the organisation.
    pub language: Option<Language>,
}

/// Writes a letter about a request for its organisation. The look is recorded.
///
/// # Errors
/// `not_found`; `illegal_transition` when the request stands so that there is no such letter; the codes of mandates;
/// `data_subject_erased`; `letter_unprintable` for a PDF; `template_invalid` when a template of the organisation fails.
pub async fn of_request(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: RequestId,
    wanted: Wanted,
) -> Outcome<Written> {
    let inner = context.clone();
    let gathered = context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let request = tx.tenant(organisation).request(id).await?.ok_or(Code::NotFound)?;
                let gathered = gather(&inner, tx, &request, wanted).await?;
                tx.note(inner.note(&call, organisation, AuditAction::Disclose, id).told_to(organisation)).await?;
                Ok::<_, Failure>(gathered)
            })
        })
        .await?;
    write::written(gathered, wanted.format).await
}

/// Writes the letter of a request for the controller it is addressed to. The disclosure is recorded, and the first look proves
/// that the request has arrived (D-12).
///
/// # Errors
/// As [`of_request`]; `not_found` for what is not there, not sent yet or addressed to somebody else.
pub async fn of_inbox(
    context: &Context,
    call: Call,
    controller: ControllerId,
    id: RequestId,
    format: LetterFormat,
    language: Option<Language>,
) -> Outcome<Written> {
    let (inner, wanted) = (context.clone(), Wanted { kind: LetterKind::Request, format, language });
    let gathered = context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let request = tx.hold_request_for_controller(controller, id).await?.ok_or(Code::NotFound)?;
                let request = inbox::arrived(&inner, tx, &call, request).await?;
                let gathered = gather(&inner, tx, &request, wanted).await?;
                if !call.shows_nothing {
                    let note = inner.note(&call, request.organisation, AuditAction::Disclose, id);
                    tx.note(note.told_to(controller)).await?;
                }
                Ok::<_, Failure>(gathered)
            })
        })
        .await?;
    write::written(gathered, format).await
}

/// Checks that the letter may be written now (M-9), and reads what it says.
async fn gather(context: &Context, tx: &Tx, request: &Request, wanted: Wanted) -> Outcome<Gathered> {
    let act = match request.standing.state.lifecycle {
        Lifecycle::Draft | Lifecycle::Ready => Act::Dispatch,
        _ => Act::Message,
    };
    mandates::permit_now(context, tx, request, act).await?;
    can_be_written(wanted.kind, &request.standing).map_err(Problem::from)?;
    facts::gather(context, tx, request, wanted).await
}
