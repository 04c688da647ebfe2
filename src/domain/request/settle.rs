//! What follows from the facts: the legal dates, the clock, the flags and the findings.
//!
//! All of it is computed anew after each event, so no event has to remember what else it might move. A deadline flag stays as
//! long as the date it stands for had passed when it was set.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{
    Answer, AnswerKind, ChangeCause, ClockState, DatesBefore, DeadlineBasis, DeadlineChange, Lifecycle,
    RequestStanding, complaint,
};
use crate::domain::calendar::Calendars;
use crate::domain::deadline::{Deadline, DeadlineError, compute};
use crate::domain::finding::{Finding, FindingCode, FindingFacts};

/// Computes the legal dates from the facts. Gives whether a date has changed, or how early it might be (H-6).
pub fn recompute(standing: &mut RequestStanding, calendars: &Calendars) -> Result<bool, DeadlineError> {
    let Some(case) = standing.facts.case(standing.place, standing.right, standing.choices) else { return Ok(false) };
    let deadline = compute(&case, calendars)?;
    let dates = |deadline: &Deadline| (deadline.first_deadline, deadline.final_deadline, deadline.earliest);
    let changed = standing.deadline.as_ref().map(dates) != Some(dates(&deadline));
    standing.deadline = Some(deadline);
    Ok(changed)
}

/// The entry for a change of the legal dates (D-15).
pub fn change(
    standing: &RequestStanding,
    before: Option<&Deadline>,
    cause: ChangeCause,
    at: Timestamp,
    author: super::Author,
) -> DeadlineChange {
    let deadline = standing.deadline.as_ref();
    DeadlineChange {
        at,
        cause,
        author,
        first_deadline: deadline.and_then(|deadline| deadline.first_deadline),
        final_deadline: deadline.and_then(|deadline| deadline.final_deadline),
        basis: deadline.map(DeadlineBasis::of),
        before: before.map(|before| DatesBefore {
            first_deadline: before.first_deadline,
            final_deadline: before.final_deadline,
            basis: DeadlineBasis::of(before),
        }),
    }
}

/// Sets clock and flags to what the facts say.
pub fn settle(standing: &mut RequestStanding) {
    standing.state.clock = clock(standing);
    let (first, last) = passed(standing);
    if !first {
        standing.facts.first_passed_at = None;
    }
    if !last {
        standing.facts.final_passed_at = None;
    }
    standing.state.flags.first_deadline_passed = standing.facts.first_passed_at.is_some();
    standing.state.flags.final_deadline_passed = standing.facts.final_passed_at.is_some();
}

fn clock(standing: &RequestStanding) -> ClockState {
    match (standing.state.lifecycle, &standing.deadline) {
        (Lifecycle::Draft | Lifecycle::Ready | Lifecycle::Sent, _) | (Lifecycle::Received, None) => {
            ClockState::NotStarted
        }
        (Lifecycle::Received, Some(deadline)) if deadline.is_suspended() => ClockState::Suspended,
        (Lifecycle::Received, Some(deadline)) if deadline.is_extended() => ClockState::Extended,
        (Lifecycle::Received, Some(_)) => ClockState::Running,
        (Lifecycle::Answered | Lifecycle::Closed | Lifecycle::Withdrawn, _) => ClockState::Stopped,
    }
}

/// Whether the flags that were set still hold under the present dates and answers.
fn passed(standing: &RequestStanding) -> (bool, bool) {
    let Some(deadline) = &standing.deadline else { return (false, false) };
    let facts = &standing.facts;
    let answered_at = facts.first_answer().map(|answer| answer.at);
    let holds = |expiry: Option<Timestamp>, noticed: Option<Timestamp>| match (expiry, noticed) {
        (Some(expiry), Some(noticed)) => expiry <= noticed && answered_at.is_none_or(|answered| answered >= expiry),
        _ => false,
    };
    let first = !deadline.is_extended() && holds(deadline.first_passes_at, facts.first_passed_at);
    (first, holds(deadline.overdue_from, facts.final_passed_at))
}

/// Every infringement point that the facts show, in order of their dates.
pub fn findings(standing: &RequestStanding) -> Vec<Finding> {
    let Some(deadline) = &standing.deadline else { return Vec::new() };
    let facts = &standing.facts;
    let mut found = deadline.findings.clone();
    for (index, question) in facts.questions.iter().enumerate() {
        found.extend(numbered(&question.defects, question.suspension.asked_on, index));
    }
    for (index, extension) in facts.extensions.iter().enumerate().filter(|(_, extension)| extension.ground_invalid) {
        let months = Some(extension.notice.months);
        let message = u16::try_from(index).ok();
        let facts = FindingFacts { months, message, ..FindingFacts::default() };
        found.push(Finding { code: FindingCode::ExtensionGroundInvalid, on: extension.notice.notified_on, facts });
    }
    for (index, fee) in facts.fees.iter().enumerate() {
        found.extend(numbered(&fee.defects, fee.on, index));
    }
    for (index, answer) in facts.answers.iter().enumerate().filter(|(_, answer)| answer.counts()) {
        found.extend(numbered(&answer.defects, answer.on, index));
    }
    found.extend(facts.first_answer().and_then(|answer| lateness(deadline, answer)));
    found.extend(silence(standing, deadline));
    found.extend(contested(standing));
    found.extend(complaint::finding(standing));
    // What the law of the place does not demand is no point.
    let order = standing.legal_order();
    found.retain(|finding| finding.code.article(order).is_some());
    // The same point on the same day, by a message of the same number, is one point, whatever kind of message made it.
    found.sort_by_key(|finding| (finding.on, finding.code, finding.facts));
    found.dedup();
    found
}

fn numbered(codes: &[FindingCode], on: Date, index: usize) -> impl Iterator<Item = Finding> {
    let facts = FindingFacts { message: u16::try_from(index).ok(), ..FindingFacts::default() };
    codes.iter().map(move |code| Finding { code: *code, on, facts })
}

/// Lateness is that of the first answer; what comes later completes it. A refusal has a time of its own (E-10).
fn lateness(deadline: &Deadline, answer: &Answer) -> Option<Finding> {
    let (code, due) = match answer.kind {
        AnswerKind::Refused => (FindingCode::RefusalLate, deadline.first_deadline),
        _ => (FindingCode::Late, deadline.final_deadline),
    };
    let days_late = days_late(deadline, answer);
    let facts = FindingFacts { due, days_late: Some(days_late), ..FindingFacts::default() };
    (days_late > 0).then_some(Finding { code, on: answer.on, facts })
}

/// By how many days an answer came after the date it had to keep: the final deadline, for a refusal the first (E-10).
pub fn days_late(deadline: &Deadline, answer: &Answer) -> u32 {
    match answer.kind {
        AnswerKind::Refused => deadline.refusal_days_late(answer.on),
        _ => deadline.days_late(answer.on),
    }
}

/// An answer that was judged and found wanting: what the message itself does not show, a person has. A further answer, or
/// another judgment, takes it back.
fn contested(standing: &RequestStanding) -> Option<Finding> {
    let facts = &standing.facts;
    let last = facts.assessments.last().filter(|_| facts.is_found_wanting())?;
    let message = facts.answers.iter().rposition(Answer::counts).and_then(|index| u16::try_from(index).ok());
    let facts = FindingFacts { message, ..FindingFacts::default() };
    Some(Finding { code: FindingCode::AnswerContested, on: standing.place.date_of(last.at), facts })
}

/// Silence is found when its deadline is noticed to have passed, and gives way to lateness once an answer has come.
fn silence(standing: &RequestStanding, deadline: &Deadline) -> Option<Finding> {
    if standing.facts.first_answer().is_some() {
        return None;
    }
    let silent = |code, due: Option<Date>| {
        let due = due?;
        let facts = FindingFacts { due: Some(due), ..FindingFacts::default() };
        Some(Finding { code, on: due.tomorrow().ok()?, facts })
    };
    let flags = standing.state.flags;
    if deadline.is_extended() && flags.final_deadline_passed {
        silent(FindingCode::SilentFinalDeadline, deadline.final_deadline)
    } else if !deadline.is_extended() && flags.first_deadline_passed {
        silent(FindingCode::SilentFirstDeadline, deadline.first_deadline)
    } else {
        None
    }
}
