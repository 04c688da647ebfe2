//! One period: months, suspended days, and the roll to a working day (D-3 to D-10, S-3).

use jiff::ToSpan;
use jiff::civil::Date;

use super::{DeadlineError, Suspension};
use crate::domain::calendar::{Calendar, CalendarError, Roll};

/// The end of a period, before and after weekends and holidays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// Receipt date plus months, clamped to the end of the month.
    pub months_end: Date,
    /// Whether the day number did not exist in that month (D-5).
    pub clamped: bool,
    /// With the suspended days added (D-10).
    pub nominal: Date,
    /// After the roll (D-7).
    pub roll: Roll,
}

/// The period of so many months from receipt. The day of receipt is not counted (D-3), so it ends on the same day number (D-4).
///
/// # Errors
/// When a day that matters is outside the calendar.
pub fn months_after(
    receipt_date: Date,
    months: u8,
    suspended_days: u32,
    calendar: &Calendar<'_>,
) -> Result<Period, DeadlineError> {
    let out_of_range = |_| CalendarError::OutOfRange;
    // The library clamps to the last day of the month, as D-5 asks.
    let months_end = receipt_date.checked_add(i32::from(months).months()).map_err(out_of_range)?;
    let nominal = months_end.checked_add(i64::from(suspended_days).days()).map_err(out_of_range)?;
    let roll = calendar.roll(nominal)?;
    Ok(Period { months_end, clamped: months_end.day() != receipt_date.day(), nominal, roll })
}

/// Days during which the controller waited: from the day of each question to the day of its answer, overlaps once (S-3).
///
/// A question still open counts for nothing here.
pub fn suspended_days<'s>(suspensions: impl IntoIterator<Item = &'s Suspension>) -> u32 {
    let mut spans: Vec<(Date, Date)> =
        suspensions.into_iter().filter_map(|one| Some((one.asked_on, one.supplied_on?))).collect();
    spans.sort();
    let mut days = 0;
    let mut counted_to = Date::MIN;
    for (asked, supplied) in spans {
        let from = asked.max(counted_to);
        if supplied > from {
            days += u32::try_from((supplied - from).get_days()).unwrap_or(0);
            counted_to = supplied;
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Calendars;
    use crate::domain::deadline::QuestionKind;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn days(spans: &[(&str, &str)]) -> u32 {
        let suspensions: Vec<Suspension> = spans
            .iter()
            .map(|(asked, supplied)| Suspension {
                kind: QuestionKind::Scope,
                asked_on: date(asked),
                supplied_on: Some(date(supplied)),
                decision: None,
            })
            .collect();
        suspended_days(&suspensions)
    }

    #[test]
    fn vh13_overlapping_suspensions_count_once() {
        assert_eq!(days(&[("2026-06-03", "2026-06-10"), ("2026-06-08", "2026-06-15")]), 12);
        assert_eq!(days(&[("2026-06-08", "2026-06-15"), ("2026-06-03", "2026-06-10")]), 12);
        assert_eq!(days(&[("2026-06-03", "2026-06-20"), ("2026-06-08", "2026-06-15")]), 17);
        assert_eq!(days(&[("2026-06-03", "2026-06-05"), ("2026-06-08", "2026-06-15")]), 9);
        assert_eq!(days(&[("2026-06-03", "2026-06-05"), ("2026-06-05", "2026-06-07")]), 4);
        assert_eq!(days(&[("2026-06-03", "2026-06-03")]), 0);
        assert_eq!(days(&[]), 0);
    }

    #[test]
    fn vh01_the_nominal_end_of_three_months() {
        let calendars = Calendars::bundled();
        let anywhere = calendars.of("BR".parse().unwrap());
        let period = months_after(date("1985-02-18"), 3, 0, &anywhere).unwrap();
        assert_eq!(period.nominal, date("1985-05-18"));
        assert!(!period.clamped);
    }
}
