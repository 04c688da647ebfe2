//! Which days are working days at a place (rules D-7, H-1 to H-6).
//!
//! The days themselves are data with a version, one file per country under `data/`; [`table`] says how they are written and
//! reads them. A calendar never guesses: where no data is kept yet it knows weekends only and says so, where the region is
//! unknown or a day is in doubt it gives the earliest and the latest result, and outside the years it covers it is an error.

mod calendars;
mod easter;
mod revision;
mod rule;
mod table;

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use table::{Days, Table};

pub use calendars::{CalendarInForce, Calendars};
pub use revision::{MAX_CALENDAR_BYTES, Revision, RevisionProblem};

/// The version named by results of places without data.
pub const NO_CALENDAR: &str = "none";

/// Longest run of days off that is believed; more means broken data.
const MAX_RUN_DAYS: usize = 30;

text_enum! {
    /// How far a result rests on kept calendars.
    pub enum Coverage {
        /// The public holidays of this very place are known.
        Exact = "exact",
        /// The region decides and is unknown: results are a range over all regions (H-6).
        RegionUnknown = "region_unknown",
        /// No calendar of this place is kept yet: only Saturdays and Sundays are days off, so results may be too early.
        None = "none",
    }
}

text_enum! {
    /// Where a holiday holds.
    pub enum HolidayKind {
        /// In the whole country.
        National = "national",
        /// In some regions.
        Regional = "regional",
    }
}

/// A public holiday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Holiday {
    /// When.
    pub date: Date,
    /// Its name in the country's language.
    pub name: String,
    /// Where it holds.
    pub kind: HolidayKind,
    /// Whether it is in doubt (H-6).
    pub uncertain: bool,
}

text_enum! {
    /// Why a day is not a working day.
    pub enum DayOff {
        /// A Saturday.
        Saturday = "saturday",
        /// A Sunday.
        Sunday = "sunday",
        /// A public holiday.
        Holiday = "holiday",
    }
}

/// A day that was passed over, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Skipped {
    /// The day.
    pub date: Date,
    /// Why it does not count as a working day.
    pub why: DayOff,
    /// The name of the holiday, in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holiday: Option<String>,
    /// The name of the holiday in its country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local_name: Option<String>,
    /// Whether the holiday is in doubt (H-6).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub uncertain: bool,
}

/// The first working day on or after a day (D-7).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roll {
    /// In the reading that ends soonest: doubtful days count as working days, the region is the one with fewest days off.
    pub earliest: Date,
    /// In the reading that ends last.
    pub latest: Date,
    /// The days passed over up to `latest`.
    pub skipped: Vec<Skipped>,
}

/// Why a calendar gives no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// The day lies outside the years whose holidays are kept.
    #[error("calendars of this place cover the years {first} to {last}")]
    YearNotCovered {
        /// First year covered.
        first: i16,
        /// Last year covered.
        last: i16,
    },
    /// The day lies at the end of time.
    #[error("the date is out of range")]
    OutOfRange,
}

/// The working days of one place. [`Calendars::of`] gives it.
#[derive(Debug, Clone)]
pub struct Calendar<'c> {
    table: Option<&'c Table>,
    /// One per region the place may lie in; empty when no calendar is kept.
    readings: Vec<Days<'c>>,
    coverage: Coverage,
}

impl Calendar<'_> {
    /// Which data the results rest on.
    pub fn version(&self) -> &str {
        self.table.map_or(NO_CALENDAR, |table| &table.version)
    }

    /// How far the results rest on kept calendars.
    pub const fn coverage(&self) -> Coverage {
        self.coverage
    }

    /// The first working day on or after a day, as a range (D-7, H-6).
    ///
    /// # Errors
    /// When a day that matters is outside the years covered.
    pub fn roll(&self, from: Date) -> Result<Roll, CalendarError> {
        if self.readings.is_empty() {
            let (day, skipped) = self.roll_reading(None, from, true)?;
            return Ok(Roll { earliest: day, latest: day, skipped });
        }
        let mut result: Option<Roll> = None;
        for reading in &self.readings {
            let (earliest, _) = self.roll_reading(Some(reading), from, false)?;
            let (latest, skipped) = self.roll_reading(Some(reading), from, true)?;
            result = Some(match result {
                None => Roll { earliest, latest, skipped },
                Some(so_far) if latest > so_far.latest => {
                    Roll { earliest: so_far.earliest.min(earliest), latest, skipped }
                }
                Some(so_far) => Roll { earliest: so_far.earliest.min(earliest), ..so_far },
            });
        }
        result.ok_or(CalendarError::OutOfRange)
    }

    /// The `count`th working day after a day, in the reading that ends last.
    ///
    /// # Errors
    /// When a day that matters is outside the years covered.
    pub fn working_day_after(&self, day: Date, count: u32) -> Result<Date, CalendarError> {
        if self.readings.is_empty() {
            return self.counted(None, day, count);
        }
        let ends = self.readings.iter().map(|reading| self.counted(Some(reading), day, count));
        ends.reduce(|one, other| Ok(one?.max(other?))).unwrap_or(Err(CalendarError::OutOfRange))
    }

    fn counted(&self, reading: Option<&Days<'_>>, day: Date, count: u32) -> Result<Date, CalendarError> {
        let mut last = day;
        for _ in 0..count {
            (last, _) = self.roll_reading(reading, next(last)?, true)?;
        }
        Ok(last)
    }

    /// The holidays of one year, in order; those of some regions only are among them when the region is unknown.
    ///
    /// # Errors
    /// When the year is not covered. A place without a calendar covers no year.
    pub fn holidays(&self, year: i16) -> Result<Vec<Holiday>, CalendarError> {
        let table = self.table.ok_or(CalendarError::YearNotCovered { first: 0, last: 0 })?;
        table.check_year(year)?;
        let mut days = BTreeMap::new();
        for reading in &self.readings {
            for (date, entry) in reading.year(year) {
                let everywhere = self.readings.iter().all(|other| other.on(date).is_some());
                let uncertain = entry.uncertain || !everywhere;
                let kind = if entry.national { HolidayKind::National } else { HolidayKind::Regional };
                days.entry(date).or_insert(Holiday { date, name: entry.name.clone(), kind, uncertain });
            }
        }
        Ok(days.into_values().collect())
    }

    fn roll_reading(
        &self,
        reading: Option<&Days<'_>>,
        from: Date,
        doubtful_days_are_off: bool,
    ) -> Result<(Date, Vec<Skipped>), CalendarError> {
        let mut day = from;
        let mut skipped = Vec::new();
        for _ in 0..MAX_RUN_DAYS {
            match self.day_off(reading, day, doubtful_days_are_off)? {
                None => return Ok((day, skipped)),
                Some(off) => skipped.push(off),
            }
            day = next(day)?;
        }
        Err(CalendarError::OutOfRange)
    }

    fn day_off(
        &self,
        reading: Option<&Days<'_>>,
        day: Date,
        doubtful_days_are_off: bool,
    ) -> Result<Option<Skipped>, CalendarError> {
        if let Some(table) = self.table {
            table.check_year(day.year())?;
        }
        let holiday = reading.and_then(|reading| reading.on(day));
        let weekend = |why| Skipped { date: day, why, holiday: None, local_name: None, uncertain: false };
        Ok(match holiday {
            Some(entry) if doubtful_days_are_off || !entry.uncertain => Some(Skipped {
                date: day,
                why: DayOff::Holiday,
                holiday: Some(entry.english.clone()),
                local_name: Some(entry.name.clone()),
                uncertain: entry.uncertain,
            }),
            _ => match day.weekday() {
                Weekday::Saturday => Some(weekend(DayOff::Saturday)),
                Weekday::Sunday => Some(weekend(DayOff::Sunday)),
                _ => None,
            },
        })
    }
}

fn next(day: Date) -> Result<Date, CalendarError> {
    day.checked_add(1.day()).map_err(|_| CalendarError::OutOfRange)
}

#[cfg(test)]
mod examples;
#[cfg(test)]
mod tests;
