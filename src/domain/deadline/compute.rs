//! From a case to its legal dates.

use jiff::civil::Date;

use super::period::{Period, months_after, suspended_days};
use super::{
    Case, Deadline, DeadlineError, ExtensionNotice, LegalDates, MAX_EXTENSION_MONTHS, NotCounted, PROMPT_WORKING_DAYS,
    RULE_VERSION, Step, Suspension, SuspensionDecision,
};
use crate::domain::calendar::{Calendar, CalendarError, Calendars, Coverage};
use crate::domain::finding::{Finding, FindingCode, FindingFacts};

/// Computes the legal dates of a case with the calendars in force.
///
/// # Errors
/// When the case contradicts itself, or needs a day its calendar does not cover. Never a guess.
pub fn compute(case: &Case, calendars: &Calendars) -> Result<Deadline, DeadlineError> {
    let calendar = calendars.of(case.place);
    let receipt_date = case.receipt.local_date(case.place);
    check(case, receipt_date)?;

    let last_prompt_day = match case.suspensions.is_empty() {
        true => receipt_date,
        false => calendar.working_day_after(receipt_date, PROMPT_WORKING_DAYS)?,
    };
    let reading = |counts: &dyn Fn(&Suspension) -> bool| Reading::of(case, receipt_date, &calendar, counts);
    let accepted = |one: &Suspension| not_counted(one, last_prompt_day).is_none();
    let chosen = reading(&accepted)?;

    let mut deadline = Deadline {
        rule_version: RULE_VERSION.to_owned(),
        calendar_version: calendar.version().to_owned(),
        coverage: calendar.coverage(),
        receipt_date,
        nominal: None,
        first_deadline: None,
        final_deadline: None,
        earliest: None,
        latest: None,
        first_passes_at: None,
        overdue_from: None,
        extension_months: 0,
        suspended_days: chosen.suspended_days,
        suspended_since: chosen.suspended_since,
        without_suspension: None,
        with_suspension: None,
        steps: Vec::new(),
        findings: question_findings(case, last_prompt_day),
    };
    deadline.findings.extend(chosen.defects.iter().flatten().copied());
    if !case.suspensions.is_empty() {
        deadline.without_suspension = Some(reading(&|_| false)?.dates());
        if case.suspensions.iter().all(|one| one.supplied_on.is_some()) {
            deadline.with_suspension = Some(reading(&|_| true)?.dates());
        }
    }
    deadline.extension_months = chosen.extension.map_or(0, |notice| notice.months.min(MAX_EXTENSION_MONTHS));
    if chosen.suspended_since.is_none() {
        let dates = chosen.dates();
        let end_of = |due| case.place.end_of(due).ok_or(CalendarError::OutOfRange);
        deadline.nominal = Some(chosen.last.nominal);
        deadline.first_deadline = Some(dates.first_deadline);
        deadline.final_deadline = Some(dates.final_deadline);
        deadline.earliest = Some(chosen.last.roll.earliest);
        deadline.latest = Some(chosen.last.roll.latest);
        deadline.first_passes_at = Some(end_of(dates.first_deadline)?);
        deadline.overdue_from = Some(end_of(dates.final_deadline)?);
    }
    deadline.steps = steps(case, &chosen, &deadline, last_prompt_day);
    Ok(deadline)
}

fn check(case: &Case, receipt_date: Date) -> Result<(), DeadlineError> {
    let asked = case.suspensions.iter().map(|one| one.asked_on);
    let notified = case.extensions.iter().map(|one| one.notified_on);
    if asked.chain(notified).any(|day| day < receipt_date) {
        return Err(DeadlineError::BeforeReceipt);
    }
    if case.suspensions.iter().any(|one| one.supplied_on.is_some_and(|supplied| supplied < one.asked_on)) {
        return Err(DeadlineError::AnswerBeforeQuestion);
    }
    if case.extensions.iter().any(|one| one.months == 0) {
        return Err(DeadlineError::EmptyExtension);
    }
    Ok(())
}

/// The dates under one choice of which suspensions count.
struct Reading {
    suspended_days: u32,
    /// The first day of a wait that is not over.
    suspended_since: Option<Date>,
    first: Period,
    /// The notice that has effect.
    extension: Option<ExtensionNotice>,
    last: Period,
    /// What is wrong with each notice, in their order.
    defects: Vec<Option<Finding>>,
}

impl Reading {
    fn of(
        case: &Case,
        receipt_date: Date,
        calendar: &Calendar<'_>,
        counts: &dyn Fn(&Suspension) -> bool,
    ) -> Result<Self, DeadlineError> {
        let counted = || case.suspensions.iter().filter(|one| counts(one));
        let suspended_days = suspended_days(counted());
        let suspended_since = counted().filter(|one| one.supplied_on.is_none()).map(|one| one.asked_on).min();
        let first = months_after(receipt_date, 1, suspended_days, calendar)?;

        let mut extension: Option<ExtensionNotice> = None;
        let mut defects = Vec::new();
        for (index, notice) in case.extensions.iter().enumerate() {
            // While the clock stands there is no deadline a notice could miss.
            let in_time = suspended_since.is_some_and(|since| since <= notice.notified_on)
                || notice.notified_on <= first.roll.latest;
            let (defect, has_effect) = judge(notice, in_time, extension.is_some());
            defects.push(defect.map(|code| extension_finding(code, notice, index, first.roll.latest)));
            if has_effect {
                extension = Some(*notice);
            }
        }
        let last = match extension {
            None => first.clone(),
            Some(notice) => {
                let months = 1 + notice.months.min(MAX_EXTENSION_MONTHS);
                months_after(receipt_date, months, suspended_days, calendar)?
            }
        };
        Ok(Self { suspended_days, suspended_since, first, extension, last, defects })
    }

    fn dates(&self) -> LegalDates {
        LegalDates { first_deadline: self.first.roll.latest, final_deadline: self.last.roll.latest }
    }
}

/// What is wrong with a notice, and whether it has effect all the same (E-1, E-5).
const fn judge(notice: &ExtensionNotice, in_time: bool, already_extended: bool) -> (Option<FindingCode>, bool) {
    if already_extended {
        (Some(FindingCode::ExtensionRepeated), false)
    } else if !in_time {
        (Some(FindingCode::ExtensionLate), false)
    } else if !notice.reasoned {
        (Some(FindingCode::ExtensionWithoutReasons), false)
    } else if notice.months > MAX_EXTENSION_MONTHS {
        // It has effect up to what the law allows.
        (Some(FindingCode::ExtensionTooLong), true)
    } else {
        (None, true)
    }
}

fn extension_finding(code: FindingCode, notice: &ExtensionNotice, index: usize, first_deadline: Date) -> Finding {
    let due = (code == FindingCode::ExtensionLate).then_some(first_deadline);
    let message = u16::try_from(index).ok();
    let facts = FindingFacts { due, months: Some(notice.months), message, ..FindingFacts::default() };
    Finding { code, on: notice.notified_on, facts }
}

/// Why a suspension does not count, if it does not.
fn not_counted(one: &Suspension, last_prompt_day: Date) -> Option<NotCounted> {
    match one.decision {
        Some(SuspensionDecision::Accepted) => None,
        Some(SuspensionDecision::Contested) => Some(NotCounted::Contested),
        None if one.asked_on > last_prompt_day => Some(NotCounted::NotPrompt),
        None => None,
    }
}

fn question_findings(case: &Case, last_prompt_day: Date) -> Vec<Finding> {
    let late = |(index, one): (usize, &Suspension)| {
        let message = u16::try_from(index).ok();
        let facts = FindingFacts { due: Some(last_prompt_day), message, ..FindingFacts::default() };
        (one.asked_on > last_prompt_day).then_some(Finding {
            code: FindingCode::QuestionNotPrompt,
            on: one.asked_on,
            facts,
        })
    };
    case.suspensions.iter().enumerate().filter_map(late).collect()
}

fn steps(case: &Case, chosen: &Reading, deadline: &Deadline, last_prompt_day: Date) -> Vec<Step> {
    let mut steps = vec![Step::Received { date: deadline.receipt_date, proof: case.receipt.kind, place: case.place }];
    for one in &case.suspensions {
        match (not_counted(one, last_prompt_day), one.supplied_on) {
            (Some(why), _) => {
                steps.push(Step::SuspensionNotCounted { kind: one.kind, asked_on: one.asked_on, why });
            }
            (None, Some(supplied_on)) => {
                steps.push(Step::SuspensionCounted { kind: one.kind, asked_on: one.asked_on, supplied_on });
            }
            (None, None) => steps.push(Step::Suspended { since: one.asked_on, kind: one.kind }),
        }
    }
    if deadline.is_suspended() {
        return steps;
    }
    let effective = case.extensions.iter().zip(&chosen.defects);
    for (notice, defect) in effective {
        match defect {
            Some(finding) if finding.code != FindingCode::ExtensionTooLong => {
                steps.push(Step::ExtensionNotCounted { notified_on: notice.notified_on, defect: finding.code });
            }
            _ => {
                let months = notice.months.min(MAX_EXTENSION_MONTHS);
                steps.push(Step::ExtensionCounted { notified_on: notice.notified_on, months });
            }
        }
    }
    steps_of_period(&chosen.last, chosen, deadline, &mut steps);
    if deadline.coverage == Coverage::None {
        steps.push(Step::NoCalendar { place: case.place });
    }
    if let (Some(due), Some(at)) = (deadline.final_deadline, deadline.overdue_from) {
        steps.push(Step::Expires { due, at, zone: case.place.zone_name().to_owned() });
    }
    steps
}

fn steps_of_period(period: &Period, chosen: &Reading, deadline: &Deadline, steps: &mut Vec<Step>) {
    steps.push(Step::MonthsAdded {
        from: deadline.receipt_date,
        months: 1 + deadline.extension_months,
        to: period.months_end,
        clamped: period.clamped,
    });
    if chosen.suspended_days > 0 {
        steps.push(Step::DaysAdded { from: period.months_end, days: chosen.suspended_days, to: period.nominal });
    }
    steps.push(if period.roll.skipped.is_empty() {
        Step::WorkingDay { date: period.nominal }
    } else {
        Step::Rolled { from: period.nominal, to: period.roll.latest, over: period.roll.skipped.clone() }
    });
    if period.roll.earliest != period.roll.latest {
        steps.push(Step::InDoubt {
            earliest: period.roll.earliest,
            latest: period.roll.latest,
            region_unknown: deadline.coverage == Coverage::RegionUnknown,
        });
    }
}
