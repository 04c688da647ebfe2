//! The rows of a chunk, made on a thread for computing, written by [`super::write`].

use std::sync::Arc;

use entity::id::{
    BatchId, CampaignId, ControllerId, DataSubjectId, DeliveryId, EventId, MandateId, OrganisationId, RequestId, TaskId,
};
use jiff::Timestamp;

use crate::domain::batch::LineOutcome;
use crate::domain::campaign::Policy;
use crate::domain::controller::ChannelKind;
use crate::domain::deadline::Choices;
use crate::domain::delivery::MessageKind;
use crate::domain::event::EventKind;
use crate::domain::mandate::{Mandate, MandateState};
use crate::domain::pacing::Pacing;
use crate::domain::reminders::{QuestionReminders, Reminders};
use crate::domain::right::Right;
use crate::domain::task::{TaskKind, TaskState};
use crate::store::bulk::{BulkRow, Cell};
use crate::store::deliveries::DeliveryRow;
use crate::store::tasks::{self, Task};

use super::known::ChangedPerson;

/// What all rows of a chunk have in common.
#[derive(Debug, Clone)]
pub struct FilingFrame {
    /// The tenant.
    pub organisation: OrganisationId,
    /// The campaign.
    pub campaign: CampaignId,
    /// The batch; none for a request filed alone.
    pub batch: Option<BatchId>,
    /// The right.
    pub right: Right,
    /// The product's time.
    pub at: Timestamp,
    /// When messages may leave.
    pub send_from: Timestamp,
    /// The pace of the campaign.
    pub pacing: Option<Pacing>,
    /// Prefixed id of who files.
    pub author: Arc<str>,
    /// How the campaign wants its requests followed.
    pub follow: Follow,
    /// How recent an identical request must be to be worth a warning, in months (B-4).
    pub recent_months: u8,
}

/// How a campaign wants its requests followed: what of its policy is kept with each request.
#[derive(Debug, Clone, Default)]
pub struct Follow {
    /// Its reminders of deadlines.
    pub reminders: Reminders,
    /// Its reminders of questions that wait (S-6).
    pub question_reminders: QuestionReminders,
    /// What it decides where the law is open.
    pub choices: Choices,
}

impl From<&Policy> for Follow {
    fn from(policy: &Policy) -> Self {
        let (reminders, question_reminders) = (policy.reminders.clone(), policy.question_reminders.clone());
        Self { reminders, question_reminders, choices: policy.choices() }
    }
}

/// A person recorded for the first time.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// The id.
    pub id: DataSubjectId,
    /// Blind index of who it is.
    pub identity: Vec<u8>,
    /// Blind index of the e-mail address.
    pub email: Option<Vec<u8>>,
    /// Blind index of the phone number.
    pub phone: Option<Vec<u8>>,
    /// Sealed profile.
    pub profile: Vec<u8>,
    /// The person's key, wrapped.
    pub wrapped_key: Vec<u8>,
}

/// A mandate.
#[derive(Debug, Clone)]
pub struct NewMandate {
    /// The id.
    pub id: MandateId,
    /// Who gave it.
    pub data_subject: DataSubjectId,
    /// JSON of its powers, with marks in the places of its words.
    pub powers: Arc<str>,
    /// Its words, sealed under the person's key.
    pub words: Option<Vec<u8>>,
    /// What it says.
    pub mandate: Mandate,
    /// Digest of the signed document.
    pub evidence_sha256: Option<Vec<u8>>,
    /// Where it stands.
    pub state: MandateState,
}

/// How a request that waits to be sent is stored.
#[derive(Debug, Clone)]
pub struct StandingColumns {
    /// Word of its lifecycle.
    pub lifecycle: &'static str,
    /// Word of its clock.
    pub clock: &'static str,
    /// Word of its outcome.
    pub outcome: &'static str,
    /// JSON of its standing.
    pub standing: Arc<str>,
    /// Where the controller must act.
    pub place: Arc<str>,
}

/// A request that waits to be sent.
#[derive(Debug)]
pub struct NewRequest<'a> {
    /// The id.
    pub id: RequestId,
    /// The person.
    pub data_subject: DataSubjectId,
    /// The mandate relied on.
    pub mandate: MandateId,
    /// The controller.
    pub controller: ControllerId,
    /// Keyed hash of what is asked.
    pub scope: &'a [u8],
    /// What the person asks beyond the campaign, sealed.
    pub ask: Option<Vec<u8>>,
    /// Where it stands.
    pub standing: &'a StandingColumns,
    /// The message that carries it.
    pub dispatch: DeliveryId,
    /// Its first event.
    pub event: EventId,
    /// JSON of that event's data.
    pub event_data: Arc<str>,
}

/// A message that carries requests.
#[derive(Debug, Clone)]
pub struct FiledDelivery {
    /// The id.
    pub id: DeliveryId,
    /// To whom.
    pub controller: ControllerId,
    /// How.
    pub channel: ChannelKind,
    /// What it says.
    pub kind: MessageKind,
    /// The request, when it carries one alone.
    pub request: Option<RequestId>,
    /// How many it carries.
    pub requests: i32,
    /// JSON data of the thin message.
    pub payload: String,
    /// A task for the person who has to deliver it.
    pub task: Option<TaskId>,
}

/// A bundle that takes in more requests.
#[derive(Debug, Clone)]
pub struct NewBundle {
    /// The message.
    pub id: DeliveryId,
    /// How many more.
    pub more: i32,
    /// Its JSON data now.
    pub payload: String,
}

/// What became of a line.
#[derive(Debug, Clone)]
pub struct NewLine {
    /// Physical line, from 1.
    pub line_no: u64,
    /// What became of it.
    pub outcome: LineOutcome,
    /// The person, when recorded.
    pub data_subject: Option<DataSubjectId>,
    /// The mandate relied on.
    pub mandate: Option<MandateId>,
    /// Ids of requests, 16 bytes each.
    pub requests: Vec<u8>,
    /// JSON list of problems.
    pub problems: Option<String>,
}

/// Everything that filing a chunk writes.
#[derive(Debug, Default)]
pub struct FilingRows {
    pub(super) people: Vec<BulkRow>,
    pub(super) keys: Vec<BulkRow>,
    pub(super) mandates: Vec<BulkRow>,
    pub(super) requests: Vec<BulkRow>,
    /// The second value, the number of the transaction, is set when they are written.
    pub(super) events: Vec<BulkRow>,
    pub(super) deliveries: Vec<BulkRow>,
    pub(super) tasks: Vec<BulkRow>,
    pub(super) lines: Vec<BulkRow>,
    pub(super) changed: Vec<ChangedPerson>,
    pub(super) bundles: Vec<NewBundle>,
    /// Known mandates that requests rely on.
    pub(super) mandates_held: Vec<MandateId>,
    /// Known people for whom a mandate is written.
    pub(super) people_held: Vec<DataSubjectId>,
    /// Controllers to whom something is to be sent.
    pub(super) lanes: Vec<ControllerId>,
}

impl FilingRows {
    /// Adds a person.
    pub fn person(&mut self, frame: &FilingFrame, new: NewPerson) {
        let (organisation, id, at) = (Cell::Id(frame.organisation.0), Cell::Id(new.id.0), Cell::At(frame.at));
        self.people.push(vec![
            organisation.clone(),
            id.clone(),
            Cell::Bytes(new.identity),
            Cell::or_null(new.email, Cell::Bytes),
            Cell::or_null(new.phone, Cell::Bytes),
            Cell::Bytes(new.profile),
            Cell::Int(1),
            at.clone(),
            at.clone(),
            Cell::Null,
        ]);
        self.keys.push(vec![organisation, id, Cell::Bytes(new.wrapped_key), at]);
    }

    /// Completes a known person.
    pub fn changed_person(&mut self, changed: ChangedPerson) {
        self.changed.push(changed);
    }

    /// Counts on a known person not to be erased meanwhile.
    pub fn person_stays(&mut self, person: DataSubjectId) {
        self.people_held.push(person);
    }

    /// Relies on a mandate that is known.
    pub fn rely_on(&mut self, mandate: MandateId) {
        if self.mandates_held.last() != Some(&mandate) {
            self.mandates_held.push(mandate);
        }
    }

    /// Adds a mandate.
    pub fn mandate(&mut self, frame: &FilingFrame, new: NewMandate) {
        let mandate = new.mandate;
        self.mandates.push(vec![
            Cell::Id(frame.organisation.0),
            Cell::Id(new.id.0),
            Cell::Id(new.data_subject.0),
            Cell::Shared(new.powers),
            Cell::or_null(new.words, Cell::Bytes),
            Cell::Day(mandate.signed_on),
            Cell::Day(mandate.valid_from),
            Cell::or_null(mandate.valid_until, Cell::Day),
            Cell::Word(mandate.evidence.kind.as_str()),
            Cell::or_null(new.evidence_sha256, Cell::Bytes),
            Cell::Word(new.state.as_str()),
            Cell::Null,
            Cell::Int(1),
            Cell::At(frame.at),
            Cell::At(frame.at),
        ]);
    }

    /// Adds a request and its first event.
    pub fn request(&mut self, frame: &FilingFrame, new: NewRequest<'_>) {
        let (organisation, id, at) = (Cell::Id(frame.organisation.0), Cell::Id(new.id.0), Cell::At(frame.at));
        let standing = new.standing;
        self.events.push(vec![
            organisation.clone(),
            Cell::Null,
            Cell::Id(new.event.0),
            Cell::Word(EventKind::RequestFiled.as_str()),
            id.clone(),
            Cell::Int(1),
            Cell::Null,
            Cell::Shared(new.event_data),
            Cell::Shared(frame.author.clone()),
            at.clone(),
        ]);
        self.requests.push(vec![
            organisation,
            id,
            Cell::Id(frame.campaign.0),
            Cell::or_null(frame.batch, |batch| Cell::Id(batch.0)),
            Cell::Id(new.data_subject.0),
            Cell::Id(new.mandate.0),
            Cell::Id(new.controller.0),
            Cell::Word(frame.right.as_str()),
            Cell::Bytes(new.scope.to_vec()),
            Cell::Word(standing.lifecycle),
            Cell::Word(standing.clock),
            Cell::Word(standing.outcome),
            Cell::Shared(standing.standing.clone()),
            Cell::or_null(new.ask, Cell::Bytes),
            Cell::Shared(standing.place.clone()),
            Cell::Id(new.dispatch.0),
            at.clone(),
            Cell::Int(1),
            Cell::Int(1),
            at,
        ]);
    }

    /// Adds a message; with its task when a person has to deliver it.
    pub fn delivery(&mut self, frame: &FilingFrame, new: FiledDelivery) {
        if let Some(id) = new.task {
            let task = Task {
                id,
                kind: TaskKind::DeliverByHand,
                state: TaskState::Open,
                request: new.request,
                delivery: Some(new.id),
                controller: Some(new.controller),
                requests: new.requests,
                reason: None,
                created_at: frame.at,
                done_at: None,
                done_by: None,
            };
            self.tasks.push(tasks::row(frame.organisation, &task));
        } else if self.lanes.last() != Some(&new.controller) {
            self.lanes.push(new.controller);
        }
        let row = DeliveryRow {
            id: new.id,
            receiver: new.controller.into(),
            controller: Some(new.controller),
            channel: new.channel,
            kind: new.kind.as_str(),
            request: new.request,
            requests: new.requests,
            batch: frame.batch,
            campaign: Some(frame.campaign),
            payload: new.payload,
            send_from: new.task.is_none().then_some(frame.send_from),
            at: frame.at,
        };
        self.deliveries.push(row.cells(frame.organisation));
    }

    /// Lets a message carry more.
    pub fn bundle(&mut self, more: NewBundle) {
        self.bundles.push(more);
    }

    /// Adds what became of a line.
    pub fn line(&mut self, frame: &FilingFrame, new: NewLine) {
        self.lines.push(vec![
            Cell::Id(frame.organisation.0),
            Cell::or_null(frame.batch, |batch| Cell::Id(batch.0)),
            Cell::Big(i64::try_from(new.line_no).unwrap_or(i64::MAX)),
            Cell::Word(new.outcome.as_str()),
            Cell::or_null(new.data_subject, |id| Cell::Id(id.0)),
            Cell::or_null(new.mandate, |id| Cell::Id(id.0)),
            Cell::Bytes(new.requests),
            Cell::or_null(new.problems, Cell::Text),
        ]);
    }
}
