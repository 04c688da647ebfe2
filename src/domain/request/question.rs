//! Reminders to the person of a question that waits (S-6).
//!
//! While a controller waits for information there is no deadline, and only the person can end that. On days that the campaign
//! chooses, counted from the question, the organisation is told to remind the person. Days that are due at once are told as one,
//! and each once for each wait, whatever clocks and replicas do. Nothing is ever closed by this: that is for a person to decide.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ClockState, MAX_OF_A_KIND, Outcome, RequestStanding};
use crate::domain::deadline::QuestionKind;

/// What was told of a wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct QuestionReminded {
    /// The first day of the wait.
    pub since: Date,
    /// The last reminder told, in days after it.
    pub days: u16,
    /// When it was told.
    pub at: Timestamp,
}

/// A reminder that is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Waiting {
    /// The first day of the wait: no deadline runs since.
    pub since: Date,
    /// For how many days the controller has waited, by the calendar of its place.
    pub days: u16,
    /// What it waits for.
    pub kinds: Vec<QuestionKind>,
}

/// The next instant at which a reminder is due.
pub fn next(standing: &RequestStanding) -> Option<Timestamp> {
    let since = waits_since(standing)?;
    let days = untold(standing, since).next()?;
    starts(standing, since, days)
}

/// Tells what is due at an instant and notes it; none before the instant.
pub fn tell(standing: &mut RequestStanding, at: Timestamp) -> Option<Waiting> {
    let since = waits_since(standing)?;
    let is_due = |days: &u16| starts(standing, since, *days).is_some_and(|start| start <= at);
    let told = untold(standing, since).take_while(is_due).last()?;
    let days = (standing.place.date_of(at) - since).get_days().try_into().ok()?;
    let open = standing.facts.questions.iter().filter(|question| question.suspension.supplied_on.is_none());
    let mut kinds: Vec<QuestionKind> = open.map(|question| question.suspension.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let facts = &mut standing.facts;
    facts.questions_reminded.retain(|before| before.since != since);
    // Waits that ended long ago make place.
    if facts.questions_reminded.len() >= MAX_OF_A_KIND {
        facts.questions_reminded.remove(0);
    }
    facts.questions_reminded.push(QuestionReminded { since, days: told, at });
    Some(Waiting { since, days, kinds })
}

/// The first day of a wait that stops the clock, or that keeps a controller from identifying the person.
fn waits_since(standing: &RequestStanding) -> Option<Date> {
    let not_identified = standing.is_open() && standing.state.outcome == Outcome::NotIdentified;
    let waits = standing.state.clock == ClockState::Suspended || not_identified;
    standing.deadline.as_ref().filter(|_| waits)?.suspended_since
}

/// The reminders of a wait that have not been told, the first one first.
fn untold(standing: &RequestStanding, since: Date) -> impl Iterator<Item = u16> {
    let told = standing.facts.questions_reminded.iter().find(|told| told.since == since).map(|told| told.days);
    standing.question_reminders.days().iter().copied().filter(move |days| told.is_none_or(|told| *days > told))
}

fn starts(standing: &RequestStanding, since: Date, days: u16) -> Option<Timestamp> {
    standing.place.start_of(since.checked_add(i64::from(days).days()).ok()?)
}
