//! Tells how the dates of a case were reached, in the order in which they were.

use super::compute::Reading;
use super::period::Period;
use super::regime::{Row, Start, Stops, Unit};
use super::waits::Waits;
use super::{Case, Deadline, Regime, Step, Suspension};
use crate::domain::calendar::Coverage;
use crate::domain::finding::FindingCode;

pub fn of(case: &Case, row: &Row, waits: &Waits<'_>, chosen: &Reading, deadline: &Deadline) -> Vec<Step> {
    let mut steps = vec![beginning(case, row)];
    if let Some(gate) = row.gate
        && case.lodged_on.is_none()
        && row.start != Start::ComplaintLodged
    {
        steps.push(Step::LodgingAssumed { from: gate.first_day() });
    }
    steps.extend(case.suspensions.iter().map(|one| suspension(one, row, waits)));
    if deadline.is_suspended() {
        return steps;
    }
    extensions(case, row, chosen, deadline, &mut steps);
    period(row, chosen, deadline, &mut steps);
    let by_calendar = row.rolls || row.term.unit == Unit::WorkingDays;
    if deadline.coverage == Coverage::None && by_calendar {
        steps.push(Step::NoCalendar { place: case.place });
    }
    if let Some(date) = deadline.strict_reading {
        steps.push(Step::StrictReading { date });
    }
    steps.push(end(case, row, &chosen.last));
    if row.regime == Regime::SaInformation && case.place.country() == "FR" {
        steps.push(Step::SilenceRejects { place: case.place });
    }
    steps
}

fn end(case: &Case, row: &Row, last: &Period) -> Step {
    let (due, at, zone) = (last.due(), last.passes_at, case.place.zone_name().to_owned());
    match row.term.unit {
        Unit::Hours => {
            let time = at.to_zoned(case.place.time_zone()).strftime("%H:%M").to_string();
            Step::ExpiresAt { due, time, at, zone }
        }
        _ => Step::Expires { due, at, zone },
    }
}

fn beginning(case: &Case, row: &Row) -> Step {
    let (date, place) = (case.started_on, case.place);
    match row.start {
        Start::RequestReceived => Step::Received { date, proof: case.proof, place },
        event => Step::Started { event, date, place },
    }
}

fn suspension(one: &Suspension, row: &Row, waits: &Waits<'_>) -> Step {
    let (kind, asked_on) = (one.kind, one.asked_on);
    match (waits.not_counted(one), one.supplied_on) {
        (Some(why), _) => Step::SuspensionNotCounted { kind, asked_on, why },
        (None, Some(to)) if row.stops.moves_start(kind) => Step::StartMoved { kind, to },
        (None, Some(supplied_on)) => {
            let both_days = row.stops == Stops::UnitedKingdom;
            Step::SuspensionCounted { kind, asked_on, supplied_on, both_days }
        }
        (None, None) => Step::Suspended { since: asked_on, kind },
    }
}

fn extensions(case: &Case, row: &Row, chosen: &Reading, deadline: &Deadline, steps: &mut Vec<Step>) {
    for (notice, defect) in case.extensions.iter().zip(&chosen.defects) {
        let notified_on = notice.notified_on;
        match (defect, deadline.extended_by) {
            (Some(finding), _) if finding.code != FindingCode::ExtensionTooLong => {
                steps.push(Step::ExtensionNotCounted { notified_on, defect: finding.code });
            }
            (_, Some(by)) => {
                let by_notice = row.extending.is_some_and(|extending| extending.by_notice && extending.with_reasons);
                steps.push(Step::ExtensionCounted { notified_on, count: by.count, unit: by.unit, by_notice });
            }
            (_, None) => {}
        }
    }
}

fn period(row: &Row, chosen: &Reading, deadline: &Deadline, steps: &mut Vec<Step>) {
    let last = &chosen.last;
    let term = row.term.longer_by(deadline.extended_by.map_or(0, |by| by.count));
    steps.push(Step::Counted {
        from: chosen.effect.start,
        count: term.count,
        unit: term.unit,
        to: last.counted_end,
        clamped: last.clamped,
    });
    if chosen.effect.days > 0 {
        let (days, overlap) = (chosen.effect.days, chosen.effect.overlap);
        steps.push(Step::DaysAdded { from: last.counted_end, days, to: last.nominal, overlap });
    }
    match (row.rolls, last.roll.skipped.is_empty()) {
        // Hours end within a day, working days on one.
        (false, _) if matches!(row.term.unit, Unit::Hours | Unit::WorkingDays) => {}
        (false, _) => steps.push(Step::NotRolled { date: last.nominal }),
        (true, true) => steps.push(Step::WorkingDay { date: last.nominal }),
        (true, false) => {
            steps.push(Step::Rolled { from: last.nominal, to: last.due(), over: last.roll.skipped.clone() });
        }
    }
    if last.roll.earliest != last.roll.latest {
        steps.push(Step::InDoubt {
            earliest: last.roll.earliest,
            latest: last.roll.latest,
            region_unknown: deadline.coverage == Coverage::RegionUnknown,
        });
    }
}
