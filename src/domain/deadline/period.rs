//! One period: what is counted, suspended days, and the roll to a working day (D-3 to D-10).

use jiff::civil::Date;
use jiff::{SignedDuration, Span, Timestamp};

use super::DeadlineError;
use super::regime::{Term, Unit};
use crate::domain::calendar::{Calendar, CalendarError, Roll};
use crate::domain::place::Place;

/// What sets a period going.
#[derive(Debug, Clone, Copy)]
pub struct Beginning {
    /// The day, not counted itself (D-3).
    pub day: Date,
    /// The moment; periods in hours need it.
    pub at: Option<Timestamp>,
    /// Where.
    pub place: Place,
}

/// The end of a period, before and after weekends and holidays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// The beginning plus what is counted.
    pub counted_end: Date,
    /// Whether the number of the day did not exist in that month, so that its last day was taken (D-5).
    pub clamped: bool,
    /// With the suspended days added (D-10).
    pub nominal: Date,
    /// After the roll (D-7).
    pub roll: Roll,
    /// The instant at which the period has run out (D-11, H-8).
    pub passes_at: Timestamp,
}

impl Period {
    /// The last day, in the reading that ends last.
    pub const fn due(&self) -> Date {
        self.roll.latest
    }

    /// Counts a period. The day of the beginning is not counted (D-3); the end moves to a working day once, and only if
    /// `rolls` (D-7).
    ///
    /// # Errors
    /// When a day that matters is outside the calendar, and when hours are to be counted from a day.
    pub fn of(
        from: Beginning,
        term: Term,
        suspended_days: u32,
        rolls: bool,
        calendar: &Calendar<'_>,
    ) -> Result<Self, DeadlineError> {
        if term.unit == Unit::Hours {
            return Self::in_hours(from, term);
        }
        let span = |count: Span| from.day.checked_add(count).map_err(|_| CalendarError::OutOfRange);
        let count = i64::from(term.count);
        let whole = Span::new();
        let out_of_range = |_| CalendarError::OutOfRange;
        let counted_end = match term.unit {
            // The library clamps to the last day of the month, as D-5 asks.
            Unit::Months => span(whole.try_months(count).map_err(out_of_range)?)?,
            Unit::Weeks => span(whole.try_weeks(count).map_err(out_of_range)?)?,
            Unit::WorkingDays => calendar.working_day_after(from.day, u32::from(term.count))?,
            Unit::Days | Unit::Hours => span(whole.try_days(count).map_err(out_of_range)?)?,
        };
        let clamped = term.unit == Unit::Months && counted_end.day() != from.day.day();
        let suspended = whole.try_days(i64::from(suspended_days)).map_err(out_of_range)?;
        let nominal = counted_end.checked_add(suspended).map_err(out_of_range)?;
        let roll = if rolls { calendar.roll(nominal)? } else { on(nominal) };
        let passes_at = from.place.end_of(roll.latest).ok_or(CalendarError::OutOfRange)?;
        Ok(Self { counted_end, clamped, nominal, roll, passes_at })
    }

    /// Hours run on through weekends, holidays and changes of the clock (P-7).
    fn in_hours(from: Beginning, term: Term) -> Result<Self, DeadlineError> {
        let at = from.at.ok_or(DeadlineError::MomentNeeded)?;
        let passes_at =
            at.checked_add(SignedDuration::from_hours(i64::from(term.count))).map_err(|_| CalendarError::OutOfRange)?;
        let day = from.place.date_of(passes_at);
        Ok(Self { counted_end: day, clamped: false, nominal: day, roll: on(day), passes_at })
    }
}

/// An end that stays where it is.
fn on(day: Date) -> Roll {
    Roll { earliest: day, latest: day, skipped: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Calendars;

    #[test]
    fn vh01_the_nominal_end_of_three_months() {
        let place: Place = "BE".parse().unwrap();
        let from = Beginning { day: "1985-02-18".parse().unwrap(), at: None, place };
        let three_months = Term { count: 3, unit: Unit::Months };
        let period = Period::of(from, three_months, 0, false, &Calendars::bundled().of(place)).unwrap();
        assert_eq!(period.nominal.to_string(), "1985-05-18");
        assert!(!period.clamped);
    }
}
