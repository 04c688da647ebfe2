//! Having the files of a complaint made.

use entity::id::{ComplaintId, OrganisationId};

use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::complaint::{ComplaintState, FileState};
use crate::domain::problem::Problem;
use crate::service::call::Call;
use crate::service::complaints::check_complete;
use crate::service::complaints::content::Content;
use crate::service::complaints::recheck::look_again;
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::service::once::Answer;
use crate::store::Complaint;

/// Has the files made, anew when there are some. Before, everybody's power is looked at. `view` makes the answer.
///
/// # Errors
/// `not_found`; `complaint_wrong_state` once it is complete or lodged; `complaint_nobody`; `complaint_incomplete` when no authority
/// is chosen, or the name of somebody or the mandate is missing: the files would have a hole.
pub async fn queue<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: ComplaintId,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(&Context, &Complaint, &Content) -> T + Send + 'static,
{
    look_again(context, &call, organisation, id).await?;
    let (inner, frame) = (context.clone(), call.clone());
    context
        .once(&frame, 202, move |tx| {
            Box::pin(async move {
                let mut complaint = tx.hold_complaint(organisation, id).await?.ok_or(Code::NotFound)?;
                if complaint.standing.state != ComplaintState::Draft {
                    return Err(Code::ComplaintWrongState.into());
                }
                if complaint.people == 0 {
                    return Err(Problem::with_detail(Code::ComplaintNobody, "Nobody takes part any more.").into());
                }
                check_complete(&complaint)?;
                complaint.file_state = FileState::Queued;
                complaint.build_no += 1;
                (complaint.built_to, complaint.built_at) = (0, None);
                complaint.version += 1;
                complaint.updated_at = inner.clock.now();
                tx.update_complaint(&complaint).await?;
                tx.note(inner.note(&call, organisation, AuditAction::Change, id)).await?;
                let keys = inner.keys.of_organisation_in(tx, organisation).await?;
                let content = Content::open(&keys, id, &complaint.content)?;
                Ok(view(&inner, &complaint, &content))
            })
        })
        .await
}
