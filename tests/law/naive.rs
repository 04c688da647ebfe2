//! The rules once more, as slow and plain as can be: days are walked one at a time, months are counted on fingers, suspended
//! days are marked in a list. Of the product it uses the plain values and the lists of holidays, and nothing that computes.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use recourse::domain::calendar::{Calendars, Coverage};
use recourse::domain::place::Place;

/// Place of a day in the list of all days.
pub type Day = usize;

/// Every day from 2017 to 2043, found by walking.
pub struct Almanac {
    days: Vec<(i16, i8, i8)>,
    found: BTreeMap<(i16, i8, i8), Day>,
    places: BTreeMap<Place, Vec<Holidays>>,
}

/// The holidays of one place, or of one region that it may lie in.
pub struct Holidays {
    certain: BTreeSet<Day>,
    doubtful: BTreeSet<Day>,
    /// Only then is a day outside the years known to be unknown.
    kept: bool,
}

/// A day beyond what is known was needed.
#[derive(Debug)]
pub struct Unknown;

fn length_of(year: i16, month: i8) -> i8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 => 29,
        2 => 28,
        _ => 31,
    }
}

impl Almanac {
    pub fn of(places: &[Place]) -> Self {
        let mut almanac = Self { days: Vec::new(), found: BTreeMap::new(), places: BTreeMap::new() };
        let (mut year, mut month, mut day) = (2017, 1, 1);
        while year < 2044 {
            almanac.found.insert((year, month, day), almanac.days.len());
            almanac.days.push((year, month, day));
            day += 1;
            if day > length_of(year, month) {
                (month, day) = (month + 1, 1);
            }
            if month > 12 {
                (year, month) = (year + 1, 1);
            }
        }
        let listed = Place::listed();
        for place in places {
            let regions: Vec<Place> = match Calendars::bundled().of(*place).coverage() {
                Coverage::RegionUnknown => listed
                    .iter()
                    .copied()
                    .filter(|other| other.country() == place.country() && other.subdivision().is_some())
                    .collect(),
                _ => vec![*place],
            };
            let holidays = regions.into_iter().map(|region| almanac.holidays(region)).collect();
            almanac.places.insert(*place, holidays);
        }
        almanac
    }

    fn holidays(&self, place: Place) -> Holidays {
        let calendars = Calendars::bundled();
        let calendar = calendars.of(place);
        let mut holidays = Holidays {
            certain: BTreeSet::new(),
            doubtful: BTreeSet::new(),
            kept: calendar.coverage() != Coverage::None,
        };
        if holidays.kept {
            for year in 2018..=2040 {
                for holiday in calendar.holidays(year).expect("a year that is kept") {
                    let day = self.day(holiday.date);
                    let list = if holiday.uncertain { &mut holidays.doubtful } else { &mut holidays.certain };
                    list.insert(day);
                }
            }
        }
        holidays
    }

    pub fn day(&self, date: Date) -> Day {
        self.found[&(date.year(), date.month(), date.day())]
    }

    pub fn date(&self, day: Day) -> Date {
        let (year, month, day) = self.days[day];
        Date::new(year, month, day).expect("a day")
    }

    /// 1 January 2017 was a Sunday.
    fn is_weekend(&self, day: Day) -> bool {
        matches!(day % 7, 0 | 6)
    }

    /// So many months later, on the last day of the month if there is no such day.
    pub fn months_later(&self, day: Day, months: u16) -> Day {
        let (mut year, mut month, number) = self.days[day];
        for _ in 0..months {
            month += 1;
            if month == 13 {
                (year, month) = (year + 1, 1);
            }
        }
        let mut number = number;
        while !self.found.contains_key(&(year, month, number)) {
            number -= 1;
        }
        self.found[&(year, month, number)]
    }

    fn is_off(&self, holidays: &Holidays, day: Day, doubtful_too: bool) -> Result<bool, Unknown> {
        if holidays.kept && !(2018..=2040).contains(&self.days[day].0) {
            return Err(Unknown);
        }
        let holiday = holidays.certain.contains(&day) || (doubtful_too && holidays.doubtful.contains(&day));
        Ok(holiday || self.is_weekend(day))
    }

    fn next_working_day(&self, holidays: &Holidays, day: Day, doubtful_too: bool) -> Result<Day, Unknown> {
        let mut day = day;
        while self.is_off(holidays, day, doubtful_too)? {
            day += 1;
        }
        Ok(day)
    }

    /// The first and the last working day that may be meant by the first one from a day on.
    pub fn rolled(&self, place: Place, day: Day) -> Result<(Day, Day), Unknown> {
        let (mut earliest, mut latest) = (Day::MAX, 0);
        for holidays in &self.places[&place] {
            earliest = earliest.min(self.next_working_day(holidays, day, false)?);
            latest = latest.max(self.next_working_day(holidays, day, true)?);
        }
        Ok((earliest, latest))
    }

    /// The day on which so many working days have gone by, in the reading that ends last.
    pub fn working_days_later(&self, place: Place, day: Day, count: u16) -> Result<Day, Unknown> {
        let mut latest = 0;
        for holidays in &self.places[&place] {
            let mut reached = day;
            for _ in 0..count {
                reached = self.next_working_day(holidays, reached + 1, true)?;
            }
            latest = latest.max(reached);
        }
        Ok(latest)
    }

    /// Whether at least two working days lie after one day and up to another, wherever in the place (D-8).
    pub fn has_two_working_days(&self, place: Place, after: Day, up_to: Day) -> bool {
        let enough = |holidays: &Holidays| {
            let working = (after + 1..=up_to).filter(|day| matches!(self.is_off(holidays, *day, true), Ok(false)));
            working.take(2).count() == 2
        };
        self.places[&place].iter().all(enough)
    }
}
