//! The rules of one line of a calendar: how its days and years are written, and the dates they give.

use std::ops::RangeInclusive;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::easter;

/// One rule of the *day* column.
#[derive(Debug)]
pub struct DayRule {
    pub part: Part,
    day: Day,
    /// The weekdays on which the rule applies; empty means all.
    weekdays: Vec<Weekday>,
}

/// What of a day is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The day itself.
    Itself,
    /// The day off in its place when it falls on a weekend.
    Substitute,
    /// The one working day between it and a weekend.
    Bridge,
}

#[derive(Debug)]
enum Day {
    Fixed { month: i8, day: i8 },
    Western(i32),
    Orthodox(i32),
    Before { weekday: Weekday, month: i8, day: i8 },
    From { weekday: Weekday, month: i8, day: i8 },
    Once(Date),
}

impl DayRule {
    /// Reads `[sub|bridge] DAY [if WEEKDAY… | not WEEKDAY…]`.
    pub fn read(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let (part, words) = match words.split_first()? {
            (&"sub", rest) => (Part::Substitute, rest),
            (&"bridge", rest) => (Part::Bridge, rest),
            _ => (Part::Itself, &words[..]),
        };
        let (day, condition) = words.split_first()?;
        let weekdays = match condition.split_first() {
            None => Vec::new(),
            Some((&"if", named)) if !named.is_empty() => weekdays_named(named)?,
            Some((&"not", named)) if !named.is_empty() => {
                let named = weekdays_named(named)?;
                Weekday::Monday.cycle_forward().take(7).filter(|weekday| !named.contains(weekday)).collect()
            }
            Some(_) => return None,
        };
        Some(Self { part, day: Day::read(day)?, weekdays })
    }

    /// The date of the day in a year, where the rule applies; for a substitute or a bridge the day it stands for.
    pub fn in_year(&self, year: i16) -> Option<Date> {
        let date = self.day.in_year(year)?;
        (self.weekdays.is_empty() || self.weekdays.contains(&date.weekday())).then_some(date)
    }
}

impl Day {
    fn read(text: &str) -> Option<Self> {
        if let Some(days) = text.strip_prefix('W') {
            return days.parse().ok().map(Self::Western);
        }
        if let Some(days) = text.strip_prefix('O') {
            return days.parse().ok().map(Self::Orthodox);
        }
        if let Some((weekday, day)) = text.split_once(">=") {
            let (month, day) = month_and_day(day)?;
            return Some(Self::From { weekday: weekday_named(weekday)?, month, day });
        }
        if let Some((weekday, day)) = text.split_once('<') {
            let (month, day) = month_and_day(day)?;
            return Some(Self::Before { weekday: weekday_named(weekday)?, month, day });
        }
        if let Ok(date) = text.parse() {
            return Some(Self::Once(date));
        }
        let (month, day) = month_and_day(text)?;
        Some(Self::Fixed { month, day })
    }

    fn in_year(&self, year: i16) -> Option<Date> {
        match *self {
            Self::Fixed { month, day } => Date::new(year, month, day).ok(),
            Self::Western(days) => easter::western(year)?.checked_add(days.days()).ok(),
            Self::Orthodox(days) => easter::orthodox(year)?.checked_add(days.days()).ok(),
            Self::Before { weekday, month, day } => Date::new(year, month, day).ok()?.nth_weekday(-1, weekday).ok(),
            Self::From { weekday, month, day } => {
                Date::new(year, month, day).ok()?.yesterday().ok()?.nth_weekday(1, weekday).ok()
            }
            Self::Once(date) => (date.year() == year).then_some(date),
        }
    }
}

/// The years in which a line holds.
#[derive(Debug)]
pub struct Years {
    /// Empty means all.
    held: Vec<RangeInclusive<i16>>,
    excepted: Vec<RangeInclusive<i16>>,
}

impl Years {
    /// Reads `[YEARS…] [not YEARS…]`, where years are `2019`, `2019..2023`, `2019..` or `..2023`.
    pub fn read(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace();
        let held = words.by_ref().take_while(|word| *word != "not").map(range).collect::<Option<_>>()?;
        let excepted: Vec<_> = words.map(range).collect::<Option<_>>()?;
        (excepted.is_empty() != text.contains("not")).then_some(Self { held, excepted })
    }

    pub fn contain(&self, year: i16) -> bool {
        let among = |ranges: &[RangeInclusive<i16>]| ranges.iter().any(|range| range.contains(&year));
        (self.held.is_empty() || among(&self.held)) && !among(&self.excepted)
    }
}

fn range(text: &str) -> Option<RangeInclusive<i16>> {
    let (from, to) = text.split_once("..").unwrap_or((text, text));
    let end = |text: &str, open: i16| if text.is_empty() { Some(open) } else { text.parse().ok() };
    let range = end(from, i16::MIN)?..=end(to, i16::MAX)?;
    (!range.is_empty() && text != "..").then_some(range)
}

/// A month and a day that exist in every year.
fn month_and_day(text: &str) -> Option<(i8, i8)> {
    let (month, day) = text.split_once('-')?;
    let date = Date::new(2019, month.parse().ok()?, day.parse().ok()?).ok()?;
    Some((date.month(), date.day()))
}

fn weekdays_named(names: &[&str]) -> Option<Vec<Weekday>> {
    names.iter().map(|name| weekday_named(name)).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    fn date(rule: &str, year: i16) -> String {
        DayRule::read(rule).unwrap().in_year(year).map_or_else(|| "none".to_owned(), |date| date.to_string())
    }

    #[test]
    fn every_kind_of_day_is_read() {
        for (rule, year, expected) in [
            ("05-01", 2021, "2021-05-01"),
            ("W-2", 2021, "2021-04-02"),
            ("O+1", 2020, "2020-04-20"),
            ("2021-06-15", 2021, "2021-06-15"),
            ("2021-06-15", 2022, "none"),
            // 23 November 2022 is itself a Wednesday, 1 August 2022 a Monday.
            ("wed<11-23", 2022, "2022-11-16"),
            ("wed<11-23", 2021, "2021-11-17"),
            ("mon>=08-01", 2022, "2022-08-01"),
            ("mon>=08-01", 2023, "2023-08-07"),
            ("mon<06-01", 2026, "2026-05-25"),
            // 27 April 2025 is a Sunday.
            ("04-27 not sun", 2025, "none"),
            ("04-27 not sun", 2026, "2026-04-27"),
            ("04-26 if sat", 2025, "2025-04-26"),
            ("04-26 if sat", 2026, "none"),
            ("12-26 not tue sat", 2028, "none"),
            ("12-26 not tue sat", 2026, "none"),
            ("12-26 not tue sat", 2027, "2027-12-26"),
            ("sub 12-26", 2026, "2026-12-26"),
        ] {
            assert_eq!(date(rule, year), expected, "{rule} in {year}");
        }
    }

    #[test]
    fn every_kind_of_years_is_read() {
        let held = |text: &str| -> Vec<i16> {
            let years = Years::read(text).unwrap();
            (2018..=2024).filter(|year| years.contain(*year)).collect()
        };
        assert_eq!(held(""), [2018, 2019, 2020, 2021, 2022, 2023, 2024]);
        assert_eq!(held("..2019"), [2018, 2019]);
        assert_eq!(held("2023.."), [2023, 2024]);
        assert_eq!(held("2018 2020..2021 2024.."), [2018, 2020, 2021, 2024]);
        assert_eq!(held("2022.. not 2023"), [2022, 2024]);
        assert_eq!(held("not ..2020 2023.."), [2021, 2022]);
    }

    #[test]
    fn what_is_not_understood_is_an_error() {
        for rule in [
            "",
            "13-01",
            "02-30",
            "02-29",
            "X+1",
            "W",
            "xyz<11-23",
            "mon>=11",
            "05-01 if",
            "05-01 if x",
            "05-01 mon",
            "sub",
            "2021-02-30",
        ] {
            assert!(DayRule::read(rule).is_none(), "{rule}");
        }
        for years in ["x", "2019..x", "..", "2020..2019", "not", "2019 not", "2019 not x"] {
            assert!(Years::read(years).is_none(), "{years}");
        }
    }
}
