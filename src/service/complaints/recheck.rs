//! Looks again at who may take part (M-9): before files are made, before each step, and when a mandate ends or a person is erased.
//!
//! Whoever may not any more is left out by the name of a rule, and the rest goes on; whoever gave another mandate goes on under it; and
//! what was missing and is there by now is missing no more. A complaint that is being written then needs new files; of one that is lodged the authority has to be told that the organisation no longer acts for them (M-11).

use std::collections::BTreeMap;

use entity::id::{ComplaintId, OrganisationId};
use serde_json::json;

use super::change::make_stale;
use super::gather::Counting;
use super::members::{Members, TAKING_PART};
use super::part::Parts;
use super::told::{told, told_with};
use super::whole;
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::complaint::{ComplaintState, LeftOut};
use crate::domain::event::EventKind;
use crate::domain::mandate::Act;
use crate::domain::task::{TaskKind, TaskState};
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{Complaint, ComplaintPerson, Controller, NewEvent, Task, Tx, Viewer};

/// People looked at at once.
const PAGE: u64 = 1_000;
/// Complaints of one turn.
const AT_ONCE: u64 = 5;

/// Looks at complaints in which a mandate has ended. Returns how many that were.
pub async fn check_complaints(context: Context) -> Outcome<u64> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let due = tx.take_complaints_to_check(inner.reach(), inner.clock.now(), AT_ONCE).await?;
                let count = due.len() as u64;
                for complaint in due {
                    let own = inner.of_in(tx, complaint.organisation).await?;
                    Looking { context: &own, tx, call: &Call::system() }.look(complaint).await?;
                }
                Ok::<_, Failure>(count)
            })
        })
        .await
}

/// Looks at one complaint in a transaction of its own, before something is done with it: what is found holds whatever becomes of
/// that.
///
/// # Errors
/// `not_found`.
pub(super) async fn look_again(
    context: &Context,
    call: &Call,
    organisation: OrganisationId,
    id: ComplaintId,
) -> Outcome<()> {
    let (inner, call) = (context.clone(), call.clone());
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let complaint = tx.hold_complaint(organisation, id).await?.ok_or(Code::NotFound)?;
                Looking { context: &inner, tx, call: &call }.look(complaint).await
            })
        })
        .await
}

struct Looking<'a> {
    context: &'a Context,
    tx: &'a Tx,
    call: &'a Call,
}

/// What a look at everybody has found.
#[derive(Default)]
struct Found {
    left: BTreeMap<LeftOut, Vec<i32>>,
    /// People whose part rests on another mandate, or lacks something else, than before.
    changed: Vec<ComplaintPerson>,
    looked_at: Vec<uuid::Uuid>,
}

impl Looking<'_> {
    /// Looks at everybody in a complaint that is held, and writes what has changed.
    async fn look(&self, mut complaint: Complaint) -> Outcome<()> {
        let (context, tx) = (self.context, self.tx);
        let was_due = complaint.check_due.take().is_some();
        if complaint.standing.state.is_over() {
            return if was_due { self.note_as_seen(complaint).await } else { Ok(()) };
        }
        let controller = tx.controller(complaint.controller_id, Viewer::Service).await?;
        let controller = controller.ok_or(Failure::Defect("a complaint without its controller"))?;
        let found = self.people(&complaint, &controller).await?;
        let unlodged = complaint.standing.state.is_unlodged();
        let missing = if unlodged { whole::look(context, tx, &complaint, &controller).await? } else { Vec::new() };
        let other = unlodged && (!found.changed.is_empty() || missing != complaint.missing);
        if found.left.is_empty() && found.changed.is_empty() && !other {
            return if was_due { self.note_as_seen(complaint).await } else { Ok(()) };
        }
        for (reason, numbers) in &found.left {
            let now = context.clock.now();
            tx.leave_out_of_complaint(complaint.organisation, complaint.id, numbers, *reason, now).await?;
        }
        for person in &found.changed {
            tx.change_complaint_person(complaint.organisation, complaint.id, person).await?;
        }
        recount(tx, &mut complaint).await?;
        if unlodged {
            complaint.missing = missing;
            complaint.standing.state = ComplaintState::Draft;
            make_stale(&mut complaint);
        } else if !found.left.is_empty() {
            tell_authority(context, tx, &complaint).await?;
        }
        let note = context.note(self.call, complaint.organisation, AuditAction::Read, "data_subject");
        tx.note(note.of_many(found.looked_at)).await?;
        let mut events = Vec::new();
        if !found.left.is_empty() {
            let reasons: BTreeMap<&str, usize> =
                found.left.iter().map(|(why, who)| (why.as_str(), who.len())).collect();
            let more = json!({ "reasons": reasons, "authority_to_be_told": !unlodged });
            events.push(told_with(context, self.call, &complaint, EventKind::ComplaintPeopleLeftOut, more));
        } else if other {
            events.push(told(context, self.call, &complaint, EventKind::ComplaintChanged));
        }
        self.write(complaint, events).await
    }

    /// Nothing has changed but that it was looked at.
    async fn note_as_seen(&self, mut complaint: Complaint) -> Outcome<()> {
        complaint.version += 1;
        Ok(self.tx.update_complaint(&complaint).await?)
    }

    async fn write(&self, mut complaint: Complaint, events: Vec<NewEvent>) -> Outcome<()> {
        complaint.version += 1;
        complaint.updated_at = self.context.clock.now();
        self.tx.update_complaint(&complaint).await?;
        self.tx.emit(complaint.organisation, events).await?;
        let note = self.context.note(self.call, complaint.organisation, AuditAction::Change, complaint.id);
        Ok(self.tx.note(note).await?)
    }

    async fn people(&self, complaint: &Complaint, controller: &Controller) -> Outcome<Found> {
        let (organisation, tenant) = (complaint.organisation, self.tx.tenant(complaint.organisation));
        let unlodged = complaint.standing.state.is_unlodged();
        let parts = Parts {
            act: if unlodged { Act::LodgeComplaint } else { Act::FollowComplaint },
            controller,
            at: self.context.clock.now(),
            keys: self.context.keys.of_organisation_in(self.tx, organisation).await?,
        };
        let (mut found, mut after) = (Found::default(), None);
        loop {
            let people = tenant.complaint_people(complaint.id, TAKING_PART, after, PAGE).await?;
            let Some(last) = people.last() else { return Ok(found) };
            after = Some(last.number);
            let used = people.iter().map(|person| (person.data_subject, person.mandate.into_iter().collect()));
            let mut now = parts.of(&tenant, &used.collect()).await?;
            for person in people {
                found.looked_at.push(person.data_subject.0);
                match now.remove(&person.data_subject).unwrap_or(Err(LeftOut::Erased)) {
                    Err(reason) => found.left.entry(reason).or_default().push(person.number),
                    Ok(part) => {
                        let mandate = Some(part.mandate);
                        if mandate != person.mandate || part.missing != person.missing {
                            found.changed.push(ComplaintPerson { mandate, missing: part.missing, ..person });
                        }
                    }
                }
            }
        }
    }
}

/// Counts anew who takes part, with what.
async fn recount(tx: &Tx, complaint: &mut Complaint) -> Outcome<()> {
    let (mut people, mut incomplete, mut requests, mut counting) = (0, 0, 0, Counting::default());
    let mut members = Members::of(tx, complaint.organisation, complaint.id);
    loop {
        let page = members.next().await?;
        if page.is_empty() {
            break;
        }
        for member in &page {
            people += 1;
            incomplete += i32::from(super::lacks_needed(&member.person));
            requests += super::prepare::count(member.requests.len())?;
            counting.add(member.findings());
        }
    }
    complaint.left_out += complaint.people - people;
    (complaint.people, complaint.incomplete, complaint.requests) = (people, incomplete, requests);
    complaint.points = counting.points();
    Ok(())
}

/// A person of the organisation has to tell the authority for whom it acts no longer.
async fn tell_authority(context: &Context, tx: &Tx, complaint: &Complaint) -> Outcome<()> {
    let task = Task {
        id: context.ids.next(),
        kind: TaskKind::TellAuthority,
        state: TaskState::Open,
        request: None,
        delivery: None,
        controller: Some(complaint.controller_id),
        requests: 0,
        reason: Some(complaint.id.to_string()),
        created_at: context.clock.now(),
        done_at: None,
        done_by: None,
    };
    tx.add_tasks(complaint.organisation, &[task]).await?;
    Ok(())
}
