//! Reminders of a deadline that comes: which is due, and which others it stands for (S-5).
//!
//! They count from the earliest date that could be meant, see [`Deadline::remind_by`]. Where that date had passed already when
//! the dates were computed, as after a long suspension, they count from the next one that had not. Each is due with the first
//! instant of a local day at the controller's place.
//!
//! Reminders that are due at once, after a standstill of the workers or because the dates have moved, are told as one: it says
//! how many days are left, and which reminders it stands for. Once the deadline has passed, its passing is told and no reminder
//! any more. What was told is a fact of the request, kept by the date it was about. So each reminder is told once for each date,
//! whatever clocks and replicas do, and a date that has moved is reminded of anew.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ClockState, Facts, MAX_OF_A_KIND, RequestStanding};
use crate::domain::deadline::Deadline;
use crate::domain::place::Place;

/// What was told of a date: its reminders from the longest before it down to this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Approached {
    /// The date reminders counted from.
    pub by: Date,
    /// The last reminder told, in days before it.
    pub days: u16,
    /// When it was told.
    pub at: Timestamp,
}

/// A reminder that is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Approach {
    /// The date that comes.
    pub due: Date,
    /// Days until it, by the calendar of the controller's place; 0 on the day itself.
    pub days_left: u16,
    /// Which reminders of the campaign this is, in days before.
    pub reminders: Vec<u16>,
}

/// The next instant at which a reminder is due.
pub fn next(standing: &RequestStanding) -> Option<Timestamp> {
    let by = counted_from(standing)?;
    let days = untold(standing, by).next()?;
    starts(standing.place, by, days)
}

/// Tells what is due at an instant and notes it; none before the instant, and none once every date has passed.
pub fn tell(standing: &mut RequestStanding, at: Timestamp) -> Option<Approach> {
    let by = counted_from(standing)?;
    let due = |days: &u16| starts(standing.place, by, *days).is_some_and(|start| start <= at);
    let reminders: Vec<u16> = untold(standing, by).take_while(due).collect();
    let days = *reminders.last()?;
    let today = standing.place.date_of(at);
    let due = dates(standing.deadline.as_ref()?).find(|date| *date >= today)?;
    let days_left = (due - today).get_days().try_into().ok()?;
    note(&mut standing.facts, Approached { by, days, at });
    Some(Approach { due, days_left, reminders })
}

/// The date reminders count from, while the clock runs towards it.
fn counted_from(standing: &RequestStanding) -> Option<Date> {
    let flags = standing.state.flags;
    let comes = match standing.state.clock {
        ClockState::Running => !flags.first_deadline_passed && !flags.final_deadline_passed,
        ClockState::Extended => !flags.final_deadline_passed,
        _ => false,
    };
    let deadline = standing.deadline.as_ref().filter(|_| comes)?;
    let computed_at = standing.facts.changes.last().map_or(Timestamp::MIN, |change| change.at);
    dates(deadline).find(|date| standing.place.end_of(*date).is_some_and(|end| end > computed_at))
}

/// The dates that could be meant, in order.
fn dates(deadline: &Deadline) -> impl Iterator<Item = Date> {
    [deadline.remind_by(), deadline.earliest, deadline.final_deadline].into_iter().flatten()
}

/// The reminders of a date that have not been told, the earliest first.
fn untold(standing: &RequestStanding, by: Date) -> impl Iterator<Item = u16> {
    let told = standing.facts.approached.iter().find(|told| told.by == by).map(|told| told.days);
    standing.reminders.days().iter().copied().filter(move |days| told.is_none_or(|told| *days < told))
}

fn starts(place: Place, by: Date, days: u16) -> Option<Timestamp> {
    place.start_of(by.checked_sub(i64::from(days).days()).ok()?)
}

fn note(facts: &mut Facts, told: Approached) {
    facts.approached.retain(|before| before.by != told.by);
    // Dates that came and went long ago make place.
    if facts.approached.len() >= MAX_OF_A_KIND {
        facts.approached.remove(0);
    }
    facts.approached.push(told);
}
