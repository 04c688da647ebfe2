//! The steps of a complaint: lodging, what the authority tells, what the organisation does, the decision.

use entity::id::{ComplaintFileId, ComplaintId, OrganisationId};
use jiff::civil::Date;
use serde_json::json;

use super::content::{self, Content};
use super::docket;
use super::prepare::{check_eligible, find_authority};
use super::recheck::look_again;
use super::split::split;
use super::told::told_with;
use crate::crypto::Personal;
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::complaint::{ComplaintMove, DecisionOutcome, FileState, LodgingChannel, StepKind, StepSource};
use crate::domain::event::EventKind;
use crate::domain::place::Place;
use crate::domain::problem::Problem;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::once::Answer;
use crate::store::{Complaint, ComplaintEdition, ComplaintEntry, DocketPlace, Tx};

/// A step and what belongs to it.
#[derive(Clone)]
pub struct NewStep {
    /// What happened.
    pub step: ComplaintMove,
    /// The local day at the authority; the present one when none is said.
    pub on: Option<Date>,
    /// What was said, in words.
    pub text: Option<Personal<String>>,
    /// A file of the complaint that was uploaded: proof of lodging, a letter.
    pub file: Option<ComplaintFileId>,
    /// What was decided for people by themselves, by their numbers in the files.
    pub people: Vec<(DecisionOutcome, Vec<i32>)>,
}

/// Takes a step, of the organisation or of a client of the authority; whose it is follows from who calls. Before it, the powers of
/// everybody are looked at: whoever may not take part any more is left out, and the rest goes on. `view` makes the answer.
///
/// # Errors
/// `not_found`; `version_conflict`; `complaint_wrong_state`; `impossible_date`; `step_not_yours` for an authority that would do what
/// the organisation does; `not_eligible` and `complaint_nobody` for what the organisation does itself; `complaint_incomplete`,
/// `complaint_files_not_ready`, `authority_not_connected` for completing and lodging.
pub async fn take_step<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: ComplaintId,
    expected: Option<i32>,
    new: NewStep,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(&Context, &Complaint, &Content) -> T + Send + 'static,
{
    // The look at the powers is the service's own, whoever it is that takes the step.
    let own = Call { trace_id: call.trace_id.clone(), ..Call::system() };
    let looking = if call.actor.authority().is_some() { &own } else { &call };
    look_again(context, looking, organisation, id).await?;
    let (inner, frame) = (context.clone(), call.clone());
    context
        .once(&frame, 200, move |tx| {
            Box::pin(async move {
                let complaint = tx.hold_complaint(organisation, id).await?.ok_or(Code::NotFound)?;
                if expected.is_some_and(|version| version != complaint.version) {
                    return Err(Code::VersionConflict.into());
                }
                let complaint = Stepping { context: &inner, tx, call: &call, new }.take(complaint).await?;
                let keys = inner.keys.of_organisation_in(tx, organisation).await?;
                let content = Content::open(&keys, id, &complaint.content)?;
                Ok(view(&inner, &complaint, &content))
            })
        })
        .await
}

struct Stepping<'a> {
    context: &'a Context,
    tx: &'a Tx,
    call: &'a Call,
    new: NewStep,
}

impl Stepping<'_> {
    /// Where the days of the complaint are counted: where its authority acts, before it is lodged there too.
    fn place(&self, complaint: &Complaint) -> Option<Place> {
        let chosen = || self.context.authorities.now().find(complaint.authority.as_deref()?).map(|found| found.country);
        complaint.standing.place.or_else(chosen)
    }

    async fn take(self, mut complaint: Complaint) -> Outcome<Complaint> {
        let (context, tx, kind, now) = (self.context, self.tx, self.new.step.kind(), self.context.clock.now());
        let (organisation, source) = (complaint.organisation, self.call.actor.step_source());
        match source {
            StepSource::Organisation if !kind.is_news() => self.check_own(&complaint, kind).await?,
            StepSource::Authority if !kind.is_news() => return Err(Code::StepNotYours.into()),
            _ => {}
        }
        if kind == StepKind::Lodge {
            let name = complaint.authority.as_deref().ok_or(Code::ComplaintIncomplete)?;
            complaint.standing.place = Some(find_authority(context, name)?.country);
        }
        let today = self.place(&complaint).map(|place| place.date_of(now));
        let on = self.new.on.or(today).unwrap_or_else(|| context.today());
        let latest = today.unwrap_or_else(|| context.latest_day());
        let moved = complaint.standing.after(&self.new.step, on, latest).map_err(Problem::from)?;
        complaint.standing = moved.standing;
        if kind == StepKind::Lodge {
            self.put_in_docket(&mut complaint).await?;
        }
        // Who does something with it has it.
        let received = source == StepSource::Authority && complaint.standing.read_by_authority(now);
        complaint.next_due = complaint.standing.next_due(&context.calendars.now());
        complaint.version += 1;
        complaint.updated_at = now;
        self.record(&complaint, on).await?;
        self.decide_people(&complaint).await?;
        if kind == StepKind::Split {
            split(context, tx, self.call, &complaint).await?;
        }
        tx.update_complaint(&complaint).await?;
        let told = if kind == StepKind::News { EventKind::ComplaintNews } else { EventKind::ComplaintMoved };
        let mut events = Vec::new();
        if received {
            events.push(super::told::told(context, self.call, &complaint, EventKind::ComplaintReceived));
        }
        let more = json!({ "step": kind, "on": on, "source": source });
        events.push(told_with(context, self.call, &complaint, told, more));
        tx.emit(organisation, events).await?;
        let note = context.note(self.call, organisation, AuditAction::Change, complaint.id);
        tx.note(note).await?;
        if kind == StepKind::Lodge || source == StepSource::Authority {
            // The people of the file are made known to the authority, and how it stands with it.
            let mut note = context.note(self.call, organisation, AuditAction::Disclose, complaint.id);
            note.record_count = i64::from(complaint.people);
            tx.note(note.told_to(complaint.authority.as_deref().unwrap_or_default())).await?;
        }
        if kind == StepKind::Transmit {
            // The authority has handed the file on to another one (C-22), which it need not name.
            let mut note = context.note(self.call, organisation, AuditAction::Transfer, complaint.id);
            note.record_count = i64::from(complaint.people);
            tx.note(note).await?;
        }
        Ok(complaint)
    }

    /// From here on the authority finds it, whatever way it was lodged. By `api` this is the lodging itself, so that there must be
    /// somebody who can find it.
    async fn put_in_docket(&self, complaint: &mut Complaint) -> Outcome<()> {
        let organisation = complaint.organisation;
        let name = complaint.authority.as_deref().ok_or(Code::ComplaintIncomplete)?;
        let Some(lodging) = &mut complaint.standing.lodging else { return Ok(()) };
        lodging.recorded_at = Some(self.context.clock.now());
        let sandbox = organisation.is_sandbox().then_some(organisation);
        let authorities = self.context.authorities.now().in_succession_with(name);
        if lodging.channel == LodgingChannel::Api && !self.tx.has_client_of(&authorities, sandbox).await? {
            return Err(Code::AuthorityNotConnected.into());
        }
        complaint.docket = Some(DocketPlace { docket: docket::name(name, sandbox), number: self.tx.number().await? });
        Ok(())
    }

    /// What the organisation does itself needs that it may, and somebody it does it for; and nothing incomplete is lodged.
    async fn check_own(&self, complaint: &Complaint, kind: StepKind) -> Outcome<()> {
        if matches!(kind, StepKind::Reopen | StepKind::Close) {
            return Ok(());
        }
        let body = self.tx.organisation(complaint.organisation).await?;
        let body = body.ok_or(Failure::Defect("a complaint without its organisation"))?;
        check_eligible(self.context, &body)?;
        if complaint.people == 0 {
            return Err(Problem::with_detail(Code::ComplaintNobody, "Nobody takes part any more.").into());
        }
        if kind.leads_from(complaint.standing.state).is_none() || !matches!(kind, StepKind::Complete | StepKind::Lodge)
        {
            return Ok(());
        }
        super::check_complete(complaint)?;
        if complaint.file_state != FileState::Ready {
            return Err(Code::ComplaintFilesNotReady.into());
        }
        Ok(())
    }

    async fn record(&self, complaint: &Complaint, on: Date) -> Outcome<()> {
        let (context, tx, organisation) = (self.context, self.tx, complaint.organisation);
        let source = self.call.actor.step_source();
        if let Some(file) = self.new.file {
            let found = tx.tenant(organisation).complaint_file(file).await?;
            let own =
                found.filter(|found| found.complaint == complaint.id && found.edition == ComplaintEdition::Upload);
            // An authority names what it sent itself; by naming anything else it would get to see that.
            let may_name = own.is_some_and(|own| source == StepSource::Organisation || own.source == Some(source));
            if !may_name {
                let message = "Is not a file that was uploaded to this complaint.";
                return Err(Problem::field("/file_id", Code::InvalidField, message).into());
            }
        }
        let id = context.ids.next();
        let keys = context.keys.of_organisation_in(tx, organisation).await?;
        let content = self.new.text.as_ref().map(|text| content::seal_entry(&keys, id, text.expose())).transpose()?;
        let entry = ComplaintEntry {
            id,
            complaint: complaint.id,
            step: self.new.step.kind(),
            on,
            content,
            file: self.new.file,
            source,
            author: self.call.actor.name(),
            recorded_at: context.clock.now(),
        };
        Ok(tx.add_complaint_entry(organisation, entry).await?)
    }

    /// What was decided for people: for all alike, unless the decision tells them apart.
    async fn decide_people(&self, complaint: &Complaint) -> Outcome<()> {
        if self.new.step.kind() != StepKind::Decide {
            if self.new.people.is_empty() {
                return Ok(());
            }
            let message = "Only a decision has outcomes of people.";
            return Err(Problem::field("/people", Code::InvalidField, message).into());
        }
        for (outcome, numbers) in &self.new.people {
            let id = complaint.id;
            let changed = self.tx.set_complaint_outcome(complaint.organisation, id, numbers, *outcome).await?;
            if changed != numbers.len() as u64 {
                let message = "Names somebody who takes no part, or somebody twice.";
                return Err(Problem::field("/people", Code::InvalidField, message).into());
            }
        }
        Ok(())
    }
}
