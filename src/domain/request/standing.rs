//! Where a request stands.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Event, Facts, Refused, approach, complaint, question, settle};
use crate::domain::calendar::Calendars;
use crate::domain::deadline::{Choices, Deadline, Edition};
use crate::domain::finding::Finding;
use crate::domain::legal_order::LegalOrder;
use crate::domain::mandate::{Act, Permit};
use crate::domain::place::Place;
use crate::domain::reminders::{QuestionReminders, Reminders};
use crate::domain::right::Right;

text_enum! {
    /// How far a request has come.
    pub enum Lifecycle {
        /// Being written.
        Draft = "draft",
        /// Complete and covered by a mandate; waits to be sent.
        Ready = "ready",
        /// Left for the controller.
        Sent = "sent",
        /// With the controller; its clock has begun.
        Received = "received",
        /// The controller has answered.
        Answered = "answered",
        /// Done.
        Closed = "closed",
        /// Taken back by the person, or ended with the mandate.
        Withdrawn = "withdrawn",
    }
}

text_enum! {
    /// The controller's clock.
    pub enum ClockState {
        /// The request has not been received.
        NotStarted = "not_started",
        /// Runs to the first deadline, or on beyond it.
        Running = "running",
        /// Stands still while the controller waits for information (S-1, S-2).
        Suspended = "suspended",
        /// Runs to the end of a validly extended period (E-1).
        Extended = "extended",
        /// The request is answered, closed or withdrawn.
        Stopped = "stopped",
    }
}

text_enum! {
    /// What came of a request.
    pub enum Outcome {
        /// Nothing yet, or nothing that can be named.
        None = "none",
        /// Answered in full.
        Satisfied = "satisfied",
        /// Answered in part, or found wanting.
        PartlySatisfied = "partly_satisfied",
        /// Refused.
        Refused = "refused",
        /// The controller holds nothing on the person.
        NoData = "no_data",
        /// The controller cannot identify the person.
        NotIdentified = "not_identified",
        /// Given up by the decision of a person (S-6).
        Abandoned = "abandoned",
    }
}

text_enum! {
    /// Who caused an event.
    pub enum Author {
        /// The product itself: sending, delivery confirmations, the passing of time.
        System = "system",
        /// A user or client of the organisation.
        Organisation = "organisation",
        /// The controller, by whatever channel.
        Controller = "controller",
        /// The person.
        DataSubject = "data_subject",
    }
}

/// Which deadlines have passed without an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Flags {
    /// The one-month period has ended (D-11).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub first_deadline_passed: bool,
    /// The period as validly extended has ended (D-11).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub final_deadline_passed: bool,
}

impl Flags {
    fn are_unset(&self) -> bool {
        *self == Self::default()
    }
}

/// The three independent parts of a request's state, and its flags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
pub struct RequestState {
    /// How far it has come.
    pub lifecycle: Lifecycle,
    /// The controller's clock.
    pub clock: ClockState,
    /// What came of it.
    pub outcome: Outcome,
    /// Which deadlines have passed.
    #[serde(default, skip_serializing_if = "Flags::are_unset")]
    pub flags: Flags,
}

/// Everything the rules need to know about a request. No personal data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RequestStanding {
    /// Which right is exercised.
    pub right: Right,
    /// Where the controller must act (H-1).
    pub place: Place,
    /// The state.
    pub state: RequestState,
    /// What has happened.
    #[serde(default, skip_serializing_if = "Facts::is_empty")]
    pub facts: Facts,
    /// The legal dates, once it is received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// When its organisation is reminded, as its campaign wants it.
    #[serde(default, skip_serializing_if = "Reminders::are_default")]
    pub reminders: Reminders,
    /// What the law leaves open and its organisation had decided when it was filed.
    #[serde(default, skip_serializing_if = "Choices::are_default")]
    pub choices: Choices,
    /// When the person is to be reminded of a question that waits, as its campaign wanted it when it was filed (S-6).
    #[serde(default, skip_serializing_if = "QuestionReminders::are_default")]
    pub question_reminders: QuestionReminders,
}

impl RequestStanding {
    /// A request that is being written.
    pub fn draft(right: Right, place: Place) -> Self {
        Self::new(right, place, Lifecycle::Draft)
    }

    /// A request filed in bulk: complete, with a mandate that was checked, and no open duplicate.
    ///
    /// # Errors
    /// When the permit is not one to prepare a request.
    pub fn ready(place: Place, permit: Permit) -> Result<Self, Refused> {
        if permit.act() != Act::Prepare {
            return Err(Refused::PermitForOtherAct);
        }
        Ok(Self::new(permit.right(), place, Lifecycle::Ready))
    }

    fn new(right: Right, place: Place, lifecycle: Lifecycle) -> Self {
        let state =
            RequestState { lifecycle, clock: ClockState::NotStarted, outcome: Outcome::None, flags: Flags::default() };
        Self {
            right,
            place,
            state,
            facts: Facts::default(),
            deadline: None,
            reminders: Reminders::default(),
            choices: Choices::default(),
            question_reminders: QuestionReminders::default(),
        }
    }

    /// The same with the reminders of its campaign.
    #[must_use]
    pub fn with_reminders(self, reminders: Reminders) -> Self {
        Self { reminders, ..self }
    }

    /// The same with what its organisation has decided where the law is open.
    #[must_use]
    pub fn with_choices(self, choices: Choices) -> Self {
        Self { choices, ..self }
    }

    /// The same with the reminders of questions of its campaign.
    #[must_use]
    pub fn with_question_reminders(self, question_reminders: QuestionReminders) -> Self {
        Self { question_reminders, ..self }
    }

    /// The law under which the controller must answer.
    pub fn legal_order(&self) -> LegalOrder {
        LegalOrder::of_requests_at(self.place)
    }

    /// Whether anything can still come of it.
    pub const fn is_open(&self) -> bool {
        !matches!(self.state.lifecycle, Lifecycle::Closed | Lifecycle::Withdrawn)
    }

    /// The next instant at which the passing of time changes something, and so the sweep has to look.
    pub fn next_due(&self) -> Option<Timestamp> {
        let passing = self.next_passing().map(|(at, _)| at);
        passing.into_iter().chain(approach::next(self)).chain(question::next(self)).chain(complaint::next(self)).min()
    }

    /// The event that the passing of time has brought by `now`, if any. Apply it and ask again: there are at most a few.
    ///
    /// A deadline that has passed goes before reminders of it that nobody saw to.
    pub fn due_event(&self, now: Timestamp) -> Option<Event> {
        let is_due = |next: Option<Timestamp>| next.is_some_and(|next| next <= now);
        match self.next_passing() {
            Some((at, event)) if at <= now => Some(event),
            _ if is_due(approach::next(self)) => Some(Event::DeadlineApproaching {}),
            _ if is_due(question::next(self)) => Some(Event::QuestionWaiting {}),
            _ if is_due(complaint::next(self)) => Some(Event::ComplaintUnacknowledged {}),
            _ => None,
        }
    }

    fn next_passing(&self) -> Option<(Timestamp, Event)> {
        let deadline = self.deadline.as_ref()?;
        let flags = self.state.flags;
        match self.state.clock {
            ClockState::Running if !flags.first_deadline_passed => {
                Some((deadline.first_passes_at?, Event::FirstDeadlinePassed {}))
            }
            ClockState::Running | ClockState::Extended if !flags.final_deadline_passed => {
                Some((deadline.overdue_from?, Event::FinalDeadlinePassed {}))
            }
            _ => None,
        }
    }

    /// Every infringement point that the facts show, in order of their dates.
    pub fn findings(&self) -> Vec<Finding> {
        settle::findings(self)
    }

    /// The rules and the calendar its dates were computed with, as long as its clock is not stopped.
    pub fn edition(&self) -> Option<Edition> {
        match self.state.clock {
            ClockState::Running | ClockState::Extended | ClockState::Suspended => {
                self.deadline.as_ref().map(|deadline| Edition::of(deadline, self.place))
            }
            ClockState::NotStarted | ClockState::Stopped => None,
        }
    }

    /// Whether its dates were computed with rules or a calendar that are not known here yet.
    pub fn is_ahead(&self, calendars: &Calendars) -> bool {
        self.deadline.as_ref().is_some_and(|deadline| Edition::of(deadline, self.place).is_ahead(calendars))
    }

    /// The instant from which it is overdue, as long as no answer has come.
    pub fn overdue_from(&self) -> Option<Timestamp> {
        match self.state.clock {
            ClockState::Running | ClockState::Extended => self.deadline.as_ref()?.overdue_from,
            _ => None,
        }
    }
}
