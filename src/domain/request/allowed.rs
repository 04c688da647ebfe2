//! When each event is allowed, and whose word it is.

use super::{
    Author, ClockState, Event, Lifecycle, Outcome, Refused, RequestStanding, WithdrawReason, approach, complaint,
    question,
};

/// Who may say what. Whatever a controller says may also be recorded by the organisation, from a letter for example.
pub fn check_author(event: &Event, author: Author) -> Result<(), Refused> {
    let of_the_persons_side = matches!(author, Author::Organisation | Author::DataSubject);
    let allowed = match event {
        Event::Abandon {} if author == Author::System => return Err(Refused::HumanDecisionNeeded),
        Event::Assessment { .. } | Event::Abandon {} => of_the_persons_side,
        Event::AcceptSuspension { .. } | Event::ContestSuspension { .. } | Event::ContestExtension {} => {
            of_the_persons_side
        }
        Event::Prepare { .. } | Event::Release { .. } | Event::Dispatch { .. } | Event::Reminder { .. } => {
            author != Author::Controller
        }
        Event::ComplainToController {} => of_the_persons_side,
        Event::DeadlineApproaching {}
        | Event::QuestionWaiting {}
        | Event::ComplaintUnacknowledged {}
        | Event::FirstDeadlinePassed {}
        | Event::FinalDeadlinePassed {}
        | Event::NewEdition {}
        | Event::ReminderPlan { .. } => author == Author::System,
        Event::Withdraw { .. } => author != Author::Controller,
        Event::Receipt { .. } | Event::InformationSupplied { .. } => true,
        _ => author != Author::DataSubject,
    };
    if allowed { Ok(()) } else { Err(Refused::AuthorNotAllowed) }
}

/// The column "allowed when" of the table in [`super`].
pub fn check_state(standing: &RequestStanding, event: &Event) -> Result<(), Refused> {
    use Lifecycle::{Answered, Closed, Draft, Ready, Received, Sent, Withdrawn};
    let lifecycle = standing.state.lifecycle;
    let clock = standing.state.clock;
    // After a withdrawal only what was on its way is still taken in.
    let on_its_way = lifecycle == Withdrawn && standing.facts.sent_at.is_some();
    // Whoever gave up waiting still wants to know.
    let given_up = lifecycle == Closed && standing.facts.abandoned_at.is_some();
    let legal = match event {
        Event::Prepare { .. } => lifecycle == Draft,
        Event::Release { .. } | Event::Dispatch { .. } => lifecycle == Ready,
        Event::Receipt { .. } | Event::Message {} => on_its_way || matches!(lifecycle, Sent | Received | Answered),
        Event::Reminder { .. } => matches!(lifecycle, Sent | Received | Answered),
        Event::IdentityQuestion { .. }
        | Event::ScopeQuestion { .. }
        | Event::ExtensionNotice { .. }
        | Event::FeeDemand { .. } => matches!(lifecycle, Sent | Received),
        Event::Refusal { .. }
        | Event::FullAnswer { .. }
        | Event::PartialAnswer { .. }
        | Event::NoData {}
        | Event::CannotIdentify { .. }
        | Event::Redirection {} => on_its_way || given_up || matches!(lifecycle, Sent | Received | Answered),
        Event::InformationSupplied { kind } => {
            let waits = lifecycle == Received || standing.state.outcome == Outcome::NotIdentified && standing.is_open();
            waits && standing.facts.has_open_question(*kind)
        }
        Event::AcceptSuspension { .. } | Event::ContestSuspension { .. } => {
            matches!(lifecycle, Received | Answered) && !standing.facts.questions.is_empty()
        }
        Event::ContestExtension {} => matches!(lifecycle, Received | Answered) && !standing.facts.extensions.is_empty(),
        Event::DeadlineApproaching {} => approach::next(standing).is_some(),
        Event::QuestionWaiting {} => question::next(standing).is_some(),
        Event::ComplainToController {} => {
            let first = standing.facts.controller_complaint.is_none();
            first && complaint::is_known(standing) && matches!(lifecycle, Received | Answered)
        }
        Event::ComplaintAcknowledged {} => {
            standing.is_open() && standing.facts.controller_complaint.is_some_and(|one| one.acknowledged_on.is_none())
        }
        Event::ComplaintUnacknowledged {} => complaint::next(standing).is_some(),
        Event::FirstDeadlinePassed {} => clock == ClockState::Running && !standing.state.flags.first_deadline_passed,
        Event::FinalDeadlinePassed {} => {
            matches!(clock, ClockState::Running | ClockState::Extended) && !standing.state.flags.final_deadline_passed
        }
        // What is answered or done keeps the dates it was judged by.
        Event::NewEdition {} => {
            matches!(clock, ClockState::Running | ClockState::Extended | ClockState::Suspended)
        }
        Event::Assessment { .. } => lifecycle == Answered,
        Event::Withdraw { reason: WithdrawReason::BatchUndone } => matches!(lifecycle, Draft | Ready),
        Event::Withdraw { .. } | Event::ReminderPlan { .. } => standing.is_open(),
        Event::Abandon {} => matches!(lifecycle, Sent | Received | Answered),
    };
    if legal { Ok(()) } else { Err(Refused::IllegalTransition { from: lifecycle, clock, event: event.word() }) }
}
