//! How calendars are written, and the reader of that form.
//!
//! A file has a head of `word value` lines and then one line per holiday, six columns between `|`:
//!
//! - *where*: `*` for the whole country, or the subdivisions in which it holds;
//! - *day*: `05-01` each year; `W+39` or `O-2`, days from Western or Orthodox Easter Sunday; `wed<11-23`, the last Wednesday
//!   before a day; `mon>=05-01`, the first Monday on or after a day; `2025-05-08` once;
//! - *years*: empty for all, `2019..`, `..2023`, `2019..2023`;
//! - *doubt*: empty, or `uncertain` (H-6);
//! - *name* in the country's language, and *name in English*.
//!
//! The head names the `version` (it changes with every change of the days), the `years` covered, the `source`, and what holds
//! `without_region`: `national` if the national days are then an exact answer, or `every AA BB …` if the region decides and
//! all of these have to be considered.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::{CalendarError, easter};

/// The calendar of one country, computed for every year it covers.
#[derive(Debug)]
pub struct Table {
    pub version: Arc<str>,
    pub without_region: WithoutRegion,
    first_year: i16,
    last_year: i16,
    national: DayTable,
    regions: BTreeMap<Arc<str>, DayTable>,
}

/// What holds where only the country is known.
#[derive(Debug, PartialEq, Eq)]
pub enum WithoutRegion {
    National,
    Every(Vec<Arc<str>>),
}

/// The holidays of one place, by date.
#[derive(Debug, Default, Clone)]
pub struct DayTable(BTreeMap<Date, Entry>);

/// One holiday.
#[derive(Debug, Clone)]
pub struct Entry {
    pub name: Arc<str>,
    pub english: Arc<str>,
    pub national: bool,
    pub uncertain: bool,
}

impl DayTable {
    pub fn on(&self, day: Date) -> Option<&Entry> {
        self.0.get(&day)
    }

    pub fn year(&self, year: i16) -> impl Iterator<Item = (Date, &Entry)> {
        self.0.iter().filter(move |(date, _)| date.year() == year).map(|(date, entry)| (*date, entry))
    }

    /// A day that holds for certain stands over one in doubt.
    fn insert(&mut self, date: Date, entry: Entry) {
        let slot = self.0.entry(date).or_insert_with(|| entry.clone());
        if slot.uncertain && !entry.uncertain {
            *slot = entry;
        }
    }
}

impl Table {
    /// The days of a region, or of the country where the region adds none.
    pub fn days(&self, region: Option<&str>) -> &DayTable {
        region.and_then(|region| self.regions.get(region)).unwrap_or(&self.national)
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
                lines.push(line);
            } else {
                let (word, value) = line.split_once(char::is_whitespace).ok_or_else(|| bad(line))?;
                head.insert(word, value.trim());
            }
        }
        let value = |word: &str| head.get(word).copied().ok_or_else(|| format!("`{word}` is missing"));
        let (first, last) = value("years")?.split_once(' ').ok_or_else(|| bad("years"))?;
        value("source")?;
        let without_region = match value("without_region")?.split_once(' ') {
            None if value("without_region")? == "national" => WithoutRegion::National,
            Some(("every", regions)) => WithoutRegion::Every(regions.split_whitespace().map(Arc::from).collect()),
            _ => return Err(bad("without_region")),
        };
        let mut table = Self {
            version: value("version")?.into(),
            without_region,
            first_year: number(first)?,
            last_year: number(last)?,
            national: DayTable::default(),
            regions: BTreeMap::new(),
        };
        table.fill(&lines)?;
        Ok(table)
    }

    fn fill(&mut self, lines: &[&str]) -> Result<(), String> {
        let mut regional = Vec::new();
        for line in lines {
            let columns: Vec<&str> = line.split('|').map(str::trim).collect();
            let [place, day, years, doubt, name, english] = columns[..] else { return Err(bad(line)) };
            let uncertain = match doubt {
                "" => false,
                "uncertain" => true,
                _ => return Err(bad(line)),
            };
            let national = place == "*";
            let entry = Entry { name: name.into(), english: english.into(), national, uncertain };
            for date in self.dates(day, years).ok_or_else(|| bad(line))? {
                if national {
                    self.national.insert(date, entry.clone());
                } else {
                    regional.push((place, date, entry.clone()));
                }
            }
        }
        for (place, date, entry) in regional {
            for region in place.split_whitespace() {
                let days = self.regions.entry(region.into()).or_insert_with(|| self.national.clone());
                days.insert(date, entry.clone());
            }
        }
        Ok(())
    }

    /// The dates of one line within the years covered.
    fn dates(&self, day: &str, years: &str) -> Option<Vec<Date>> {
        let (from, to) = match years.split_once("..") {
            None if years.is_empty() => (self.first_year, self.last_year),
            None => return None,
            Some((from, to)) => (
                if from.is_empty() { self.first_year } else { from.parse().ok()? },
                if to.is_empty() { self.last_year } else { to.parse().ok()? },
            ),
        };
        let years = from.max(self.first_year)..=to.min(self.last_year);
        if let Ok(once) = day.parse::<Date>() {
            return Some(if years.contains(&once.year()) { vec![once] } else { Vec::new() });
        }
        years.map(|year| date_in(year, day)).collect()
    }
}

/// The date of a rule in a year.
fn date_in(year: i16, rule: &str) -> Option<Date> {
    if let Some(days) = rule.strip_prefix('W') {
        return easter::western(year)?.checked_add(days.parse::<i32>().ok()?.days()).ok();
    }
    if let Some(days) = rule.strip_prefix('O') {
        return easter::orthodox(year)?.checked_add(days.parse::<i32>().ok()?.days()).ok();
    }
    if let Some((weekday, day)) = rule.split_once(">=") {
        let eve = fixed(year, day)?.yesterday().ok()?;
        return eve.nth_weekday(1, weekday_named(weekday)?).ok();
    }
    if let Some((weekday, day)) = rule.split_once('<') {
        return fixed(year, day)?.nth_weekday(-1, weekday_named(weekday)?).ok();
    }
    fixed(year, rule)
}

fn fixed(year: i16, day: &str) -> Option<Date> {
    let (month, day) = day.split_once('-')?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

fn weekday_named(name: &str) -> Option<Weekday> {
    Some(match name {
        "mon" => Weekday::Monday,
        "tue" => Weekday::Tuesday,
        "wed" => Weekday::Wednesday,
        "thu" => Weekday::Thursday,
        "fri" => Weekday::Friday,
        "sat" => Weekday::Saturday,
        "sun" => Weekday::Sunday,
        _ => return None,
    })
}

fn number(text: &str) -> Result<i16, String> {
    text.trim().parse().map_err(|_| bad(text))
}

fn bad(line: &str) -> String {
    format!("not understood: {line}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "version X-1\nyears 2020 2022\nwithout_region national\nsource test\n";

    fn read(lines: &str) -> Result<Table, String> {
        Table::read(&format!("{HEAD}{lines}"))
    }

    fn dates(table: &Table, region: Option<&str>) -> Vec<String> {
        table.days(region).0.keys().map(Date::to_string).collect()
    }

    #[test]
    fn every_kind_of_rule_is_read() {
        let table = read(
            "* | 05-01 | | | a | b\n\
             * | W-2 | 2021.. | | a | b\n\
             * | O+1 | ..2020 | | a | b\n\
             * | wed<11-23 | 2021..2021 | | a | b\n\
             * | mon>=08-01 | 2022.. | | a | b\n\
             * | 2021-06-15 | | | a | b\n\
             * | 2030-06-15 | | | a | b\n",
        )
        .unwrap();
        assert_eq!(
            dates(&table, None),
            [
                "2020-04-20",
                "2020-05-01",
                "2021-04-02",
                "2021-05-01",
                "2021-06-15",
                "2021-11-17",
                "2022-04-15",
                "2022-05-01",
                "2022-08-01",
            ]
        );
    }

    #[test]
    fn a_weekday_strictly_before_and_on_or_after() {
        // 23 November 2022 is itself a Wednesday, 1 August 2022 a Monday.
        assert_eq!(date_in(2022, "wed<11-23").unwrap().to_string(), "2022-11-16");
        assert_eq!(date_in(2022, "mon>=08-01").unwrap().to_string(), "2022-08-01");
        assert_eq!(date_in(2023, "mon>=08-01").unwrap().to_string(), "2023-08-07");
    }

    #[test]
    fn regions_add_to_the_nation_and_certainty_wins() {
        let table =
            read("AA | 2020-02-02 | | uncertain | a | b\nAA BB | 2020-02-02 | | | a | b\n* | 2020-01-01 | | | a | b\n")
                .unwrap();
        assert_eq!(dates(&table, Some("AA")), ["2020-01-01", "2020-02-02"]);
        assert_eq!(dates(&table, Some("CC")), ["2020-01-01"]);
        assert!(!table.days(Some("AA")).on("2020-02-02".parse().unwrap()).unwrap().uncertain);
    }

    #[test]
    fn what_is_not_understood_is_an_error() {
        for line in [
            "* | 13-01 | | | a | b",
            "* | 02-30 | | | a | b",
            "* | X+1 | | | a | b",
            "* | xyz<11-23 | | | a | b",
            "* | 05-01 | 2019 | | a | b",
            "* | 05-01 | 2019..x | | a | b",
            "* | 05-01 | | perhaps | a | b",
            "* | 05-01 | | | a",
            "lonely",
        ] {
            assert!(read(line).is_err(), "{line}");
        }
        assert!(Table::read("version X-1\nyears 2020 2022\n").is_err());
    }
}
