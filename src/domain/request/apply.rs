//! The one function that moves a request.

mod waiting;

use jiff::Timestamp;

use super::facts::{FeeFact, MAX_ITEMS};
use super::{
    AnswerKind, Approach, Assessment, Author, ChangeCause, ClockState, ControllerComplaint, DeadlineChange, Event,
    Extension, Lifecycle, Outcome, Refused, RequestStanding, Waiting, Withdrawal, allowed, answer, approach, complaint,
    question, settle,
};
use crate::domain::calendar::Calendars;
use crate::domain::deadline::{ExtensionNotice, QuestionKind, Receipt, ReceiptKind, SuspensionDecision, best_receipt};
use crate::domain::event::EventKind;
use crate::domain::finding::{Finding, FindingCode};
use crate::domain::mandate::{Act, Permit};

/// What an event made of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// Where the request stands now.
    pub standing: RequestStanding,
    /// Infringement points that are new.
    pub findings: Vec<Finding>,
    /// Infringement points that do not hold any more.
    pub retracted: Vec<Finding>,
    /// What to tell, in order; each kind at most once, so one event tells of all findings. Empty only when a receipt was
    /// proven again that is proven better already, when a new edition of rules or calendar leaves the dates as they were, and when
    /// the campaign's reminders have changed.
    pub events: Vec<EventKind>,
    /// How the legal dates changed, if they did.
    pub change: Option<DeadlineChange>,
    /// By how many days the answer is late; none before an answer.
    pub days_late: Option<u32>,
    /// The reminder, if it is one.
    pub approach: Option<Approach>,
    /// The reminder of a question that waits, if it is one.
    pub waiting: Option<Waiting>,
}

/// Moves a request by one event, which happened at `at` and was caused by `author`. Legal dates are computed with the
/// calendars in force.
///
/// # Errors
/// When the state, the author or the dates do not allow it; then nothing has changed.
pub fn apply(
    before: &RequestStanding,
    event: &Event,
    at: Timestamp,
    author: Author,
    calendars: &Calendars,
) -> Result<Applied, Refused> {
    allowed::check_author(event, author)?;
    allowed::check_state(before, event)?;
    if !before.facts.has_room_for(event) {
        return Err(Refused::TooMuch);
    }
    let mut step =
        Step { standing: before.clone(), events: Vec::new(), cause: None, approach: None, waiting: None, at, author };
    if event.is_word_of_controller() {
        step.note_that_it_has_arrived()?;
    }
    step.take(event)?;
    step.finish(before, calendars)
}

/// A request on its way from one standing to the next.
struct Step {
    standing: RequestStanding,
    events: Vec<EventKind>,
    /// Why the legal dates may have changed.
    cause: Option<ChangeCause>,
    approach: Option<Approach>,
    waiting: Option<Waiting>,
    at: Timestamp,
    author: Author,
}

impl Step {
    fn take(&mut self, event: &Event) -> Result<(), Refused> {
        match event {
            Event::Prepare { permit, duplicate } => self.prepare(permit, *duplicate)?,
            Event::Release { permit } => {
                self.need(permit, Act::Dispatch)?;
                self.tell(EventKind::RequestReleased);
            }
            Event::Dispatch { permit } => {
                self.need(permit, Act::Dispatch)?;
                self.standing.facts.sent_at = Some(self.at);
                self.standing.state.lifecycle = Lifecycle::Sent;
                self.tell(EventKind::RequestSent);
            }
            Event::Receipt { receipt } => self.receive(*receipt)?,
            Event::Reminder { permit } => {
                self.need(permit, Act::Message)?;
                self.standing.facts.reminders.push(self.at);
                self.tell(EventKind::RequestReminded);
            }
            Event::IdentityQuestion { defects } => self.ask(QuestionKind::Identity, defects),
            Event::ScopeQuestion { defects } => self.ask(QuestionKind::Scope, defects),
            Event::InformationSupplied { kind } => self.supply(*kind),
            Event::AcceptSuspension { question } => self.decide(*question, SuspensionDecision::Accepted)?,
            Event::ContestSuspension { question } => self.decide(*question, SuspensionDecision::Contested)?,
            Event::ExtensionNotice { months, reasoned, ground_valid } => {
                self.extend(*months, *reasoned, *ground_valid);
            }
            Event::ContestExtension {} => {
                if let Some(last) = self.standing.facts.extensions.last_mut() {
                    last.ground_invalid = true;
                }
                self.tell(EventKind::RequestExtensionContested);
            }
            Event::FeeDemand { defects } => {
                let on = self.standing.place.date_of(self.at);
                self.standing.facts.fees.push(FeeFact { on, defects: defects.clone() });
                self.tell(EventKind::RequestFeeDemanded);
                self.wait_for_payment(defects);
            }
            Event::Refusal { defects } => self.answer(AnswerKind::Refused, defects, EventKind::RequestRefused)?,
            Event::FullAnswer { defects } => self.answer(AnswerKind::Full, defects, EventKind::RequestAnswered)?,
            Event::PartialAnswer { defects } => {
                self.answer(AnswerKind::Partial, defects, EventKind::RequestPartlyAnswered)?;
            }
            Event::NoData {} => self.answer(AnswerKind::NoData, &[], EventKind::RequestNoData)?,
            Event::CannotIdentify { defects } => {
                self.answer(AnswerKind::CannotIdentify, defects, EventKind::RequestNotIdentified)?;
                self.wait_for_identification();
            }
            Event::Redirection {} => self.answer(AnswerKind::Redirected, &[], EventKind::RequestRedirected)?,
            Event::Message {} => self.tell(EventKind::RequestMessageReceived),
            Event::DeadlineApproaching {} => self.approach()?,
            Event::QuestionWaiting {} => {
                let until = question::next(&self.standing).unwrap_or(self.at);
                let told = question::tell(&mut self.standing, self.at).ok_or(Refused::DeadlineNotPassed { until })?;
                self.waiting = Some(told);
                self.tell(EventKind::RequestQuestionWaiting);
            }
            Event::ComplainToController {} => {
                self.standing.facts.controller_complaint = ControllerComplaint::made(&self.standing, self.at);
                self.tell(EventKind::RequestComplainedToController);
            }
            Event::ComplaintAcknowledged {} => {
                let on = self.standing.place.date_of(self.at);
                if let Some(complaint) = &mut self.standing.facts.controller_complaint {
                    complaint.acknowledged_on = Some(on);
                }
                self.tell(EventKind::RequestComplaintAcknowledged);
            }
            Event::ComplaintUnacknowledged {} => {
                self.check_passed(complaint::next(&self.standing))?;
                if let Some(complaint) = &mut self.standing.facts.controller_complaint {
                    complaint.passed_at = Some(self.at);
                }
                self.tell(EventKind::DeadlineComplaintPassed);
            }
            Event::ReminderPlan { reminders } => self.standing.reminders = reminders.clone(),
            Event::FirstDeadlinePassed {} => {
                let expiry = self.standing.deadline.as_ref().and_then(|deadline| deadline.first_passes_at);
                self.check_passed(expiry)?;
                self.standing.facts.first_passed_at = Some(self.at);
                self.tell(EventKind::DeadlineFirstPassed);
            }
            Event::FinalDeadlinePassed {} => {
                let expiry = self.standing.deadline.as_ref().and_then(|deadline| deadline.overdue_from);
                self.check_passed(expiry)?;
                self.standing.facts.final_passed_at = Some(self.at);
                self.tell(EventKind::DeadlineFinalPassed);
            }
            Event::NewEdition {} => self.cause = Some(ChangeCause::NewEdition),
            Event::Assessment { satisfied, unsatisfied } => self.assess(*satisfied, unsatisfied)?,
            Event::Withdraw { reason } => {
                self.standing.facts.withdrawal = Some(Withdrawal { reason: *reason, at: self.at });
                self.standing.state.lifecycle = Lifecycle::Withdrawn;
                self.tell(EventKind::RequestWithdrawn);
            }
            Event::Abandon {} => {
                self.standing.facts.abandoned_at = Some(self.at);
                self.standing.state.lifecycle = Lifecycle::Closed;
                if self.standing.state.outcome == Outcome::None {
                    self.standing.state.outcome = Outcome::Abandoned;
                }
                self.tell(EventKind::RequestAbandoned);
            }
        }
        Ok(())
    }

    /// Computes what follows, and compares with what was.
    fn finish(mut self, before: &RequestStanding, calendars: &Calendars) -> Result<Applied, Refused> {
        let mut change = None;
        if let Some(cause) = self.cause
            && settle::recompute(&mut self.standing, calendars)?
        {
            let entry = settle::change(&self.standing, before.deadline.as_ref(), cause, self.at, self.author);
            self.standing.facts.changes.push(entry.clone());
            change = Some(entry);
        }
        settle::settle(&mut self.standing);
        if before.state.clock == ClockState::Suspended
            && matches!(self.standing.state.clock, ClockState::Running | ClockState::Extended)
        {
            self.tell(EventKind::RequestResumed);
        }
        if self.cause == Some(ChangeCause::Extension) {
            // Whether a notice has effect is known only now that the dates are computed.
            let was_extended = before.deadline.as_ref().is_some_and(|deadline| deadline.is_extended());
            let is_extended = self.standing.deadline.as_ref().is_some_and(|deadline| deadline.is_extended());
            self.tell(match is_extended && !was_extended {
                true => EventKind::RequestExtended,
                false => EventKind::RequestExtensionDefective,
            });
        }
        if change.is_some() {
            self.events.push(EventKind::DeadlineComputed);
        }
        let was = settle::findings(before);
        let is = settle::findings(&self.standing);
        let findings: Vec<_> = is.iter().filter(|finding| !was.contains(finding)).copied().collect();
        let retracted: Vec<_> = was.into_iter().filter(|finding| !is.contains(finding)).collect();
        if !findings.is_empty() {
            self.tell(EventKind::FindingRecorded);
        }
        if !retracted.is_empty() {
            self.tell(EventKind::FindingRetracted);
        }
        let days_late = match (&self.standing.deadline, self.standing.facts.first_answer()) {
            (Some(deadline), Some(answer)) => Some(settle::days_late(deadline, answer)),
            _ => None,
        };
        let Self { standing, events, approach, waiting, .. } = self;
        Ok(Applied { standing, findings, retracted, events, change, days_late, approach, waiting })
    }

    fn tell(&mut self, kind: EventKind) {
        self.events.push(kind);
    }

    fn need(&self, permit: &Permit, act: Act) -> Result<(), Refused> {
        let covers = permit.act() == act && permit.right() == self.standing.right;
        if covers { Ok(()) } else { Err(Refused::PermitForOtherAct) }
    }

    fn prepare(&mut self, permit: &Permit, duplicate: bool) -> Result<(), Refused> {
        self.need(permit, Act::Prepare)?;
        if duplicate {
            return Err(Refused::Duplicate);
        }
        self.standing.state.lifecycle = Lifecycle::Ready;
        self.tell(EventKind::RequestFiled);
        Ok(())
    }

    /// A better proof replaces a weaker one; a weaker one is kept as evidence (D-12).
    fn receive(&mut self, receipt: Receipt) -> Result<(), Refused> {
        let place = self.standing.place;
        let received_on = receipt.local_date(place);
        let before_dispatch = self.standing.facts.sent_at.is_some_and(|sent| received_on < place.date_of(sent));
        if before_dispatch || received_on > place.date_of(self.at) {
            return Err(Refused::ImpossibleReceipt);
        }
        let was = best_receipt(&self.standing.facts.receipts, place).copied();
        self.standing.facts.receipts.push(receipt);
        match self.standing.state.lifecycle {
            Lifecycle::Withdrawn => self.tell(EventKind::RequestReceiptProven),
            Lifecycle::Sent => {
                self.standing.state.lifecycle = Lifecycle::Received;
                self.cause = Some(ChangeCause::Receipt);
                self.tell(EventKind::RequestReceived);
            }
            _ => {
                self.keep_receipt_before_first_word();
                if best_receipt(&self.standing.facts.receipts, place) != was.as_ref() {
                    self.cause = Some(ChangeCause::BetterReceipt);
                    self.tell(EventKind::RequestReceiptProven);
                }
            }
        }
        Ok(())
    }

    /// Whoever speaks about a request has it: at the latest now.
    fn note_that_it_has_arrived(&mut self) -> Result<(), Refused> {
        let standing = &mut self.standing;
        let place = standing.place;
        let arrived_by = place.date_of(self.at);
        if standing.facts.sent_at.is_some_and(|sent| arrived_by < place.date_of(sent)) {
            return Err(Refused::ImpossibleReceipt);
        }
        if standing.state.lifecycle == Lifecycle::Withdrawn {
            return Ok(());
        }
        let known = best_receipt(&standing.facts.receipts, place).map(|best| best.local_date(place));
        if known.is_none_or(|known| arrived_by < known) {
            standing.facts.receipts.push(Receipt::at(ReceiptKind::ControllerStatement, self.at));
            let first = known.is_none();
            self.cause = Some(if first { ChangeCause::Receipt } else { ChangeCause::BetterReceipt });
            self.events.push(if first { EventKind::RequestReceived } else { EventKind::RequestReceiptProven });
        }
        if standing.state.lifecycle == Lifecycle::Sent {
            standing.state.lifecycle = Lifecycle::Received;
        }
        Ok(())
    }

    /// A proof that states a later receipt than the controller's own first word cannot be right: the word stands over it.
    fn keep_receipt_before_first_word(&mut self) {
        let standing = &mut self.standing;
        let place = standing.place;
        let received_on = best_receipt(&standing.facts.receipts, place).map(|best| best.local_date(place));
        let first_word = standing.facts.first_word_on();
        if let (Some(received_on), Some(spoke_on)) = (received_on, first_word)
            && spoke_on < received_on
            && let Some(shown) = Receipt::on(ReceiptKind::ControllerStatement, spoke_on, place)
        {
            standing.facts.receipts.push(shown);
        }
    }

    /// Whether it has effect is told once the dates are computed, see [`Self::finish`].
    fn extend(&mut self, months: u8, reasoned: bool, ground_valid: bool) {
        let notified_on = self.standing.place.date_of(self.at);
        let notice = ExtensionNotice { notified_on, months, reasoned };
        self.standing.facts.extensions.push(Extension { notice, ground_invalid: reasoned && !ground_valid });
        self.cause = Some(ChangeCause::Extension);
    }

    fn answer(&mut self, kind: AnswerKind, defects: &[FindingCode], told: EventKind) -> Result<(), Refused> {
        answer::check(&self.standing.facts, self.standing.state.lifecycle, kind)?;
        answer::record(&mut self.standing, kind, defects, self.at);
        let sealed = self.standing.state.lifecycle == Lifecycle::Withdrawn;
        self.tell(if sealed { EventKind::RequestAnswerSealed } else { told });
        Ok(())
    }

    fn approach(&mut self) -> Result<(), Refused> {
        let until = approach::next(&self.standing).unwrap_or(self.at);
        let told = approach::tell(&mut self.standing, self.at).ok_or(Refused::DeadlineNotPassed { until })?;
        self.approach = Some(told);
        self.tell(EventKind::DeadlineApproaching);
        Ok(())
    }

    fn check_passed(&self, expiry: Option<Timestamp>) -> Result<(), Refused> {
        match expiry {
            Some(until) if until > self.at => Err(Refused::DeadlineNotPassed { until }),
            _ => Ok(()),
        }
    }

    fn assess(&mut self, satisfied: bool, unsatisfied: &[String]) -> Result<(), Refused> {
        if unsatisfied.len() > MAX_ITEMS {
            return Err(Refused::TooMuch);
        }
        let unsatisfied = unsatisfied.to_vec();
        self.standing.facts.assessments.push(Assessment { at: self.at, satisfied, unsatisfied });
        self.tell(EventKind::RequestAssessed);
        if satisfied {
            self.standing.state.lifecycle = Lifecycle::Closed;
            self.tell(EventKind::RequestClosed);
        } else if self.standing.state.outcome == Outcome::Satisfied {
            self.standing.state.outcome = Outcome::PartlySatisfied;
        }
        Ok(())
    }
}
