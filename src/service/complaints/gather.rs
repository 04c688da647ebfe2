//! Finds out who takes part in a complaint, with which requests, and what each part lacks. Only reads.
//!
//! Requests are read a page at a time and kept as little more than their ids, so that ten thousand people are some megabytes.

use std::collections::{BTreeMap, BTreeSet};

use entity::id::{ControllerId, DataSubjectId, MandateId, OrganisationId, RequestId};
use jiff::Timestamp;
use jiff::civil::Date;

use super::power::{Power, refusal_of};
use crate::domain::code::Code;
use crate::domain::complaint::{Admission, LeftOut, MAX_PEOPLE, MAX_REQUESTS, Missing, Point, admit};
use crate::domain::finding::{Finding, FindingCode};
use crate::domain::mandate::Act;
use crate::domain::problem::Problem;
use crate::domain::request::Lifecycle;
use crate::domain::right::Right;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::people::Profile;
use crate::service::requests::Selection;
use crate::store::{ComplaintPerson, Controller, MandateRecord, Reads, Request, Tenant, Viewer};

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
    let gathering = Gathering { context, organisation, controller: &controller, now: context.clock.now() };
    let (mut people, mut requests, mut counting) = (Vec::new(), Vec::new(), Counting::default());
    let ids: Vec<DataSubjectId> = by_person.keys().copied().collect();
    for page in ids.chunks(PAGE as usize) {
        for (subject, part) in gathering.people(&tenant, page, &by_person).await? {
            let number = i32::try_from(people.len() + 1).map_err(|_| Code::SelectionTooLarge)?;
            let seen = &by_person[&subject];
            let (mandate, left_out, missing) = match part {
                Ok(Part { mandate, admitted, missing }) => {
                    requests.extend(admitted.iter().map(|index| (number, seen[*index].id)));
                    counting.add(admitted.iter().map(|index| seen[*index].findings.as_slice()));
                    (Some(mandate), None, missing)
                }
                Err(reason) => (None, Some(reason), Vec::new()),
            };
            people.push(ComplaintPerson { number, data_subject: subject, mandate, left_out, missing, outcome: None });
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
            if *controller.get_or_insert(request.controller_id) != request.controller_id {
                return Err(Code::ComplaintMixedControllers.into());
            }
            let found = findings.remove(&request.id).unwrap_or_default();
            let Some(seen) = choice.see(&request, found) else { continue };
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

/// A person's part.
struct Part {
    mandate: MandateId,
    /// Which of the person's requests, by their place.
    admitted: Vec<usize>,
    missing: Vec<Missing>,
}

struct Gathering<'a> {
    context: &'a Context,
    organisation: OrganisationId,
    controller: &'a Controller,
    now: Timestamp,
}

impl Gathering<'_> {
    /// Decides on a page of people, in the order of their ids.
    async fn people<C: Reads>(
        &self,
        tenant: &Tenant<'_, C>,
        ids: &[DataSubjectId],
        by_person: &ByPerson,
    ) -> Outcome<Vec<(DataSubjectId, Result<Part, LeftOut>)>> {
        let mut powers: BTreeMap<DataSubjectId, Vec<MandateRecord>> = BTreeMap::new();
        for record in tenant.mandates_in_force_of(ids).await? {
            powers.entry(record.data_subject).or_default().push(record);
        }
        // Of those without any, the mandate of their requests tells how it ended.
        let ended: BTreeSet<MandateId> = ids
            .iter()
            .filter(|id| !powers.contains_key(id))
            .flat_map(|id| by_person[id].iter().map(|seen| seen.mandate))
            .collect();
        let ended = tenant.mandates_by_ids(&ended.into_iter().collect::<Vec<_>>()).await?;
        for record in ended {
            powers.entry(record.data_subject).or_default().push(record);
        }
        let keys = self.context.keys.of_organisation(&self.context.db, self.organisation).await?;
        let mut subjects: BTreeMap<DataSubjectId, _> = BTreeMap::new();
        for (subject, wrapped) in tenant.data_subjects_with_keys(ids).await? {
            subjects.insert(subject.id, (subject, wrapped));
        }
        let mut decided = Vec::with_capacity(ids.len());
        for id in ids {
            let records = powers.remove(id).unwrap_or_default();
            let part = match subjects.remove(id) {
                Some((subject, Some(wrapped))) if subject.erased_at.is_none() => {
                    self.part(&records, &by_person[id]).map(|(record, admitted)| {
                        let key = keys.open_subject_key(id.0, &wrapped);
                        let profile = key.and_then(|key| Profile::open(&key, self.organisation, *id, &subject.profile));
                        let missing = profile.map(|profile| missing_of(&profile, record));
                        (record.id, admitted, missing)
                    })
                }
                _ => Err(LeftOut::Erased),
            };
            decided.push(match part {
                Ok((mandate, admitted, missing)) => (*id, Ok(Part { mandate, admitted, missing: missing? })),
                Err(reason) => (*id, Err(reason)),
            });
        }
        Ok(decided)
    }

    fn part<'r>(
        &self,
        records: &'r [MandateRecord],
        seen: &[Seen],
    ) -> Result<(&'r MandateRecord, Vec<usize>), LeftOut> {
        let power = Power { act: Act::LodgeComplaint, controller: self.controller, at: self.now };
        let power = power.of(records).map_err(refusal_of);
        let admissions: Vec<Admission<'_>> = seen
            .iter()
            .map(|seen| Admission {
                right: seen.right,
                lifecycle: seen.lifecycle,
                was_sent: seen.was_sent,
                findings: &seen.findings,
            })
            .collect();
        let admitted = admit(power.map(|_| ()), &admissions)?;
        Ok((power?, admitted))
    }
}

/// What a person's part lacks (C-3).
pub(super) fn missing_of(profile: &Profile, record: &MandateRecord) -> Vec<Missing> {
    let named = profile.full_name.is_some() || profile.given_name.is_some() || profile.family_name.is_some();
    let address = profile.address.street.is_some() && profile.address.city.is_some();
    let reached = profile.email.is_some() || profile.phone.is_some() || address;
    let evidence = &record.mandate.evidence;
    let proven = evidence.sha256.is_some() || !evidence.kind.is_document();
    let lacks = [(named, Missing::PersonName), (reached, Missing::PersonContact), (proven, Missing::MandateProof)];
    lacks.into_iter().filter(|(there, _)| !there).map(|(_, missing)| missing).collect()
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
