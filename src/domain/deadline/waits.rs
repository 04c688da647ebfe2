//! What stops the clock: which questions count, for how many days, and from when (S-1 to S-7, U-2, U-3, J-CA).

use jiff::civil::Date;

use super::regime::Stops;
use super::{Case, NotCounted, QuestionKind, Suspension, SuspensionDecision};
use crate::domain::calendar::{Calendar, CalendarError};
use crate::domain::right::Right;

/// Decides which suspensions of a case count.
pub struct Waits<'c> {
    case: &'c Case,
    stops: Stops,
    /// The last day on which a question stops the clock by itself (S-4); none where that is no condition.
    last_prompt_day: Option<Date>,
}

/// What the suspensions that count do to a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effect {
    /// The day from which the period is counted.
    pub start: Date,
    /// How many days are added to it.
    pub days: u32,
    /// The first day of a wait that is not over.
    pub open_since: Option<Date>,
    /// Some of the days are in two suspensions and were counted once.
    pub overlap: bool,
}

impl<'c> Waits<'c> {
    pub fn of(case: &'c Case, calendar: &Calendar<'_>) -> Result<Self, CalendarError> {
        let stops = case.regime.row().stops;
        let needs_promptness = stops == Stops::Questions && !case.suspensions.is_empty();
        let prompt = u32::from(case.choices.prompt_working_days);
        let last_prompt_day = match needs_promptness {
            true => Some(calendar.working_day_after(case.started_on, prompt)?),
            false => None,
        };
        Ok(Self { case, stops, last_prompt_day })
    }

    /// The day by which a question had to be asked, if it was asked later.
    pub fn should_have_asked_by(&self, one: &Suspension) -> Option<Date> {
        self.last_prompt_day.filter(|last| one.asked_on > *last)
    }

    /// Why a suspension does not count, if it does not.
    pub fn not_counted(&self, one: &Suspension) -> Option<NotCounted> {
        if let Some(excluded) = self.excluded_by_law(one) {
            return Some(excluded);
        }
        match one.decision {
            Some(SuspensionDecision::Accepted) => None,
            Some(SuspensionDecision::Contested) => Some(NotCounted::Contested),
            None => self.should_have_asked_by(one).map(|_| NotCounted::NotPrompt),
        }
    }

    /// Why a suspension can never count, whatever the organisation says to it.
    pub fn excluded_by_law(&self, one: &Suspension) -> Option<NotCounted> {
        match self.stops {
            Stops::Nothing | Stops::NotKnown => Some(NotCounted::NeverStops),
            Stops::UnitedKingdom if one.kind == QuestionKind::Scope && self.case.right != Right::Access => {
                Some(NotCounted::AccessOnly)
            }
            Stops::UnitedKingdom | Stops::Questions => None,
        }
    }

    /// What those that count do together.
    pub fn effect(&self, counts: &dyn Fn(&Suspension) -> bool) -> Effect {
        let counted: Vec<&Suspension> = self.case.suspensions.iter().filter(|one| counts(one)).collect();
        let open_since = counted.iter().filter(|one| one.supplied_on.is_none()).map(|one| one.asked_on).min();
        let united_kingdom = self.stops == Stops::UnitedKingdom;
        let moves_start = |one: &&&Suspension| self.stops.moves_start(one.kind);
        let supplied = counted.iter().filter(moves_start).filter_map(|one| one.supplied_on);
        let start = supplied.chain([self.case.started_on]).max().unwrap_or(self.case.started_on);
        // Both days count in the United Kingdom (U-3), and none before the period has begun.
        let spans = counted.iter().filter(|one| !moves_start(one)).filter_map(|one| {
            let to = one.supplied_on?;
            let to = if united_kingdom { to.tomorrow().ok()? } else { to };
            Some((one.asked_on.max(start), to))
        });
        let (days, overlap) = union(spans.collect());
        Effect { start, days, open_since, overlap }
    }
}

/// How many days lie in at least one of the spans, from the first day of each to the day before its second, and whether two of
/// them overlap.
fn union(mut spans: Vec<(Date, Date)>) -> (u32, bool) {
    spans.retain(|(from, to)| from < to);
    spans.sort();
    let (mut days, mut overlap, mut counted_to) = (0, false, Date::MIN);
    for (from, to) in spans {
        overlap |= from < counted_to;
        let from = from.max(counted_to);
        if to > from {
            days += u32::try_from((to - from).get_days()).unwrap_or(0);
            counted_to = to;
        }
    }
    (days, overlap)
}

#[cfg(test)]
mod tests {
    use super::union;

    #[test]
    fn vh13_overlapping_suspensions_count_once() {
        let days = |spans: &[(&str, &str)]| {
            union(spans.iter().map(|(from, to)| (from.parse().unwrap(), to.parse().unwrap())).collect())
        };
        assert_eq!(days(&[("2026-06-03", "2026-06-10"), ("2026-06-08", "2026-06-15")]), (12, true));
        assert_eq!(days(&[("2026-06-08", "2026-06-15"), ("2026-06-03", "2026-06-10")]), (12, true));
        assert_eq!(days(&[("2026-06-03", "2026-06-20"), ("2026-06-08", "2026-06-15")]), (17, true));
        assert_eq!(days(&[("2026-06-03", "2026-06-05"), ("2026-06-08", "2026-06-15")]), (9, false));
        assert_eq!(days(&[("2026-06-03", "2026-06-05"), ("2026-06-05", "2026-06-07")]), (4, false));
        assert_eq!(days(&[("2026-06-03", "2026-06-03")]), (0, false));
        assert_eq!(days(&[("2026-06-09", "2026-06-04"), ("2026-06-03", "2026-06-05")]), (2, false));
        assert_eq!(days(&[]), (0, false));
    }
}
