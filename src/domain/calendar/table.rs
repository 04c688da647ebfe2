//! How calendars are written, and the reader of that form.
//!
//! A file has a head of `word value` lines and then one line per holiday, six columns between `|`. `#` begins a comment line.
//!
//! - *where*: `*` for the whole country, or the subdivisions in which it holds;
//! - *day*: one or more of these, with commas between them:
//!     - `05-01` each year; `2025-05-08` once;
//!     - `W+39`, `O-2`: days from Western or Orthodox Easter Sunday;
//!     - `mon>=05-01`, the first Monday on or after a day; `mon<06-01`, the last Monday before a day;
//!     - any of these followed by `if sat sun` or `not sun`: only when it falls, or does not fall, on such a weekday;
//!     - any of these after `sub`: the day off in its place when it falls on a weekend, which is the next day that is neither
//!       Saturday, Sunday nor holiday; or after `bridge`: the Monday before it when it falls on a Tuesday, the Friday after it
//!       when it falls on a Thursday;
//! - *years*: empty for all, or years and ranges such as `2018 2020..2022 2026..`, then `not` and those excepted;
//! - *mark*: empty; `uncertain` for a day in doubt (H-6); `not kept` where these subdivisions do not keep a day of the country;
//! - *name* in the country's language, and *name in English*.
//!
//! The head names the `version` (it changes with every change of the days), the `years` covered, one or more `source` lines, and
//! what holds `without_region`: `national` if the national days are then an exact answer, or `every AA BB …` if the region
//! decides and all of these have to be considered.
//!
//! Where lines meet on one date, one that holds for certain stands over one in doubt, and an earlier over a later one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::CalendarError;
use super::rule::{DayRule, Part, Years};

/// The calendar of one country. Years are computed when first asked for, and kept.
#[derive(Debug)]
pub struct Table {
    pub version: String,
    pub without_region: WithoutRegion,
    first_year: i16,
    last_year: i16,
    lines: Vec<Line>,
    nation: Computed,
    regions: BTreeMap<String, Computed>,
}

/// What holds where only the country is known.
#[derive(Debug, PartialEq, Eq)]
pub enum WithoutRegion {
    National,
    Every(Vec<String>),
}

/// One holiday.
#[derive(Debug)]
pub struct Entry {
    pub name: String,
    pub english: String,
    pub national: bool,
    pub uncertain: bool,
}

#[derive(Debug)]
struct Line {
    /// Empty means the whole country.
    regions: Vec<String>,
    days: Vec<DayRule>,
    years: Years,
    /// The opposite: a day of the country that these regions do not keep.
    not_kept: bool,
    entry: Entry,
}

/// For each year covered its days, in order, each with the number of its line.
type Computed = Vec<OnceLock<Vec<(Date, usize)>>>;

/// The holidays of one place: a region, or the country as such.
#[derive(Debug, Clone, Copy)]
pub struct Days<'a> {
    table: &'a Table,
    region: Option<&'a str>,
    computed: &'a Computed,
}

impl<'a> Days<'a> {
    /// The holiday on a day.
    pub fn on(&self, day: Date) -> Option<&'a Entry> {
        let days = self.computed(day.year());
        let at = days.binary_search_by_key(&day, |(date, _)| *date).ok()?;
        Some(&self.table.lines[days[at].1].entry)
    }

    /// The holidays of a year, in order; none outside the years covered.
    pub fn year(&self, year: i16) -> impl Iterator<Item = (Date, &'a Entry)> {
        let lines = &self.table.lines;
        self.computed(year).iter().map(|(date, line)| (*date, &lines[*line].entry))
    }

    fn computed(&self, year: i16) -> &'a [(Date, usize)] {
        usize::try_from(i32::from(year) - i32::from(self.table.first_year))
            .ok()
            .and_then(|index| self.computed.get(index))
            .map_or(&[], |slot| slot.get_or_init(|| self.table.compute(self.region, year)))
    }
}

impl Table {
    /// The days of a region, or of the country where the region changes nothing.
    pub fn days(&self, region: Option<&str>) -> Days<'_> {
        match region.and_then(|region| self.regions.get_key_value(region)) {
            Some((region, computed)) => Days { table: self, region: Some(region), computed },
            None => Days { table: self, region: None, computed: &self.nation },
        }
    }

    /// The regions that have days of their own.
    pub fn regions(&self) -> impl Iterator<Item = &str> {
        self.regions.keys().map(String::as_str)
    }

    pub fn check_year(&self, year: i16) -> Result<(), CalendarError> {
        if (self.first_year..=self.last_year).contains(&year) {
            Ok(())
        } else {
            Err(CalendarError::YearNotCovered { first: self.first_year, last: self.last_year })
        }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// The first line that is not in the form described above.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut head = BTreeMap::new();
        let mut lines = Vec::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if line.contains('|') {
                lines.push(Line::read(line).ok_or_else(|| bad(line))?);
            } else {
                let (word, value) = line.split_once(char::is_whitespace).ok_or_else(|| bad(line))?;
                head.insert(word, value.trim());
            }
        }
        let value = |word: &str| head.get(word).copied().ok_or_else(|| format!("`{word}` is missing"));
        let (first, last) = value("years")?.split_once(' ').ok_or_else(|| bad("years"))?;
        let (first_year, last_year) = (number(first)?, number(last)?);
        value("source")?;
        let without_region = match value("without_region")?.split_once(' ') {
            None if value("without_region")? == "national" => WithoutRegion::National,
            Some(("every", regions)) => WithoutRegion::Every(regions.split_whitespace().map(str::to_owned).collect()),
            _ => return Err(bad("without_region")),
        };
        let years = || (first_year..=last_year).map(|_| OnceLock::new()).collect::<Computed>();
        let regions: BTreeSet<&String> = lines.iter().flat_map(|line| &line.regions).collect();
        Ok(Self {
            version: value("version")?.to_owned(),
            without_region,
            first_year,
            last_year,
            regions: regions.into_iter().map(|region| (region.clone(), years())).collect(),
            nation: years(),
            lines,
        })
    }

    /// The days of one year and place. The years beside it count too: a substitute or bridge may lie across New Year.
    fn compute(&self, region: Option<&str>, year: i16) -> Vec<(Date, usize)> {
        let mut days = BTreeMap::new();
        let dates = |part: Part, line: &'_ Line| -> Vec<Date> {
            (year - 1..=year + 1)
                .filter(|year| line.years.contain(*year))
                .flat_map(|year| {
                    line.days.iter().filter_map(move |day| (day.part == part).then(|| day.in_year(year))?)
                })
                .collect()
        };
        let of_country = |line: &Line| line.regions.is_empty();
        let of_region = |line: &Line| region.is_some_and(|region| line.regions.iter().any(|other| other == region));

        for (number, line) in self.lines.iter().enumerate().filter(|(_, line)| of_country(line)) {
            for date in dates(Part::Itself, line) {
                self.put(&mut days, date, number);
            }
        }
        for line in self.lines.iter().filter(|line| line.not_kept && of_region(line)) {
            for date in dates(Part::Itself, line) {
                days.remove(&date);
            }
        }
        for (number, line) in self.lines.iter().enumerate().filter(|(_, line)| !line.not_kept && of_region(line)) {
            for date in dates(Part::Itself, line) {
                self.put(&mut days, date, number);
            }
        }
        let mut derived = Vec::new();
        for (number, line) in self.lines.iter().enumerate().filter(|(_, line)| of_country(line) || of_region(line)) {
            derived.extend(dates(Part::Substitute, line).into_iter().map(|date| (date, Part::Substitute, number)));
            derived.extend(dates(Part::Bridge, line).into_iter().map(|date| (date, Part::Bridge, number)));
        }
        // In the order of the days they stand for: two holidays of one weekend take Monday and Tuesday.
        derived.sort_by_key(|(date, ..)| *date);
        for (date, part, number) in derived {
            let day_off = match part {
                Part::Bridge => bridge(date),
                Part::Itself | Part::Substitute => substitute(date, |day| days.contains_key(&day)),
            };
            if let Some(day_off) = day_off {
                self.put(&mut days, day_off, number);
            }
        }
        days.into_iter().filter(|(date, _)| date.year() == year).collect()
    }

    fn put(&self, days: &mut BTreeMap<Date, usize>, date: Date, line: usize) {
        let slot = days.entry(date).or_insert(line);
        if self.lines[*slot].entry.uncertain && !self.lines[line].entry.uncertain {
            *slot = line;
        }
    }
}

impl Line {
    fn read(text: &str) -> Option<Self> {
        let columns: Vec<&str> = text.split('|').map(str::trim).collect();
        let [place, days, years, mark, name, english] = columns[..] else { return None };
        let (uncertain, not_kept) = match mark {
            "" => (false, false),
            "uncertain" => (true, false),
            "not kept" => (false, true),
            _ => return None,
        };
        let national = place == "*";
        if place.is_empty() || name.is_empty() || english.is_empty() || national && not_kept {
            return None;
        }
        Some(Self {
            regions: if national { Vec::new() } else { place.split_whitespace().map(str::to_owned).collect() },
            days: days.split(',').map(DayRule::read).collect::<Option<_>>()?,
            years: Years::read(years)?,
            not_kept,
            entry: Entry { name: name.to_owned(), english: english.to_owned(), national, uncertain },
        })
    }
}

/// The day off in place of a holiday that falls on a weekend.
fn substitute(date: Date, taken: impl Fn(Date) -> bool) -> Option<Date> {
    let weekend = |day: Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    if !weekend(date) {
        return None;
    }
    date.series(1.day()).skip(1).find(|day| !weekend(*day) && !taken(*day))
}

/// The working day between a holiday and a weekend.
fn bridge(date: Date) -> Option<Date> {
    match date.weekday() {
        Weekday::Tuesday => date.yesterday().ok(),
        Weekday::Thursday => date.tomorrow().ok(),
        _ => None,
    }
}

fn number(text: &str) -> Result<i16, String> {
    text.trim().parse().map_err(|_| bad(text))
}

fn bad(line: &str) -> String {
    format!("not understood: {line}")
}

#[cfg(test)]
mod tests;
