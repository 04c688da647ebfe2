//! Finds out who takes part in a complaint, with which requests, and what each part lacks. Only reads.
//!
//! Requests are read a page at a time and kept as little more than their ids, so that ten thousand people are some megabytes.

use std::collections::{BTreeMap, BTreeSet};

use entity::id::{ControllerId, DataSubjectId, MandateId, OrganisationId, RequestId};
use jiff::civil::Date;

use super::part::{Part, Parts};
use crate::domain::code::Code;
use crate::domain::complaint::{Admission, LeftOut, MAX_PEOPLE, MAX_REQUESTS, Point, admit};
use crate::domain::finding::{Finding, FindingCode};
use crate::domain::mandate::Act;
use crate::domain::problem::Problem;
use crate::domain::request::Lifecycle;
use crate::domain::right::Right;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::requests::Selection;
use crate::store::{ComplaintPerson, Controller, Reads, Request, Tenant, Viewer};

/// Requests, or people, that are read at once.
const PAGE: u64 = 1_000;

/// Which requests a complaint is made from.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Which requests.
    pub selection: Selection,
    /// Only with one of these findings; any finding when empty.
    pub findings: Vec<FindingCode>,
    /// Only with a finding at least this severe.
    pub min_severity: u8,
    /// Only received on or after this day, at the controller's place.
    pub received_from: Option<Date>,
    /// Only received on or before this day.
    pub received_until: Option<Date>,
}

/// Who takes part, with what.
pub(super) struct Gathered {
    pub controller: Controller,
    pub people: Vec<ComplaintPerson>,
    /// The requests of those who take part, each with the number of its person.
    pub requests: Vec<(i32, RequestId)>,
    pub points: Vec<Point>,
}

/// What is kept of a request.
struct Seen {
    id: RequestId,
    mandate: MandateId,
    right: Right,
    lifecycle: Lifecycle,
    was_sent: bool,
    findings: Vec<Finding>,
}

impl Seen {
    fn admission(&self) -> Admission<'_> {
        let Self { right, lifecycle, was_sent, .. } = *self;
        Admission { right, lifecycle, was_sent, findings: &self.findings }
    }
}

type ByPerson = BTreeMap<DataSubjectId, Vec<Seen>>;

impl Gathered {
    pub fn included(&self) -> impl Iterator<Item = &ComplaintPerson> {
        self.people.iter().filter(|person| person.left_out.is_none())
    }

    /// Why nobody takes part, when nobody does.
    pub fn check_anybody(&self) -> Result<(), Problem> {
        if self.included().next().is_some() {
            return Ok(());
        }
        let mut reasons: BTreeMap<LeftOut, usize> = BTreeMap::new();
        for reason in self.people.iter().filter_map(|person| person.left_out) {
            *reasons.entry(reason).or_default() += 1;
        }
        let told: Vec<String> =
            reasons.iter().map(|(reason, count)| format!("{count} × {reason} ({})", reason.rule())).collect();
        let detail = if told.is_empty() { "No request is meant.".to_owned() } else { format!("{}.", told.join(", ")) };
        Err(Problem::with_detail(Code::ComplaintNobody, detail))
    }
}

/// Gathers a new complaint.
///
/// # Errors
/// `not_found` for an unknown id, `selection_too_large`, `complaint_mixed_controllers`, `complaint_nobody`.
pub(super) async fn gather(context: &Context, organisation: OrganisationId, choice: &Choice) -> Outcome<Gathered> {
    let tenant = context.db.tenant(organisation);
    let (controller, by_person) = read_requests(&tenant, choice).await?;
    let found = context.db.controllers_by_ids(&[controller], Viewer::Service).await?;
    let controller = found.into_iter().next().ok_or(Failure::Defect("a request to a controller that is not there"))?;
    let parts = Parts {
        act: Act::LodgeComplaint,
        controller: &controller,
        at: context.clock.now(),
        keys: context.keys.of_organisation(&context.db, organisation).await?,
    };
    let (mut people, mut requests, mut counting) = (Vec::new(), Vec::new(), Counting::default());
    let mut rest = by_person.into_iter().peekable();
    while rest.peek().is_some() {
        let page: Vec<(DataSubjectId, Vec<Seen>)> = rest.by_ref().take(PAGE as usize).collect();
        let used = page.iter().map(|(id, seen)| (*id, seen.iter().map(|seen| seen.mandate).collect())).collect();
        let mut of_page = parts.of(&tenant, &used).await?;
        for (data_subject, seen) in page {
            let number = i32::try_from(people.len() + 1).map_err(|_| Code::SelectionTooLarge)?;
            let part = of_page.remove(&data_subject).unwrap_or(Err(LeftOut::Erased));
            let admissions: Vec<Admission<'_>> = seen.iter().map(Seen::admission).collect();
            let admitted = part.and_then(|part| Ok((admit(Ok(()), &admissions)?, part)));
            let person = ComplaintPerson {
                number,
                data_subject,
                mandate: None,
                left_out: None,
                missing: Vec::new(),
                outcome: None,
            };
            people.push(match admitted {
                Err(reason) => ComplaintPerson { left_out: Some(reason), ..person },
                Ok((admitted, Part { mandate, missing })) => {
                    requests.extend(admitted.iter().map(|index| (number, seen[*index].id)));
                    counting.add(admitted.iter().map(|index| seen[*index].findings.as_slice()));
                    ComplaintPerson { mandate: Some(mandate), missing, ..person }
                }
            });
        }
    }
    let gathered = Gathered { controller, people, requests, points: counting.points() };
    gathered.check_anybody()?;
    Ok(gathered)
}

/// The requests meant, by person, and the one controller they are to.
async fn read_requests<C: Reads>(tenant: &Tenant<'_, C>, choice: &Choice) -> Outcome<(ControllerId, ByPerson)> {
    let (mut by_person, mut controller, mut count) = (ByPerson::new(), None, 0);
    let mut after = None;
    loop {
        let page = match &choice.selection {
            Selection::Ids(ids) => {
                let page = tenant.requests(ids).await?;
                if page.len() != ids.len() {
                    return Err(Code::NotFound.into());
                }
                page
            }
            Selection::Filter(filter) => tenant.list_requests(filter, after, PAGE).await?,
        };
        after = page.last().map(|request| request.id);
        let ids: Vec<RequestId> = page.iter().map(|request| request.id).collect();
        let mut findings: BTreeMap<RequestId, Vec<Finding>> = BTreeMap::new();
        for found in tenant.findings_of_requests(&ids).await? {
            findings.entry(found.request_id).or_default().push(found.finding);
        }
        let last = matches!(choice.selection, Selection::Ids(_)) || (page.len() as u64) < PAGE;
        for request in page {
            let found = findings.remove(&request.id).unwrap_or_default();
            let Some(seen) = choice.see(&request, found) else { continue };
            if *controller.get_or_insert(request.controller_id) != request.controller_id {
                return Err(Code::ComplaintMixedControllers.into());
            }
            by_person.entry(request.data_subject_id).or_default().push(seen);
            count += 1;
            if count > MAX_REQUESTS || by_person.len() > MAX_PEOPLE {
                let detail = format!("A complaint takes at most {MAX_PEOPLE} people and {MAX_REQUESTS} requests.");
                return Err(Problem::with_detail(Code::SelectionTooLarge, detail).into());
            }
        }
        if last {
            break;
        }
    }
    let nobody = || Problem::with_detail(Code::ComplaintNobody, "No request is meant.");
    let controller = controller.filter(|_| !by_person.is_empty()).ok_or_else(nobody)?;
    Ok((controller, by_person))
}

impl Choice {
    /// What is kept of a request; none when it is not meant.
    fn see(&self, request: &Request, mut findings: Vec<Finding>) -> Option<Seen> {
        let day = request.received_at.map(|at| request.standing.place.date_of(at));
        let too_early = self.received_from.is_some_and(|from| day.is_none_or(|day| day < from));
        let too_late = self.received_until.is_some_and(|until| day.is_none_or(|day| day > until));
        findings.sort_by_key(|finding| (finding.on, finding.code));
        let named = |finding: &Finding| {
            finding.code.severity() >= self.min_severity
                && (self.findings.is_empty() || self.findings.contains(&finding.code))
        };
        let narrowed = self.min_severity > 0 || !self.findings.is_empty();
        if too_early || too_late || (narrowed && !findings.iter().any(named)) {
            return None;
        }
        Some(Seen {
            id: request.id,
            mandate: request.mandate_id,
            right: request.standing.right,
            lifecycle: request.standing.state.lifecycle,
            was_sent: request.sent_at.is_some(),
            findings,
        })
    }
}

/// Counts what is alleged, over everybody.
#[derive(Default)]
pub(super) struct Counting(BTreeMap<FindingCode, Point>);

impl Counting {
    /// Adds the findings of one person's requests.
    pub fn add<'a>(&mut self, requests: impl Iterator<Item = &'a [Finding]>) {
        let mut of_person = BTreeSet::new();
        for findings in requests {
            let mut of_request = BTreeSet::new();
            for finding in findings {
                let new =
                    Point { code: finding.code, people: 0, requests: 0, first_on: finding.on, last_on: finding.on };
                let point = self.0.entry(finding.code).or_insert(new);
                (point.first_on, point.last_on) = (point.first_on.min(finding.on), point.last_on.max(finding.on));
                point.people += u32::from(of_person.insert(finding.code));
                point.requests += u32::from(of_request.insert(finding.code));
            }
        }
    }

    /// What is alleged, the gravest first.
    pub fn points(self) -> Vec<Point> {
        let mut points: Vec<Point> = self.0.into_values().collect();
        points.sort_by_key(|point| (std::cmp::Reverse(point.code.severity()), point.code));
        points
    }
}
