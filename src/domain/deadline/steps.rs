//! Tells how the dates of a case were reached, in the order in which they were.

use super::compute::Reading;
use super::regime::{Row, Start};
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
    extensions(case, chosen, deadline, &mut steps);
    period(row, chosen, deadline, &mut steps);
    if deadline.coverage == Coverage::None && (row.rolls || !case.suspensions.is_empty()) {
        steps.push(Step::NoCalendar { place: case.place });
    }
    if let Some(date) = deadline.strict_reading {
        steps.push(Step::StrictReading { date });
    }
    let zone = case.place.zone_name().to_owned();
    steps.push(Step::Expires { due: chosen.last.due(), at: chosen.last.passes_at, zone });
    if row.regime == Regime::SaInformation && case.place.country() == "FR" {
        steps.push(Step::SilenceRejects { place: case.place });
    }
    steps
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
        (None, Some(supplied_on)) => Step::SuspensionCounted { kind, asked_on, supplied_on },
        (None, None) => Step::Suspended { since: asked_on, kind },
    }
}

fn extensions(case: &Case, chosen: &Reading, deadline: &Deadline, steps: &mut Vec<Step>) {
    for (notice, defect) in case.extensions.iter().zip(&chosen.defects) {
        let notified_on = notice.notified_on;
        match (defect, deadline.extended_by) {
            (Some(finding), _) if finding.code != FindingCode::ExtensionTooLong => {
                steps.push(Step::ExtensionNotCounted { notified_on, defect: finding.code });
            }
            (_, Some(by)) => steps.push(Step::ExtensionCounted { notified_on, count: by.count, unit: by.unit }),
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
    steps.push(match (row.rolls, last.roll.skipped.is_empty()) {
        (false, _) => Step::NotRolled { date: last.nominal },
        (true, true) => Step::WorkingDay { date: last.nominal },
        (true, false) => Step::Rolled { from: last.nominal, to: last.due(), over: last.roll.skipped.clone() },
    });
    if last.roll.earliest != last.roll.latest {
        steps.push(Step::InDoubt {
            earliest: last.roll.earliest,
            latest: last.roll.latest,
            region_unknown: deadline.coverage == Coverage::RegionUnknown,
        });
    }
}
