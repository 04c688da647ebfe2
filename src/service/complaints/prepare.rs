//! Preparing a complaint: from requests to one draft against one controller.

use entity::id::{ComplaintId, OrganisationId, RequestId};

use super::content::Content;
use super::gather::{Choice, Gathered, gather};
use super::told::told;
use super::whole::Whole;
use crate::domain::audit::AuditAction;
use crate::domain::authority::Authority;
use crate::domain::code::Code;
use crate::domain::complaint::{ComplaintForm, FileState, Standing};
use crate::domain::event::EventKind;
use crate::domain::problem::Problem;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::once::{Answer, Earlier};
use crate::store::{Complaint, ComplaintPerson, Controller, Organisation};

/// A complaint to be prepared.
#[derive(Clone)]
pub struct NewComplaint {
    /// From which requests.
    pub choice: Choice,
    /// For whom it speaks.
    pub form: ComplaintForm,
    /// Language of its files, BCP 47.
    pub language: String,
    /// Which authority is to receive it, if that is known already.
    pub authority: Option<String>,
    /// Whether the processing is cross-border; by the places of authority and controller when not said.
    pub cross_border: Option<bool>,
    /// What the organisation writes.
    pub content: Content,
}

/// Whether the organisation may use complaint powers on this day (M-2, M-5).
///
/// # Errors
/// `not_eligible`, naming the tests that are not shown to be passed.
pub(super) fn check_eligible(context: &Context, organisation: &Organisation) -> Result<(), Problem> {
    organisation.eligibility.may_complain(context.today()).map_err(|failed| {
        let failed: Vec<&str> = failed.into_iter().map(|test| test.as_str()).collect();
        Problem::with_detail(Code::NotEligible, format!("Without evidence that counts today: {}.", failed.join(", ")))
    })
}

/// The authority of a name.
///
/// # Errors
/// `authority_unknown`, also for one that another has taken the place of.
pub(super) fn find_authority(context: &Context, name: &str) -> Result<Authority, Problem> {
    let directory = context.authorities.now();
    let found = directory.find(name).ok_or_else(|| {
        let problem = Problem::field("/authority_id", Code::AuthorityUnknown, "Is not in the directory.");
        Problem { code: Code::AuthorityUnknown, ..problem }
    })?;
    match &found.replaced_by {
        None => Ok(found.clone()),
        Some(other) => {
            let detail = format!("Its place was taken by {other}.");
            Err(Problem::with_detail(Code::AuthorityUnknown, detail))
        }
    }
}

/// Whether authority and controller are in different states, so that another authority presumably leads.
pub(super) fn is_cross_border(authority: Option<&Authority>, controller: &Controller) -> bool {
    authority.zip(controller.place).is_some_and(|(authority, place)| authority.country.country() != place.country())
}

/// Prepares a complaint. Whoever cannot take part is left out by the name of a rule, and the rest goes on. `view` makes the answer.
///
/// # Errors
/// `not_eligible`; `authority_unknown`; `not_found` for an unknown request; `selection_too_large`;
/// `complaint_mixed_controllers`; `complaint_nobody`.
pub async fn prepare<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    new: NewComplaint,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(&Context, &Complaint, &Content) -> T + Send + 'static,
{
    // A repeated call gets the answer that was kept, whatever the requests have come to since.
    let draft = match context.earlier(&call).await? {
        Earlier::Answered => None,
        Earlier::Nothing | Earlier::Begun(_) => Some(draft(context, organisation, new).await?),
    };
    let (inner, frame) = (context.clone(), call.clone());
    context
        .once(&frame, 201, move |tx| {
            Box::pin(async move {
                let Draft { complaint, content, people, requests } = draft.ok_or(Code::IdempotencyInFlight)?;
                let id = complaint.id;
                tx.add_complaints(std::slice::from_ref(&complaint)).await?;
                tx.add_complaint_people(organisation, people.iter().map(|person| (id, person))).await?;
                let named = requests.into_iter().map(|(number, request)| (id, number, request));
                tx.add_complaint_requests(organisation, named).await?;
                tx.emit(organisation, vec![told(&inner, &call, &complaint, EventKind::ComplaintPrepared)]).await?;
                let looked_at = people.iter().map(|person| person.data_subject.0);
                let read = inner.note(&call, organisation, AuditAction::Read, "data_subject").of_many(looked_at);
                let made = inner.note(&call, organisation, AuditAction::Create, id);
                tx.note_all([read, made]).await?;
                Ok(view(&inner, &complaint, &content))
            })
        })
        .await
}

/// What a complaint is before it is written.
struct Draft {
    complaint: Complaint,
    content: Content,
    people: Vec<ComplaintPerson>,
    requests: Vec<(i32, RequestId)>,
}

async fn draft(context: &Context, organisation: OrganisationId, new: NewComplaint) -> Outcome<Draft> {
    let body = context.db.organisation(organisation).await?.ok_or(Failure::Defect("a caller without organisation"))?;
    check_eligible(context, &body)?;
    let authority = new.authority.as_deref().map(|name| find_authority(context, name)).transpose()?;
    let gathered = gather(context, organisation, &new.choice).await?;
    if new.form == ComplaintForm::Individual && gathered.included().nth(1).is_some() {
        let message = "More than one person takes part: prepare a collective complaint, and split it.";
        return Err(Problem::field("/form", Code::InvalidField, message).into());
    }
    let id: ComplaintId = context.ids.next();
    let keys = context.keys.of_organisation(&context.db, organisation).await?;
    let whole = Whole {
        organisation: &body,
        controller: &gathered.controller,
        authority: authority.as_ref(),
        language: &new.language,
        content: &new.content,
    };
    let mut standing = Standing::draft();
    standing.cross_border =
        new.cross_border.unwrap_or_else(|| is_cross_border(authority.as_ref(), &gathered.controller));
    let now = context.clock.now();
    let complaint = Complaint {
        organisation,
        id,
        controller_id: gathered.controller.id,
        split_from: None,
        form: new.form,
        missing: whole.missing(),
        content: new.content.seal(&keys, id)?,
        language: new.language,
        authority: authority.map(|authority| authority.id),
        docket: None,
        standing,
        points: gathered.points.clone(),
        people: count(gathered.included().count())?,
        left_out: count(gathered.people.len() - gathered.included().count())?,
        incomplete: count(gathered.included().filter(|person| super::lacks_needed(person)).count())?,
        requests: count(gathered.requests.len())?,
        file_state: FileState::None,
        build_no: 0,
        built_to: 0,
        built_at: None,
        next_due: None,
        check_due: None,
        version: 1,
        created_at: now,
        updated_at: now,
    };
    let Gathered { people, requests, .. } = gathered;
    Ok(Draft { complaint, content: new.content, people, requests })
}

pub(super) fn count(length: usize) -> Outcome<i32> {
    i32::try_from(length).map_err(|_| Code::SelectionTooLarge.into())
}
