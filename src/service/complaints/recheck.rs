//! Looks again at who may take part (M-9): before each step, and when a mandate ends or a person is erased.
//!
//! Whoever may not any more is left out by the name of a rule, and the rest goes on. A complaint that is being written then needs
//! new files; of one that is lodged the authority has to be told that the organisation no longer acts for them (M-11).

use std::collections::BTreeMap;

use entity::id::{DataSubjectId, MandateId, OrganisationId};
use serde_json::json;

use super::change::make_stale;
use super::gather::Counting;
use super::power::{Power, refusal_of};
use super::told::told_with;
use crate::domain::audit::AuditAction;
use crate::domain::complaint::{ComplaintState, LeftOut};
use crate::domain::event::EventKind;
use crate::domain::finding::Finding;
use crate::domain::mandate::Act;
use crate::domain::task::{TaskKind, TaskState};
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{Complaint, ComplaintPerson, ComplaintPersonFilter, Controller, MandateRecord, Task, Tx, Viewer};

/// People looked at at once.
const PAGE: u64 = 1_000;
/// Complaints of one turn.
const AT_ONCE: u64 = 5;

/// Who takes part.
const TAKING_PART: ComplaintPersonFilter = ComplaintPersonFilter { left_out: Some(false), incomplete: false };

/// Looks at complaints in which a mandate has ended. Returns how many that were.
pub async fn check_complaints(context: Context) -> Outcome<u64> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let due = tx.take_complaints_to_check(inner.clock.now(), AT_ONCE).await?;
                let count = due.len() as u64;
                for mut complaint in due {
                    recheck(&inner, tx, &Call::system(), &mut complaint).await?;
                    complaint.version += 1;
                    complaint.updated_at = inner.clock.now();
                    tx.update_complaint(&complaint).await?;
                }
                Ok::<_, Failure>(count)
            })
        })
        .await
}

/// Leaves out whoever may not take part any more. The complaint is held, and written by the caller. Tells how many were left out.
pub(super) async fn recheck(context: &Context, tx: &Tx, call: &Call, complaint: &mut Complaint) -> Outcome<usize> {
    complaint.check_due = None;
    if complaint.standing.state == ComplaintState::Closed {
        return Ok(0);
    }
    let organisation = complaint.organisation;
    let controller = tx.controller(complaint.controller_id, Viewer::Service).await?;
    let controller = controller.ok_or(Failure::Defect("a complaint without its controller"))?;
    let act = if complaint.standing.state.is_unlodged() { Act::LodgeComplaint } else { Act::FollowComplaint };
    let mut left: BTreeMap<LeftOut, Vec<i32>> = BTreeMap::new();
    let mut after = None;
    loop {
        let people = tx.tenant(organisation).complaint_people(complaint.id, TAKING_PART, after, PAGE).await?;
        let Some(last) = people.last() else { break };
        after = Some(last.number);
        for (number, reason) in without_power(context, tx, organisation, &people, act, &controller).await? {
            left.entry(reason).or_default().push(number);
        }
    }
    let count: usize = left.values().map(Vec::len).sum();
    if count == 0 {
        return Ok(0);
    }
    for (reason, numbers) in &left {
        tx.leave_out_of_complaint(organisation, complaint.id, numbers, *reason).await?;
    }
    recount(tx, complaint).await?;
    let lodged = !complaint.standing.state.is_unlodged();
    if lodged {
        tell_authority(context, tx, complaint, count).await?;
    } else {
        if complaint.standing.state == ComplaintState::Complete {
            complaint.standing.state = ComplaintState::Draft;
        }
        make_stale(complaint);
    }
    let reasons: BTreeMap<&str, usize> = left.iter().map(|(why, who)| (why.as_str(), who.len())).collect();
    let more = json!({ "reasons": reasons, "authority_to_be_told": lodged });
    let kind = EventKind::ComplaintPeopleLeftOut;
    tx.emit(organisation, vec![told_with(context, call, complaint, kind, more)]).await?;
    tx.note(context.note(call, organisation, AuditAction::Change, complaint.id)).await?;
    Ok(count)
}

/// Those of a page of people that no mandate covers at this moment.
async fn without_power(
    context: &Context,
    tx: &Tx,
    organisation: OrganisationId,
    people: &[ComplaintPerson],
    act: Act,
    controller: &Controller,
) -> Outcome<Vec<(i32, LeftOut)>> {
    let tenant = tx.tenant(organisation);
    let ids: Vec<DataSubjectId> = people.iter().map(|person| person.data_subject).collect();
    let mut records: BTreeMap<DataSubjectId, Vec<MandateRecord>> = BTreeMap::new();
    for record in tenant.mandates_in_force_of(&ids).await? {
        records.entry(record.data_subject).or_default().push(record);
    }
    let power = Power { act, controller, at: context.clock.now() };
    let lacking: Vec<&ComplaintPerson> = people
        .iter()
        .filter(|person| power.of(records.get(&person.data_subject).map_or(&[], Vec::as_slice)).is_err())
        .collect();
    // How the mandate that was used ended.
    let used: Vec<MandateId> = lacking.iter().filter_map(|person| person.mandate).collect();
    for record in tenant.mandates_by_ids(&used).await? {
        records.entry(record.data_subject).or_default().push(record);
    }
    let lost: Vec<DataSubjectId> = lacking.iter().map(|person| person.data_subject).collect();
    let mut erased = Vec::new();
    for (subject, _) in tenant.data_subjects_with_keys(&lost).await? {
        erased.extend(subject.erased_at.map(|_| subject.id));
    }
    let reason = |person: &ComplaintPerson| {
        if erased.contains(&person.data_subject) {
            return LeftOut::Erased;
        }
        let records = records.get(&person.data_subject).map_or(&[][..], Vec::as_slice);
        power.of(records).map_or_else(refusal_of, |_| LeftOut::PowerMissing)
    };
    Ok(lacking.into_iter().map(|person| (person.number, reason(person))).collect())
}

/// Counts anew who takes part, with what.
async fn recount(tx: &Tx, complaint: &mut Complaint) -> Outcome<()> {
    let tenant = tx.tenant(complaint.organisation);
    let (mut people, mut incomplete, mut requests, mut counting) = (0, 0, 0, Counting::default());
    let mut after = None;
    loop {
        let page = tenant.complaint_people(complaint.id, TAKING_PART, after, PAGE).await?;
        let Some((first, last)) = page.first().zip(page.last()) else { break };
        after = Some(last.number);
        let named = tenant.complaint_requests(complaint.id, (first.number, last.number)).await?;
        let ids: Vec<_> = named.iter().map(|(_, request)| *request).collect();
        let mut findings: BTreeMap<_, Vec<Finding>> = BTreeMap::new();
        for found in tenant.findings_of_requests(&ids).await? {
            findings.entry(found.request_id).or_default().push(found.finding);
        }
        for person in &page {
            let own = named.iter().filter(|(number, _)| *number == person.number).map(|(_, request)| request);
            let own: Vec<&[Finding]> =
                own.map(|request| findings.get(request).map_or(&[][..], Vec::as_slice)).collect();
            requests += super::prepare::count(own.len())?;
            counting.add(own.into_iter());
        }
        people += super::prepare::count(page.len())?;
        incomplete += super::prepare::count(page.iter().filter(|person| super::lacks_needed(person)).count())?;
    }
    complaint.left_out += complaint.people - people;
    (complaint.people, complaint.incomplete, complaint.requests) = (people, incomplete, requests);
    complaint.points = counting.points();
    Ok(())
}

/// A person of the organisation has to tell the authority for whom it acts no longer.
async fn tell_authority(context: &Context, tx: &Tx, complaint: &Complaint, count: usize) -> Outcome<()> {
    let task = Task {
        id: context.ids.next(),
        kind: TaskKind::TellAuthority,
        state: TaskState::Open,
        request: None,
        delivery: None,
        controller: Some(complaint.controller_id),
        requests: super::prepare::count(count)?,
        reason: Some(complaint.id.to_string()),
        created_at: context.clock.now(),
        done_at: None,
        done_by: None,
    };
    tx.add_tasks(complaint.organisation, &[task]).await?;
    Ok(())
}
