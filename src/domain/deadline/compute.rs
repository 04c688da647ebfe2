//! From a case to its legal dates.

use jiff::civil::Date;

use super::period::{Beginning, Period};
use super::regime::{Extending, Row, Term};
use super::waits::{Effect, Waits};
use super::{
    Case, Deadline, DeadlineError, ExtensionNotice, LegalDates, RULE_VERSION, Suspension, SuspensionDecision,
    WhichDate, open, steps,
};
use crate::domain::calendar::{Calendar, Calendars};
use crate::domain::finding::{Finding, FindingCode, FindingFacts};

/// Computes the legal dates of a case with the calendars in force.
///
/// # Errors
/// When the case contradicts itself or its regime, or needs a day its calendar does not cover. Never a guess.
pub fn compute(case: &Case, calendars: &Calendars) -> Result<Deadline, DeadlineError> {
    let row = case.regime.row();
    check(case, row)?;
    let calendar = calendars.of(case.place);
    let waits = Waits::of(case, &calendar)?;
    let reading = |counts: &dyn Fn(&Suspension) -> bool| Reading::of(case, row, &calendar, waits.effect(counts));
    let chosen = reading(&|one| waits.not_counted(one).is_none())?;

    let mut deadline = Deadline {
        regime: case.regime,
        rule_version: RULE_VERSION.to_owned(),
        calendar_version: calendar.version().to_owned(),
        coverage: calendar.coverage(),
        receipt_date: case.started_on,
        nominal: None,
        first_deadline: None,
        final_deadline: None,
        earliest: None,
        latest: None,
        first_passes_at: None,
        overdue_from: None,
        strict_reading: None,
        extended_by: chosen.extended_by(row),
        suspended_days: chosen.effect.days,
        suspended_since: chosen.effect.open_since,
        without_suspension: None,
        with_suspension: None,
        complain_after: None,
        choices: case.choices,
        rests_on: Vec::new(),
        steps: Vec::new(),
        findings: question_findings(case, &waits),
    };
    deadline.findings.extend(chosen.defects.iter().flatten().copied());
    if !case.suspensions.is_empty() {
        deadline.without_suspension = Some(reading(&|_| false)?.dates());
        if case.suspensions.iter().all(|one| one.supplied_on.is_some()) {
            deadline.with_suspension = Some(reading(&|one| waits.excluded_by_law(one).is_none())?.dates());
        }
        let could_count = |one: &Suspension| {
            waits.excluded_by_law(one).is_none() && one.decision != Some(SuspensionDecision::Contested)
        };
        let complaints = match case.choices.complaints_after {
            WhichDate::Earlier => reading(&|_| false)?,
            WhichDate::Later => reading(&could_count)?,
        };
        // A wait that may still count has no end yet (S-6).
        deadline.complain_after = complaints.effect.open_since.is_none().then(|| complaints.last.due());
    }
    if chosen.effect.open_since.is_none() {
        deadline.nominal = Some(chosen.last.nominal);
        deadline.first_deadline = Some(chosen.first.due());
        deadline.final_deadline = Some(chosen.last.due());
        deadline.earliest = Some(chosen.last.roll.earliest);
        deadline.latest = Some(chosen.last.roll.latest);
        deadline.first_passes_at = Some(chosen.first.passes_at);
        deadline.overdue_from = Some(chosen.last.passes_at);
        if row.strict_reading {
            deadline.strict_reading = strict_reading(&chosen.last, &calendar)?;
        }
    }
    deadline.steps = steps::of(case, row, &waits, &chosen, &deadline);
    deadline.rests_on = open::rests_on(case, &chosen, &deadline);
    Ok(deadline)
}

/// The end if the day of the beginning is itself the first of the period, where that is earlier (U-5).
fn strict_reading(period: &Period, calendar: &Calendar<'_>) -> Result<Option<Date>, DeadlineError> {
    let Ok(eve) = period.nominal.yesterday() else { return Ok(None) };
    let strict = calendar.roll(eve)?.earliest;
    Ok((strict < period.roll.earliest).then_some(strict))
}

fn check(case: &Case, row: &Row) -> Result<(), DeadlineError> {
    if !row.reach.holds_at(case.place) {
        return Err(DeadlineError::OtherLaw);
    }
    check_gate(case, row)?;
    let asked = case.suspensions.iter().map(|one| one.asked_on);
    let notified = case.extensions.iter().map(|one| one.notified_on);
    if asked.chain(notified).any(|day| day < case.started_on) {
        return Err(DeadlineError::BeforeReceipt);
    }
    if case.suspensions.iter().any(|one| one.supplied_on.is_some_and(|supplied| supplied < one.asked_on)) {
        return Err(DeadlineError::AnswerBeforeQuestion);
    }
    if !case.suspensions.iter().all(|one| row.stops.knows(one.kind)) {
        return Err(DeadlineError::NothingStops);
    }
    match row.extending {
        _ if case.extensions.is_empty() => Ok(()),
        None => Err(DeadlineError::NotExtendable),
        Some(_) if case.extensions.iter().any(|one| one.months == 0) => Err(DeadlineError::EmptyExtension),
        Some(extending) if !extending.by_notice && case.extensions.len() > 1 => Err(DeadlineError::NotExtendable),
        Some(extending) if !extending.by_notice && case.extensions.iter().any(|one| added(one, &extending).1) => {
            Err(DeadlineError::ExtensionTooLong { most: extending.most })
        }
        Some(_) => Ok(()),
    }
}

/// C-20: the rules of a procedure hold only for complaints lodged late enough.
fn check_gate(case: &Case, row: &Row) -> Result<(), DeadlineError> {
    if case.lodged_on.is_some_and(|lodged| lodged > case.started_on) {
        return Err(DeadlineError::BeforeLodging);
    }
    match row.gate {
        // What follows from a complaint is never earlier than its lodging.
        Some(gate) if !gate.holds_for(case.lodged_on.unwrap_or(case.started_on)) => {
            Err(DeadlineError::NotInForce { from: gate.first_day() })
        }
        _ => Ok(()),
    }
}

/// By how much a notice extends a period, and whether it asks for more than is possible.
fn added(notice: &ExtensionNotice, extending: &Extending) -> (u16, bool) {
    let Some(each_month) = extending.each_month else { return (extending.most, false) };
    let wanted = u16::from(notice.months).saturating_mul(each_month);
    (wanted.min(extending.most), wanted > extending.most)
}

/// The dates under one choice of which suspensions count.
pub(super) struct Reading {
    pub effect: Effect,
    pub first: Period,
    /// The notice that has effect, and what it adds.
    extension: Option<u16>,
    pub last: Period,
    /// What is wrong with each notice, in their order.
    pub defects: Vec<Option<Finding>>,
}

impl Reading {
    fn of(case: &Case, row: &Row, calendar: &Calendar<'_>, effect: Effect) -> Result<Self, DeadlineError> {
        let from = Beginning { day: effect.start, at: case.started_at, place: case.place };
        let period = |term: Term| Period::of(from, term, effect.days, row.rolls, calendar);
        let first = period(row.term)?;

        let mut extension = None;
        let mut defects = Vec::new();
        for (index, notice) in case.extensions.iter().enumerate() {
            let Some(extending) = row.extending else { continue };
            // While the clock stands there is no deadline a notice could miss.
            let stands = effect.open_since.is_some_and(|since| since <= notice.notified_on);
            let in_time = stands || notice.notified_on <= first.due();
            let (adds, too_long) = added(notice, &extending);
            let (defect, has_effect) = match extending.by_notice {
                true => {
                    let reasoned = notice.reasoned || !extending.with_reasons;
                    judge(reasoned, in_time, extension.is_some(), too_long)
                }
                false => (None, true),
            };
            defects.push(defect.map(|code| extension_finding(code, notice, index, first.due())));
            if has_effect {
                extension = Some(adds);
            }
        }
        let last = match extension {
            None => first.clone(),
            Some(adds) => period(row.term.longer_by(adds))?,
        };
        Ok(Self { effect, first, extension, last, defects })
    }

    fn dates(&self) -> LegalDates {
        LegalDates { first_deadline: self.first.due(), final_deadline: self.last.due() }
    }

    fn extended_by(&self, row: &Row) -> Option<Term> {
        self.extension.map(|count| Term { count, unit: row.term.unit })
    }
}

/// What is wrong with a notice, and whether it has effect all the same (E-1, E-5).
const fn judge(reasoned: bool, in_time: bool, already_extended: bool, too_long: bool) -> (Option<FindingCode>, bool) {
    if already_extended {
        (Some(FindingCode::ExtensionRepeated), false)
    } else if !in_time {
        (Some(FindingCode::ExtensionLate), false)
    } else if !reasoned {
        (Some(FindingCode::ExtensionWithoutReasons), false)
    } else if too_long {
        // It has effect up to what the law allows.
        (Some(FindingCode::ExtensionTooLong), true)
    } else {
        (None, true)
    }
}

fn extension_finding(code: FindingCode, notice: &ExtensionNotice, index: usize, first_deadline: Date) -> Finding {
    let due = matches!(code, FindingCode::ExtensionLate).then_some(first_deadline);
    let message = u16::try_from(index).ok();
    let facts = FindingFacts { due, months: Some(notice.months), message, ..FindingFacts::default() };
    Finding { code, on: notice.notified_on, facts }
}

fn question_findings(case: &Case, waits: &Waits<'_>) -> Vec<Finding> {
    let late = |(index, one): (usize, &Suspension)| {
        let due = waits.should_have_asked_by(one)?;
        let message = u16::try_from(index).ok();
        let facts = FindingFacts { due: Some(due), message, ..FindingFacts::default() };
        Some(Finding { code: FindingCode::QuestionNotPrompt, on: one.asked_on, facts })
    };
    case.suspensions.iter().enumerate().filter_map(late).collect()
}
