//! What stands on the page of a person.

use std::collections::{BTreeMap, BTreeSet};

use entity::id::{DataSubjectId, MandateId, RequestId, StatusLinkId};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::crypto::secret::UrlToken;
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::complaint::ClockKind;
use crate::domain::deadline::Deadline;
use crate::domain::mandate::AnswerRecipient;
use crate::domain::right::Right;
use crate::domain::status::{ComplaintTold, Status};
use crate::service::call::{Actor, Call};
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::people;
use crate::store::{MandateRecord, Organisation, Request, StatusLink, Tx, Viewer};

/// Requests on the page at most, open ones first; far more than a person has.
const MOST: u64 = 200;

/// What stands on the page.
#[derive(Debug)]
pub struct Opened {
    /// The link that led to it.
    pub link: StatusLinkId,
    /// Whose page it is.
    pub data_subject: DataSubjectId,
    /// Who acts for the person.
    pub organisation: Organisation,
    /// The language of the person (BCP 47), where it is known.
    pub language: Option<String>,
    /// The day, in UTC.
    pub today: Date,
    /// Open requests first, the latest before.
    pub requests: Vec<OpenedRequest>,
    /// Steps of complaints in which the person takes part, oldest first.
    pub complaints: Vec<OpenedStep>,
    /// Mandates, those in force first.
    pub mandates: Vec<MandateRecord>,
    /// Their ids as texts, in the same order.
    pub mandate_ids: Vec<String>,
}

/// A request as the page tells it.
#[derive(Debug, Clone)]
pub struct OpenedRequest {
    /// Its id.
    pub id: RequestId,
    /// Under which mandate it was made.
    pub mandate: MandateId,
    /// Which right is exercised.
    pub right: Right,
    /// The name of who must answer.
    pub controller: String,
    /// Whether it is neither closed nor withdrawn.
    pub is_open: bool,
    /// Where it stands, and what has happened.
    pub status: Status,
    /// The legal dates, once it was received.
    pub deadline: Option<Deadline>,
}

/// A step of a complaint as the page tells it.
#[derive(Debug, Clone)]
pub struct OpenedStep {
    /// The local day at the authority.
    pub on: Date,
    /// What happened.
    pub told: ComplaintTold,
    /// The name of the controller that is complained of.
    pub controller: String,
}

/// Finds the link behind a secret; it must lead to the page at this moment, in the time of the organisation that made it. Gives the
/// service in that time too.
///
/// # Errors
/// `not_found`, whatever the reason is.
pub(super) async fn find(context: &Context, tx: &Tx, secret: &str) -> Outcome<(Context, StatusLink)> {
    let hash = UrlToken::parse(secret).ok_or(Code::NotFound)?.hash();
    let link = tx.status_link_by_secret(&hash).await?;
    let link = link.ok_or(Code::NotFound)?;
    let own = context.of_in(tx, link.organisation).await?;
    if !link.is_open(own.clock.now()) {
        return Err(Code::NotFound.into());
    }
    let person = tx.tenant(link.organisation).data_subject(link.data_subject).await?;
    person.filter(|person| person.erased_at.is_none()).ok_or(Code::NotFound)?;
    Ok((own, link))
}

/// Reads what stands on the page of a secret address. The look is recorded as the person's own.
///
/// # Errors
/// `not_found`, whatever the reason is.
pub async fn open(context: &Context, trace_id: String, secret: String) -> Outcome<Opened> {
    // A guess does not reach the writer.
    let hash = UrlToken::parse(&secret).ok_or(Code::NotFound)?.hash();
    context.db.status_link_by_secret(&hash).await?.ok_or(Code::NotFound)?;
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let (own, link) = find(&inner, tx, &secret).await?;
                let opened = read(&own, tx, &link).await?;
                let call = Call { actor: Actor::DataSubject(link.data_subject), trace_id, ..Call::system() };
                let note = own.note(&call, link.organisation, AuditAction::Read, link.data_subject);
                let shown = opened.requests.iter().map(|request| request.id.0);
                tx.note(note.of_many(shown).told_to(link.id)).await?;
                Ok::<_, Failure>(opened)
            })
        })
        .await
}

async fn read(context: &Context, tx: &Tx, link: &StatusLink) -> Outcome<Opened> {
    let tenant = tx.tenant(link.organisation);
    let organisation = tx.organisation(link.organisation).await?.ok_or(Code::NotFound)?;
    let person = tenant.data_subject(link.data_subject).await?.ok_or(Code::NotFound)?;
    let (_, profile) = people::open(context, tx, link.organisation, &person).await?;
    let mut mandates = tenant.mandates_of(link.data_subject, None, MOST).await?;
    let mut requests = tenant.requests_of_subject(link.data_subject, true, None, MOST).await?;
    let room = MOST.saturating_sub(requests.len() as u64);
    let mut ended = tenant.requests_of_subject(link.data_subject, false, None, room).await?;
    for part in [&mut requests, &mut ended] {
        part.sort_by_key(|request| std::cmp::Reverse(request.id));
    }
    requests.append(&mut ended);
    let told = tell(context, tx, &requests, &mandates).await?;
    let complaints = complaints(tx, link).await?;
    let now = context.clock.now();
    mandates.sort_by_key(|mandate| (mandate.has_ended(), std::cmp::Reverse(mandate.id)));
    Ok(Opened {
        link: link.id,
        data_subject: link.data_subject,
        organisation,
        language: profile.language,
        today: now.to_zoned(TimeZone::UTC).date(),
        requests: told,
        complaints,
        mandate_ids: mandates.iter().map(|mandate| mandate.id.to_string()).collect(),
        mandates,
    })
}

/// The steps of the complaints in which the person takes part, and when the authority fell silent.
async fn complaints(tx: &Tx, link: &StatusLink) -> Outcome<Vec<OpenedStep>> {
    let tenant = tx.tenant(link.organisation);
    let mut steps = Vec::new();
    for (id, part) in tenant.complaints_of_person(link.data_subject).await? {
        if part.left_out.is_some() {
            continue;
        }
        let complaint = tenant.complaint(id).await?.ok_or(Failure::Defect("a person of no complaint"))?;
        let controller = tx.controller(complaint.controller_id, Viewer::Service).await?;
        let controller = controller.ok_or(Failure::Defect("a complaint of nobody"))?.name;
        for entry in tenant.complaint_entries(id, None, MOST).await? {
            // Before it is lodged it is a draft of the organisation.
            let told = ComplaintTold::of(entry.step).filter(|_| complaint.standing.lodging.is_some());
            steps.extend(told.map(|told| OpenedStep { on: entry.on, told, controller: controller.clone() }));
        }
        let silences =
            complaint.standing.told.iter().filter(|told| told.clock == ClockKind::Information && told.days.is_none());
        steps.extend(silences.map(|told| OpenedStep {
            on: told.due,
            told: ComplaintTold::Silent,
            controller: controller.clone(),
        }));
    }
    steps.sort_by_key(|step| step.on);
    Ok(steps)
}

async fn tell(
    context: &Context,
    tx: &Tx,
    requests: &[Request],
    mandates: &[MandateRecord],
) -> Outcome<Vec<OpenedRequest>> {
    let named: BTreeSet<_> = requests.iter().map(|request| request.controller_id).collect();
    let named: Vec<_> = named.into_iter().collect();
    let controllers = tx.controllers_by_ids(&named, Viewer::Service).await?;
    let names: BTreeMap<_, _> = controllers.into_iter().map(|one| (one.id, one.name)).collect();
    let now = context.clock.now();
    let told = requests.iter().map(|request| {
        let standing = &request.standing;
        let day = |at| standing.place.date_of(at);
        let closed = request.closed_at.map(day);
        let tells = tells_answers(mandates, request);
        Ok(OpenedRequest {
            id: request.id,
            mandate: request.mandate_id,
            right: standing.right,
            controller: names.get(&request.controller_id).cloned().ok_or(Failure::Defect("a request to nobody"))?,
            is_open: request.closed_at.is_none(),
            status: Status::of(standing, day(request.filed_at), closed, tells, day(now)),
            deadline: standing.deadline.clone(),
        })
    });
    told.collect()
}

/// Whether the answers go to the organisation, so that it knows their kinds and may tell them (M-7).
fn tells_answers(mandates: &[MandateRecord], request: &Request) -> bool {
    let mandate = mandates.iter().find(|mandate| mandate.id == request.mandate_id);
    let power = mandate.and_then(|mandate| mandate.mandate.powers.request.as_ref());
    power.is_some_and(|power| power.answer_recipient == AnswerRecipient::Organisation)
}
